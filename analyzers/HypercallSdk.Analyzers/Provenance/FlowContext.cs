using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>What the analyses of one compilation share.</summary>
/// <param name="Contracts">Which places promise proof.</param>
/// <param name="Operations">Which methods are operations.</param>
/// <param name="Statics">What static members are that never change.</param>
internal sealed record FlowContext(FrameContracts Contracts, OperationDeclarations Operations, StaticInitializers Statics);
