using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>Whatever stands in the source: no exception, and no broken output that nobody is told about.</summary>
public sealed class MutatedDeclarationTests
{
    private const int MutantsPerSeed = 300;

    private const string Seed = """
        using HypercallSdk;
        namespace Demo;
        public enum Kind : ushort { One }
        public readonly struct Handle { public readonly int Value; }
        [HypercallStruct("xen_pair", Size = 16)]
        public unsafe struct Pair { public Gfn first; public uint second; public fixed byte text[4]; }
        [Hypercall(40, "demo_op", Batched = true)]
        public unsafe partial interface IDemoOp
        {
            /// <summary>Reads.</summary>
            [HypercallOp(1, "DEMO_read", Struct = "xen_read", Size = 24)]
            XenResult Read([StoredAs(AbiInteger.U32)] Kind kind, in Handle handle, [MapTarget] Gfn gfn, out short status, ref uint count);
            [HypercallOp(2, "DEMO_write", Struct = "xen_write")]
            ExtentCount Write([CountOf(nameof(pairs))] uint nr, Pair* pairs, [CName("u.inner")] Pair inner, out Handle @out);
        }
        [Hypercall(41, "other_op")]
        internal partial interface Other
        {
            [HypercallOp(0, "OTHER_stop"), Proposed] void Stop();
            [HypercallOp(1, "OTHER_go")] unsafe long Go(uint a, Kind b, Gfn c, void* d);
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task Three_thousand_mutants_break_nothing_silently(int seed)
    {
        Mutation mutation = new(Seed, seed);
        GeneratorDriver driver = Generation.Driver(BuildProperties.Hook);
        CSharpCompilation empty = Guest.With();
        for (int mutant = 0; mutant < MutantsPerSeed; mutant++)
        {
            string source = mutation.Next();
            CSharpCompilation guest = empty.AddSyntaxTrees(Guest.Tree(source));
            driver = driver.RunGeneratorsAndUpdateCompilation(guest, out Compilation output, out _);

            Assert.True(driver.GetRunResult().Results.Single().Exception is null, "the generator threw for:\n" + source);
            await AssertBreakageIsTold(guest, output, source);
        }
    }

    private static async Task AssertBreakageIsTold(CSharpCompilation guest, Compilation output, string source)
    {
        if (guest.GetDiagnostics().Any(IsError))
        {
            // The compiler speaks already; the rules must only survive it.
            IReadOnlyList<Diagnostic> verdicts = await Rules.Judge(guest, BuildProperties.Hook);
            Assert.True(verdicts.All(static verdict => verdict.Id != "AD0001"), "an analyzer threw for:\n" + source);
            return;
        }

        Diagnostic[] broken = [.. output.GetDiagnostics().Where(IsError)];
        IReadOnlyList<Diagnostic> told = await Rules.Judge((CSharpCompilation)output, BuildProperties.Hook);
        Assert.True(told.All(static verdict => verdict.Id != "AD0001"), "an analyzer threw for:\n" + source);
        Assert.True(broken.Length == 0, $"{broken.FirstOrDefault()} in what is emitted for:\n{source}");
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
