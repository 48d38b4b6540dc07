namespace HypercallSdk.Simulator.Abi;

/// <summary>The outcome of one grant operation (<c>GNTST_*</c>).</summary>
internal enum GrantStatus : short
{
    Okay = 0,
    GeneralError = -1,
    BadDomain = -2,
    BadGrantRef = -3,
    BadHandle = -4,
    BadVirtualAddress = -5,
    BadPage = -9,
}
