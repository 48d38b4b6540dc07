using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Holds what an operation passes in registers against those that its conduit has.</summary>
internal static class RegisterCount
{
    /// <summary>Whether the registers suffice.</summary>
    /// <param name="method">The operation.</param>
    /// <param name="attribute">Its [HypercallOp].</param>
    /// <param name="hypercall">The interface's [Hypercall].</param>
    /// <param name="conduit">The interface's own conduit; null for Xen's.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static bool Suffices(
        IMethodSymbol method, AttributeData attribute, AttributeData hypercall, ConduitDeclaration? conduit, ProblemReporter problems)
    {
        bool hasCommand = attribute.Number() is not null && hypercall.Number() is not null;
        int all = (conduit ?? ConduitDeclaration.Xen).Arguments.Count;
        int left = hasCommand ? all - 1 : all;
        bool hasStruct = attribute.Named("Struct") is string;
        int wanted = !hasStruct ? method.Parameters.Length : hypercall.Named("Batched") is true ? 2 : 1;
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
