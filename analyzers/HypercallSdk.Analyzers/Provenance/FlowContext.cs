using HypercallSdk.Analyzers.Constants;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>What the analyses of one compilation share.</summary>
/// <param name="Contracts">Which places promise proof.</param>
/// <param name="Operations">Which methods are Xen's operations.</param>
/// <param name="Statics">What static members are that never change.</param>
internal sealed record FlowContext(FrameContracts Contracts, XenOperations Operations, StaticInitializers Statics);
