using HypercallSdk;
using HypercallSdk.Xen;

internal static class ConsolePage
{
    public static Gfn Frame(Gfn console)
    {
        return console;
    }
}
