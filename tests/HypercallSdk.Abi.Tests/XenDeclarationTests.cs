using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Abi.Tests.DeclaredRecords;
using HypercallSdk.Abi.Tests.XenLayouts;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace HypercallSdk.Abi.Tests;

/// <summary>Every record of Xen's public headers, declared in the language: what is read and what is emitted, against C.</summary>
public sealed class XenDeclarationTests(ITestOutputHelper output)
{
    /// <summary>The structs of Xen's headers that have no bytes, and so no declaration.</summary>
    private static readonly string[] EmptyOnArm = ["struct arch_shared_info", "struct arch_vcpu_info", "struct hvm_save_end"];

    [Theory]
    [InlineData(AbiKind.Arm64, 374, 3879)]
    [InlineData(AbiKind.Arm32, 374, 3879)]
    [InlineData(AbiKind.X86_64, 453, 4915)]
    [InlineData(AbiKind.X86_32, 453, 4827)]
    public async Task Every_record_of_Xens_headers_is_declared_read_and_emitted_as_C_lays_it_out(AbiKind abi, int count, int written)
    {
        LayoutFile all = LayoutFile.Of(abi);
        LayoutFile file = all.WithBytes();
        Assert.Equal(abi is AbiKind.Arm64 or AbiKind.Arm32 ? EmptyOnArm : ["struct hvm_save_end"], all.Records.Keys.Except(file.Records.Keys).Order());
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
