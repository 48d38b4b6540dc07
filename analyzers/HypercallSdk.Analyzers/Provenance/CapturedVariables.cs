using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// The variables of a method that its lambdas and local functions share with it. These run at times that are not known, so of a
/// variable that has several values all are possible, and none of its constants is held against it.
/// </summary>
internal sealed class CapturedVariables
{
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _writtenInside = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<IOperation>> _writers = new(SymbolEqualityComparer.Default);
    private readonly FlowState _everWritten = new();

    /// <param name="root">The method.</param>
    public CapturedVariables(IOperation root)
    {
        foreach (IOperation operation in root.Descendants())
        {
            IMethodSymbol? function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                Add(function, operation);
            }
        }
    }

    /// <summary>What they can hold when a lambda or local function begins.</summary>
    public FlowState Entry() => _everWritten.Clone();

    /// <summary>Whether a lambda or local function writes the variable, so that a write says little of what it holds.</summary>
    public bool IsWrittenInside(ISymbol variable) => _writtenInside.Contains(variable);

    /// <summary>Whether any variable is written by a lambda or local function.</summary>
    public bool AreWrittenInside => _writtenInside.Count > 0;

    /// <summary>What a lambda or local function may have written to the variable in the meantime.</summary>
    public FrameValue Elsewhere(ISymbol variable) => IsWrittenInside(variable)
        ? _everWritten.Read(new Storage(variable))?.With([]) ?? FrameValue.Nothing
        : FrameValue.Nothing;

    /// <summary>Remembers a write to a variable.</summary>
    public void Note(ISymbol variable, FrameValue value, IOperation writer)
    {
        if (!_captured.Contains(variable))
        {
            return;
        }

        if (!_writers.TryGetValue(variable, out HashSet<IOperation>? writers))
        {
            _writers[variable] = writers = [];
        }

        writers.Add(writer);
        Storage storage = new(variable);
        _everWritten.Add(storage, value);
        if (writers.Count > 1)
        {
            _everWritten.Write(storage, (_everWritten.Read(storage) ?? value).With([]));
        }
    }

    private void Add(IMethodSymbol function, IOperation body)
    {
        foreach (IOperation operation in body.Descendants())
        {
            ISymbol? variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (variable is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
            {
                _captured.Add(variable);
                if (IsWritten(operation))
                {
                    _writtenInside.Add(variable);
                }
            }
        }
    }

    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation alias } => alias.Symbol.RefKind != RefKind.None,
        _ => false,
    };
}
