using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>Makes claims of what is declared, for one release and one ABI.</summary>
internal sealed class CClaims
{
    private readonly DeclaredAbi _declared;
    private readonly XenRelease _release;
    private readonly DataModel _model;
    private readonly IReadOnlyDictionary<string, CTypeForm> _forms;
    private readonly IReadOnlySet<(string Type, string Path)> _arrays;

    /// <summary>Asks the compiler how C names what is declared.</summary>
    /// <param name="declared">What is declared.</param>
    /// <param name="release">The release.</param>
    /// <param name="compiler">The compiler for the ABI on the headers of the release.</param>
    public CClaims(DeclaredAbi declared, XenRelease release, CCompiler compiler)
    {
        _declared = declared;
        _release = release;
        _model = DataModel.Of(declared.Abi);
        _forms = CTypeForms.Find(compiler, declared.Records);
        _arrays = CTypeForms.Arrays(compiler, declared.Records
            .Where(record => _forms.ContainsKey(record.CName))
            .SelectMany(record => record.Body.MembersIn(_model).Select(member => (_forms[record.CName].Name, member))));
    }

    /// <summary>All claims, each once.</summary>
    public IReadOnlyList<CClaim> All() =>
        [.. _declared.Constants.GroupBy(static constant => constant.CName).SelectMany(OfConstant)
            .Concat(_declared.Records.GroupBy(static record => record.CName).SelectMany(OfRecords))
            .Distinct()];

    /// <summary>The bit-fields of the records that are there, as what a struct is that is zero but for one.</summary>
    public IEnumerable<CBitField> BitFields() =>
        from record in _declared.Records
        where IsDue(record.Availability) && FormOf(record) is { IsArray: false }
        let body = record.Body.In(_release, _declared.Abi)
        from member in MembersOf(_forms[record.CName].Name, body)
        where member.Place.IsBits && IsDue(member.Availability)
        select new CBitField(
            record.File, $"{record.CName}.{member.Path}", _forms[record.CName].Name, body.Type.SizeIn(_model), member.Path, member.Place);

    private bool IsDue(Availability availability) =>
        availability.Abis.Has(_declared.Abi) && availability.Covers(_release, _declared.Abi);

    private CTypeForm? FormOf(DeclaredRecord record) => _forms.GetValueOrDefault(record.CName);

    private IEnumerable<CClaim> OfConstant(IGrouping<string, DeclaredConstant> constants)
    {
        foreach (DeclaredConstant constant in constants.Where(constant => IsDue(constant.Availability)))
        {
            string theirs = WideOf(constant.CName);
            string ours = constant.ValuesIn(_release).Reverse().Select(Literal).Aggregate((later, earlier) => $"({theirs} == {earlier} ? {earlier} : {later})");
            yield return new CClaim(CClaimKind.Constant, constant.File, constant.CName, theirs, ours);
        }

        if (constants.All(constant => IsNameGone(constant)))
        {
            yield return new CClaim(CClaimKind.Constant, constants.First().File, constants.Key, constants.Key, Ours: null);
        }
    }

    /// <summary>Headers keep the names of operations that are answered no more, and have those that an ABI does not answer yet.</summary>
    private bool IsNameGone(DeclaredConstant constant) => constant.IsOperation
        ? _release < constant.Availability.Since
        : !constant.Availability.Covers(_release, _declared.Abi);

    private static string Literal(Int128 value) =>
        WideOf(value > long.MaxValue ? $"{value}ULL" : value == long.MinValue ? "(-9223372036854775807LL - 1)" : $"{value}LL");

    /// <summary>A negative number and a large one are told apart by neither sign nor width: C itself mixes them in these macros.</summary>
    private static string WideOf(string number) => $"(unsigned long long)({number})";

    private IEnumerable<CClaim> OfRecords(IGrouping<string, DeclaredRecord> records)
    {
        DeclaredRecord[] due = [.. records.Where(record => IsDue(record.Availability))];
        foreach (DeclaredRecord record in due)
        {
            foreach (CClaim claim in OfRecord(record))
            {
                yield return claim;
            }
        }

        // An operation's arguments may have been another's before, so its absence says nothing of theirs.
        if (records.All(record => record.Operation is null && !record.Availability.Covers(_release, _declared.Abi)))
        {
            string name = FormOf(records.First())?.Name ?? $"struct {records.Key}";
            yield return new CClaim(CClaimKind.Record, records.First().File, records.Key, $"sizeof({name})", Ours: null);
        }
    }

