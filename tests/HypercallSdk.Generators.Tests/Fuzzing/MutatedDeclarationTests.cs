using System;
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

    /// <summary>How many mutants of a seed the compiler takes without the generator's output, at least.</summary>
    private const int FewestAccepted = 10;

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
        [Hypercall("psci"), HypercallConduit(Immediate = 0, Number = "x0", Arguments = "x1 x2 x9", Result = "x1", Instruction = "smc")]
        public partial interface IPsci
        {
            [HypercallOp(0x84000000, "PSCI_VERSION")] [return: StoredAs(AbiInteger.U32)] uint Version();
            [HypercallOp(0xC4000003, "CPU_ON")] [return: StoredAs(AbiInteger.S32)] Kind64 CpuOn(ulong cpu, Gfn entry, ulong context);
        }
        public enum Kind64 : long { None }
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
        GeneratorDriver driver = Generation.Driver(BuildProperties.Hook, trackSteps: false); // tracking itself throws in Roslyn 4.8
        int accepted = 0;
        for (int mutant = 0; mutant < MutantsPerSeed; mutant++)
        {
            string source = mutation.Next();
            CSharpCompilation guest = Guest.Borrowing.AddSyntaxTrees(Guest.Tree(source));
            driver = driver.RunGeneratorsAndUpdateCompilation(guest, out Compilation output, out _);

            Assert.True(driver.GetRunResult().Results.Single().Exception is null, "the generator threw for:\n" + source);
            accepted += await IsAccepted(guest, output, source) ? 1 : 0;
        }

        Assert.True(accepted >= FewestAccepted, $"only {accepted} mutants compile, so the others prove little");
    }

    /// <summary>Whether the compiler takes the source; if so, what is emitted for it compiles too, or a rule says why not.</summary>
    private static async Task<bool> IsAccepted(CSharpCompilation guest, Compilation output, string source)
    {
        // Where the compiler speaks already, the rules must only survive it.
        if ((await Judged(guest, source)).Any(IsCompilerError))
        {
            return false;
        }

        Diagnostic? broken = (await Judged(output, source)).FirstOrDefault(IsCompilerError);
        Assert.True(broken is null, $"{broken} in what is emitted for:\n{source}");
        return true;
    }

    private static async Task<IReadOnlyList<Diagnostic>> Judged(Compilation compilation, string source)
    {
        IReadOnlyList<Diagnostic> verdicts = await Rules.JudgeWithCompiler(compilation, BuildProperties.Hook);
        Assert.True(verdicts.All(static verdict => verdict.Id != "AD0001"), "an analyzer threw for:\n" + source);
        return verdicts;
    }

    private static bool IsCompilerError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);
}
