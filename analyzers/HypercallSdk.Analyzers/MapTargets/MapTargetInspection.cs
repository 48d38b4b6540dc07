using System;
using System.Collections.Immutable;
using HypercallSdk.Analyzers.Constants;
using HypercallSdk.Analyzers.MemoryMaps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.MapTargets;

/// <summary>The inspection of one compilation's calls.</summary>
internal sealed class MapTargetInspection
{
    private readonly MapTargetParameters _targets = new();
    private readonly VariableValues _variables;
    private readonly Lazy<GuestAddressSpace> _space;

    /// <param name="compilation">The compilation.</param>
    /// <param name="options">
    /// Its options and additional files; they are not read until there is something to judge.
    /// </param>
    public MapTargetInspection(Compilation compilation, AnalyzerOptions options)
    {
        _variables = new VariableValues(compilation, _targets);
        _space = new Lazy<GuestAddressSpace>(() => GuestAddressSpace.Read(options));
    }

    /// <summary>Judges the constants among a call's arguments.</summary>
    public void Inspect(OperationAnalysisContext context)
    {
        foreach (IArgumentOperation argument in Arguments(context.Operation))
        {
            if (argument.Parameter is IParameterSymbol parameter && _targets.Contain(parameter))
            {
                Inspect(argument, context);
            }
        }
    }

    private void Inspect(IArgumentOperation argument, OperationAnalysisContext context)
    {
        foreach (Constant constant in ConstantEvaluator.FramesIn(argument.Value, _variables))
        {
            if (MapTargetJudge.Judge(constant, _space.Value, Place(argument)) is Diagnostic diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    /// <summary>
    /// The argument as it is written. What the compiler supplies (a default value, the array of a <c>params</c>) has
    /// the whole call as its syntax, and that is then the place to mend.
    /// </summary>
    private static Location Place(IArgumentOperation argument)
    {
        SyntaxNode syntax = argument.Value.Syntax;
        while (argument.ArgumentKind == ArgumentKind.Explicit
            && syntax.Parent is (ParenthesizedExpressionSyntax or CheckedExpressionSyntax) and SyntaxNode outer)
        {
            syntax = outer;
        }

        return syntax.GetLocation();
    }

    private static ImmutableArray<IArgumentOperation> Arguments(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation property => property.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };
}
