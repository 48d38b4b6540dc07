using System.Threading.Tasks;
using Xunit;
using static HypercallSdk.Analyzers.Tests.Lifecycles.Calls;

namespace HypercallSdk.Analyzers.Tests.Lifecycles;

/// <summary>HCS5002: ways out of a method on which something stays mapped.</summary>
public sealed class LeakTests
{
    private const string Release = "if (GrantTableOp.UnmapGrantRef(gfn.Address, 0, handle, out GrantStatus gone).IsSuccess) { number = (ulong)gone; } ";

    [Theory]
    [InlineData(Map + "if (condition) { return {|HCS5002:false|}; } " + Unmap)]
    [InlineData(Map + "if (*(uint*)gfn.Address.Value != 7) { return {|HCS5002:number == 1|}; } " + Unmap)]
    [InlineData(Map + "switch (number) { case 1: return {|HCS5002:false|}; case 2: number++; break; } " + Unmap)]
    [InlineData("for (;;) { " + Map + "if (condition) { return {|HCS5002:true|}; } " + Unmap + "}")]
    [InlineData(Map + "while (number-- > 0) { if (*(uint*)gfn.Address.Value == 7) { return {|HCS5002:false|}; } } " + Unmap)]
    [InlineData(Map + "try { if (condition) { return {|HCS5002:false|}; } } finally { number++; } " + Unmap)]
    [InlineData(Map + "if (condition) { goto failed; } " + Unmap + "return true; failed: return {|HCS5002:false|};")]
    [InlineData("if (" + MapGrant + ".IsSuccess && status is GrantStatus.Okay) { if (condition) { return {|HCS5002:false|}; } " + Unmap + "}")]
    [InlineData("XenResult mapped = " + MapGrant + "; if (mapped.Errno != XenErrno.None) { return false; } if (status is not GrantStatus.Okay) { return false; } if (condition) { return {|HCS5002:true|}; } " + Unmap)]
    [InlineData(Map + "if (handle.Value == 0) { return {|HCS5002:false|}; } " + Unmap)]
    [InlineData("XenResult mapped = " + MapGrant + "; if (XenErrno.None != mapped.Errno || GrantStatus.Okay != status) { return false; } if (condition) { return {|HCS5002:false|}; } " + Unmap)]
    [InlineData("XenResult mapped = " + MapGrant + "; if (0 == mapped.Value && GrantStatus.Okay == status) { if (condition) { return {|HCS5002:false|}; } " + Unmap + "}")]
    [InlineData("XenResult mapped = " + MapGrant + "; if (!(mapped.IsSuccess && status == GrantStatus.Okay)) { return false; } if (condition) { return {|HCS5002:false|}; } " + Unmap)]
    [InlineData(Map + "if (number > handle.Value) { return {|HCS5002:false|}; } " + Unmap)]
    [InlineData(Map + "ulong at = gfns[0].Value; if (at == 7) { return {|HCS5002:false|}; } " + Unmap)]
    [InlineData(Map + "Plain(number); if (condition) { return {|HCS5002:false|}; } " + Unmap + "static void Plain(ulong value) { }")]
    [InlineData(Map + "Write(out number); if (condition) { return {|HCS5002:false|}; } " + Unmap + "static void Write(out ulong value) { value = 1; }")]
    [InlineData("Func<bool> run = () => { " + Map + "if (condition) { return {|HCS5002:false|}; } " + Unmap + "return true; };")]
    [InlineData(Add + "if (condition) { return {|HCS5002:false|}; } " + Remove)]
    [InlineData(Add + "if (number == 1) { " + Remove + "return false; } if (number == 2) { return {|HCS5002:false|}; } return true;")]
    public Task A_way_that_forgets_is_reported(string statements) => LifecycleCheck.Statements(statements);

