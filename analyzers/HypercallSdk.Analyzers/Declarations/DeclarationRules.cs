using System.Collections.Immutable;
using System.Globalization;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Analyzers.Declarations;

/// <summary>HCS0001 to HCS0014 and HCS0016 to HCS0022: one rule for each <see cref="ProblemKind"/>. What is declared wrongly is not emitted.</summary>
public static class DeclarationRules
{
    /// <summary>The subject in quotes, then the cause and the mend.</summary>
    private const string Message = "'{0}' {1}";

    private static readonly DiagnosticDescriptor NotPartial = new(
        "HCS0001", "A hypercall's interface is not partial", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0001"));

    private static readonly DiagnosticDescriptor UnsupportedInterface = new(
        "HCS0002", "An interface that cannot be a hypercall", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0002"));

    private static readonly DiagnosticDescriptor BadCName = new(
        "HCS0003", "A name that C does not take", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0003"));

    private static readonly DiagnosticDescriptor NotAnOperation = new(
        "HCS0004", "A member that is no operation of a hypercall", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0004"));

    private static readonly DiagnosticDescriptor UnsupportedType = new(
        "HCS0005", "A type without an ABI", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0005"));

    private static readonly DiagnosticDescriptor UnsupportedResultType = new(
        "HCS0006", "A result that cannot hold the result register", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0006"));

    private static readonly DiagnosticDescriptor DuplicateOperation = new(
        "HCS0007", "Two operations with one number", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0007"));

    private static readonly DiagnosticDescriptor NameClash = new(
        "HCS0008", "Two declarations that yield one name", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0008"));

    private static readonly DiagnosticDescriptor BadCount = new(
        "HCS0009", "A count that counts nothing", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0009"));

    private static readonly DiagnosticDescriptor TooManyRegisters = new(
        "HCS0010", "More arguments than registers", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0010"));

    private static readonly DiagnosticDescriptor BadStoredType = new(
        "HCS0011", "A stored type that does not fit", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0011"));

    private static readonly DiagnosticDescriptor SizeMismatch = new(
        "HCS0012", "A struct of another size than C's", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0012"));

    private static readonly DiagnosticDescriptor UnsupportedPassing = new(
        "HCS0013", "A parameter that cannot travel as it is declared", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0013"));

    private static readonly DiagnosticDescriptor StructMissing = new(
        "HCS0014", "An argument struct without fields, or none where one is needed", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0014"));

    private static readonly DiagnosticDescriptor NumberTooWide = new(
        "HCS0016", "A number that is too wide", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0016"));

    private static readonly DiagnosticDescriptor BadAvailability = new(
        "HCS0017", "An availability that cannot be", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0017"));

    private static readonly DiagnosticDescriptor BadTag = new(
        "HCS0018", "A union's tag and its members that do not answer each other", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0018"));

    private static readonly DiagnosticDescriptor BadPlace = new(
        "HCS0019", "An offset or an alignment that a field cannot have", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0019"));

    private static readonly DiagnosticDescriptor BadBitField = new(
        "HCS0020", "A bit-field that C could not have", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0020"));

    private static readonly DiagnosticDescriptor BadArray = new(
        "HCS0021", "An array that C could not have", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0021"));

    private static readonly DiagnosticDescriptor BadEnvelope = new(
        "HCS0022", "An envelope that its operations do not fit", Message, RuleCategories.Declarations,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleDocumentation.Uri("HCS0022"));

    /// <summary>All of them, in the order of their numbers; HCS0015 is another analyzer's.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
    [
        NotPartial, UnsupportedInterface, BadCName, NotAnOperation,
        UnsupportedType, UnsupportedResultType, DuplicateOperation, NameClash,
        BadCount, TooManyRegisters, BadStoredType, SizeMismatch,
        UnsupportedPassing, StructMissing, NumberTooWide, BadAvailability,
        BadTag, BadPlace, BadBitField, BadArray, BadEnvelope,
    ]);

    /// <summary>The rules by the kinds of problems, whose values are the numbers in the rules' ids.</summary>
    private static readonly ImmutableDictionary<ProblemKind, DiagnosticDescriptor> OfKinds =
        All.ToImmutableDictionary(static rule => (ProblemKind)int.Parse(rule.Id.Substring(3), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The id of the rule for a kind of problem.</summary>
    public static string IdOf(ProblemKind kind) => OfKinds[kind].Id;

    /// <summary>The diagnostic for a problem.</summary>
    public static Diagnostic For(DeclarationProblem problem) =>
        Diagnostic.Create(OfKinds[problem.Kind], problem.Location, problem.Properties, problem.Subject, problem.Detail);
}
