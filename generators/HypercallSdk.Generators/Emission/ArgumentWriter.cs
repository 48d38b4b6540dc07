using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Generators.Emission;

/// <summary>
/// Writes the assignments that fill an argument struct: every byte that the hypervisor reads, each once where C# can hold the value
/// as it is. What only the hypervisor writes is left as it is, but for statuses.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="model">The ABI's widths.</param>
internal sealed class ArgumentWriter(SourceWriter writer, DataModel model)
{
    /// <summary>What goes through properties. Behind a pointer to the struct C# does not ask whether every field has been assigned.</summary>
    private readonly List<string> _properties = [];

    /// <summary>Fills an operation's own struct.</summary>
    /// <param name="target">How to name the struct.</param>
    /// <param name="plan">Its fields.</param>
    /// <param name="operation">The operation, whose parameters are the fields' values.</param>
    public void WriteStruct(string target, StructPlan plan, OperationDeclaration operation)
    {
        foreach (StoragePart part in plan.Parts.Where(static part => !part.IsBuffer))
        {
            ParameterDeclaration? parameter = operation.Parameters.FirstOrDefault(item => part.Field is not null && item.Field == part.Field);
            WritePart(target, part, parameter is { Field.IsHidden: false } ? parameter : null, zero: "0");
        }

        foreach (StoragePart part in plan.Parts.Where(static part => part is { IsBuffer: true, Kind: StoragePartKind.Zero }))
        {
            WriteZeros(target, part);
        }

        foreach (ParameterDeclaration parameter in operation.StructParameters.Where(IsGivenByProperty))
        {
            _properties.Add($"(&{target})->{parameter.Name} = {parameter.Name};");
        }
    }

    /// <summary>Fills an envelope, with the operation's own struct inside.</summary>
    public void WriteEnvelope(string target, OperationDeclaration operation, EnvelopeDeclaration envelope)
    {
        StructPlan plan = StructPlan.OfStruct(StructTrampoline.FieldsOf(operation, envelope), model);
        foreach (StoragePart part in plan.Parts)
        {
            WriteEnvelopePart(target, part, operation, envelope);
        }
    }

    /// <summary>Writes what had to wait until all fields were assigned.</summary>
    public void WriteProperties() => writer.Lines(_properties);

    private void WriteEnvelopePart(string target, StoragePart part, OperationDeclaration operation, EnvelopeDeclaration envelope)
    {
        EnvelopeField? field = envelope.Fields.FirstOrDefault(item => part.Field is not null && item.Field.Name == part.Field.Name);
        ParameterDeclaration? parameter = operation.Parameters.FirstOrDefault(item => item.IsInEnvelope && item.Name == part.Field?.Name);
        switch (part)
        {
            case { Kind: StoragePartKind.Rest }:
                break;
            case { IsBuffer: true }:
                WriteZeros(target, part);
                break;
            case { Kind: StoragePartKind.Field } when field?.Role == EnvelopeRole.Payload:
                WriteStruct($"{target}.{part.Name}", StructPlan.OfStruct([.. operation.StructFields], model), operation);
                break;
            case { Kind: StoragePartKind.Field or StoragePartKind.Stored } when field?.Role == EnvelopeRole.Command:
                writer.Line($"{target}.{part.Name} = {Number(part, $"{operation.Number}", field.Field)};");
                break;
            case { Kind: StoragePartKind.Field or StoragePartKind.Stored } when field?.Role == EnvelopeRole.Version:
                writer.Line($"{target}.{part.Name} = {Number(part, OperationClashes.VersionName, field.Field)};");
                break;
            default:
                WritePart(target, part, parameter, Zero(part));
                if (parameter is not null && IsGivenByProperty(parameter))
                {
                    _properties.Add($"(&{target})->{parameter.Name} = {parameter.Name};");
                }

                break;
        }
    }

    private void WritePart(string target, StoragePart part, ParameterDeclaration? parameter, string zero)
    {
        if (parameter is not null && (IsGivenByProperty(parameter) || (parameter.Direction == Direction.Out && !IsStatus(parameter))))
        {
            return;
        }

        bool isWrappedStatus = parameter is { Direction: Direction.Out, Shape: ValueShape.Wrapper } && part.Kind == StoragePartKind.Field && IsStatus(parameter);
        writer.Line(isWrappedStatus
            ? $"*({CSharpType.Of(parameter!.Field.Integer!)}*)&{target}.{part.Name} = -1;"
            : $"{target}.{part.Name} = {(parameter is null ? zero : ValueOf(part, parameter))};");
    }

    private static string Zero(StoragePart part) => part.Kind == StoragePartKind.Field ? "default" : "0";

    private static string Number(StoragePart part, string number, FieldDeclaration field) => part.Kind == StoragePartKind.Stored
        ? $"unchecked(({part.Type}){number})"
        : field.Type == CSharpType.Of(field.Integer!) ? number : $"({field.Type}){number}";

    /// <summary>
    /// What a field holds before the trap. A signed field that only the hypervisor writes is a status: it starts as -1, so
    /// that one that was never written does not read as success.
    /// </summary>
    private static string ValueOf(StoragePart part, ParameterDeclaration parameter)
    {
        bool isStatus = IsStatus(parameter);
        if (part.Kind != StoragePartKind.Field)
        {
            return isStatus
                ? $"unchecked(({part.Type})(-1))"
                : Conversion.ToInteger(parameter.Field, new IntegerType(part.Size, IsSigned: false), parameter.Name);
        }

        if (isStatus && parameter.Shape == ValueShape.Integer)
        {
            return $"({part.Type})(-1)";
        }

        return parameter.Name;
    }

    private static bool IsStatus(ParameterDeclaration parameter) =>
        parameter.Direction == Direction.Out && parameter.Field.Element is IntegerType { IsSigned: true };

    /// <summary>
    /// Whether a value is given through the struct's own accessor: it takes several storage fields or shares one, or it is a wrapper,
    /// which can be taken apart only where it has an address.
    /// </summary>
    private bool IsGivenByProperty(ParameterDeclaration parameter) =>
        parameter.Field is { IsHidden: false } field
        && field.Field.IsIn(model)
        && parameter.Direction != Direction.Out
        && (field.Field.BitWidth is not null
            || (!CSharpStorage.IsDirect(field, model) && (field.Shape == ValueShape.Wrapper || CSharpStorage.HasSameBytes(field, model))));

    private void WriteZeros(string target, StoragePart part) => writer
        .Line($"for (int index = 0; index < {part.Length}; index++)")
        .Open()
        .Line($"{target}.{part.Name}[index] = 0;")
        .Close();
}
