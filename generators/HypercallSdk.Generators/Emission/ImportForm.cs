namespace HypercallSdk.Generators.Emission;

/// <summary>How a guest's core library lets a method stand for a symbol that the linker knows.</summary>
internal enum ImportForm
{
    /// <summary>Not at all: it has neither <c>MethodImplAttribute</c> nor <c>DllImportAttribute</c>.</summary>
    None,

    /// <summary>Its <c>DllImportAttribute</c> takes the library's name only: the method's own name is the symbol.</summary>
    ByMethodName,

    /// <summary>Its <c>DllImportAttribute</c> takes the symbol as <c>EntryPoint</c>.</summary>
    ByEntryPoint,

    /// <summary>
    /// Its <c>MethodImplOptions</c> has <c>InternalCall</c>: with <c>RuntimeImportAttribute</c>, which may be anyone's, the native
    /// compiler makes the call of such a method a branch to the symbol and nothing else. An import by <c>DllImport</c> costs a test
    /// for the garbage collector behind each call, even where no transition is made.
    /// </summary>
    RuntimeImport,
}
