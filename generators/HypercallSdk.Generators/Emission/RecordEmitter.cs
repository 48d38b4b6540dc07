using HypercallSdk.Generators.Declarations;

namespace HypercallSdk.Generators.Emission;

/// <summary>Writes the file of an annotated struct: the part of it that has the fields.</summary>
internal static class RecordEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Write(RecordDeclaration record, EmissionContext context)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, $"{record.Name}: {record.CType}, on {context.DataModel.Name}.");
        if (record.Namespace.Length > 0)
        {
            writer.Line($"namespace {record.Namespace};").Line();
        }

        foreach (string outer in record.Outer)
        {
            writer.Line(outer).Open();
        }

        WriteStruct(writer, record, context);
        for (int depth = 0; depth < record.Outer.Count; depth++)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    private static void WriteStruct(SourceWriter writer, RecordDeclaration record, EmissionContext context)
    {
        StructPlan plan = record.IsUnion
            ? StructPlan.OfUnion(record.Fields, context.DataModel)
            : StructPlan.OfStruct(record.Fields, context.DataModel);
        writer.Line($"/// <remarks><c>{record.CType}</c>: {plan.Layout.Size} bytes, aligned to {plan.Layout.Alignment} ({context.DataModel.Name}).</remarks>");
        StructEmitter.WriteLayoutAttribute(writer, context);
        writer.Line($"unsafe partial struct {record.Name}").Open();
        new StructEmitter(writer, record.Name, plan, context).WriteMembers();
        writer.Close();
    }
}
