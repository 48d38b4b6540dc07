using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace HypercallSdk.Generators.Tests.Fuzzing;

/// <summary>
/// Makes up declarations that C# takes and that mean anything or nothing: every attribute of the language with any value on any
/// parameter.
/// </summary>
/// <param name="random">Where chance comes from.</param>
internal sealed class WildDeclaration(Random random)
{
    private const string Prelude = """
        using HypercallSdk;
        namespace Demo;
        public enum Kind : ushort { One, Two, Nine = 9 }
        public enum Wide : long { Least = long.MinValue, Most = long.MaxValue }
        public readonly struct Handle { public readonly int Value; public Handle(int value) { Value = value; } }
        public struct Plain { public Gfn first; public uint second; }

        """;

    private static readonly string[] Types =
    [
        "byte", "sbyte", "ushort", "short", "uint", "int", "ulong", "long", "nint", "nuint", "bool", "Kind", "Wide", "Handle", "Gfn", "uint",
        "void*", "byte*", "Handle*", "Plain", "ulong", "Plain*", "Gfn*", "Record0", "Record1", "Record0.Inner", "Record1*", "char", "double",
        "void**", "delegate*<int, void>", "XenResult", "GuestPhysicalAddress", "string", "System.Guid",
    ];

    private static readonly string[] Names = ["a", "b", "c", "kind", "@in", "@event", "u", "_pad", "count", "buffer", "Value", "Fields", "s", "value"];

    private static readonly string[] Numbers = ["0", "1", "2", "3", "4", "5", "7", "8", "13", "16", "24", "32", "64", "-1", "100", "4096", "0x7fffffff"];

    private static readonly string[] Results =
        ["XenResult", "XenResult", "XenResult", "ExtentCount", "void", "long", "ulong", "nint", "nuint", "int", "bool", "Handle", "Plain", "Kind", "void*"];

    /// <summary>How many of the types and names, from the first on, are always sound.</summary>
    private const int SoundTypes = 20;

    private const int SoundNames = 10;

    /// <summary>Whether this file is one of those that may well be sound, so that emission is tried and not survival alone.</summary>
    private bool _isCalm;

    /// <summary>A source file with a few records and interfaces.</summary>
    public string Next()
    {
        _isCalm = random.Next(3) == 0;
        StringBuilder source = new(Prelude);
        for (int record = 0; record < 2; record++)
        {
            Record(source, $"Record{record}", isOutermost: true);
        }

        for (int left = random.Next(1, 3); left > 0; left--)
        {
            Interface(source, left);
        }

        return source.ToString();
    }

    private void Record(StringBuilder source, string name, bool isOutermost)
    {
        string kind = random.Next(3) == 0 ? "HypercallUnion" : "HypercallStruct";
        string arguments = (_isCalm ? 3 : random.Next(4)) switch
        {
            0 => $"(\"xen_{name}\", Size = {random.Next(65)})",
            1 => $"(\"{Any(["xen_a", "u.b", "1a", "xen_a", ""])}\")",
            _ => string.Empty,
        };
        source.Append(CultureInfo.InvariantCulture, $"[{kind}{arguments}]\npublic unsafe {(!_isCalm && random.Next(30) == 0 ? "" : "partial ")}struct {name}\n{{\n");
        source.Append(CultureInfo.InvariantCulture, $"    static partial void Fields({Parameters(isRecord: true)});\n");
        if (!_isCalm && random.Next(15) == 0)
        {
            source.Append(CultureInfo.InvariantCulture, $"    public {Any(Types[..8])} {Any(Names)};\n");
        }

        if (isOutermost)
        {
            Record(source, "Inner", isOutermost: false);
        }

        source.Append("}\n");
    }

