using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using HypercallSdk.Analyzers.Constants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>
/// Evaluates expressions on a state: what they can be, what they write, and what they demand. It understands the operations of
/// a control flow graph and, for the initializers of static members, those of a tree.
/// </summary>
internal sealed class Evaluation
{
    // Far deeper than people nest expressions, and far from the end of the stack.
    private const int MaximumDepth = 256;

    private readonly List<Demand>? _demands;
    private readonly Dictionary<IFlowAnonymousFunctionOperation, INamedTypeSymbol?> _lambdas = [];
    private readonly HashSet<ISymbol> _following = new(SymbolEqualityComparer.Default);
    private readonly Targets _targets;
    private readonly Calls _calls;
    private int _depth;

    /// <param name="context">What the compilation's analyses share.</param>
    /// <param name="captured">The variables that are shared with lambdas and local functions.</param>
    /// <param name="demands">Receives the demands; null while the states are not final.</param>
    public Evaluation(FlowContext context, CapturedVariables captured, List<Demand>? demands)
    {
        Context = context;
        Captured = captured;
        _demands = demands;
        _targets = new Targets(this);
        _calls = new Calls(this, _targets);
    }

    /// <summary>What the compilation's analyses share.</summary>
    public FlowContext Context { get; }

    /// <summary>The variables that are shared with lambdas and local functions.</summary>
    public CapturedVariables Captured { get; }

    /// <summary>The state at the point that is evaluated.</summary>
    public FlowState State { get; set; } = new();

    /// <summary>The lambdas that were met, with the delegates that they become.</summary>
    public IReadOnlyDictionary<IFlowAnonymousFunctionOperation, INamedTypeSymbol?> Lambdas => _lambdas;

    /// <summary>Remembers that a value reached a place that wants proof.</summary>
    public void Demand(Location place, FrameValue value, bool isUse, string? operation = null, uint? space = null) =>
        _demands?.Add(new Demand(place, Contents(value), isUse, operation, space));

    /// <summary>What a value is or, where it is a reference, what it refers to.</summary>
    public FrameValue Contents(FrameValue value)
    {
        if (value.Places.IsEmpty)
        {
            return value;
        }

        FrameValue contents = value.Places
            .Select(place => State.Read(place))
            .OfType<FrameValue>()
            .Aggregate(value.WithoutPlaces(), static (all, part) => all.Join(part.WithoutPlaces()));

        // Which part of them is meant is not known after a step within the list, so that no constant can be held against it.
        return value.IsMoved ? contents.With([]) : contents;
    }