    [Theory]
    [InlineData(Map + Unmap)]
    [InlineData(Map + "Keep(handle); if (condition) { return false; } " + Unmap + "static void Keep(GrantHandle kept) { }")]
    [InlineData(Map + "Replace(out handle); if (condition) { return false; } " + Unmap + "static void Replace(out GrantHandle kept) { kept = default; }")]
    [InlineData(Map + "Change(ref handle); if (condition) { return false; } " + Unmap + "static void Change(ref GrantHandle kept) { }")]
    [InlineData(Map + "if (condition) { Stop(); return false; } " + Unmap + "[System.Diagnostics.CodeAnalysis.DoesNotReturn] static void Stop() => throw new Exception();")]
    [InlineData(Map + "bool isGood = *(uint*)gfn.Address.Value == 7; " + Unmap + "return isGood;")]
    [InlineData(Map + "if (condition) { " + Release + "return false; } " + Unmap)]
    [InlineData(Map + "try { if (condition) { return false; } } finally { " + Release + "} return true;")]
    [InlineData("bool isMapped = " + MapGrant + ".IsSuccess && status == GrantStatus.Okay; if (!isMapped) { return false; } " + Unmap)]
    [InlineData("bool isMapped = false; GrantHandle handle = default; if (condition) { XenResult mapped = GrantTableOp.MapGrantRef(gfn.Address, GrantMapFlags.HostMap, new GrantRef(8), new DomId(1), out GrantStatus done, out handle, out _); isMapped = mapped.IsSuccess && done == GrantStatus.Okay; } if (isMapped) { " + Release + "} return isMapped;")]
    [InlineData(Map + "if (condition) { goto end; } number++; end: " + Unmap)]
    [InlineData("int tries = 0; XenResult mapped; GrantStatus status; GrantHandle handle; do { mapped = GrantTableOp.MapGrantRef(gfn.Address, GrantMapFlags.HostMap, new GrantRef(8), new DomId(1), out status, out handle, out _); } while (mapped.IsSuccess && status == GrantStatus.Again && tries++ < 16); if (mapped.IsFailure || status != GrantStatus.Okay) { return false; } " + Unmap)]
    [InlineData("GrantHandle[] handles = new GrantHandle[2]; " + Map + "handles[0] = handle; if (condition) { return false; } " + Unmap)]
    [InlineData(Map + "Action release = () => { " + Release + "}; if (condition) { release(); return false; } " + Unmap)]
    [InlineData(Map + "void Undo() { " + Release + "} if (condition) { Undo(); return false; } " + Unmap)]
    [InlineData(Add + "if (condition) { " + Remove + "return false; } return true;")]
    [InlineData(Add + "if (condition) { return number == 1; } " + Remove)]
    [InlineData(Add + "if (condition) { return false; } return true;")]
    public Task A_way_that_undoes_or_hands_on_is_not(string statements) => LifecycleCheck.Statements(statements);

    [Fact]
    public Task Other_methods_may_undo_what_they_are_given() => LifecycleCheck.Members(
        $$"""
        struct Page { public Gfn Frame; public GrantHandle Handle; }
        static GrantHandle s_handle;
        static readonly System.Collections.Generic.List<GrantHandle> Kept = new();
        [System.Diagnostics.CodeAnalysis.DoesNotReturn] static void Panic() { for (;;) { } }
        static void Release(GrantHandle handle) { }
        static void Forget(Gfn frame) { }

        static bool Stored(Gfn gfn, bool condition) { {{Map}} s_handle = handle; if (condition) { return false; } {{Unmap}} return true; }
        static bool Listed(Gfn gfn, bool condition) { {{Map}} Kept.Add(handle); if (condition) { return false; } {{Unmap}} return true; }
        static bool Passed(Gfn gfn, bool condition) { {{Map}} if (condition) { Release(handle); return false; } {{Unmap}} return true; }
        static bool Given(Gfn gfn, bool condition, out Page page) { page = default; {{Map}} if (condition) { page = new Page { Frame = gfn, Handle = handle }; return true; } {{Unmap}} return true; }
        static bool Dead(Gfn gfn, bool condition) { {{Map}} if (condition) { Panic(); return false; } {{Unmap}} return true; }
        static bool Removed(Gfn gfn, bool condition) { {{Add}} if (condition) { Forget(gfn); return false; } {{Remove}} return true; }
        static bool Tried(Gfn gfn, bool condition) { {{Map}} try { if (condition) { return false; } } finally { Release(handle); } {{Unmap}} return true; }
        """);

    [Fact]
    public Task What_lives_as_long_as_the_kernel_is_no_leak() => LifecycleCheck.Members(
        """
        static SharedInfoPage s_page;
        struct SharedInfoPage { public Gfn Frame; }
        static bool TryStart(Gfn table, Gfn info)
        {
            for (uint index = 4; index-- > 0;)
            {
                if (MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, index, table + index).IsFailure) { return false; }
            }

            s_page.Frame = info;
            return MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.SharedInfo, 0, info).IsSuccess;
        }
        """);
}
