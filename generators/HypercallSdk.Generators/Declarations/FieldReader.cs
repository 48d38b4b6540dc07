using System;
using System.Linq;
using HypercallSdk.Model;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Generators.Declarations;

/// <summary>Reads a declared field as the emitter needs it.</summary>
internal static class FieldReader
{
    /// <summary>How emitted code begins the names of what it adds to a struct.</summary>
    private static readonly string[] EmittedPrefixes = ["_padding", "_bits", "_stored_", "_storage", "_rest"];

    /// <summary>Reads a field; null when something is wrong with it, of which the reporter is told.</summary>
    public static FieldDeclaration? Read(IParameterSymbol parameter, FieldHome home, NameScope names, ProblemReporter problems)
    {
        AbiField? field = AbiFieldReader.Read(parameter, home, new TypeBudget(), problems);
        if (!HasSoundName(parameter, problems) || field is null)
        {
            return null;
        }

        bool isUnnamedBits = field.BitWidth is not null && field.Name.Length == 0;
        return new FieldDeclaration(
            CSharpIdentifier.Escape(parameter.Name),
            names.NameOf(parameter.Type),
            AbiTypeReader.ShapeOf(parameter.Type),
            AbiTypeReader.IntegerUnder(parameter.Type),
            Visibility.Of(parameter.Type),
            field)
        {
            IsHidden = isUnnamedBits || parameter.Find(AttributeNames.MustBeZero) is not null,
            Lengths = new EquatableArray<int>(LengthReader.LengthsOf(parameter)),
            PointeeWidth = parameter.Type is IPointerTypeSymbol { PointedAtType: { } pointee } && AbiTypeReader.Read(pointee) is XenWidthType
                ? AbiTypeReader.IntegerUnder(pointee)?.Size
                : null,
            SizeOwner = RecordFields.IsRecord(parameter.Type) && RecordFields.MethodOf(parameter.Type) is not null
                ? parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                : null,
            Tag = parameter.Find(AttributeNames.Tag)?.Text(0),
        };
    }

    private static bool HasSoundName(IParameterSymbol parameter, ProblemReporter problems)
    {
        if (EmittedPrefixes.Any(prefix => parameter.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            problems.At(parameter, ProblemKind.NameClash, "has a name that emitted fields have; rename the parameter");
            return false;
        }

        return true;
    }
}