    /// <summary>What the expression can be.</summary>
    public FrameValue Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return FrameValue.Nothing;
        }

        if (_depth == MaximumDepth)
        {
            return FrameValue.Unknown;
        }

        _depth++;
        FrameValue value = EvaluateAny(operation);
        _depth--;
        return value;
    }

    private FrameValue EvaluateAny(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: var value } } => Number(value),
        IExpressionStatementOperation statement => Evaluate(statement.Operation),
        IFlowCaptureOperation capture => _targets.Capture(capture),
        IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation =>
            _targets.Read(operation),
        IFieldReferenceOperation field => Member(field, field.Field, field.Field.Type),
        IPropertyReferenceOperation property => Property(property),
        IConversionOperation conversion => Convert(conversion),
        IObjectCreationOperation creation => _calls.Create(creation),
        IInvocationOperation call => _calls.Invoke(call),
        IDefaultValueOperation or ITypeParameterObjectCreationOperation => Zero(operation.Type),
        IBinaryOperation binary => Binary(binary),
        IUnaryOperation unary => Unary(unary),
        ISimpleAssignmentOperation assignment => _targets.Assign(assignment),
        ICompoundAssignmentOperation assignment => _targets.Assign(assignment),
        IIncrementOrDecrementOperation step => _targets.Step(step),
        IDeconstructionAssignmentOperation assignment => _targets.Deconstruct(assignment.Target, assignment.Value),
        IAddressOfOperation address => _targets.AddressOf(address.Reference),
        IArrayCreationOperation array => Allocate(array, array.Initializer?.ElementValues),
        IArrayInitializerOperation array => Allocate(array, array.ElementValues),
        IIsPatternOperation match => Match(match),
        IDelegateCreationOperation creation => Delegate(creation),
        IFlowAnonymousFunctionOperation lambda => Remember(lambda, null),
        IReturnOperation { Kind: OperationKind.YieldReturn } => Evaluate(operation.ChildOperations.FirstOrDefault()),
        IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation => Choice(operation),
        { Kind: OperationKind.None } => Unnamed(operation),
        _ => Other(operation),
    };

    /// <summary>What an object, a struct or a static member gives.</summary>
    public FrameValue Member(IMemberReferenceOperation read, ISymbol member, ITypeSymbol type)
    {
        FrameValue instance = Evaluate(read.Instance);
        if (FrameMembers.Read(member, Contents(instance), Answers) is FrameValue known)
        {
            return known;
        }

        if (Context.Contracts.Promises(member, type))
        {
            return FrameValue.From(Origins.Contract);
        }

        bool isAggregate = SupportTypes.HoldsFrames(type);
        return _targets.Known(read, isAggregate)
            ?? Static(member)
            ?? (isAggregate && IsOfElement(member) ? _calls.Element(instance, read) : null)
            ?? FrameValue.From(Origins.Unknown, member);
    }

    /// <summary>The index of an indexer, which may be a map target itself.</summary>
    public void Index(IPropertyReferenceOperation indexer) => _calls.Index(indexer);

    /// <summary>A list's elements, or a fresh list of those.</summary>
    public FrameValue Allocate(IOperation site, IEnumerable<IOperation>? elements)
    {
        FrameValue[] values = [.. elements?.Select(Evaluate) ?? []];
        Storage list = new(site);
        State.Write(list, FrameValue.Nothing);
        for (int index = 0; index < values.Length; index++)
        {
            State.Write(list.Element(index), values[index]);
        }

        return FrameValue.To(list);
    }

    /// <summary>The zero of a type: frame 0 for a frame, and nothing for any other.</summary>
    public static FrameValue Zero(ITypeSymbol? type) => SupportTypes.UnitOf(type) is ConstantUnit unit
        ? FrameValue.Of(new Constant(unit, BigInteger.Zero))
        : FrameValue.Nothing;

    /// <summary>Whether values of the type are C#'s integers.</summary>
    public static bool IsNumber(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        || type?.TypeKind == TypeKind.Enum;

    private static FrameValue Number(object? value) => value switch
    {
        ulong number => FrameValue.Of(new(ConstantUnit.None, number)),
        bool or string or float or double or decimal => FrameValue.Nothing,
        char character => FrameValue.Of(new(ConstantUnit.None, character)),
        IConvertible number => FrameValue.Of(
            new(ConstantUnit.None, number.ToInt64(System.Globalization.CultureInfo.InvariantCulture))),
        _ => FrameValue.Nothing,
    };

    /// <summary>How old the answers of Xen's are of which nothing else is known.</summary>
    private Origins Answers => State.Exact(Storage.Answers)?.Origins ?? Origins.None;

    private FrameValue Property(IPropertyReferenceOperation read)
    {
        _calls.Index(read);
        return Calls.IsEnumerating(read.Property)
            ? Contents(Evaluate(read.Instance))
            : Member(read, read.Property, read.Property.Type);
    }

    private FrameValue? Static(ISymbol member)
    {
        if (!member.IsStatic || Context.Statics.Find(member) is not IOperation value || !_following.Add(member))
        {
            return null;
        }

        FrameValue result = Evaluate(value);
        _following.Remove(member);
        return result;
    }

    /// <summary>Whether the member is of a type that its type is generic over: an element, or something of elements.</summary>
    private static bool IsOfElement(ISymbol member) => member.OriginalDefinition switch
    {
        IFieldSymbol field => Calls.Mentions(field.Type),
        IPropertySymbol property => Calls.Mentions(property.Type),
        _ => false,
    };

    private FrameValue Convert(IConversionOperation conversion)
    {
        FrameValue value = Evaluate(conversion.Operand);
        ITypeSymbol? from = conversion.Operand.Type;
        ITypeSymbol? to = conversion.Type;
        return conversion.OperatorMethod is IMethodSymbol method ? _calls.Convert(method, value)
            : conversion.Operand.ConstantValue is { HasValue: true, Value: null } ? FrameValue.Nothing
            : to is IPointerTypeSymbol pointer && from is not (IPointerTypeSymbol or IArrayTypeSymbol) && value.Places.IsEmpty
                ? SupportTypes.HoldsFrames(pointer.PointedAtType) ? FrameValue.Unknown : value
            : from is IPointerTypeSymbol && IsNumber(to) ? Address(from, value)
            : IsNumber(to) && IsNumber(from) ? Arithmetic.Map(value, ConstantUnit.None, constant =>
                to?.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr ? Whole(constant)
                : IntegerArithmetic.Fit(constant.Value, to, conversion.IsChecked) is BigInteger fit
                    ? new Constant(ConstantUnit.None, fit) : null)
            : IsNumber(to) ? FrameValue.Unknown
            : value;
    }

    // What nint holds depends on the machine, but for numbers that fit everywhere.
    private static Constant? Whole(Constant constant) => constant.Value.Sign >= 0 && constant.Value <= int.MaxValue ? constant : null;

    private static FrameValue Address(ITypeSymbol from, FrameValue pointer) =>
        !pointer.Places.IsEmpty ? FrameValue.From(Origins.OwnMemory)
        : SupportTypes.HoldsFrames(from) ? FrameValue.Unknown
        : pointer;

    // A sum of a thousand terms is nested as deep, on its left.
    private FrameValue Binary(IBinaryOperation binary)
    {
        Stack<IBinaryOperation> nested = new();
        IOperation innermost = binary;
        while (innermost is IBinaryOperation { ConstantValue.HasValue: false } left)
        {
            nested.Push(left);
            innermost = left.LeftOperand;
        }

        FrameValue value = Evaluate(innermost);
        foreach (IBinaryOperation operation in nested)
        {
            FrameValue right = Evaluate(operation.RightOperand);
            value = operation.Type is IPointerTypeSymbol
                ? (operation.LeftOperand.Type is IPointerTypeSymbol ? value : right).Moved()
                : Arithmetic.Combine(
                    operation.OperatorKind, operation.OperatorMethod, operation.Type, operation.IsChecked, value, right);
        }

        return value;
    }

    private FrameValue Unary(IUnaryOperation unary)
    {
        FrameValue value = Evaluate(unary.Operand);
        return !IsNumber(unary.Type) || unary.OperatorMethod is not null ? FrameValue.Unknown
            : unary.OperatorKind switch
            {
                UnaryOperatorKind.Plus => value,
                UnaryOperatorKind.Minus => Fit(unary, value, static number => -number),
                UnaryOperatorKind.BitwiseNegation => Fit(unary, value, static number => -number - 1),
                _ => FrameValue.Unknown,
            };
    }

    private static FrameValue Fit(IUnaryOperation unary, FrameValue value, Func<BigInteger, BigInteger> compute) =>
        Arithmetic.Map(value, ConstantUnit.None, constant =>
            IntegerArithmetic.Fit(compute(constant.Value), unary.Type, unary.IsChecked) is BigInteger fit
                ? new Constant(ConstantUnit.None, fit)
                : null);

    private FrameValue Choice(IOperation operation) => Parts(operation)
        .Select(Evaluate)
        .Aggregate(FrameValue.Nothing, static (all, part) => all.Join(part));

    /// <summary>The operations one of which is the value, where no control flow graph has taken them apart.</summary>
    private static IEnumerable<IOperation?> Parts(IOperation operation) => operation switch
    {
        IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool taken } } choice =>
            [taken ? choice.WhenTrue : choice.WhenFalse],
        IConditionalOperation choice => [choice.WhenTrue, choice.WhenFalse],
        ISwitchExpressionOperation choice => choice.Arms.Select(static IOperation? (arm) => arm.Value),
        ICoalesceOperation choice => [choice.Value, choice.WhenNull],
        _ => [],
    };

    private FrameValue Match(IIsPatternOperation match)
    {
        FrameValue value = Evaluate(match.Value);
        foreach (IOperation part in match.Pattern.DescendantsAndSelf())
        {
            ISymbol? declared = part switch
            {
                IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
                IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
                IListPatternOperation pattern => pattern.DeclaredSymbol,
                _ => null,
            };
            if (declared is ILocalSymbol local)
            {
                _targets.Declare(local, SupportTypes.HoldsFrames(match.Value.Type) ? Contents(value) : value, match);
            }
        }

        return FrameValue.Nothing;
    }

    private FrameValue Delegate(IDelegateCreationOperation creation)
    {
        if (creation.Target is IFlowAnonymousFunctionOperation lambda)
        {
            return Remember(lambda, creation.Type as INamedTypeSymbol);
        }

        Evaluate(creation.Target);
        return FrameValue.Unknown;
    }

    private FrameValue Remember(IFlowAnonymousFunctionOperation lambda, INamedTypeSymbol? type)
    {
        _lambdas[lambda] = type;
        return FrameValue.Unknown;
    }

    /// <summary>
    /// What Roslyn has no kind of operation for: lists of elements, pointers that are followed or pinned. They are told apart
    /// by their children.
    /// </summary>
    private FrameValue Unnamed(IOperation operation)
    {
        IOperation[] children = [.. operation.ChildOperations];
        return ElementList.IsElementList(operation.Syntax) ? List(operation, children)
            : ListElement.Of(operation) is not null ? _targets.Read(operation)
            : children is [IOperation pinned] && operation.Type is IPointerTypeSymbol pointer ? Pin(pointer, pinned)
            : ElementList.IsParams(operation) ? List(operation, children)
            : Other(operation);
    }

    /// <summary>A list without its length, which may stand among its elements.</summary>
    private FrameValue List(IOperation operation, IOperation[] children)
    {
        IOperation[] elements = [.. children.Where(static child => !IsNumber(child.Type))];
        return Allocate(operation, elements.Length > 0 ? elements : children is [] or [_] ? [] : children);
    }

    private FrameValue Pin(IPointerTypeSymbol pointer, IOperation pinned)
    {
        FrameValue value = Evaluate(pinned);
        return SupportTypes.HoldsFrames(pointer.PointedAtType)
            ? value
            : value.With(value.Origins & ~Origins.Unknown | Origins.OwnMemory);
    }

    private FrameValue Other(IOperation operation)
    {
        if (operation.Syntax is { } syntax && ElementList.IsElementList(syntax) && operation is not IConversionOperation)
        {
            return List(operation, [.. operation.ChildOperations]);
        }

        FrameValue parts = FrameValue.Nothing;
        foreach (IOperation child in operation.ChildOperations)
        {
            FrameValue value = Evaluate(child);
            parts = operation is ITupleOperation && SupportTypes.HoldsFrames(child.Type) ? parts.Join(value) : parts;
        }

        return operation is ITupleOperation ? parts : FrameValue.Unknown;
    }
}
