using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4001 to HCS4005, by the forms in which C# can say one thing.</summary>
public sealed class ResultFormTests
{
    [Theory]
    [InlineData("IMemoryOp? memory = default(MemoryOp.Direct); memory?{|HCS4001:.RemoveFromPhysmap(DomId.Self, gfn)|};")]
    [InlineData("XenResult r = condition ? {|HCS4001:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|} : default;")]
    [InlineData("XenResult r = {|HCS4001:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}; r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); return r.IsSuccess;")]
    [InlineData("XenResult r = number switch { 1 => {|HCS4001:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}, _ => default };")]
    [InlineData("void Undo() => {|HCS4001:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|}; Undo();")]
    [InlineData("goto undo; undo: {|HCS4001:MemoryOp.RemoveFromPhysmap(DomId.Self, gfn)|};")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return done.Value switch { {|HCS4002:< 0|} => false, _ => true };")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); switch (done.Value) { case {|HCS4002:< 0|}: return false; default: return true; }")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return done is { Value: {|HCS4002:>= 0|} };")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); switch (done.Value) { {|HCS4002:case -1:|} return false; default: return true; }")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return {|HCS4002:done.Value is 0|};")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return {|HCS4002:done.Value is not 0|};")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return {|HCS4002:done.Value >= 1|};")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return {|HCS4002:done.Value < 1|};")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return {|HCS4002:new XenResult(done.Value)|}.IsSuccess;")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return done is { Value: {|HCS4002:< 0|} } ? false : true;")]
    [InlineData("bool failed = {|HCS4002:MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self).Value < 0|}; return !failed;")]
    [InlineData("bool Failed(ExtentCount c) => {|HCS4002:c.Value < 0|}; return Failed(MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self));")]
    [InlineData("XenQuantity q = MemoryOp.MaximumRamPage(); int p = {|HCS4003:(int)(q.Value + 1)|}; return p > 0;")]
    [InlineData("XenResult r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); int rc = {|HCS4003:(int)r.Value|}; return rc == 0;")]
    [InlineData("XenResult r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); return {|HCS4003:(int)r.Value|} == 0;")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); if (r is { IsFailure: true }) { return {|HCS4004:v|} == 1; }")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); if (r.IsFailure) { goto fail; } return v == 1; fail: return {|HCS4004:v|} == 2;")]
    [InlineData("XenResult r = GrantTableOp.UnmapGrantRef(default, 0, default, out {|HCS4005:var s|}); return r.IsSuccess;")]
    [InlineData("Span<int> errs = stackalloc int[4]; fixed (int* p = errs) { return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, {|HCS4005:p|}).IsSuccess; }")]
    public Task What_is_wrong_is_reported_in_any_form(string source) => XenGuest.Statements(source);

    [Theory]
    [InlineData("XenResult r = default; for (ulong i = 0; i < number; i++) { r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); } return r.IsSuccess;")]
    [InlineData("XenResult r = number switch { 1 => MemoryOp.RemoveFromPhysmap(DomId.Self, gfn), _ => default }; return r.IsSuccess;")]
    [InlineData("XenResult r; if (condition) { r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); } else { r = MemoryOp.RemoveFromPhysmap(DomId.Invalid, gfn); } return r is { IsSuccess: true };")]
    [InlineData("if (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn) is { IsSuccess: false }) { return false; }")]
    [InlineData("XenResult r = default; try { r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); } finally { condition = r.IsSuccess; } return condition;")]
    [InlineData("bool Undo() => MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).IsSuccess; return Undo();")]
    [InlineData("XenResult[] all = new XenResult[2]; all[0] = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); return all[0].IsSuccess;")]
    [InlineData("(XenResult a, int b) = (MemoryOp.RemoveFromPhysmap(DomId.Self, gfn), 1); return a.IsSuccess && b == 1;")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); return done.Value >= 0 && (ulong)done.Value == number;")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); if (done.Value < 0 || (ulong)done.Value < number) { return false; }")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, 8, 0, default, DomId.Self); return done.Value is 8;")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); while (done.Value > 0 && !done.IsAll(number)) { return false; }")]
    [InlineData("ExtentCount done = MemoryOp.DecreaseReservation(gfns, number, 0, default, DomId.Self); ulong n = (ulong)done.Value; return n == number;")]
    [InlineData("XenQuantity q = MemoryOp.MaximumRamPage(); int p = q.IsSuccess ? (int)(q.Value >> 20) : 0; return p > 0;")]
    [InlineData("XenQuantity q = MemoryOp.MaximumRamPage(); int p = q.Value > int.MaxValue ? int.MaxValue : (int)q.Value; return p > 0;")]
    [InlineData("XenQuantity q = MemoryOp.MaximumRamPage(); if (q.Value > uint.MaxValue) { return false; } uint p = (uint)q.Value; return p > 0;")]
    [InlineData("checked { XenResult r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); int rc = (int)r.Value; return rc == 0; }")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); var both = (v, r); return both.r.IsSuccess && both.v == 1;")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); if (r is { IsSuccess: true }) { return v == 1; }")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); return r.IsSuccess ? v == 1 : condition;")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); if (r.IsFailure) { goto fail; } return v == 1; fail: return false;")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); switch (r.Errno) { case XenErrno.None: return v == 1; default: return false; }")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); if (r.Value == 0) { return v == 1; }")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); bool ok = r.IsSuccess; return ok && v == 1;")]
    [InlineData("bool Ok(XenResult a) => a.IsSuccess; XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); return Ok(r) && v == 1;")]
    [InlineData("XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); System.Diagnostics.Debug.Assert(r.IsSuccess); return v == 1;")]
    [InlineData("uint v = 0; XenResult r = default; for (int i = 0; i < 3; i++) { r = GrantTableOp.GetVersion(DomId.Self, out v); if (r.IsSuccess) { break; } } return r.IsSuccess && v == 1;")]
    [InlineData("GrantTableOp.UnmapGrantRef(default, 0, default, out GrantStatus s).IsSuccess.ToString(); return s == GrantStatus.Okay;")]
    [InlineData("GrantStatus s; XenResult r = GrantTableOp.UnmapGrantRef(default, 0, default, out s); return r.IsSuccess && s is GrantStatus.Okay;")]
    [InlineData("GrantStatus[] all = new GrantStatus[2]; return GrantTableOp.UnmapGrantRef(default, 0, default, out all[0]).IsSuccess && all[0] == 0;")]
    [InlineData("int* errs = stackalloc int[4]; bool ok = MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, errs).IsSuccess; for (int i = 0; i < 4; i++) { ok &= errs[i] == 0; } return ok;")]
    [InlineData("Span<int> errs = stackalloc int[4]; fixed (int* p = errs) { return MemoryOp.AddToPhysmapBatch(DomId.Self, MapSpace.GrantTable, 4, default, null, gfns, p).IsSuccess && errs[0] == 0; }")]
    public Task What_is_right_is_not_in_any_form(string source) => XenGuest.Statements(source);

    [Theory]
    [InlineData("static int Run(Gfn gfn) => {|HCS4003:(int)MemoryOp.RemoveFromPhysmap(DomId.Self, gfn).Value|};")]
    public Task Members_are_reported_too(string source) => XenGuest.Members(source);

    [Theory]
    [InlineData("static XenResult s_last; static void Run(Gfn gfn) { s_last = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); }")]
    [InlineData("static void Run(Gfn gfn, out XenResult result) { result = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); }")]
    [InlineData("static void Run(Gfn gfn, ref XenResult worst) { XenResult r = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); if (r.IsFailure) { worst = r; } }")]
    [InlineData("static XenResult Run(Gfn gfn) { XenResult first = MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); return first.IsFailure ? first : MemoryOp.RemoveFromPhysmap(DomId.Self, gfn); }")]
    [InlineData("static (uint, XenResult) Run() { XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); return (v, r); }")]
    [InlineData("static bool Run() { XenResult r = GrantTableOp.GetVersion(DomId.Self, out uint v); return Check(v, r); } static bool Check(uint v, XenResult r) => r.IsSuccess && v == 1;")]
    public Task Members_that_are_right_are_not(string source) => XenGuest.Members(source);

    /// <summary>Half-typed code has such locals; following one has to end.</summary>
    [Theory]
    [InlineData("int a = a; return a == (int)XenErrno.EPERM;")]
    [InlineData("long a = a; return a < 0;")]
    [InlineData("long a = -a; return (int)a == 0;")]
    [InlineData("ulong a = a; Gfn frame = new Gfn(a); return frame == gfn;")]
    public async Task A_local_that_is_given_itself_is_no_riddle(string statements) => Assert.Empty(
        (await XenGuest.DiagnosticsOfBroken("using HypercallSdk; using HypercallSdk.Xen;\n" + XenGuest.Class(XenGuest.Method(statements))))
        .Where(static found => !found.Id.StartsWith("HCS", System.StringComparison.Ordinal)));
}
