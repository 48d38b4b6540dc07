namespace HypercallSdk.Analyzers;

/// <summary>
/// The groups of rules, as <c>.editorconfig</c> names them in <c>dotnet_analyzer_diagnostic.category-*</c>.
/// </summary>
internal static class RuleCategories
{
    /// <summary>HCS0xxx: what the project declares, its memory maps among it.</summary>
    public const string Declarations = "HypercallSdk.Declarations";

    /// <summary>HCS1xxx: what a number counts.</summary>
    public const string Units = "HypercallSdk.Units";

    /// <summary>HCS2xxx: where something is mapped.</summary>
    public const string MapTargets = "HypercallSdk.MapTargets";

    /// <summary>HCS3xxx: what is asked for, and whether the hypervisor has it.</summary>
    public const string Availability = "HypercallSdk.Availability";

    /// <summary>HCS4xxx: what the hypervisor answered.</summary>
    public const string Results = "HypercallSdk.Results";

    /// <summary>HCS5xxx: what was made, and how it is undone.</summary>
    public const string Lifecycles = "HypercallSdk.Lifecycles";

    /// <summary>HCS6xxx: the memory that the hypervisor is given.</summary>
    public const string Buffers = "HypercallSdk.Buffers";
}
