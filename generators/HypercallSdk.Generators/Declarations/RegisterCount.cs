using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Holds what an operation passes in registers against those that its conduit has.</summary>
internal static class RegisterCount
{
    /// <summary>Whether the registers suffice.</summary>
    /// <param name="method">The operation.</param>
    /// <param name="head">Its hypercall.</param>
    /// <param name="hasCommand">Whether the operation's number takes one.</param>
    /// <param name="hasStruct">Whether the parameters are a struct's fields, and its address takes one.</param>
    /// <param name="parameters">How many parameters there are.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static bool Suffices(
        IMethodSymbol method, HypercallHead head, bool hasCommand, bool hasStruct, int parameters, ProblemReporter problems)
    {
        ConduitDeclaration? conduit = head.Conduit;
        int all = (conduit ?? ConduitDeclaration.Xen).Arguments.Count;
        int left = hasCommand ? all - 1 : all;
        int wanted = !hasStruct ? parameters : head.IsBatched ? 2 : 1;
        if (wanted <= left)
        {
            return true;
        }

        string found = (hasCommand, conduit) switch
        {
            (true, null) => $"beside the command there are {left} registers",
            (false, null) => $"there are {left} registers",
            (true, _) => $"beside the command [HypercallConduit] names {Words(left)}",
            (false, _) => $"[HypercallConduit] names {Words(left)}",
        };
        string mend = (hasStruct, conduit) switch
        {
            (false, null) => "set Struct if they are a struct's fields",
            _ => "add the registers to its Arguments",
        };
        problems.At(
            method, ProblemKind.TooManyRegisters,
            $"has {wanted} register argument{(wanted == 1 ? string.Empty : "s")}, but {found}; {mend}");
        return false;
    }

    private static string Words(int registers) => registers <= 0 ? "none" : $"{registers}";
}
