using System.Linq;

namespace HypercallSdk.Model.Abi;

/// <summary>A struct inside a struct.</summary>
/// <param name="Fields">Its fields, in order.</param>
public sealed record RecordType(EquatableArray<AbiField> Fields) : AbiType
{
    /// <inheritdoc/>
    public override int SizeIn(DataModel model) => RecordLayout.Of(Fields, model).Size;

    /// <inheritdoc/>
    public override int AlignmentIn(DataModel model) => Fields.Max(field => field.Type.AlignmentIn(model));
}
