namespace HypercallSdk.Generators.Emission;

/// <summary>A file that the generator adds to the compilation.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
internal sealed record EmittedFile(string HintName, string Text);
