using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// Writes the attributes of an import that the core library lacks. The compiler turns <c>DllImport</c> into metadata by its name,
/// whichever assembly declares it, and the native compiler finds <c>RuntimeImport</c> and <c>SuppressGCTransition</c> likewise.
/// </summary>
internal static class ImportAttributes
{
    /// <summary>Writes what is missing; the types are internal, so that one that the core library gets later is not in their way.</summary>
    public static void WriteMissing(SourceWriter writer, GuestCorlib corlib)
    {
        switch (corlib.Import)
        {
            case ImportForm.RuntimeImport when !corlib.HasRuntimeImport:
                WriteRuntimeImport(writer);
                writer.Line();
                break;
            case ImportForm.None:
                WriteDllImport(writer, corlib);
                writer.Line();
                break;
            default:
                break;
        }
    }

    private static void WriteRuntimeImport(SourceWriter writer) => writer
        .Line("namespace System.Runtime")
        .Open()
        .Line("/// <summary>Makes a method stand for a symbol of the image: the core library keeps its own attribute to itself, or has none.</summary>")
        .Line("internal sealed class RuntimeImportAttribute : global::System.Attribute")
        .Open()
        .Line("/// <param name=\"symbol\">The symbol.</param>")
        .Line("public RuntimeImportAttribute(string symbol)")
        .Open()
        .Close()
        .Close()
        .Close();

    private static void WriteDllImport(SourceWriter writer, GuestCorlib corlib)
    {
        writer.Line("namespace System.Runtime.InteropServices").Open();
        WriteImport(writer);
        if (!corlib.HasSuppressGCTransition)
        {
            writer
                .Line()
                .Line("/// <summary>Makes the call of an import a plain branch.</summary>")
                .Line("internal sealed class SuppressGCTransitionAttribute : global::System.Attribute")
                .Open()
                .Close();
        }

        writer.Close();
    }

    private static void WriteImport(SourceWriter writer) => writer
        .Line("/// <summary>Makes a method an import: the core library has no such attribute.</summary>")
        .Line("internal sealed class DllImportAttribute : global::System.Attribute")
        .Open()
        .Line("/// <param name=\"dllName\"><c>*</c>: the image itself.</param>")
        .Line("public DllImportAttribute(string dllName)")
        .Open()
        .Close()
        .Line()
        .Line("/// <summary>The symbol.</summary>")
        .Line("public string? EntryPoint { get; set; }")
        .Close();
}
