namespace HypercallSdk.Generators;

/// <summary>The tracking names of the generator's steps, for tests of what an edit re-runs.</summary>
public static class StepNames
{
    /// <summary>The project's properties.</summary>
    public const string Options = "Options";

    /// <summary>What the guest's core library has.</summary>
    public const string Corlib = "Corlib";

    /// <summary>The annotated interfaces.</summary>
    public const string Declarations = "Declarations";

    /// <summary>The annotated structs.</summary>
    public const string Structs = "Structs";

    /// <summary>The annotated unions.</summary>
    public const string Unions = "Unions";

    /// <summary>The text of a struct's or union's file.</summary>
    public const string RecordText = "RecordText";

    /// <summary>The interfaces and structs whose names differ in case only, and so the names of their files.</summary>
    public const string Twins = "Twins";

    /// <summary>The text of an interface's file.</summary>
    public const string Text = "Text";

    /// <summary>The hypercalls that the conduit's own file must know.</summary>
    public const string Hypercalls = "Hypercalls";
}
