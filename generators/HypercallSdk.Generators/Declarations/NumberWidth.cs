using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Holds operations' numbers to the bits that a hypervisor reads them from.</summary>
internal static class NumberWidth
{
    /// <summary>A command is a C <c>unsigned int</c>.</summary>
    private const int MaximumBits = 32;

    private const string CommandBits = "CommandBits";

    /// <summary>Whether a hypercall's command can have as many bits as it says.</summary>
    public static bool IsPossible(AttributeData hypercall, ProblemReporter problems)
    {
        uint bits = BitsOf(hypercall);
        if (bits > MaximumBits)
        {
            problems.AtArgument(
                hypercall, CommandBits, ProblemKind.NumberTooWide, $"{bits}",
                $"is more bits than a command has, which is {MaximumBits}; say how many of them are the operation's number");
        }

        return bits <= MaximumBits;
    }

    /// <summary>Whether the number that an attribute gives an operation fits its hypercall's command.</summary>
    public static bool Fits(AttributeData attribute, AttributeData hypercall, ProblemReporter problems)
    {
        uint bits = BitsOf(hypercall);
        uint number = attribute.Number() ?? 0;
        if (hypercall.Number() is null || bits is 0 or >= MaximumBits || number >> (int)bits == 0)
        {
            return true;
        }

        problems.AtArgument(
            attribute, "0", ProblemKind.NumberTooWide, $"{number}",
            $"does not fit the {bits} bits of the command that are the operation's number, so at most {(1u << (int)bits) - 1}; "
            + "mend the number, or CommandBits");
        return false;
    }

    private static uint BitsOf(AttributeData hypercall) => hypercall.Named(CommandBits) is uint bits ? bits : 0;
}
