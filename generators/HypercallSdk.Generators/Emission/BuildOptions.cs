using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Generators.Emission;

/// <summary>What the project's properties decide about emitted code.</summary>
/// <param name="Abi">The ABI; null when the project names none or one that there is not.</param>
/// <param name="Conduit">The conduit; null likewise.</param>
/// <param name="IsSupportPublic">Whether guest-side support is the public surface of this project.</param>
public sealed record BuildOptions(AbiKind? Abi, ConduitKind? Conduit, bool IsSupportPublic)
{
    /// <summary>The MSBuild property that names the ABI.</summary>
    public const string AbiProperty = "HypercallAbi";

    /// <summary>The MSBuild property that names the conduit.</summary>
    public const string ConduitProperty = "HypercallConduit";

    private const string SupportProperty = "HypercallSupport";

    /// <summary>Reads the properties that the package makes visible to the compiler.</summary>
    public static BuildOptions Read(AnalyzerConfigOptionsProvider provider)
    {
        AbiKind? abi = AbiNames.TryParse(Value(provider, AbiProperty), out AbiKind found) ? found : null;
        bool hasConduit = ConduitNames.TryParse(Value(provider, ConduitProperty), out ConduitKind conduit)
            && (abi is null || ConduitNames.Exists(conduit, abi.Value));
        return new BuildOptions(abi, hasConduit ? conduit : null, Value(provider, SupportProperty) == "public");
    }

    /// <summary>A property's value; empty when the project does not set it.</summary>
    public static string Value(AnalyzerConfigOptionsProvider provider, string property) =>
        provider.GlobalOptions.TryGetValue("build_property." + property, out string? value) ? value.Trim() : string.Empty;
}
