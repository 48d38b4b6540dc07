using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>MSBuild properties as the compiler hands them to generators and analyzers.</summary>
internal sealed class BuildProperties : AnalyzerConfigOptionsProvider
{
    private readonly Values _values;

    private BuildProperties(Dictionary<string, string> values)
    {
        _values = new Values(values);
    }

    /// <summary>The properties of a guest that traps.</summary>
    public static BuildProperties Hvc { get; } = Of("arm64", "hvc");

    /// <summary>The properties of a guest on a simulator.</summary>
    public static BuildProperties Hook { get; } = Of("arm64", "hook");

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => _values;

    /// <summary>The properties of a project; null for one that is not set.</summary>
    public static BuildProperties Of(string? abi, string? conduit)
    {
        Dictionary<string, string> values = [];
        if (abi is not null)
        {
            values["build_property.HypercallAbi"] = abi;
        }

        if (conduit is not null)
        {
            values["build_property.HypercallConduit"] = conduit;
        }

        return new BuildProperties(values);
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
