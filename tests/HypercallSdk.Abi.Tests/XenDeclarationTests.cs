using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Abi.Tests.DeclaredRecords;
using HypercallSdk.Abi.Tests.XenLayouts;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>Every record of Xen's public headers, declared in the language: what is read and what is emitted, against C.</summary>
public sealed class XenDeclarationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(AbiKind.Arm64, 377, 3880)]
    [InlineData(AbiKind.Arm32, 377, 3880)]
    [InlineData(AbiKind.X86_64, 454, 4916)]
    [InlineData(AbiKind.X86_32, 454, 4828)]
    public async Task Every_record_of_Xens_headers_is_declared_read_and_emitted_as_C_lays_it_out(AbiKind abi, int count, int written)
    {
        LayoutFile file = LayoutFile.Of(abi);
        XenRecordBuilder builder = new(file);
        RecordNamer namer = new();
        DeclaredRecord[] records =
            [.. file.Records.Values.Select(record => namer.Name(CSharpNameOf(record), record.Name.Split(' ')[1], builder.Build(record)))];
        DeclaredGuest guest = new(records, abi);
        CSharpCompilation emitted = guest.Emit();
        Assert.Empty(await guest.Judge(emitted));

        XenRecordChecker read = new(DataModel.Of(abi));
        MeasuredRecordChecker measured = new(DataModel.Of(abi));
        List<string> inexpressible = [.. builder.Inexpressible];
        using EmittedRecords structs = new(guest, emitted);
        foreach ((LayoutRecord expected, DeclaredRecord record) in file.Records.Values.Zip(records))
        {
            if (guest.Read(record) is not { } type)
            {
                inexpressible.Add(DeclarationText.Of(record));
                continue;
            }

            read.Check(expected, type);
            measured.Check(expected, record, structs.Measure(record));
        }

        output.WriteLine(
            $"{AbiNames.Of(abi)}: {records.Length} records, {file.Records.Values.Sum(static record => record.Fields.Sum(static field => field.Count))} "
            + $"fields read, {measured.Compared} fields of emitted structs written to, {inexpressible.Count} records that the language cannot express");
        Assert.Empty(inexpressible);
        Assert.Empty(read.Differences);
        Assert.True(measured.Differences.Count == 0, string.Join('\n', measured.Differences));
        Assert.Empty(measured.Skipped);
        Assert.Equal((count, written), (records.Length, measured.Compared));
    }

    private static string CSharpNameOf(LayoutRecord record) => record.Name.Replace(' ', '_');
}
