namespace HypercallSdk.Simulator.Abi;

/// <summary>The flags of a version-1 grant entry (<c>GTF_*</c>).</summary>
internal static class GrantFlags
{
    public const ushort TypeMask = 3;
    public const ushort PermitAccess = 1;
    public const ushort ReadOnly = 1 << 2;
    public const ushort Reading = 1 << 3;
    public const ushort Writing = 1 << 4;
    public const ushort SubPage = 1 << 8;
}
