// Where: Xen 1e8b732de1, the store's own domain
// What: the console's frame was given as a machine frame, which a translated guest cannot use
using HypercallSdk;
using HypercallSdk.Xen;

internal static class ConsolePage
{
    public static Gfn Frame(Mfn console)
    {
        return console; // CS0029
    }
}
