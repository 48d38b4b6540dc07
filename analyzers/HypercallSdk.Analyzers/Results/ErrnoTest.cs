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
        .Select(static result => result.Parent)
        .OfType<IPropertyReferenceOperation>()
        .Where(static property => property.Property.Name == ResultTypes.Errno)
        .SelectMany(static errno => Compared(errno))
        .Distinct();

    /// <summary>Where a call's result is read: the call itself, or the reads of the local that holds it.</summary>
    public static IEnumerable<IOperation> ResultsOf(IInvocationOperation call) =>
        LocalUse.TargetOf(call) is { } local ? LocalUse.ReadsOf(local, call) : [call];

    private static IEnumerable<string> Compared(IOperation errno)
    {
        IOperation? test = errno.Parent;
        while (test is IConversionOperation or IParenthesizedOperation)
        {
            test = test.Parent;
        }

        IOperation? asked = test switch
        {
            IBinaryOperation comparison => comparison,
            IIsPatternOperation pattern => pattern.Pattern,
            ISwitchOperation or ISwitchExpressionOperation => test,
            _ => null,
        };
        return asked is null ? [] : asked.DescendantsAndSelf()
            .OfType<IFieldReferenceOperation>()
            .Where(static field => ResultTypes.IsErrno(field.Field.ContainingType))
            .Select(static field => field.Field.Name);
    }
}
