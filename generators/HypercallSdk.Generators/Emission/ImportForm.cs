namespace HypercallSdk.Generators.Emission;

/// <summary>How a guest's core library lets a method stand for a symbol that the linker knows.</summary>
internal enum ImportForm
{
    /// <summary>Not at all: it has no <c>DllImportAttribute</c>.</summary>
    None,

    /// <summary>Its <c>DllImportAttribute</c> takes the library's name only: the method's own name is the symbol.</summary>
    ByMethodName,

    /// <summary>Its <c>DllImportAttribute</c> takes the symbol as <c>EntryPoint</c>.</summary>
    ByEntryPoint,
}
