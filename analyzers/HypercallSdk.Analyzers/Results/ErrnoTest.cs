using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>Which error numbers a method asks a result for.</summary>
internal static class ErrnoTest
{
    /// <summary>The names of the errors that the <c>Errno</c> of a call's result is compared with, in conditions and in patterns.</summary>
    public static IEnumerable<string> NamesFor(IInvocationOperation call) => ResultsOf(call)
        .SelectMany(static result => result.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: ResultTypes.Errno } errno => Readings(errno).SelectMany(Compared),
            IIsPatternOperation pattern => ErrnosIn(pattern.Pattern),
            ISwitchOperation or ISwitchExpressionOperation => ErrnosIn(result.Parent),
            _ => [],
        })
        .Distinct();

    /// <summary>Whether a call's <c>Errno</c> is given to a method that answers by yes or no: that one may know what it means.</summary>
    public static bool IsJudgedElsewhere(IInvocationOperation call) => ResultsOf(call)
        .Select(static result => result.Parent)
        .OfType<IPropertyReferenceOperation>()
        .Where(static property => property.Property.Name == ResultTypes.Errno)
        .SelectMany(Readings)
        .Any(static errno => errno.Parent is IArgumentOperation { Parent: IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } });

    /// <summary>Where a call's result is read: the call itself, or the reads of the local that holds it.</summary>
    public static IEnumerable<IOperation> ResultsOf(IInvocationOperation call) =>
        LocalUse.TargetOf(call) is { } local ? LocalUse.ReadsOf(local, call) : [call];

    /// <summary>An errno itself, or the reads of the local that holds it.</summary>
    private static IEnumerable<IOperation> Readings(IOperation errno) =>
        LocalUse.TargetOf(errno) is { } local ? LocalUse.ReadsOf(local, errno) : [errno];

    private static IEnumerable<string> Compared(IOperation errno)
    {
        IOperation? test = errno.Parent;
        while (test is IConversionOperation)
        {
            test = test.Parent;
        }

        return test switch
        {
            IBinaryOperation or ISwitchOperation or ISwitchExpressionOperation => ErrnosIn(test),
            IIsPatternOperation pattern => ErrnosIn(pattern.Pattern),
            _ => [],
        };
    }

    private static IEnumerable<string> ErrnosIn(IOperation test) => test.DescendantsAndSelf()
        .OfType<IFieldReferenceOperation>()
        .Where(static field => ResultTypes.IsErrno(field.Field.ContainingType))
        .Select(static field => field.Field.Name);
}
