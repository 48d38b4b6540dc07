using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>Runs the map target rules over a guest with <see cref="GuestSource.Map"/>.</summary>
internal static class MapTargetCheck
{
    /// <summary>Checks a method's statements and its class's other members, both of which may hold markup.</summary>
    public static Task Statements(string statements, string members = "") =>
        Source(GuestSource.Method(statements, members));

    /// <summary>Checks a whole file.</summary>
    public static Task Source(string source) =>
        new GuestTest<MapTargetAnalyzer> { Guest = source, Map = GuestSource.Map }.Run();
}
