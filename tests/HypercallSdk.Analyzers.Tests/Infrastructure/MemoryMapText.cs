using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>A memory map of a guest under test.</summary>
/// <param name="path">Where it stands.</param>
/// <param name="text">What it says.</param>
internal sealed class MemoryMapText(string path, string text) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
