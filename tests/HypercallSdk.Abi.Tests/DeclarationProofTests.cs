using HypercallSdk.Abi.Tests.DeclaredRecords;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Abi.Tests;

/// <summary>That the measurement of emitted structs sees what is wrong with them: on a struct written by hand.</summary>
public sealed class DeclarationProofTests
{
    private const string Emitted = """
        [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1, Size = 12)]
        unsafe partial struct S
        {
            public byte kind;
            private byte _0;
            private byte _1;
            private byte _2;
            public uint addr
            {
                get { return (_0 | ((uint)_1 << 8) | ((uint)_2 << 16)) & 0xFFFFF; }
                set { _0 = (byte)value; _1 = (byte)(value >> 8); _2 = (byte)((_2 & 0xF0) | (int)((value >> 16) & 0xF)); }
            }

            public fixed ushort words[3];
            private ushort _pad;
        }
        """;

    private static readonly DeclaredRecord Record = new RecordNamer().Name("S", "s", new RecordType(new EquatableArray<AbiField>(
    [
        new("kind", new IntegerType(1, IsSigned: false)),
        new("addr", new IntegerType(4, IsSigned: false)) { BitWidth = 20 },
        new("words", new ArrayType(new IntegerType(2, IsSigned: false), 3)),
    ])));

    [Fact]
    public void A_sound_struct_is_as_GCC_lays_it_out() => Assert.Null(Difference(Emitted));

    [Theory]
    [InlineData("Size = 12", "Size = 16", "does not lie as GCC lays it out")] // a size of its own
    [InlineData("public byte kind;\n    private byte _0;", "private byte _0;\n    public byte kind;", "addr = ones sets")] // out of order
    [InlineData("public byte kind;\n    private byte _0;\n    private byte _1;\n    private byte _2;", "private byte _0;\n    private byte _1;\n    private byte _2;\n    public byte kind;", "does not lie as GCC")]
    [InlineData("& 0xF0)", "& 0)", "= zero clears (8, 24)")] // the bits of others
    [InlineData("& 0xFFFFF;", "& 0x7FFFF;", "is read as 0x7ffff after ones were written, not as 0xfffff")]
    [InlineData("private ushort _pad;", "", "does not lie as GCC lays it out", "Size = 12", "Size = 10")]
    public void What_is_wrong_with_a_struct_is_seen(string was, string becomes, string said, string alsoWas = "x", string alsoBecomes = "x")
    {
        string broken = Emitted.Replace(was, becomes, System.StringComparison.Ordinal).Replace(alsoWas, alsoBecomes, System.StringComparison.Ordinal);

        Assert.NotEqual(Emitted, broken);
        Assert.Contains(said, Difference(broken), System.StringComparison.Ordinal);
    }

    private static string? Difference(string emitted)
    {
        DeclaredGuest guest = new([Record], AbiKind.Arm64);
        using EmittedRecords records = new(guest, guest.Pretend(emitted));
        return DeclarationProof.OfEmission(guest, records);
    }
}
