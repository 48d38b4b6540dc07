using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Layouts;

/// <summary>What is declared against the measured layouts of the records of Xen's newest headers, on one ABI.</summary>
/// <param name="Abi">The ABI.</param>
/// <param name="Records">How many records were compared.</param>
/// <param name="Fields">How many fields were.</param>
/// <param name="Findings">What differs.</param>
public sealed record LayoutCheck(AbiKind Abi, int Records, int Fields, IReadOnlyList<Finding> Findings)
{
    /// <summary>Compares every declared record that the newest headers have.</summary>
    public static LayoutCheck Of(DeclaredAbi declared)
    {
        LayoutFile file = LayoutFile.Of(declared.Abi);
        XenRecordBuilder builder = new(file);
        DataModel model = DataModel.Of(declared.Abi);
        HashSet<string> compared = [];
        int fields = 0;
        List<Finding> findings = [];
        foreach (DeclaredRecord record in declared.Records.Where(record => IsIn(record, declared.Abi)))
        {
            if (file.Find(record.CName) is { } known)
            {
                RecordComparison comparison = new(record, builder.Build(known), model);
                findings.AddRange(comparison.Findings());
                fields += compared.Add(record.CName) ? comparison.KnownFields : 0;
            }
        }

        return new LayoutCheck(declared.Abi, compared.Count, fields, findings);
    }

    private static bool IsIn(DeclaredRecord record, AbiKind abi) =>
        record.Availability.Abis.Has(abi) && record.Availability.Covers(Releases.Head, abi);
}
