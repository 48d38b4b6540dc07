using System;
using HypercallSdk.Abi.Tests.DeclaredRecords;
using HypercallSdk.Abi.Tests.RandomRecords;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>Makes up files of sound records, such as are compared with C compilers elsewhere.</summary>
/// <param name="seed">The same seed makes the same files.</param>
internal sealed class RandomDeclaration(int seed)
{
    private readonly RandomRecord _records = new(new Random(seed)) { HasEmptyTypes = false };

    private readonly RecordNamer _namer = new(new Random(~seed));

    /// <summary>A file with one record and what it refers to.</summary>
    public string Next()
    {
        string record = DeclarationText.Of(_namer.Name("Sound", "xen_sound", _records.Next()));
        return "using HypercallSdk;\nnamespace Demo;\n" + string.Join('\n', DeclarationText.PreludeOf(record)) + "\n" + record;
    }
}
