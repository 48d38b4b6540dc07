using System.Threading.Tasks;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5007: what the guest has only so much of is not given to whoever asks.</summary>
public sealed class UnboundedTotalTests
{
    private const string Decrease = "MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)";
    private const string Marked = "{|HCS5007:" + Decrease + "|}";
    private const string Give = "if (!" + Decrease + ".IsAll(1)) { return false; } ";
    private const string MarkedGive = "if (!" + Marked + ".IsAll(1)) { return false; } ";
    private const string Grant = "GrantTableOp.MapGrantRef(page.Address, GrantMapFlags.HostMap, reference, owner, out GrantStatus status, out GrantHandle handle, out _)";
    private const string MapGrant = "XenResult mapped = " + Grant + "; if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } ";
    private const string MarkedMapGrant = "XenResult mapped = {|HCS5007:" + Grant + "|}; if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } ";

    [Theory]
    [InlineData(MarkedGive + "_count++; return true;")]
    [InlineData(MarkedGive + "_count += 1; return true;")]
    [InlineData(MarkedGive + "_count = _count + 1; return true;")]
    [InlineData(MarkedGive + "this._count++; return true;")]
    [InlineData(MarkedGive + "Given++; return true;")]
    [InlineData(MarkedGive + "_list.Add(page); return true;")]
    [InlineData(MarkedGive + "_pages[_count++] = page; return true;")]
    [InlineData("if (page == Gfn.Invalid || size > 64) { return false; } " + MarkedGive + "_count++; return true;")]
    [InlineData("if (!_isReady) { return false; } " + MarkedGive + "_count++; return true;")]
    [InlineData("uint done = 0; while (done < size) { " + MarkedGive + "_count++; done++; } return true;")]
    [InlineData("bool isGiven = " + Marked + ".IsAll(1); if (isGiven) { _count++; } return isGiven;")]
    [InlineData("if (_count == 0) { page += 1; } " + MarkedGive + "_count++; for (uint i = 0; i < _count; i++) { _pages[i] = page; } return true;")]
    [InlineData(MarkedMapGrant + "_handles[_count++] = handle; return true;")]
    [InlineData("if (!_ring.TryTake(out GrantRef asked)) { return false; } XenResult mapped = {|HCS5007:GrantTableOp.MapGrantRef(page.Address, GrantMapFlags.HostMap, asked, owner, out GrantStatus status, out GrantHandle handle, out _)|}; if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } _handles[_count++] = handle; return true;")]
    [InlineData(MarkedGive + "_count = (uint)(_count + 1); return true;")]
    [InlineData("if (_count is 0) { page += 1; } " + MarkedGive + "_count++; return true;")]
    [InlineData(MarkedGive + "_list.Add(page); _ = _list[0]; foreach (Gfn given in _list) { size += (uint)given.Value; } return true;")]
    [InlineData(MarkedGive + "_list.Add(page); if (_list.Count > 0) { size++; } return true;")]
    [InlineData("uint limit = size; if (limit < 4) { return false; } " + MarkedGive + "_count++; return true;")]
    public Task What_is_counted_and_never_compared_is_reported(string statements) => Check(statements);

    [Theory]
    [InlineData(Give + "return true;")]
    [InlineData("if (_count >= 64) { return false; } " + Give + "_count++; return true;")]
    [InlineData("if (_count >= size) { return false; } " + Give + "_count++; return true;")]
    [InlineData("return _count < size && " + Decrease + ".IsAll(1) && ++_count > 0;")]
    [InlineData("if (_list.Count == 64) { return false; } " + Give + "_list.Add(page); return true;")]
    [InlineData("uint room = _limit - _count; if (room == 0) { return false; } " + Give + "_count++; return true;")]
    [InlineData("if (!_space.TryTake(out page)) { return false; } " + Give + "_count++; return true;")]
    [InlineData("if (_space.IsEmpty) { return false; } " + Give + "_count++; return true;")]
    [InlineData("if (_ring.Length > 4) { return false; } " + Give + "_count++; return true;")]
    [InlineData(Give + "Seen++; return true;")]
    [InlineData(Give + "_shown++; return true;")]
    [InlineData(Give + "_array[_count++] = page; return true;")]
    [InlineData(Give + "uint all = 0; all++; return all > 0;")]
    [InlineData(Give + "_count--; return true;")]
    [InlineData(MapGrant + "_count++; XenResult gone = GrantTableOp.UnmapGrantRef(page.Address, 0, handle, out status); return gone.IsSuccess && status == GrantStatus.Okay;")]
    [InlineData(Give + "_count++; return MemoryOp.PopulatePhysmap(&page, 1, 0, default, DomId.Self).IsAll(1);")]
    [InlineData("if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, page).IsFailure) { return false; } _count++; return true;")]
    [InlineData("ExtentCount grown = MemoryOp.PopulatePhysmap(&page, 1, 0, default, DomId.Self); _count++; return grown.IsAll(1);")]
    [InlineData("if (_count is 64) { return false; } " + Give + "_count++; return true;")]
    [InlineData("if (_list.Count is > 64) { return false; } " + Give + "_list.Add(page); return true;")]
    [InlineData("uint full = _limit + 1; if (size > full) { return false; } " + Give + "_count++; return true;")]
    [InlineData(Give + "_count++; size = _count; return size < 64;")]
    [InlineData(Give + "_count++; size += _count; return true;")]
    [InlineData(Give + "_count = size + 1; return true;")]
    public Task What_is_bounded_or_not_known_to_be_counted_is_not(string statements) => Check(statements);

