using System.Threading.Tasks;
using HypercallSdk.Analyzers.Declarations;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Rules;

/// <summary>HCS0025: marks that other rules go by, and that name what there is not.</summary>
public sealed class MarkTests
{
    [Theory]
    [InlineData("public enum Space : uint { [Accepts({|HCS0025:\"cuont\"|}, 0, 1)] A }")]
    [InlineData("public enum Space : uint { [Accepts({|HCS0025:0|}, 1)] A }")]
    [InlineData("public enum Space : uint { [Accepts(\"count\", {|HCS0025:2|}, 1)] A }")]
    [InlineData("public enum Space : uint { [HighestFirst({|HCS0025:\"idx\"|})] A }")]
    [InlineData("public enum Space : uint { [MappedOnce({|HCS0025:\"idx\"|})] A }")]
    [InlineData("public enum Space : uint { [AcceptedBy({|HCS0025:\"TOY_mpa\"|})] A }")]
    [InlineData("public enum Space : uint { [AcceptedBy(\"TOY_map\"), AcceptedBy({|HCS0025:\"toy_map\"|})] A }")]
    [InlineData("public enum Space : uint { A } static class G { [AvailabilityGuard({|HCS0025:\"4.x\"|})] static bool Has => true; }")]
    [InlineData("public enum Space : uint { A } static class G { [AvailabilityGuard({|HCS0025:\"\"|})] static readonly bool s_has = true; }")]
    [InlineData("public enum Space : uint { A } static class G { [{|HCS0025:AvailabilityGuard|}] static bool Has => true; }")]
    [InlineData("public enum Space : uint { A } static class G { [{|HCS0025:AvailabilityGuard|}] static bool Is(int release) => release > 0; }")]
    [InlineData("public enum Space : uint { A } static class G { [{|HCS0025:AvailabilityGuard(\"4.20\")|}] static int Has => 1; }")]
    [InlineData("public enum Space : uint { A } static class G { static void M([{|HCS0025:MapTarget|}] ulong address) { } }")]
    [InlineData("public enum Space : uint { A } static class G { static void M([{|HCS0025:Proven|}] int[] list) { } }")]
    [InlineData("public enum Space : uint { A } static class G { [{|HCS0025:Proven|}] static ulong s_address; }")]
    [InlineData("public enum Space : uint { A } static class G { [{|HCS0025:Proven|}] static string Name => string.Empty; }")]
    [InlineData("public enum Space : uint { A } static class G { [return: {|HCS0025:Proven|}] static Mfn Make() => default; }")]
    [InlineData("public enum Space : uint { A } struct Pair { public int A; } static class G { static void M([{|HCS0025:MapTarget|}] Pair pair) { } }")]
    public Task A_mark_that_cannot_be_is_reported(string source) => Run(source, "[Accepts(0, 9)] uint count");

    [Theory]
    [InlineData("[Accepts({|HCS0025:\"space\"|}, 0, 1)] uint count")]
    [InlineData("[Accepts({|HCS0025:9|}, 1)] uint count")]
    public Task A_parameter_s_mark_that_cannot_be_is_reported(string parameter) => Run("public enum Space : uint { A }", parameter);

    [Theory]
    [InlineData("public enum Space : uint { [Accepts(\"count\", 0, 1), Accepts(\"count\", 4, 4)] A }")]
    [InlineData("public enum Space : uint { [HighestFirst(\"count\")] A }")]
    [InlineData("public enum Space : uint { [MappedOnce(\"count\")] A }")]
    [InlineData("public enum Space : uint { [AcceptedBy(\"TOY_map\"), AcceptedBy(\"TOY_unmap\")] A }")]
    [InlineData("public enum Space : uint { A } public enum Other { [Accepts(\"anything\", 0, 1)] A }")]
    [InlineData("public enum Space : uint { A } static class G { [AvailabilityGuard(\"4.20\")] static bool Has => true; }")]
    [InlineData("public enum Space : uint { A } static class G { [AvailabilityGuard] static bool Is(uint major, uint minor) => major + minor > 4; }")]
    [InlineData("public enum Space : uint { A } static class G { [AvailabilityGuard(\"4.20\")] static readonly bool s_has = true; }")]
    [InlineData("public enum Space : uint { A } static unsafe class G { static void M([MapTarget] Gfn frame, [MapTarget] GuestPhysicalAddress address, [MapTarget] Gfn* list) { } }")]
    [InlineData("public enum Space : uint { A } struct Pair { public Gfn A; } static class G { [Proven] static Pair s_pair; [return: Proven] static Gfn[] Make() => []; }")]
    [InlineData("public enum Space : uint { A } static class G { static void M<T>([MapTarget] T frame, [MapTarget] T[] frames, [Proven] System.Collections.Generic.List<T> all) { } }")]
    [InlineData("public enum Space : uint { A } record Page([MapTarget] Gfn? Frame); static class G { [Proven] static (Gfn, int) s_pair; }")]
    public Task A_mark_that_names_what_there_is_is_not(string source) => Run(source, "[Accepts(0, 9)] uint count");

    private static Task Run(string source, string parameter) => new GuestTest<MarkAnalyzer>
    {
        Guest = $$"""
            using HypercallSdk;
            {{source}}
            public interface IToyOp
            {
                [HypercallOp(1, "TOY_map", Struct = "toy_map")] long Map(Space space, {{parameter}});
                [HypercallOp(2, "TOY_unmap")] long Unmap(Space space);
            }
            """,
    }.Run();
}
