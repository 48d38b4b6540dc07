using System;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.MapTargets;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>Every analyzer there is.</summary>
internal static class AllRules
{
    /// <summary>Makes one of each.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Make() =>
    [
        .. typeof(MapTargetAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
