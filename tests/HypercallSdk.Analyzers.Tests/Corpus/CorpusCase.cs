using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using HypercallSdk.Testing;

namespace HypercallSdk.Analyzers.Tests.Corpus;

/// <summary>A bug that shipped, written in C#, and its mend: a folder with Bug.cs and Fix.cs.</summary>
internal sealed class CorpusCase
{
    private const string Folder = "tests/HypercallSdk.Analyzers.Tests/Corpus";

    private readonly string _path;
    private readonly string[] _bug;

    private CorpusCase(string path)
    {
        _path = path;
        _bug = File.ReadAllLines(Path.Combine(path, "Bug.cs"));
    }

    /// <summary>The folder's name: a number and a few words.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>The commit, the project and its part.</summary>
    public string Where => Header("Where") ?? throw new InvalidDataException($"{Name} does not say where it happened.");

    /// <summary>What happened.</summary>
    public string What => Header("What") ?? throw new InvalidDataException($"{Name} does not say what happened.");

    /// <summary>What a rule would have to see; null for a bug that is caught.</summary>
    public string? NotYet => Header("Not yet");

    /// <summary>What is to be found in the bug, as <see cref="CorpusRun"/> says it: the ids at the ends of lines.</summary>
    public IEnumerable<string> Expected => Markers("Bug.cs", "// ").Concat(Markers("Bug.memmap", "# "));

    /// <summary>All cases, in order.</summary>
    public static IReadOnlyList<CorpusCase> All { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf(Folder)).Order(StringComparer.Ordinal).Select(static path => new CorpusCase(path))];

    /// <summary>The text of one of the case's files; null if it has none of that name.</summary>
    public string? Text(string file) => File.Exists(Path.Combine(_path, file)) ? File.ReadAllText(Path.Combine(_path, file)) : null;

    private IEnumerable<string> Markers(string file, string comment) =>
        (Text(file) ?? "").Split('\n').SelectMany((line, index) => Ids(line, comment).Select(id => $"{file}({index + 1}): {id}"));

    private static string[] Ids(string line, string comment)
    {
        int start = line.LastIndexOf(comment, StringComparison.Ordinal);
        string[] words = start < 0 ? [] : line[(start + comment.Length)..].Split(' ');
        return words.All(IsId) ? words : [];
    }

    private static bool IsId(string word) =>
        (word.StartsWith("HCS", StringComparison.Ordinal) && word.Length == 7) || (word.StartsWith("CS", StringComparison.Ordinal) && word.Length == 6);

    private string? Header(string key) =>
        _bug.Where(line => line.StartsWith($"// {key}: ", StringComparison.Ordinal)).Select(line => line[(key.Length + 5)..]).SingleOrDefault();
}
