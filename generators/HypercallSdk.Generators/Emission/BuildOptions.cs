using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Generators.Emission;

/// <summary>What the project's properties decide about emitted code.</summary>
/// <param name="Abi">The ABI; null when the project names none or one that there is not.</param>
/// <param name="Conduit">The conduit; null likewise, and where its stubs cannot be what they are to be.</param>
/// <param name="IsSupportPublic">Whether guest-side support is the public surface of this project.</param>
/// <param name="Stubs">What the conduit's stubs are.</param>
public sealed record BuildOptions(AbiKind? Abi, ConduitKind? Conduit, bool IsSupportPublic, StubOptions Stubs)
{
    /// <summary>The MSBuild property that names the ABI.</summary>
    public const string AbiProperty = "HypercallAbi";

    /// <summary>The MSBuild property that names the conduit.</summary>
    public const string ConduitProperty = "HypercallConduit";

    /// <summary>The MSBuild property that says what the stubs are.</summary>
    public const string StubsProperty = "HypercallStubs";

    /// <summary>The MSBuild property that names the calling convention.</summary>
    public const string ConventionProperty = "HypercallCallingConvention";

    private const string SupportProperty = "HypercallSupport";

    /// <summary>Reads the properties that the package makes visible to the compiler.</summary>
    public static BuildOptions Read(AnalyzerConfigOptionsProvider provider)
    {
        AbiKind? abi = AbiNames.TryParse(Value(provider, AbiProperty), out AbiKind found) ? found : null;
        bool hasConduit = ConduitNames.TryParse(Value(provider, ConduitProperty), out ConduitKind conduit)
            && (abi is null || ConduitNames.Exists(conduit, abi.Value));
        StubOptions? stubs = ReadStubs(provider);
        bool isPossible = hasConduit && stubs is not null && ConduitNames.Exists(conduit, stubs.Flavour, stubs.Convention);
        return new BuildOptions(
            abi, isPossible ? conduit : null, Value(provider, SupportProperty) == "public",
            stubs ?? new StubOptions(StubFlavour.Linked, CallingConvention.SystemV));
    }

    /// <summary>What the stubs are; null where a property is set and says nothing that is known.</summary>
    private static StubOptions? ReadStubs(AnalyzerConfigOptionsProvider provider)
    {
        string flavour = Value(provider, StubsProperty);
        string convention = Value(provider, ConventionProperty);
        bool isFlavour = StubFlavourNames.TryParse(flavour, out StubFlavour foundFlavour) || flavour.Length == 0;
        bool isConvention = CallingConventionNames.TryParse(convention, out CallingConvention foundConvention) || convention.Length == 0;
        return isFlavour && isConvention ? new StubOptions(foundFlavour, foundConvention) : null;
    }

    /// <summary>A property's value; empty when the project does not set it.</summary>
    public static string Value(AnalyzerConfigOptionsProvider provider, string property) =>
        provider.GlobalOptions.TryGetValue("build_property." + property, out string? value) ? value.Trim() : string.Empty;
}
