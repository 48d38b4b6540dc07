using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Abi.Tests.XenLayouts;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.Model.Abi;
using Xunit.Abstractions;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>The layout engine against the layouts of every record of Xen's public headers, as a C compiler gave them.</summary>
public sealed class XenLayoutTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(AbiKind.Arm64, 377, 4373)]
    [InlineData(AbiKind.Arm32, 377, 4373)]
    [InlineData(AbiKind.X86_64, 454, 5203)]
    [InlineData(AbiKind.X86_32, 454, 5375)]
    public void Every_record_of_Xens_headers_lies_as_C_lays_it_out(AbiKind abi, int records, int fields)
    {
        LayoutFile file = LayoutFile.Of(abi);
        XenRecordBuilder builder = new(file);
        XenRecordChecker checker = new(DataModel.Of(abi));
        foreach (LayoutRecord record in file.Records.Values)
        {
            checker.Check(record, builder.Build(record));
        }

        int checkedFields = file.Records.Values.Sum(static record => record.Fields.Sum(static field => field.Count));
        output.WriteLine(
            $"{AbiNames.Of(abi)}: {file.Records.Count} records, {checkedFields} fields, {checker.Differences.Count} differences, "
            + $"{builder.Inexpressible.Count} types that the layout engine cannot express");
        Assert.Empty(builder.Inexpressible);
        Assert.Empty(checker.Differences);
        Assert.Equal((records, fields), (file.Records.Count, checkedFields));
    }

    [Fact]
    public void The_rules_of_another_ABI_differ_in_the_records_that_are_known_to_differ()
    {
        LayoutFile arm32 = LayoutFile.Of(AbiKind.Arm32);
        XenRecordBuilder builder = new(arm32);
        XenRecordChecker checker = new(DataModel.Arm64);
        foreach (LayoutRecord record in arm32.Records.Values)
        {
            checker.Check(record, builder.Build(record));
        }

        // The few structs of Arm that hold a pointer or a long, none of which a guest on Arm hands to Xen.
        IEnumerable<string> sizes = checker.Differences.Where(static difference => difference.StartsWith("sizeof", System.StringComparison.Ordinal));
        Assert.Equal(
            ["physdev_apic", "vm_event_back_ring", "vm_event_front_ring", "xen_kexec_range", "xennmi_callback"],
            sizes.Select(static difference => difference.Split(' ', ')')[1]).Order());
    }
}
