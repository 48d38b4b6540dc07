using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>What is declared against the headers of one release on one ABI.</summary>
/// <param name="Headers">The headers.</param>
/// <param name="Abi">The ABI.</param>
/// <param name="Records">How many records were judged.</param>
/// <param name="Fields">How many fields were.</param>
/// <param name="Constants">How many constants were.</param>
/// <param name="Findings">The claims that the compiler does not confirm.</param>
public sealed record HeaderCheck(
    XenHeaders Headers, AbiKind Abi, int Records, int Fields, int Constants, IReadOnlyList<Finding> Findings)
{
    /// <summary>Compiles what is declared.</summary>
    public static HeaderCheck Of(DeclaredAbi declared, XenHeaders headers)
    {
        CCompiler compiler = new(headers, declared.Abi, XenHeaders.NewestApi);
        CClaims makers = new(declared, headers.Release, compiler);
        IReadOnlyList<CClaim> claims = makers.All();
        IReadOnlyList<CLineVerdict> verdicts = Judge(compiler, headers, declared.Abi, claims);
        string place = $"{headers.Name} {AbiNames.Of(declared.Abi)}";

        List<Finding> findings = [];
        List<CClaim> refuted = [];
        foreach ((CClaim claim, CLineVerdict verdict) in claims.Zip(verdicts))
        {
            if (claim.Ours is null && verdict != CLineVerdict.Unknown)
            {
                findings.Add(new Finding(claim.File, claim.Subject, place, "absent", "present"));
            }
            else if (claim.Ours is not null && verdict == CLineVerdict.Unknown)
            {
                findings.Add(new Finding(claim.File, claim.Subject, place, claim.What.Length == 0 ? "present" : claim.What, "absent"));
            }
            else if (verdict == CLineVerdict.Refuted)
            {
                refuted.Add(claim);
            }
        }

        if (refuted.Count != 0)
        {
            IReadOnlyList<long> theirs = compiler.Evaluate([.. refuted.Select(static claim => claim.Expression)]);
            IReadOnlyList<long> ours = compiler.Evaluate([.. refuted.Select(static claim => claim.Ours!)]);
            findings.AddRange(refuted.Select((claim, index) => new Finding(
                claim.File, claim.Subject, place, $"{claim.What} {Text(ours[index])}".TrimStart(), $"{Text(theirs[index])}")));
        }

        HashSet<string> unsound = [.. findings.Select(static finding => finding.Subject)];
        CBitField[] bits = [.. makers.BitFields().Distinct().Where(field => !unsound.Contains(field.Subject.Split('.')[0]))];
        findings.AddRange(Misplaced(compiler, bits, place));
        int Count(CClaimKind kind) =>
            claims.Where(claim => claim.Kind == kind && claim.Ours is not null).Select(static claim => claim.Subject).Distinct().Count();
        return new HeaderCheck(
            headers, declared.Abi, Count(CClaimKind.Record), Count(CClaimKind.Field) + bits.Length, Count(CClaimKind.Constant), findings);
    }

    /// <summary>A constant that the newest API does not have, an old one may: the header has it then.</summary>
    private static CLineVerdict[] Judge(CCompiler compiler, XenHeaders headers, AbiKind abi, IReadOnlyList<CClaim> claims)
    {
        CLineVerdict[] verdicts = [.. compiler.Judge([.. claims.Select(static claim => claim.ToLine())])];
        int[] unknown =
            [.. Enumerable.Range(0, claims.Count)
                .Where(index => claims[index].Kind == CClaimKind.Constant && verdicts[index] == CLineVerdict.Unknown)];
        CCompiler old = new(headers, abi, XenHeaders.OldestApi);
        foreach ((int index, CLineVerdict verdict) in unknown.Zip(old.Judge([.. unknown.Select(index => claims[index].ToLine())])))
        {
            verdicts[index] = verdict;
        }

        return verdicts;
    }

    private static string Text(long value) => value is > 65536 or < -65536 ? $"0x{value:x}" : $"{value}";

    private static IEnumerable<Finding> Misplaced(CCompiler compiler, CBitField[] fields, string place)
    {
        // A name that C does not know would leave the others without an answer.
        IReadOnlyList<CLineVerdict> known = compiler.Judge(
            [.. fields.Select(static (field, index) => $"static const {field.Type} bits_{index} = {{ .{field.Path} = -1 }};")]);
        foreach ((CBitField field, _) in fields.Zip(known).Where(static pair => pair.Second != CLineVerdict.Holds))
        {
            yield return new Finding(field.File, field.Subject, place, "bit-field", "absent");
        }

        CBitField[] asked = [.. fields.Zip(known).Where(static pair => pair.Second == CLineVerdict.Holds).Select(static pair => pair.First)];
        if (asked.Length == 0)
        {
            yield break;
        }

        byte[] bytes = compiler.Initialise([.. asked.Select(static field => (field.Type, $"{{ .{field.Path} = -1 }}"))]);
        int offset = 0;
        foreach (CBitField field in asked)
        {
            int[] set = [.. Enumerable.Range(0, field.Size * 8).Where(bit => (bytes[offset + (bit / 8)] & (1 << (bit % 8))) != 0)];
            offset += field.Size;
            if (!set.SequenceEqual(Enumerable.Range(field.FirstBit, field.Place.BitWidth)))
            {
                string theirs = set.Length == 0 ? "no bit" : $"{set[0]} to {set[^1]}";
                yield return new Finding(
                    field.File, field.Subject, place, $"bits {field.FirstBit} to {field.FirstBit + field.Place.BitWidth - 1}", theirs);
            }
        }
    }
}
