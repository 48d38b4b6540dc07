using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace HypercallSdk.CodeFixes.Tests.Infrastructure;

/// <summary>Asks a fix what it offers, and takes it.</summary>
internal static class Fixing
{
    /// <summary>Every fix, by the id of its rule.</summary>
    public static IReadOnlyDictionary<string, CodeFixProvider> All { get; } = typeof(AddPartialFix).Assembly.GetTypes()
        .Where(static type => type.IsAssignableTo(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .SelectMany(static fix => fix.FixableDiagnosticIds.Select(id => (Id: id, Fix: fix)))
        .ToDictionary(static item => item.Id, static item => item.Fix);

    /// <summary>What is offered for a mistake.</summary>
    public static async Task<IReadOnlyList<CodeAction>> Offers(Project project, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await All[diagnostic.Id].RegisterCodeFixesAsync(new CodeFixContext(
            project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>The project after an offer was taken.</summary>
    public static async Task<Project> Take(Project project, CodeAction offer)
    {
        ImmutableArray<CodeActionOperation> operations = await offer.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }

    /// <summary>The project after an offer was taken wherever it is the same, in the document of the first mistake.</summary>
    public static async Task<Project> TakeAll(Project project, ImmutableArray<Diagnostic> diagnostics, string key)
    {
        CodeFixProvider fix = All[diagnostics[0].Id];
        CodeAction? offer = await fix.GetFixAllProvider()!.GetFixAsync(new FixAllContext(
            project.GetDocument(diagnostics[0].Location.SourceTree)!, fix, FixAllScope.Document, key, fix.FixableDiagnosticIds,
            new KnownDiagnostics(diagnostics), CancellationToken.None));
        Assert.NotNull(offer);
        return await Take(project, offer);
    }
}
