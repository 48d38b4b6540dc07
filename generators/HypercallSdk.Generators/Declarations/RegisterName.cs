using System.Globalization;

namespace HypercallSdk.Generators.Declarations;

/// <summary>The registers that a hypercall may use, by name.</summary>
internal static class RegisterName
{
    private const string Reserved = "is not a call's to use: C keeps x18 to x30 and sp for others; name registers of x0 to x17";

    /// <summary>Reads <c>x0</c> to <c>x17</c>.</summary>
    public static bool TryParse(string name, out int register) =>
        TryParseAny(name, out register) && name[0] == 'x' && register <= ConduitDeclaration.LastRegister;

    /// <summary>Why a name is none of them, and what to do.</summary>
    public static string WhyNone(string name)
    {
        if (!TryParseAny(name, out int register))
        {
            return name is "sp" or "wsp" or "lr" or "fp" or "xzr" or "wzr"
                ? Reserved
                : "is no register; name those of the hypervisor's ABI, x0 to x17, with spaces between them";
        }

        return register > ConduitDeclaration.LastRegister
            ? Reserved
            : $"is half a register; write 'x{register}', which a 32-bit call reads the low half of";
    }

    /// <summary>Reads <c>x0</c> to <c>x30</c> and <c>w0</c> to <c>w30</c>, without zeros that lead.</summary>
    private static bool TryParseAny(string name, out int register)
    {
        register = 0;
        return name.Length is 2 or 3
            && name[0] is ('x' or 'w')
            && int.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out register)
            && register <= 30
            && (name[1] != '0' || name.Length == 2);
    }
}
