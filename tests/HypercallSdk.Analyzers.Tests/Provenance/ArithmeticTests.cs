using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Provenance;

/// <summary>
/// What a computed frame is, is the runtime's to say: each expression is the guest's RAM at 0x40000 when it gives what the runtime gives,
/// and somewhere else when it does not.
/// </summary>
public sealed class ArithmeticTests
{
    private const int Pairs = 24;

    private static readonly ulong[] Edges =
    [
        0, 1, 2, 3, 7, 12, 31, 32, 63, 64, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
        0x1_0000_0000, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFE, 0xFFFF_FFFF_FFFF_FFFF,
    ];

    [Theory]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("&")]
    [InlineData("|")]
    [InlineData("^")]
    [InlineData("<<")]
    [InlineData(">>")]
    public Task An_operator_gives_what_the_runtime_gives(string sign)
    {
        Random random = new(sign[0]);
        List<string> statements = [];
        for (int pair = 0; pair < Pairs; pair++)
        {
            (ulong a, ulong b) = (Edges[random.Next(Edges.Length)], Edges[random.Next(Edges.Length)]);
            if (sign != "/" || (uint)b is not (0 or uint.MaxValue))
            {
                statements.Add(Block("ulong", sign, a, b, (int)b));
                statements.Add(Block("uint", sign, (uint)a, (uint)b, (int)b));
                statements.Add(Block("long", sign, (long)a, (long)b, (int)b));
                statements.Add(Block("int", sign, (int)a, (int)b, (int)b));
            }
        }

        return Check(statements);
    }

    [Fact]
    public Task A_conversion_gives_what_the_runtime_gives() => Check(
        from edge in Edges
        from conversion in unchecked(new (string Type, ulong Held)[]
        {
            ("sbyte", (ulong)(sbyte)edge), ("byte", (byte)edge), ("short", (ulong)(short)edge), ("ushort", (ushort)edge), ("char", (char)edge),
            ("int", (ulong)(int)edge), ("uint", (uint)edge), ("long", edge), ("DayOfWeek", (ulong)(int)edge),
        })
        select $"{{ ulong a = {Text(edge)}; {Mapped($"(ulong)({conversion.Type})a", conversion.Held)} }}");

    [Theory]
    [InlineData("uint a = 0xFFFF_FFFF; memory.Map({|HCS2005:new Gfn(checked(a + 1u))|});")]
    [InlineData("ulong a = 0x1_0004_0000; memory.Map({|HCS2005:new Gfn(checked((uint)a))|});")]
    [InlineData("ulong a = 0x40000, b = 0; memory.Map({|HCS2005:new Gfn(a / b)|});")]
    [InlineData("ulong a = 0x40000, b = 0x40001; memory.Map({|HCS2005:new Gfn(a % b)|});")]
    public Task What_throws_or_is_not_computed_is_unknown(string statements) => Run(statements);

    [Theory]
    [InlineData("ulong a = 0x4_0000; memory.Map({|HCS2002:new Gfn(checked((uint)a))|});")]
    [InlineData("uint a = 0x3_FFFF; memory.Map({|HCS2002:new Gfn(checked(a + 1u))|});")]
    public Task What_fits_is_known_where_it_is_checked(string statements) => Run(statements);

    private static string Block<T>(string type, string sign, T left, T right, int count)
        where T : IBinaryInteger<T>
    {
        string other = sign is "<<" or ">>" ? $"int b = {Text(count)}" : $"{type} b = {Text(right)}";
        ulong result = ulong.CreateTruncating(Compute(sign, left, right, count));
        return $"{{ {type} a = {Text(left)}; {other}; {Mapped($"(ulong)(a {sign} b)", result)} }}";
    }

    private static string Mapped(string number, ulong result) =>
        $"memory.Map({{|HCS2002:new Gfn(unchecked({number} - 0x{result:X}UL + 0x40000UL))|}});";

    private static string Text(object number) => number switch
    {
        ulong value => $"0x{value:X}UL",
        uint value => $"0x{value:X}U",
        long value => $"unchecked((long)0x{value:X}UL)",
        int value => $"unchecked((int)0x{value:X}U)",
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };

    private static Task Check(IEnumerable<string> statements) => Run(string.Join('\n', statements.Distinct()));

    private static async Task Run(string statements)
    {
        Assert.Contains("memory.Map", statements, StringComparison.Ordinal);
        GuestTest<MapTargetAnalyzer> test = new() { Guest = GuestSource.Method(statements, string.Empty), Map = GuestSource.Map };
        test.DiagnosticVerifier = null!; // the messages are not what is looked at
        await test.Run();
    }

    private static T Compute<T>(string sign, T a, T b, int count)
        where T : IBinaryInteger<T> => unchecked(sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "&" => a & b,
            "|" => a | b,
            "^" => a ^ b,
            "<<" => a << count,
            ">>" => a >> count,
            _ => throw new ArgumentOutOfRangeException(nameof(sign)),
        });
}
