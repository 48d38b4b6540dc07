using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Infrastructure;

/// <summary>
/// What every rule says of every case that it flags, and what it hands to its code fix: Messages/HCSnnnn.txt, to be read in a
/// review. A case that says something else fails. Set HYPERCALL_WRITE_GOLDEN=1 to add what the cases say instead of comparing;
/// delete the folder first to be rid of what no case says any more.
/// </summary>
internal sealed class MessageRecord
{
    private static readonly ConcurrentDictionary<string, MessageRecord> Records = new();

    private static readonly bool Writes = Environment.GetEnvironmentVariable("HYPERCALL_WRITE_GOLDEN") == "1";

    private readonly string _path;
    private readonly SortedSet<string> _entries;

    private MessageRecord(string rule)
    {
        _path = Repository.PathOf($"tests/HypercallSdk.Analyzers.Tests/Messages/{rule}.txt");
        _entries = new SortedSet<string>(File.Exists(_path) ? File.ReadAllText(_path).Split("\n\n") : [], StringComparer.Ordinal);
    }

    /// <summary>Holds a diagnostic to the record of its rule.</summary>
    public static void Check(Diagnostic diagnostic) =>
        Records.GetOrAdd(diagnostic.Id, static rule => new MessageRecord(rule)).CheckEntry(Describe(diagnostic));

    private void CheckEntry(string entry)
    {
        lock (_entries)
        {
            if (Writes && _entries.Add(entry))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
                File.WriteAllText(_path, string.Join("\n\n", _entries));
            }

            Assert.True(_entries.Contains(entry), $"{_path} does not know:\n{entry}\n\nIt knows of that place:\n{OfSamePlace(entry)}");
        }
    }

    private string OfSamePlace(string entry) =>
        string.Join('\n', _entries.Where(known => known.Split('\n')[0] == entry.Split('\n')[0]));

    private static string Describe(Diagnostic diagnostic) => string.Join("\n    ",
    [
        PlaceOf(diagnostic.Location),
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        .. diagnostic.Properties.OrderBy(static property => property.Key, StringComparer.Ordinal)
            .Select(static property => $"{property.Key}: {property.Value}"),
        .. diagnostic.AdditionalLocations.Select(static location => $"at {PlaceOf(location)}"),
    ]);

    /// <summary>The place's line with the place between brackets; a file that is not source has its line's number only.</summary>
    private static string PlaceOf(Location location)
    {
        if (location.SourceTree is not { } tree)
        {
            return $"{location.GetLineSpan()}";
        }

        SourceText source = tree.GetText();
        TextLine first = source.Lines.GetLineFromPosition(location.SourceSpan.Start);
        TextLine last = source.Lines.GetLineFromPosition(location.SourceSpan.End);
        string marked = source.ToString(TextSpan.FromBounds(first.Start, location.SourceSpan.Start)) + '⟦'
            + source.ToString(location.SourceSpan) + '⟧' + source.ToString(TextSpan.FromBounds(location.SourceSpan.End, last.End));
        return string.Join(' ', marked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
