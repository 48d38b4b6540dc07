namespace HypercallSdk.AbiCheck.Headers;

/// <summary>Something that is declared and that a C compiler is to confirm.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="File">The file that declares it.</param>
/// <param name="Subject">The record, field or constant.</param>
/// <param name="Expression">The C expression that is asked.</param>
/// <param name="Ours">What it should be, as C; null when the compiler is to know nothing of it.</param>
internal sealed record CClaim(CClaimKind Kind, string File, string Subject, string Expression, string? Ours)
{
    /// <summary>How findings call what is asked: <c>offset</c>.</summary>
    public string What { get; init; } = string.Empty;

    /// <summary>The claim as a line of C.</summary>
    public string ToLine() => Ours is null
        ? $"_Static_assert(({Expression}) || 1, \"\");"
        : $"_Static_assert(({Expression}) == {Ours}, \"\");";
}
