using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>What Xen's operations do to what the analysis knows.</summary>
internal sealed class XenEffects
{
    private readonly Evaluation _evaluation;

    /// <param name="evaluation">Holds the state that changes.</param>
    public XenEffects(Evaluation evaluation)
    {
        _evaluation = evaluation;
    }

    private FlowState State => _evaluation.State;

    /// <summary>Whether it is known what the operation does to the frames in the lists that it is given.</summary>
    public static bool IsKnown(string? operation) => operation
        is XenOperations.DecreaseReservation or XenOperations.PopulatePhysmap or XenOperations.GetUnallocatedSpace;

    /// <summary>Carries out an operation.</summary>
    public void Apply(string operation, List<(IArgumentOperation Argument, FrameValue Value)> arguments)
    {
        if (XenOperations.Occupies(operation) && !IsWithinAnswer(arguments))
        {
            State.Update(Age);
            State.Write(Storage.Answers, FrameValue.From(Origins.Stale));
        }

        switch (operation)
        {
            case XenOperations.DecreaseReservation:
                Fill(arguments, FrameValue.From(Origins.Ballooned));
                break;
            case XenOperations.PopulatePhysmap:
                Fill(arguments, FrameValue.From(Origins.OwnMemory));
                break;
            case XenOperations.GetUnallocatedSpace:
                State.Write(Storage.Answers, FrameValue.Nothing);
                Fill(arguments, FrameValue.From(Origins.Query));
                break;
        }
    }

    /// <summary>Whether all that is mapped is mapped inside an answer: what is left of the answer then holds as before.</summary>
    private bool IsWithinAnswer(List<(IArgumentOperation Argument, FrameValue Value)> arguments)
    {
        FrameValue[] targets =
        [
            .. arguments
                .Where(item => item.Argument.Parameter is { } parameter && _evaluation.Context.Contracts.Wants(parameter))
                .Select(item => _evaluation.Contents(item.Value)),
        ];
        return targets.Length > 0 && targets.All(static target => target.Origins is Origins.Query);
    }

    private static FrameValue Age(FrameValue value) =>
        (value.Origins & Origins.Query) == Origins.None ? value : value.With(value.Origins | Origins.Stale);

    private void Fill(List<(IArgumentOperation Argument, FrameValue Value)> arguments, FrameValue value)
    {
        foreach (Storage place in arguments
            .Where(static item => SupportTypes.HoldsFrames(item.Argument.Value.Type))
            .SelectMany(static item => item.Value.Places))
        {
            State.Write(place, value);
        }
    }
}
