using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>A struct or union as declared: a record of its own, or an operation's arguments.</summary>
/// <param name="Body">Its tag and its fields.</param>
/// <param name="Availability">Where it exists.</param>
/// <param name="Operation">The C name of the operation whose arguments it is; null for a record of its own.</param>
/// <param name="File">The file that declares it.</param>
public sealed record DeclaredRecord(DeclaredBody Body, Availability Availability, string? Operation, string File)
{
    /// <summary>The C tag.</summary>
    public string CName => Body.Tag;
}
