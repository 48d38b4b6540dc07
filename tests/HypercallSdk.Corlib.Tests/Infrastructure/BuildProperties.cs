using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Corlib.Tests.Infrastructure;

/// <summary>The MSBuild properties of a guest, as the compiler hands them to generators and analyzers.</summary>
/// <param name="conduit">The way into the hypervisor.</param>
/// <param name="abi">The ABI.</param>
/// <param name="stubs">What the conduit's stubs are.</param>
internal sealed class BuildProperties(string conduit, string abi, string stubs) : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new(new Dictionary<string, string>
    {
        ["build_property.HypercallAbi"] = abi,
        ["build_property.HypercallConduit"] = conduit,
        ["build_property.HypercallStubs"] = stubs,
    });

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => _values;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
