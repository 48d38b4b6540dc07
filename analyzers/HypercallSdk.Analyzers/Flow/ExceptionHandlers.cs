using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace HypercallSdk.Analyzers.Flow;

/// <summary>Where control goes from the middle of a block.</summary>
internal static class ExceptionHandlers
{
    /// <summary>
    /// The first block of each handler that an exception in a block can reach, or that runs behind it. Around a lambda's own
    /// regions are those of the method that it stands in, whose blocks are another graph's.
    /// </summary>
    public static IEnumerable<int> Of(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion;
            region is { Kind: not ControlFlowRegionKind.Root };
            region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: ControlFlowRegion whole })
            {
                foreach (ControlFlowRegion handler in whole.NestedRegions.Where(other => other != region))
                {
                    yield return handler.FirstBlockOrdinal;
                }
            }
        }
    }
}
