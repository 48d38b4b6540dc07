namespace HypercallSdk.Simulator.Abi;

/// <summary>What <c>console_io</c> offers (<c>CONSOLEIO_*</c>).</summary>
internal enum ConsoleOperation : uint
{
    Write = 0,
    Read = 1,
}
