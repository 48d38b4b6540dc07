using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.Declarations;
using HypercallSdk.Abi.Tests.Headers;
using HypercallSdk.Abi.Tests.Toolchain;
using HypercallSdk.Generators.Declarations;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Abi.Tests;

/// <summary>Everything that HypercallSdk.Xen declares, against a C compiler on Xen's own headers.</summary>
public sealed class XenHeaderTests(ITestOutputHelper output)
{
    private static readonly DeclaredAbi Declared = DeclaredAbi.Of(GuestSources.Xen());

    [Fact]
    public void Every_declaration_was_read()
    {
        Assert.Empty(Declared.Problems);
        Assert.All(Declared.Hypercalls, static hypercall => Assert.True(hypercall.IsWhole, hypercall.InterfaceName));
        Assert.Equal(
            ["console_io", "grant_table_op", "memory_op", "sched_op", "xen_version"],
            Declared.Hypercalls.Select(static hypercall => hypercall.Name).Order());
    }

    [Fact]
    public void A_C_compiler_confirms_every_size_offset_and_number()
    {
        IReadOnlyList<CAssertion> refuted = CCompiler.Refuted(Declared.Assertions, ProposedHeader.Text);

        WriteTable(refuted);
        Assert.Empty(refuted);
    }

    [Fact]
    public void Xens_headers_have_everything_but_what_is_declared_as_proposed()
    {
        IEnumerable<OperationDeclaration> proposed = Declared.Hypercalls
            .SelectMany(static hypercall => hypercall.Operations)
            .Where(static operation => operation.IsProposed);
        IEnumerable<string> unknown = CCompiler.Refuted(Declared.Assertions, definitions: "").Select(static assertion => assertion.Subject);

        Assert.Equal(
            proposed.SelectMany(static operation => new[] { operation.CName, operation.Struct! }).Append("xen_unallocated_region").Order(),
            unknown.Distinct().Order());
    }

    [Fact]
    public void A_wrong_offset_is_caught()
    {
        CRecord record = RecordOf("gnttab_map_grant_ref");
        IEnumerable<CField> fields = record.Fields.Select(static field => field.Name == "status" ? field with { Offset = 20 } : field);

        AssertRefuted(
            CAssertions.Of(record with { Fields = new(fields) }),
            "__builtin_offsetof(struct gnttab_map_grant_ref, status) == 20");
    }

    [Fact]
    public void A_wrong_size_is_caught()
    {
        CRecord record = RecordOf("xen_extraversion");

        AssertRefuted(CAssertions.Of(record with { Size = 8 }), "sizeof(xen_extraversion_t) == 8");
        AssertRefuted(CAssertions.Of(record with { DeclaredSize = 15 }), "sizeof(xen_extraversion_t) == 15");
    }

    [Fact]
    public void A_wrong_constant_is_caught()
    {
        CConstant constant = Declared.Constants.Single(static constant => constant.Name == "XENMEM_add_to_physmap");

        AssertRefuted(CAssertions.Of(constant with { Value = 8 }), "XENMEM_add_to_physmap == 8");
    }

    [Theory]
    [InlineData("IMemoryOp.cs", "[StoredAs(AbiInteger.U16)] MapSpace space", "MapSpace space", "__builtin_offsetof(struct xen_add_to_physmap_batch, space) == 4")]
    [InlineData("IMemoryOp.cs", "int* errs", "Gfn* errs", "sizeof(*((struct xen_add_to_physmap_batch *)0)->errs.p) == 8")]
    [InlineData("IMemoryOp.cs", "u.foreign_domid", "foreign_domid", "sizeof(((struct xen_add_to_physmap_batch *)0)->foreign_domid) == 2")]
    [InlineData("IGrantTableOp.cs", "GrantRef @ref,\n        DomId dom,", "DomId dom,\n        GrantRef @ref,", "__builtin_offsetof(struct gnttab_map_grant_ref, dom) == 12")]
    [InlineData("GrantStatus.cs", ": short", ": ushort", "((__typeof__(((struct gnttab_query_size *)0)->status))-1 < 0) == 0")]
    [InlineData("GrantStatus.cs", "BadPage = -9", "BadPage = -19", "GNTST_bad_page == -19")]
    [InlineData("XenErrno.cs", "ENOSYS = 38", "ENOSYS = 78", "XEN_ENOSYS == 78")]
    [InlineData("GrantEntryV1.cs", "uint frame", "ulong frame", "sizeof(struct grant_entry_v1) == 16")]
    [InlineData("ISchedOp.cs", "[Hypercall(29, ", "[Hypercall(6, ", "__HYPERVISOR_sched_op == 6")]
    public void A_mistake_in_a_declaration_is_caught(string file, string old, string mistake, string refuted)
    {
        DeclaredAbi wrong = DeclaredAbi.Of(GuestSources.Xen(new SourceEdit(file, old, mistake)));

        Assert.Contains(refuted, CCompiler.Refuted(wrong.Assertions, ProposedHeader.Text).Select(static assertion => assertion.Condition));
    }

    private static CRecord RecordOf(string tag) => Declared.Records.First(record => record.Tag == tag);

    private static void AssertRefuted(IEnumerable<CAssertion> assertions, string condition) =>
        Assert.Equal([condition], CCompiler.Refuted([.. assertions], ProposedHeader.Text).Select(static assertion => assertion.Condition));

    private void WriteTable(IReadOnlyList<CAssertion> refuted)
    {
        List<CRecord> records = [.. Declared.Records.DistinctBy(static record => record.Tag).OrderBy(static record => record.Tag)];
        output.WriteLine($"libxen-dev {XenHeaders.Release417.Package}");
        output.WriteLine($"{"record",-28}{"bytes",6}{"fields",8}{"mismatches",12}");
        foreach (CRecord record in records)
        {
            int mismatches = refuted.Count(assertion => assertion.Subject == record.Tag);
            output.WriteLine($"{record.Tag,-28}{record.Size,6}{record.Fields.Count,8}{mismatches,12}");
        }

        output.WriteLine(
            $"{records.Count} records, {records.Sum(static record => record.Fields.Count)} fields, {Declared.Constants.Count} constants, "
            + $"{Declared.Assertions.Count} assertions, {refuted.Count} mismatches");
    }
}