    private IEnumerable<CClaim> OfRecord(DeclaredRecord record)
    {
        string name = FormOf(record)?.Name ?? $"struct {record.CName}";
        DeclaredBody body = record.Body.In(_release, _declared.Abi);
        TypeExtent extent = body.Type.ExtentIn(_model);
        yield return new CClaim(CClaimKind.Record, record.File, record.CName, $"sizeof({name})", $"{extent.Size}") { What = "size" };
        yield return new CClaim(CClaimKind.Record, record.File, record.CName, $"_Alignof({name})", $"{extent.Alignment}") { What = "alignment" };
        if (FormOf(record) is not { IsArray: false })
        {
            yield break;
        }

        // Reserved bytes, out of which later releases carved fields, were more before.
        bool isWhole = MembersOf(name, record.Body).All(member => member.Availability.Covers(_release, _declared.Abi));
        DeclaredMember[] members = [.. MembersOf(name, body)];
        HashSet<string> there = [.. members.Where(member => IsDue(member.Availability)).Select(static member => member.Path)];
        foreach (DeclaredMember member in members.Where(member => IsDue(member.Availability) && (isWhole || !member.IsReserved)))
        {
            foreach (CClaim claim in OfMember(record, name, member))
            {
                yield return claim;
            }
        }

        // Of what lies in something that is not there, nothing is asked.
        foreach (DeclaredMember member in MembersOf(name, record.Body).Where(member => !member.Availability.Covers(_release, _declared.Abi)
            && member.Field.Availability != Availability.Everywhere && !there.Contains(member.Path)))
        {
            yield return new CClaim(
                CClaimKind.Field, record.File, $"{record.CName}.{member.Path}", $"sizeof((({name} *)0)->{member.Path})", Ours: null);
        }
    }

    private IEnumerable<CClaim> OfMember(DeclaredRecord record, string name, DeclaredMember member)
    {
        string value = $"(({name} *)0)->{member.Path}";
        CClaim Claim(string what, string expression, string ours) =>
            new(CClaimKind.Field, record.File, $"{record.CName}.{member.Path}", expression, ours) { What = what };

        if (member.Place.IsBits)
        {
            yield break; // has no address; CBitField
        }

        yield return Claim("offset", $"__builtin_offsetof({name}, {member.Path})", $"{member.Place.Offset}");
        if (member.Type.SizeIn(_model) != 0)
        {
            yield return Claim("size", $"sizeof({value})", $"{member.Place.Size}");
        }

        // Whether a char has a sign is the ABI's own affair.
        bool? isSigned = member.Type switch
        {
            IntegerType integer => integer.IsSigned,
            LongType native => native.IsSigned,
            XenWidthType => false,
            _ => null,
        };
        if (isSigned is { } sign)
        {
            yield return Claim(
                "sign",
                $"__builtin_types_compatible_p(__typeof__({value}), char) ? {(sign ? 1 : 0)} : ((__typeof__({value}))-1 < 0)",
                sign ? "1" : "0");
        }

        if (member.Field.Pointee?.SizeIn(_model) is { } size and not 0)
        {
            string pointer = member.Type is GuestHandleType or GuestHandle64Type ? value + ".p" : value;
            yield return member.Type is ArrayType
                ? Claim("offset", $"__builtin_offsetof({name}, {member.Path})", $"{member.Place.Offset}")
                : Claim("size of what it points at", IsVoid(pointer) + $" ? {size} : sizeof(*{pointer})", $"{size}");
        }
    }

    /// <summary>A handle of nothing in particular may point at anything.</summary>
    private static string IsVoid(string pointer) => $"__builtin_types_compatible_p(__typeof__(*{pointer}), void)";

    /// <summary>The members that C can name: none in what it has as an array.</summary>
    private IEnumerable<DeclaredMember> MembersOf(string type, DeclaredBody body)
    {
        string? array = null;
        foreach (DeclaredMember member in body.MembersIn(_model))
        {
            if (array is not null && member.Path.StartsWith(array, StringComparison.Ordinal))
            {
                continue;
            }

            array = _arrays.Contains((type, member.Path)) ? member.Path + "." : null;
            yield return member;
        }
    }
}
