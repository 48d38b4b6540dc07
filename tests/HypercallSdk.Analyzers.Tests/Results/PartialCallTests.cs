using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4008: who has to take back what was mapped before a call failed.</summary>
public sealed class PartialCallTests
{
    private const string Own = "Gfn* frames = stackalloc Gfn[4]; uint count = 4; ";
    private const string Call = "MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames)";
    private const string Bad = "{|HCS4008:" + Call + "|}";

    [Theory]
    [InlineData(Own + "return " + Bad + ".IsSuccess;")]
    [InlineData(Own + "XenResult asked = " + Bad + "; if (asked.IsFailure) { return false; } gfn = frames[0];")]
    [InlineData(Own + "XenResult asked = " + Bad + "; if (asked.Errno == XenErrno.EIO) { return false; } return asked.IsSuccess;")]
    [InlineData(Own + "if (" + Bad + " is { IsFailure: true }) { throw new Exception(); }")]
    [InlineData("Gfn frame = default; uint count = 1; return {|HCS4008:MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, &frame)|}.IsSuccess;")]
    [InlineData("Gfn[] list = new Gfn[4]; uint count = 4; fixed (Gfn* frames = list) { return " + Bad + ".IsSuccess; }")]
    [InlineData(Own + "bool Map() => " + Bad + ".IsSuccess; return Map();")]
    [InlineData(Own + "XenResult asked = " + Bad + "; count = asked.IsSuccess ? count : 0; return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, 0, gfn).IsSuccess;")]
    public Task A_part_that_stays_is_reported(string statements) => XenGuest.Statements(statements);

    [Theory]
    [InlineData(Own + "if (" + Call + ".IsFailure) { for (int i = 0; i < 4; i++) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, frames[i]); } return false; }")]
    [InlineData(Own + "XenResult asked = " + Call + "; if (asked.Errno == XenErrno.EIO) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, frames[0]); } return asked.IsSuccess;")]
    [InlineData(Own + "void Undo() { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, frames[0]); } if (" + Call + ".IsFailure) { Undo(); return false; }")]
    [InlineData("Gfn* frames = gfns; uint count = 4; return " + Call + ".IsSuccess;")]
    [InlineData(Own + "uint offset = 1; static void Undo(Gfn* all) => _ = MemoryOp.RemoveFromPhysmap(DomId.Self, *all); if (" + Call + ".IsFailure) { Undo(frames + offset); return false; }")]
    [InlineData("uint count = 4; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, gfns).IsSuccess;")]
    [InlineData("uint count = 0; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, null).IsSuccess && count > 0;")]
    [InlineData("uint count = 0; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, default).IsSuccess && count > 0;")]
    [InlineData("fixed (Gfn* frames = new Span<Gfn>(gfns, 4)) { uint count = 4; return " + Call + ".IsSuccess; }")]
    public Task What_is_taken_back_or_somebody_else_s_is_not(string statements) => XenGuest.Statements(statements);

    [Fact]
    public Task Frames_of_a_field_or_a_property_have_an_owner_who_may_take_them_back() => XenGuest.File(
        """
        public unsafe class Guest
        {
            static Gfn* s_frames;
            Gfn* _frames;
            Gfn* Frames { get; set; }
            bool OfType() { Gfn* frames = s_frames; uint count = 4; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames).IsSuccess; }
            bool OfField() { Gfn* frames = _frames; uint count = 4; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames).IsSuccess; }
            bool OfProperty() { Gfn* frames = Frames; uint count = 4; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames).IsSuccess; }
        }
        """);

    [Fact]
    public Task Whoever_gets_the_result_or_the_frames_may_take_them_back() => XenGuest.Members(
        """
        static XenResult Handed() { Gfn* frames = stackalloc Gfn[4]; uint count = 4; return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames); }
        static bool Helped()
        {
            Gfn* frames = stackalloc Gfn[4];
            uint count = 4;
            if (MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames).IsSuccess) { return true; }
            Release(frames, count);
            return false;
        }
        static void Release(Gfn* frames, uint count) { for (uint i = 0; i < count; i++) { _ = MemoryOp.RemoveFromPhysmap(DomId.Self, frames[i]); } }
        """,
        ("HypercallXenMinimum", "4.17"));

    [Fact]
    public Task Frames_that_may_be_somebody_else_s_or_are_given_to_somebody_are_left_alone() => XenGuest.File(
        """
        [Hypercall("toy")]
        public unsafe partial interface IToy
        {
            [HypercallOp(0x84000001, "TOY_do"), PartialOn(XenErrno.EIO, "TOY_undo")] XenResult Do(uint what);
            [HypercallOp(0x84000002, "TOY_undo")] XenResult Undo(uint what);
        }
        static unsafe class Guest
        {
            static Gfn* s_frames;
            static bool OfNoFrames() => Toy.Do(1).IsSuccess;
            static bool OfEither(bool own)
            {
                Gfn* frames = stackalloc Gfn[4];
                uint count = 4;
                if (!own) { frames = s_frames; }
                return MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames).IsSuccess;
            }
            static bool Handed(uint offset)
            {
                Gfn* frames = stackalloc Gfn[4];
                uint count = 4;
                uint last = offset - 1;
                if (MemoryOp.AcquireResource(new DomId(3), default, 0, ref count, 0, frames).IsSuccess) { return true; }
                Keep(frames + last);
                return false;
            }
            static void Keep(Gfn* frames) => s_frames = frames;
        }
        """);
}