    [Theory]
    [InlineData("while (true) { XenResult mapped = {|HCS5007:GrantTableOp.MapGrantRef(next.Address, GrantMapFlags.HostMap, Take(), owner, out GrantStatus status, out GrantHandle handle, out _)|}; if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } Use(handle); next += 1; }")]
    [InlineData("for (;;) { if ({|HCS5007:MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)|}.IsAll(1)) { total++; } Use(default); }")]
    [InlineData("while (true) { if (total == 64) { return true; } if (MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self).IsAll(1)) { total++; } }")]
    [InlineData("while (true) { if (next == page) { return true; } XenResult mapped = GrantTableOp.MapGrantRef(next.Address, GrantMapFlags.HostMap, Take(), owner, out GrantStatus status, out GrantHandle handle, out _); if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } Use(handle); next += 1; }")]
    [InlineData("while (true) { XenResult mapped = GrantTableOp.MapGrantRef(next.Address, GrantMapFlags.HostMap, Take(), owner, out GrantStatus status, out GrantHandle handle, out _); if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } Use(handle); mapped = GrantTableOp.UnmapGrantRef(next.Address, 0, handle, out status); if (mapped.IsFailure || status != GrantStatus.Okay) { next += 1; } }")]
    [InlineData("for (uint i = 0; i < 4; i++) { XenResult mapped = GrantTableOp.MapGrantRef(next.Address, GrantMapFlags.HostMap, Take(), owner, out GrantStatus status, out GrantHandle handle, out _); if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } Use(handle); next += 1; } return true;")]
    [InlineData("while (total < 8) { if (MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self).IsAll(1)) { total++; } } return true;")]
    [InlineData("while (HasRoom()) { if (MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self).IsAll(1)) { total++; } } return true;")]
    [InlineData("while (true) { if (!HasRoom()) { return false; } if (MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self).IsAll(1)) { total++; } }")]
    public Task A_loop_without_an_end_needs_a_bound(string statements) => LifecycleCheck.Members(
        $$"""
        static GrantRef Take() => default;
        static bool HasRoom() => false;
        static void Use(GrantHandle handle) { }
        static bool Serve([MapTarget] Gfn next, Gfn page, DomId owner) { Gfn first = next; uint total = 0; return Loop(first, page, owner, total); }
        static bool Loop([MapTarget] Gfn start, Gfn page, DomId owner, uint from) { Gfn next = start; uint total = from; {{statements}} }
        """);

    [Theory]
    [InlineData("{|HCS5007:MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)|}", "_given++; return Give(page);", "")]
    [InlineData("MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)", "if (!s_budget.IsOpen) { return false; } _given++; return Give(page);", "")]
    [InlineData("MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)", "_given++; return Give(page);", "bool IsFull => _given > 9;")]
    [InlineData("{|HCS5007:MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)|}", "_given++; return Give(page);", "void Forget() { if (_given > 0) { _given--; } }")]
    [InlineData("MemoryOp.DecreaseReservation(&page, 1, 0, default, DomId.Self)", "_given++; return Give(page);", "void Bound() { Check(_given); } void Check(uint given) { }")]
    public Task The_methods_of_a_type_count_together(string call, string caller, string other) => LifecycleCheck.File(
        $$"""
        public struct Budget { public bool IsOpen => false; }
        public unsafe class Guest
        {
            private static Budget s_budget;
            private uint _given;
            private static bool Give(Gfn page) => {{call}}.IsAll(1);
            public bool TryGive(Gfn page) { {{caller}} }
            {{other}}
        }
        """);

    private static Task Check(string statements) => LifecycleCheck.File(
        $$"""
        public struct Space { public bool IsEmpty => false; public bool TryTake(out Gfn page) { page = default; return false; } }
        public struct Ring { public int Length => 3; public bool TryTake(out GrantRef asked) { asked = default; return false; } }
        public unsafe class Guest
        {
            private uint _count;
            private uint _limit;
            private uint _shown;
            private bool _isReady;
            private Gfn* _pages;
            private GrantHandle* _handles;
            private Gfn[] _array = [];
            private Space _space;
            private Ring _ring;
            private readonly System.Collections.Generic.List<Gfn> _list = [];
            private uint Given { get; set; }
            public uint Seen { get; private set; }
            public uint Shown => _shown;
            public bool Run(Gfn page, uint size, GrantRef reference, DomId owner) { {{statements}} }
        }
        """);
}
