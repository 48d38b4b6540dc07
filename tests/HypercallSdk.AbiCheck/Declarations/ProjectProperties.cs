using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.AbiCheck.Declarations;

/// <summary>MSBuild properties as the compiler shows them to a generator.</summary>
public sealed class ProjectProperties(params IEnumerable<KeyValuePair<string, string>> properties) : AnalyzerConfigOptionsProvider
{
    /// <summary>What a guest's project says of the machine.</summary>
    /// <param name="abi">Its ABI.</param>
    /// <param name="conduit">Its conduit, by its name.</param>
    public static ProjectProperties Of(AbiKind abi, string conduit) => new(
        KeyValuePair.Create("HypercallAbi", AbiNames.Of(abi)), KeyValuePair.Create("HypercallConduit", conduit));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(properties.ToImmutableDictionary(static property => "build_property." + property.Key, static property => property.Value));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
