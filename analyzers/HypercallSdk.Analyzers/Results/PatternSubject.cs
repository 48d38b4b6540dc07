using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Results;

/// <summary>What a pattern is held against.</summary>
internal static class PatternSubject
{
    /// <summary>
    /// The value: of <c>is</c>, of a <c>switch</c>, or the member that a property pattern names; null when it is something else.
    /// </summary>
    public static IOperation? Of(IPatternOperation pattern)
    {
        IOperation? around = pattern.Parent;
        while (around is IBinaryPatternOperation or INegatedPatternOperation)
        {
            around = around.Parent;
        }

        return around switch
        {
            IIsPatternOperation test => test.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            ICaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => choice.Value,
            IPropertySubpatternOperation property => property.Member,
            _ => null,
        };
    }
}
