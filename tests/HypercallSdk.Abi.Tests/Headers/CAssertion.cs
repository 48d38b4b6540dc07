namespace HypercallSdk.Abi.Tests.Headers;

/// <summary>Something that a C compiler is to confirm.</summary>
/// <param name="Subject">The record or constant that it is about.</param>
/// <param name="Condition">A constant expression of C's.</param>
internal sealed record CAssertion(string Subject, string Condition)
{
    /// <summary>The assertion as a line of C.</summary>
    public string ToLine() => $"_Static_assert({Condition}, \"{Subject}\");";
}
