using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// Writes the attributes of an import for a core library that has none. The compiler turns <c>DllImport</c> into metadata by
/// its name, whichever assembly declares it, and the native compiler finds <c>SuppressGCTransition</c> by its name likewise.
/// </summary>
internal static class ImportAttributes
{
    /// <summary>Writes what is missing; the types are internal, so that one that the core library gets later is not in their way.</summary>
    public static void Write(SourceWriter writer, GuestCorlib corlib)
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
