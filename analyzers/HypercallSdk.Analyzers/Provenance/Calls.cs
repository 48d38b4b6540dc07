using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.MapTargets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// Calls: what they demand of their arguments, what they give, and what they write. A method is known by its contract and not
/// by its body; one that is generic gives what it was given.
/// </summary>
internal sealed class Calls
{
    private readonly Evaluation _evaluation;
    private readonly Targets _targets;
    private readonly XenEffects _xen;

    /// <param name="evaluation">Evaluates arguments.</param>
    /// <param name="targets">Writes to what is passed by reference.</param>
    public Calls(Evaluation evaluation, Targets targets)
    {
        _evaluation = evaluation;
        _targets = targets;
        _xen = new XenEffects(evaluation);
    }

    private FrameContracts Contracts => _evaluation.Context.Contracts;

    /// <summary>Whether a type is, or is made of, a type parameter.</summary>
    public static bool Mentions(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => Mentions(array.ElementType),
        IPointerTypeSymbol pointer => Mentions(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(Mentions),
        _ => false,
    };

    /// <summary>Whether the member is a step of a <c>foreach</c>, which may lose the elements' type on the way.</summary>
    public static bool IsEnumerating(ISymbol member) => member.Name is "GetEnumerator" or "Current";

    /// <summary>A method call.</summary>
    public FrameValue Invoke(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        FrameValue instance = _evaluation.Evaluate(call.Instance);
        List<(IArgumentOperation Argument, FrameValue Value)> arguments = Evaluate(call.Arguments);
        string? operation = _evaluation.Context.Operations.Of(call)?.Name;
        Demand(arguments, operation);

        FrameValue result = Result(method, instance, arguments);
        if (operation is not null)
        {
            _xen.Apply(operation, arguments);
        }
        else if (!IsLibrary(method))
        {
            _evaluation.State.Forget(static storage => storage.IsShared);
        }

        if (method.Name == "Clear" && IsLibrary(method))
        {
            Empty(arguments.Select(static item => item.Value).Prepend(instance));
        }

        Write(method, instance, arguments, operation);
        return result;
    }

    /// <summary>The creation of an object.</summary>
    public FrameValue Create(IObjectCreationOperation creation)
    {
        List<(IArgumentOperation Argument, FrameValue Value)> arguments = Evaluate(creation.Arguments);
        Demand(arguments, null);
        ITypeSymbol? type = creation.Type;
        FrameValue result = SupportTypes.IsFrame(type) ? CreateFrame(type, arguments)
            : SupportTypes.IsAddressRange(type) ? Joined(arguments.Where(static item => SupportTypes.HoldsFrames(item.Argument.Value.Type)))
            : creation.Constructor is not IMethodSymbol constructor || arguments.Count == 0 ? FrameValue.Nothing
            : Mentions(constructor.ContainingType.OriginalDefinition) ? Joined(Generic(arguments))
            : FrameValue.From(Origins.Unknown, constructor);
        if (type is { IsReferenceType: true })
        {
            Storage site = new(creation);
            _evaluation.State.Write(site, _evaluation.Contents(result));
            result = FrameValue.To(site);
        }

        if (creation.Constructor is IMethodSymbol called)
        {
            Write(called, FrameValue.Nothing, arguments, null);
        }

        return result;
    }

    /// <summary>A conversion that is a method.</summary>
    public FrameValue Convert(IMethodSymbol method, FrameValue value) =>
        SupportTypes.IsFrame(method.ContainingType) || Mentions(method.OriginalDefinition.ReturnType) ? value
            : Contracts.Promises(method, method.ReturnType) ? FrameValue.From(Origins.Contract)
            : FrameValue.From(Origins.Unknown, method);

    /// <summary>The index of an indexer, which may be a map target itself.</summary>
    public void Index(IPropertyReferenceOperation read)
    {
        if (!read.Arguments.IsEmpty)
        {
            Demand(Evaluate(read.Arguments), null);
        }
    }

    /// <summary>An element, or something of elements, of a generic object or struct.</summary>
    public FrameValue Element(FrameValue instance, IMemberReferenceOperation read) =>
        SupportTypes.IsFrame(read.Type) ? _evaluation.Contents(instance) : instance.Moved();

    private List<(IArgumentOperation Argument, FrameValue Value)> Evaluate(ImmutableArray<IArgumentOperation> arguments) =>
    [
        .. arguments.Select(argument => (argument, argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref
            ? _targets.AddressOf(argument.Value)
            : _evaluation.Evaluate(argument.Value))),
    ];

    private void Demand(List<(IArgumentOperation Argument, FrameValue Value)> arguments, string? operation)
    {
        uint? space = operation is null ? null : arguments
            .Where(static item => item.Argument.Parameter?.Type is { Name: "MapSpace", TypeKind: TypeKind.Enum })
            .Select(static item => item.Argument.Value.ConstantValue is { HasValue: true, Value: uint value } ? value : (uint?)null)
            .FirstOrDefault();
        foreach ((IArgumentOperation argument, FrameValue value) in arguments)
        {
            if (argument.Parameter is IParameterSymbol parameter && Contracts.Wants(parameter))
            {
                _evaluation.Demand(ArgumentPlace.Of(argument), value, isUse: true, operation, space);
            }
        }
    }

    private FrameValue Result(
        IMethodSymbol method, FrameValue instance, List<(IArgumentOperation Argument, FrameValue Value)> arguments)
    {
        INamedTypeSymbol type = method.ContainingType;
        return method.ReturnsVoid ? FrameValue.Nothing
            : SupportTypes.IsHypervisorRegions(type) && SupportTypes.IsAddressRange(method.ReturnType) ? Region(arguments)
            : SupportTypes.IsMemoryBanks(type) && SupportTypes.IsAddressRange(method.ReturnType) ? FrameValue.From(Origins.OwnMemory)
            : Contracts.Promises(method, method.ReturnType) ? FrameValue.From(Origins.Contract)
            : SupportTypes.IsFrame(type) && method.Name == SupportTypes.Unproven ? FrameValue.From(Origins.Vouched)
            : IsEnumerating(method) ? instance
            : Mentions(method.OriginalDefinition.ReturnType) ? GenericResult(method, instance, arguments)
            : FrameValue.From(Origins.Unknown, method);
    }

    private static FrameValue Region(List<(IArgumentOperation Argument, FrameValue Value)> arguments) =>
        FrameValue.From(arguments is not [(_, { IsExact: true } index)] ? Origins.GrantTableRegion | Origins.ExtendedRegion
            : index.Constants[0].Value.IsZero ? Origins.GrantTableRegion
            : Origins.ExtendedRegion)
            .At(arguments is [(_, { IsExact: true } known)] ? new RegionPosition(known.Constants[0].Value, 0) : null);

    private FrameValue GenericResult(
        IMethodSymbol method, FrameValue instance, List<(IArgumentOperation Argument, FrameValue Value)> arguments)
    {
        FrameValue given = Joined(Generic(arguments));
        FrameValue all = method.IsStatic ? given : given.Join(instance);
        return SupportTypes.IsFrame(method.ReturnType) ? _evaluation.Contents(all) : all.Places.IsEmpty ? all : all.Moved();
    }

    /// <summary>The arguments whose parameters are of a type parameter, or made of one.</summary>
    private static IEnumerable<(IArgumentOperation Argument, FrameValue Value)> Generic(
        IEnumerable<(IArgumentOperation Argument, FrameValue Value)> arguments) =>
        arguments.Where(static item => item.Argument.Parameter is { RefKind: not RefKind.Out } parameter
            && Mentions(parameter.OriginalDefinition.Type));

    private static FrameValue Joined(IEnumerable<(IArgumentOperation Argument, FrameValue Value)> arguments) =>
        arguments.Aggregate(FrameValue.Nothing, static (all, item) => all.Join(item.Value));

    private static FrameValue CreateFrame(ITypeSymbol? type, List<(IArgumentOperation Argument, FrameValue Value)> arguments) =>
        arguments is [(_, FrameValue number)]
            ? Arithmetic.Frame(SupportTypes.UnitOf(type) ?? ConstantUnit.Frame, number)
            : Evaluation.Zero(type);

    /// <summary>What the call leaves behind in what it was given a reference to.</summary>
    private void Write(
        IMethodSymbol method, FrameValue instance, List<(IArgumentOperation Argument, FrameValue Value)> arguments, string? operation)
    {
        foreach ((IArgumentOperation argument, FrameValue value) in arguments)
        {
            if (argument.Parameter is not IParameterSymbol parameter)
            {
                continue;
            }

            bool isGeneric = Mentions(parameter.OriginalDefinition.Type);
            if (parameter.RefKind is RefKind.Out or RefKind.Ref)
            {
                WriteBack(argument, parameter, isGeneric && !method.IsStatic ? _evaluation.Contents(instance) : null);
            }
            else if (isGeneric && SupportTypes.HoldsFrames(argument.Value.Type))
            {
                Exchange(argument, value, method, instance);
            }
            else if (IsWritable(parameter.Type) && !XenEffects.IsKnown(operation) && !Contracts.Wants(parameter) && !IsLibrary(method))
            {
                Fill(value, FrameValue.From(Origins.Unknown, parameter));
            }
        }
    }

    private void WriteBack(IArgumentOperation argument, IParameterSymbol parameter, FrameValue? contents)
    {
        FrameValue written = Contracts.Promises(parameter, parameter.Type) ? FrameValue.From(Origins.Contract)
            : contents ?? FrameValue.From(Origins.Unknown, parameter);
        IOperation target = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
        _targets.Store(target, written, argument.Value);
    }

    /// <summary>An element goes into a generic object, or its elements into a list.</summary>
    private void Exchange(IArgumentOperation argument, FrameValue value, IMethodSymbol method, FrameValue instance)
    {
        if (!method.IsStatic)
        {
            _targets.StoreElement(instance, null, _evaluation.Contents(value), argument.Value);
        }

        if (IsWritable(argument.Parameter!.Type) && !method.IsStatic)
        {
            Fill(value, _evaluation.Contents(instance));
        }
    }

    private void Empty(IEnumerable<FrameValue> lists)
    {
        foreach (Storage place in lists.SelectMany(static list => list.Places))
        {
            _evaluation.State.Write(place, FrameValue.Nothing);
        }
    }

    private void Fill(FrameValue list, FrameValue value)
    {
        foreach (Storage place in list.Places)
        {
            if (place.Root is ISymbol && list.Places.Length == 1)
            {
                _evaluation.State.Write(place, value);
            }
            else
            {
                _evaluation.State.Add(place, value);
            }
        }
    }

    /// <summary>Whether whoever has a value of the type can write what it refers to.</summary>
    private static bool IsWritable(ITypeSymbol type) =>
        type is IPointerTypeSymbol or IArrayTypeSymbol or INamedTypeSymbol { Name: "Span", Arity: 1 };

    /// <summary>Whether the method is of the core library's or the support's, of which none writes a guest's members.</summary>
    private static bool IsLibrary(IMethodSymbol method)
    {
        INamespaceSymbol? space = method.ContainingType?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space is { Name: "System", IsGlobalNamespace: false }
            || SupportTypes.IsFrame(method.ContainingType) || SupportTypes.IsHypervisorRegions(method.ContainingType);
    }
}
