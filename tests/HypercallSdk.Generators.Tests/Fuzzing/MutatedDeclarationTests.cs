using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using HypercallSdk.Model.Abi;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>
/// Whatever stands in the source: no exception, and no broken output that nobody is told about. Twenty thousand files in all.
/// </summary>
public sealed class MutatedDeclarationTests(ITestOutputHelper output)
{
    private const int FilesInABatch = 100;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, DeclarationSeeds.All.Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Two_thousand_mutants_of_a_seed_break_nothing_silently(int seed) =>
        Try(batch => new Mutation(DeclarationSeeds.All[seed], batch).Next, batches: 20, fewestSound: 200);

    [Fact]
    public Task Five_thousand_wild_declarations_break_nothing_silently() =>
        Try(static batch => new WildDeclaration(new Random(batch)).Next, batches: 50, fewestSound: 100);

    [Fact]
    public Task A_thousand_random_records_break_nothing() =>
        Try(static batch => new RandomDeclaration(batch).Next, batches: 10, fewestSound: 1000);

    [Fact]
    public Task Two_thousand_mutants_of_random_records_break_nothing_silently() =>
        Try(MutantsOfRandomRecords, batches: 20, fewestSound: 200);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_seeds_are_sound(int seed)
    {
        string source = DeclarationSeeds.All[seed];

        Assert.Empty(await Rules.JudgeDeclarations(Guest.Borrowing.AddSyntaxTrees(Guest.Tree(source)), BuildProperties.Hook));
        Assert.Equal(1, await new DeclarationFuzz(BuildProperties.Hook).Try([source]));
    }

    private static Func<string> MutantsOfRandomRecords(int batch)
    {
        RandomDeclaration records = new(batch);
        int seed = batch * FilesInABatch;
        return () => new Mutation(records.Next(), seed++).Next();
    }

    /// <summary>Tries batches, each on an ABI of its own.</summary>
    /// <param name="sourcesOf">What makes up a batch's files.</param>
    /// <param name="batches">How many batches.</param>
    /// <param name="fewestSound">How many files must be sound, at least, for the test to mean something.</param>
    private async Task Try(Func<int, Func<string>> sourcesOf, int batches, int fewestSound)
    {
        int sound = 0;
        await Parallel.ForAsync(0, batches, async (batch, _) =>
        {
            Func<string> next = sourcesOf(batch);
            string[] sources = [.. Enumerable.Range(0, FilesInABatch).Select(_ => next())];
            DeclarationFuzz fuzz = new(BuildProperties.Of(AbiNames.Names[batch % AbiNames.Names.Count], "hook"));
            Interlocked.Add(ref sound, await fuzz.Try(sources));
        });

        output.WriteLine($"{batches * FilesInABatch} files, of which {sound} are sound");
        Assert.True(sound >= fewestSound, $"only {sound} files are sound, so the others prove little");
    }
}
