using System;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Headers;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.AbiCheck.Tests;

/// <summary>Everything that HypercallSdk.Xen declares, against Xen's headers, their layouts and their history.</summary>
public sealed class XenAbiTests(CheckedReport shared, ITestOutputHelper output) : IClassFixture<CheckedReport>
{
    /// <summary>Every release that is checked, on every ABI.</summary>
    public static TheoryData<string, AbiKind> Places
    {
        get
        {
            TheoryData<string, AbiKind> places = [];
            foreach (string release in CheckedReport.Releases)
            {
                foreach (DataModel model in DataModel.All)
                {
                    places.Add(release, model.Abi);
                }
            }

            return places;
        }
    }

    [Fact]
    public void The_declarations_are_sound_and_what_is_emitted_for_them_compiles() =>
        Assert.All(shared.Report.Declared, static abi => Assert.Empty(abi.Problems));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_C_compiler_confirms_every_record_field_and_constant(string release, AbiKind abi)
    {
        HeaderCheck check = shared.Report.Headers.Single(check => check.Headers.Name == release && check.Abi == abi);

        output.WriteLine($"{check.Records} records, {check.Fields} fields, {check.Constants} constants, {check.Findings.Count} mismatches");
        AssertNone([.. FindingText.LinesOf(check.Findings)]);
        Assert.True(check is { Records: > 100, Fields: > 500, Constants: > 700 }, "Hardly anything was checked.");
    }

    [Theory]
    [InlineData(AbiKind.Arm64)]
    [InlineData(AbiKind.Arm32)]
    [InlineData(AbiKind.X86_64)]
    [InlineData(AbiKind.X86_32)]
    public void Every_record_lies_as_in_Xens_newest_headers(AbiKind abi)
    {
        LayoutCheck check = shared.Report.Layouts.Single(check => check.Abi == abi);

        output.WriteLine($"{check.Records} records, {check.Fields} fields, {check.Findings.Count} differences");
        AssertNone([.. FindingText.LinesOf(check.Findings)]);
        Assert.True(check is { Records: > 100, Fields: > 1000 }, "Hardly anything was compared.");
    }

    [Fact]
    public void Releases_and_values_are_those_of_the_history_of_Xens_headers()
    {
        AssertNone([.. FindingText.LinesOf(History.HistoryCheck.Of(shared.Report.Declared))]);
    }

    [Fact]
    public void Nothing_is_missing()
    {
        StringWriter text = new();
        shared.Report.Write(text);
        output.WriteLine(text.ToString());

        AssertNone([.. shared.Report.Coverage.SelectMany(static row => row.Missing.Select(name => $"{row.Kind} of {row.Owner}: {name}"))]);
        Assert.Equal(["constants", "operations", "records"], shared.Report.Coverage.Select(static row => row.Kind).Distinct().Order());
    }

    [Fact]
    public void Bindings_can_be_looked_at_alone()
    {
        AbiReport report = shared.Report.For(["memory_op"]);

        Assert.Equal(["memory.h", "memory_op"], report.Coverage.Select(static row => row.Owner).Distinct().Order(StringComparer.Ordinal));
    }

    private static void AssertNone(string[] findings) => Assert.True(findings.Length == 0, string.Join('\n', findings));
}