    private void Interface(StringBuilder source, int index)
    {
        string conduit = !_isCalm && random.Next(6) == 0
            ? $"\n[HypercallConduit(Immediate = {random.Next(3)}, Number = \"{Register()}\", Arguments = \"{Register()} {Register()}\")]"
            : string.Empty;
        string version = !_isCalm && random.Next(6) == 0 ? ", InterfaceVersion(7)" : string.Empty;
        source.Append(CultureInfo.InvariantCulture, $"[Hypercall({(_isCalm ? "40, " : Number())}\"demo_{index}\"{(_isCalm ? "" : HypercallOptions())}){version}{Availability()}]{conduit}\n");
        source.Append(CultureInfo.InvariantCulture, $"public unsafe partial interface IDemo{index}\n{{\n");
        for (int left = random.Next(1, 5); left > 0; left--)
        {
            string structure = random.Next(2) == 0 ? $", Struct = \"xen_{Any(["a", "b", "c", "d", "e"])}\"" : string.Empty;
            string former = !_isCalm && random.Next(12) == 0 ? ", FormerNumber(2, \"4.5\")" : string.Empty;
            string stored = !_isCalm && random.Next(8) == 0 ? $"[return: StoredAs(AbiInteger.{StoredAs()})] " : string.Empty;
            source.Append(CultureInfo.InvariantCulture, $"    [HypercallOp({(_isCalm ? $"{left}, " : Number())}\"DEMO_{left}\"{structure}){former}{Availability()}]\n");
            source.Append(CultureInfo.InvariantCulture, $"    {stored}{Any(Results)} Op{left}({Parameters(isRecord: false)});\n");
        }

        source.Append("}\n");
    }

    private string Parameters(bool isRecord)
    {
        string[] names = [.. (_isCalm ? Names[..SoundNames] : Names).OrderBy(_ => random.Next()).Take(random.Next(random.Next(2) == 0 ? 3 : 7))];
        return string.Join(", ", names.Select(name => Parameter(name, names, isRecord)));
    }

    private string Parameter(string name, string[] names, bool isRecord)
    {
        int most = _isCalm ? random.Next(12) / 11 : Math.Max(0, random.Next(6) - 2);
        string[] attributes = [.. Enumerable.Range(0, most)
            .Select(_ => Attribute(names))
            .DistinctBy(static attribute => attribute.Split('(')[0])];
        string direction = !isRecord && random.Next(3) == 0 ? Any(["in ", "out ", "ref "]) : isRecord && !_isCalm && random.Next(60) == 0 ? "in " : string.Empty;
        return $"{(attributes.Length == 0 ? "" : $"[{string.Join(", ", attributes)}] ")}{direction}{Any(_isCalm ? Types[..SoundTypes] : Types)} {name}";
    }

    private string Attribute(string[] names) => random.Next(21) switch
    {
        0 or 1 => $"Length({string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(Numbers)))})",
        2 => "FlexibleArray",
        3 or 4 => $"Bits({Any(Numbers)})",
        5 => "Anonymous",
        6 => $"Aligned({Any(Numbers)})",
        7 => $"Offset({Any(Numbers)})",
        8 => "Handle64",
        9 => "NativePointer",
        10 => "MustBeZero",
        11 => $"Tag(nameof({Any(names)}))",
        12 => $"Case({string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(Numbers)))})",
        13 => $"StoredAs(AbiInteger.{StoredAs()})",
        14 => $"CName(\"{Any(["a", "u.b", "in", "1x", "Fields", "xen_pfn_t"])}\")",
        15 => $"CountOf(nameof({Any(names)}))",
        16 => $"BytesOf(nameof({Any(names)}))",
        17 => "Const",
        18 => "MapTarget",
        19 => Availability() is [_, _, ..] available ? available[2..] : "Const",
        _ => Any(["CommandField", "VersionField", "PayloadField"]),
    };

    private string Availability() => (_isCalm ? 7 : random.Next(8)) switch
    {
        0 => $", Availability(Since = \"{Release()}\")",
        1 => $", Availability(Until = \"{Release()}\", Abis = HypercallAbis.{Any(["Arm", "X86", "Arm64", "X86_32", "Any"])})",
        2 => $", Availability(SinceOnArm = \"{Release()}\", Guests = (HypercallGuests){Any(Numbers)})",
        _ => string.Empty,
    };

    private string HypercallOptions() => random.Next(6) switch
    {
        0 => ", Batched = true",
        1 => $", Envelope = nameof({Any(["Record0", "Record1", "Plain"])})",
        2 => $", Envelope = \"Record0\", Command = {random.Next(30)}",
        3 => $", CommandBits = {random.Next(40)}",
        _ => string.Empty,
    };

    private string Number() => random.Next(6) == 0 ? string.Empty : Any(["0", "1", "2", "3", "40", "0x84000000", "0xffffffff"]) + ", ";

    private string Register() => Any(["x0", "x1", "x2", "x16", "x40", "r0", "eax", "", "x1 x1"]);

    private string Release() => Any(["4.4", "4.17", "5", "4.x", "", "4.22"]);

    private string StoredAs() => Any(["U8", "U16", "U32", "U64", "S8", "S16", "S32", "S64"]);

    private string Any(string[] items) => items[random.Next(items.Length)];
}
