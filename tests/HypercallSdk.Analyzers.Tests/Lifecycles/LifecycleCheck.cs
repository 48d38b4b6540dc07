using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>Checks guests by the rules about lifecycles, and those about operations and results.</summary>
internal static class LifecycleCheck
{
    /// <summary>Checks statements, with the testing library's markup for the diagnostics that they shall have.</summary>
    public static Task Statements(string statements, params (string Name, string Value)[] properties) =>
        Members(XenGuest.Method(statements), properties);

    /// <summary>Checks the members of a class.</summary>
    public static Task Members(string members, params (string Name, string Value)[] properties) =>
        File(XenGuest.Class(members), properties);

    /// <summary>Checks types, which may be declarations of hypercalls.</summary>
    public static Task File(string types, params (string Name, string Value)[] properties) => XenGuest.Check("345", types, properties);
}
