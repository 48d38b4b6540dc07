using System;
using System.Collections.Generic;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads [HypercallConduit].</summary>
internal static class ConduitReader
{
    private const uint MaximumImmediate = 0xFFFF;

    private const string Number = "Number";

    private const string Arguments = "Arguments";

    /// <summary>Reads an interface's own conduit.</summary>
    /// <returns>False when the attribute is wrong; true with null when there is none.</returns>
    public static bool TryRead(INamedTypeSymbol type, ProblemReporter problems, out ConduitDeclaration? conduit)
    {
        conduit = null;
        if (type.Find(AttributeNames.HypercallConduit) is not { } attribute)
        {
            return true;
        }

        uint immediate = attribute.Named("Immediate") is uint value ? value : 0;
        string instruction = attribute.Named("Instruction") as string ?? "hvc";
        bool sound = HasSoundTrap(attribute, instruction, immediate, problems);
        sound &= TryReadRegister(attribute, Number, problems, out int? number);
        sound &= TryReadRegister(attribute, "Result", problems, out int? result);
        if (number is null && attribute.Named(Number) is null)
        {
            Report(attribute, Number, "HypercallConduit", "does not say where the number goes; set Number to its register, such as \"x0\"", problems);
            sound = false;
        }

        List<int> arguments = [];
        if (!TryReadArguments(attribute, number, arguments, problems) || !sound)
        {
            return false;
        }

        conduit = new ConduitDeclaration(instruction, immediate, number ?? 0, new EquatableArray<int>(arguments), result ?? 0);
        return true;
    }

    /// <summary>Reports the attribute on an interface that is no hypercall.</summary>
    public static void ReportStray(INamedTypeSymbol type, ProblemReporter problems)
    {
        if (type.Find(AttributeNames.HypercallConduit) is { } attribute)
        {
            Report(attribute, string.Empty, type.Name, "has a conduit but no hypercall; add [Hypercall], or remove [HypercallConduit]", problems);
        }
    }

    private static bool HasSoundTrap(AttributeData attribute, string instruction, uint immediate, ProblemReporter problems)
    {
        bool sound = true;
        if (instruction is not ("hvc" or "smc"))
        {
            Report(attribute, "Instruction", instruction, "is no instruction that calls a hypervisor; write \"hvc\" or \"smc\"", problems);
            sound = false;
        }

        if (immediate > MaximumImmediate)
        {
            Report(attribute, "Immediate", $"0x{immediate:X}", "does not fit the instruction, which has 16 bits for it; give at most 0xFFFF", problems);
            sound = false;
        }

        return sound;
    }

    private static bool TryReadRegister(AttributeData attribute, string property, ProblemReporter problems, out int? register)
    {
        register = null;
        if (attribute.Named(property) is not string name)
        {
            return true;
        }

        if (!RegisterName.TryParse(name, out int found))
        {
            Report(attribute, property, name, RegisterName.WhyNone(name), problems);
            return false;
        }

        register = found;
        return true;
    }

    private static bool TryReadArguments(AttributeData attribute, int? number, List<int> arguments, ProblemReporter problems)
    {
        string text = attribute.Named(Arguments) as string ?? string.Empty;
        foreach (string name in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            string? cause = !RegisterName.TryParse(name, out int register) ? RegisterName.WhyNone(name)
                : register == number ? "holds the number already; give each argument a register of its own"
                : arguments.Contains(register) ? "is named twice; give each argument a register of its own"
                : null;
            if (cause is not null)
            {
                Report(attribute, Arguments, name, cause, problems);
                return false;
            }

            arguments.Add(register);
        }

        int most = ConduitDeclaration.PassedRegisters - (number < ConduitDeclaration.PassedRegisters ? 1 : 0);
        if (arguments.Count > most)
        {
            Report(
                attribute, Arguments, text,
                $"are {arguments.Count} registers, but {most} arguments can be handed to a stub; name those that the operations use", problems);
        }

        return arguments.Count <= most;
    }

    private static void Report(AttributeData attribute, string property, string subject, string detail, ProblemReporter problems) =>
        problems.AtArgument(attribute, property, ProblemKind.BadConduit, subject, detail);
}
