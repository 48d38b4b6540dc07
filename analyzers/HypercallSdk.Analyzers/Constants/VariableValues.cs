using System.Collections.Concurrent;
using HypercallSdk.Analyzers.MapTargets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Constants;

/// <summary>
/// The one value of each variable that only ever has one. It is asked concurrently, and remembers for as long as its
/// compilation is analyzed.
/// </summary>
internal sealed class VariableValues
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly StaticInitializers _statics;
    private readonly LocalAssignments _locals;

    /// <param name="compilation">The compilation whose variables are asked for.</param>
    /// <param name="targets">The parameters to which arrays may be passed without their elements being changed.</param>
    public VariableValues(Compilation compilation, MapTargetParameters targets)
    {
        _statics = new StaticInitializers(compilation);
        _locals = new LocalAssignments(targets);
    }

    /// <summary>The value of a local that is assigned once.</summary>
    public IOperation? Of(ILocalReferenceOperation reference)
    {
        if (!_values.TryGetValue(reference.Local, out IOperation? value))
        {
            value = _values.GetOrAdd(reference.Local, _locals.Find(reference));
        }

        return value;
    }

    /// <summary>The value of a field or property that is the same throughout the program.</summary>
    public IOperation? Of(ISymbol member) => _values.GetOrAdd(member, _statics.Find);
}
