using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>What one kind of guest is answered, against what is declared.</summary>
/// <param name="Kind">The kind of guest.</param>
/// <param name="Answers">What it is answered.</param>
/// <param name="NotCalled">The operations that it does not call.</param>
internal sealed record AnswerCheck(KindOfGuest Kind, IReadOnlyList<Answer> Answers, IReadOnlyList<OperationName> NotCalled)
{
    /// <summary>What Xen answers to what is not there, if <see cref="KnownAnswer.ToUnavailable"/> says nothing else.</summary>
    private const string Unknown = "-ENOSYS";

    /// <summary>What it may also answer where only the kind of guest is the wrong one.</summary>
    private static readonly string[] Refused = ["-EPERM", "-EACCES"];

    /// <summary>What does not agree, a line each.</summary>
    public IReadOnlyList<string> FaultsOf(IReadOnlyList<DeclaredOperation> declared)
    {
        HashSet<OperationName> names = [.. declared.Select(static operation => operation.Name)];
        return
        [
            .. declared.Select(Judge).OfType<string>(),
            .. Answers.Select(static answer => answer.Operation).Where(name => !names.Contains(name))
                .Select(static name => $"{name}: called, but not declared"),
            .. NotCalled.Where(name => !names.Contains(name)).Select(static name => $"{name}: listed as not called, but not declared"),
        ];
    }

    /// <summary>The known answers that no operation is answered.</summary>
    public IEnumerable<KnownAnswer> UnusedOf(IReadOnlyList<KnownAnswer> known) => known.Where(one =>
        one.Kinds.Contains(Kind.Name)
        && !Answers.Any(answer => one.IsAbout(answer.Operation, Kind) && answer.Result == one.Result));

    private string? Judge(DeclaredOperation operation)
    {
        Answer? answer = Answers.SingleOrDefault(answer => answer.Operation == operation.Name);
        return (answer, NotCalled.Contains(operation.Name)) switch
        {
            (null, true) => null,
            (null, false) => $"{operation.Name}: neither called nor listed as not called",
            (_, true) => $"{operation.Name}: listed as not called, but called",
            _ when IsAsDeclared(operation, answer.Result) => null,
            _ => $"{operation.Name}: declared as {(Has(operation) ? "" : "un")}available to {Kind.Name}, but Xen answers {answer.Text}",
        };
    }

    private bool IsAsDeclared(DeclaredOperation operation, string result)
    {
        string unknown = Find(KnownAnswer.ToUnavailable, operation) ?? Unknown;
        if (Has(operation))
        {
            return result != unknown || result == Find(KnownAnswer.ToConfigured, operation);
        }

        return result == unknown || (Refused.Contains(result) && operation.Has(Kind.Release, Kind.Abi, GuestSet.All));
    }

    private bool Has(DeclaredOperation operation) => operation.Has(Kind.Release, Kind.Abi, Kind.Guest);

    private string? Find(IReadOnlyList<KnownAnswer> known, DeclaredOperation operation) =>
        known.FirstOrDefault(one => one.IsAbout(operation.Name, Kind))?.Result;
}
