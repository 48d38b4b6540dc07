using HypercallSdk.Generators.Emission;

namespace HypercallSdk.Generators.Conduits;

/// <summary>
/// What makes a method stand for a stub. A trap never runs managed code and never blocks on it, so no transition to native code
/// is needed: the form is the cheapest that the core library permits.
/// </summary>
internal static class StubImport
{
    private const string CompilerServices = "global::System.Runtime.CompilerServices.";

    private const string Interop = "global::System.Runtime.InteropServices.";

    /// <summary>The attributes of a method that is called like the symbol, where nothing but its name can say so.</summary>
    public static string AttributesOf(string symbol, GuestCorlib corlib) => corlib.Import switch
    {
        ImportForm.RuntimeImport =>
            $"[{CompilerServices}MethodImpl({CompilerServices}MethodImplOptions.InternalCall), global::System.Runtime.RuntimeImport(\"{symbol}\")]",
        ImportForm.ByMethodName => $"[{Interop}DllImport(\"*\"){Suppress(corlib)}]",
        _ => $"[{Interop}DllImport(\"*\", EntryPoint = \"{symbol}\"){Suppress(corlib)}]",
    };

    /// <summary>Where the core library can say so, or the emitted attributes do, no frame is made for a transition.</summary>
    private static string Suppress(GuestCorlib corlib) =>
        corlib.HasSuppressGCTransition || corlib.Import == ImportForm.None ? $", {Interop}SuppressGCTransition" : string.Empty;
}
