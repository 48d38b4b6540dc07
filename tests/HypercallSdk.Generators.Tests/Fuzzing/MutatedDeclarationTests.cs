using System;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>Whatever stands in the source: no exception, and no broken output that nobody is told about.</summary>
public sealed class MutatedDeclarationTests(ITestOutputHelper output)
{
    private const int FilesInABatch = 100;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, DeclarationSeeds.All.Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Two_thousand_mutants_of_a_seed_break_nothing_silently(int seed) =>
        await Try(batch => new Mutation(DeclarationSeeds.All[seed], batch).Next, batches: 20, fewestAccepted: 60);

    [Fact]
    public async Task Five_thousand_wild_declarations_break_nothing_silently() =>
        await Try(static batch => new WildDeclaration(new Random(batch)).Next, batches: 50, fewestAccepted: 500);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_seeds_themselves_are_sound(int seed)
    {
        DeclarationFuzz fuzz = new(BuildProperties.Hook);

        Assert.Equal(1, await fuzz.Try([DeclarationSeeds.All[seed]]));
    }

    private async Task Try(Func<int, Func<string>> sourcesOf, int batches, int fewestAccepted)
    {
        int accepted = 0;
        for (int batch = 0; batch < batches; batch++)
        {
            Func<string> next = sourcesOf(batch);
            string[] sources = [.. Enumerable.Range(0, FilesInABatch).Select(_ => next())];
            accepted += await new DeclarationFuzz(BuildProperties.Hook).Try(sources);
        }

        output.WriteLine($"{batches * FilesInABatch} files, of which the compiler takes {accepted} before anything is emitted");
        Assert.True(accepted >= fewestAccepted, $"only {accepted} files compile, so the others prove little");
    }
}
