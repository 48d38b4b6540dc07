using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>The MSBuild properties of a guest, and options of rules (<c>hypercall_…</c>), as the compiler hands them to generators and analyzers.</summary>
/// <param name="properties">The names and values; of two of one name the later one counts.</param>
internal sealed class BuildProperties(params IEnumerable<(string Name, string Value)> properties) : AnalyzerConfigOptionsProvider
{
    private static readonly Values MemoryMap = new(new() { ["build_metadata.AdditionalFiles.HypercallMemoryMap"] = "true" });

    private readonly Values _values = new(properties
        .GroupBy(static property => property.Name.StartsWith("hypercall_", StringComparison.Ordinal) ? property.Name : "build_property." + property.Name)
        .ToDictionary(static group => group.Key, static group => group.Last().Value));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => _values;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is MemoryMapText ? MemoryMap : _values;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
