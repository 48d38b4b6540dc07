using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Lifecycles;

/// <summary>What was found of the mappings of a method.</summary>
internal sealed class LifecycleFindings
{
    /// <summary>The mappings that the method undoes somewhere.</summary>
    public HashSet<SyntaxNode> Undone { get; } = [];

    /// <summary>Mappings that are still there where the method ends: which, where, and what says where they lie.</summary>
    public List<(Mapping Mapping, SyntaxNode End, Place Lost)> Leaks { get; } = [];

    /// <summary>Calls that do away with a mapping that only another operation undoes.</summary>
    public List<(OperationCall Call, Mapping Mapping, Place Place)> Displaced { get; } = [];

    /// <summary>Calls that undo what is undone.</summary>
    public List<OperationCall> Twice { get; } = [];

    /// <summary>Calls that map a page again that is mapped: which, and where it lies.</summary>
    public List<(OperationCall Call, OnlyPage Page, Place Place)> Again { get; } = [];

    /// <summary>Arguments that are 0, so that something stays.</summary>
    public List<(IArgumentOperation Argument, OperationCall Call, IMethodSymbol Maker)> Left { get; } = [];

    /// <summary>Frames that are used again though something may still be mapped there.</summary>
    public List<(SyntaxNode Use, Place Place, MappingPhase Phase)> Reused { get; } = [];

    /// <summary>Tells of a frame whose mapping is in none but some phases.</summary>
    public void Reuse(IOperation frame, MappingPhase unfit, LifecycleState state)
    {
        if (unfit == default)
        {
            return;
        }

        Place? place = Place.Of(frame);
        foreach (MappingPhase phase in state.Places.Where(pair => pair.Value.Equals(place)).Select(pair => state.PhaseOf(pair.Key)).Where(phase => phase.IsWithin(unfit)))
        {
            Reused.Add((frame.Syntax, place!, phase));
        }
    }
}
