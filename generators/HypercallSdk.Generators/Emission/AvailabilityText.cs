using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;

namespace HypercallSdk.Generators.Emission;

/// <summary>Where an operation exists, in words.</summary>
internal static class AvailabilityText
{
    /// <summary>An operation's doc comment, and behind it where the operation exists, unless the comment has remarks of its own.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="more">Another sentence, which is said in any case; null for none.</param>
    public static IEnumerable<string> Documented(OperationDeclaration operation, string? more = null)
    {
        IReadOnlyList<string> sentences = [.. Clauses(operation).Select(Sentence), .. more is null ? (string[])[] : [more]];
        bool hasRemarks = operation.Documentation.Any(static line => line.Contains("<remarks"));
        return hasRemarks && more is not null ? operation.Documentation.Select(line => line.Replace("</remarks>", $" {more}</remarks>"))
            : sentences.Count == 0 || hasRemarks ? operation.Documentation
            : operation.Documentation.Append($"/// <remarks>{string.Join(" ", sentences)}</remarks>");
    }

    /// <summary>What is said of an operation: nothing when it exists always and everywhere.</summary>
    public static IEnumerable<string> Clauses(OperationDeclaration operation)
    {
        Availability availability = operation.Availability;
        IEnumerable<string> clauses = ReleasesOf(availability);
        if (operation.IsProposed)
        {
            clauses = clauses.Append("proposed: no release answers it");
        }

        if (operation.Former is { } former)
        {
            clauses = clauses.Append($"numbered {former.Number} up to {former.Until}");
        }

        if (availability.Abis != AbiSet.All)
        {
            clauses = clauses.Append("only on " + Series(AbiSets.NamesOf(availability.Abis)));
        }

        return clauses.Concat(GuestsOf(availability));
    }

    /// <summary>Which kinds of guest, of those that the ABIs have: the shorter of who has it and who has not.</summary>
    private static IEnumerable<string> GuestsOf(Availability availability)
    {
        GuestSet all = GuestSets.On(availability.Abis);
        string[] with = [.. GuestSets.NamesOf(availability.Guests & all)];
        string[] without = [.. GuestSets.NamesOf(all & ~availability.Guests)];
        if (without.Length > 0)
        {
            yield return (with.Length <= without.Length ? "only for " + Series(with) : "not for " + Series(without)) + " guests";
        }
    }

    private static IEnumerable<string> ReleasesOf(Availability availability)
    {
        if (availability.Since is { } since)
        {
            yield return $"since Xen {since}{(availability.SinceOnArm is { } onArm ? $"; on Arm {onArm}" : string.Empty)}";
        }
        else if (availability.SinceOnArm is { } onArm)
        {
            yield return $"on Arm since Xen {onArm}";
        }

        if (availability.Until is { } until)
        {
            yield return $"until Xen {until}";
        }
    }

    private static string Sentence(string clause) => char.ToUpperInvariant(clause[0]) + clause.Substring(1) + ".";

    /// <summary>Names with commas between them, and "and" before the last.</summary>
    private static string Series(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? all[0] : $"{string.Join(", ", all.Take(all.Length - 1))} and {all[all.Length - 1]}";
    }
}
