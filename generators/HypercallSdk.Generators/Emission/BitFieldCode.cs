using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>The expressions that read and write a bit-field within its storage unit.</summary>
internal sealed class BitFieldCode
{
    private readonly FieldDeclaration _field;
    private readonly FieldPlace _place;
    private readonly bool _isSigned;
    private readonly string _unit;
    private readonly string _unitType;

    /// <param name="field">The bit-field.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="isSigned">Whether its type has a sign, which its highest bit then is.</param>
    /// <param name="unit">The unit, as an unsigned integer that can be assigned.</param>
    public BitFieldCode(FieldDeclaration field, FieldPlace place, bool isSigned, string unit)
    {
        _field = field;
        _place = place;
        _isSigned = isSigned && field.Shape != ValueShape.Boolean;
        _unitType = CSharpType.OfSize(place.Size);
        _unit = unit;
    }

    /// <summary>The type of <see cref="Read"/>: C# computes with 32 bits or 64.</summary>
    public IntegerType ReadType => Computed with { IsSigned = _isSigned };

    /// <summary>The value, with the sign that its highest bit is.</summary>
    public string Read
    {
        get
        {
            int width = Computed.Size * 8;
            return _isSigned
                ? $"unchecked(({CSharpType.Of(ReadType)})(({Type}){_unit} << {width - _place.BitOffset - _place.BitWidth})) >> {width - _place.BitWidth}"
                : $"{Shifted($"({Type}){_unit}", ">>")} & {Literal(Mask)}";
        }
    }

    /// <summary>The statement that cuts <c>value</c> to the bits of the field.</summary>
    public string Narrow => $"{Type} bits = {CSharpType.Grouped(Conversion.ToInteger(_field, Computed, "value"))} & {Literal(Mask)};";

    /// <summary>The statement that puts them in their place.</summary>
    public string Write =>
        $"{_unit} = unchecked(({_unitType})((({Type}){_unit} & {Literal(~(Mask << _place.BitOffset))}) | {Shifted("bits", "<<")}));";

    private string Shifted(string value, string operation) =>
        _place.BitOffset == 0 ? value : $"({value} {operation} {_place.BitOffset})";

    private IntegerType Computed => new(_place.Size == 8 ? 8 : 4, IsSigned: false);

    private string Type => CSharpType.Of(Computed);

    private ulong Mask => _place.BitWidth == 64 ? ulong.MaxValue : (1UL << _place.BitWidth) - 1;

    private string Literal(ulong value) => Computed.Size == 8 ? $"0x{value:X}UL" : $"0x{unchecked((uint)value):X}U";
}
