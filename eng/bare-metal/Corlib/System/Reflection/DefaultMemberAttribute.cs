namespace System.Reflection;

/// <summary>Names a type's indexer.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class DefaultMemberAttribute : Attribute
{
    /// <param name="memberName">The indexer's name.</param>
    public DefaultMemberAttribute(string memberName)
    {
        MemberName = memberName;
    }

    /// <summary>The indexer's name.</summary>
    public string MemberName { get; }
}
