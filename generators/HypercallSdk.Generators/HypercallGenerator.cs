using System.Linq;
using System.Threading;
using HypercallSdk.Generators.Conduits;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HypercallSdk.Generators;

/// <summary>
/// Turns annotated interfaces into argument structs and trampolines. It says nothing about mistakes: an analyzer reads the
/// declarations with the same reader and reports them, so that <c>#pragma</c> and .editorconfig work.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class HypercallGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<BuildOptions> options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => BuildOptions.Read(provider))
            .WithTrackingName(StepNames.Options);

        IncrementalValueProvider<GuestCorlib> corlib = context.CompilationProvider
            .Select(static (compilation, _) => GuestCorlib.Probe(compilation))
            .WithTrackingName(StepNames.Corlib);

        IncrementalValuesProvider<HypercallDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Hypercall, static (node, _) => node is InterfaceDeclarationSyntax, Read)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(StepNames.Declarations);

        IncrementalValuesProvider<RecordDeclaration> structs = Records(context, AttributeNames.HypercallStruct, StepNames.Structs);
        IncrementalValuesProvider<RecordDeclaration> unions = Records(context, AttributeNames.HypercallUnion, StepNames.Unions);

        IncrementalValueProvider<EquatableArray<string>> twins = declarations.Select(static (declaration, _) => HintName.StemOf(declaration)).Collect()
            .Combine(structs.Select(static (record, _) => HintName.StemOf(record)).Collect())
            .Combine(unions.Select(static (record, _) => HintName.StemOf(record)).Collect())
            .Select(static (stems, _) => HintName.TwinsAmong(stems.Left.Left.Concat(stems.Left.Right).Concat(stems.Right)))
            .WithTrackingName(StepNames.Twins);

        IncrementalValuesProvider<EmittedFile> files = declarations
            .Combine(options.Combine(corlib))
            .Combine(twins)
            .Select(static (pair, _) => Emit(pair.Left.Left, EmissionContext.Of(pair.Left.Right.Left, pair.Left.Right.Right), pair.Right))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(StepNames.Text);

        IncrementalValueProvider<EquatableArray<HypercallCall>> calls = declarations
            .Combine(options)
            .SelectMany(static (pair, _) => HypercallCall.Of(pair.Left, pair.Right))
            .Collect()
            .Select(static (calls, _) => HypercallCall.Distinct(calls))
            .WithTrackingName(StepNames.Hypercalls);

        EmitRecords(context, structs, options.Combine(corlib), twins);
        EmitRecords(context, unions, options.Combine(corlib), twins);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(
            calls.Combine(options.Combine(corlib)),
            static (output, pair) => EmitConduit(output, pair.Left, pair.Right.Left, pair.Right.Right));
    }

    private static IncrementalValuesProvider<RecordDeclaration> Records(
        IncrementalGeneratorInitializationContext context, string attribute, string step) => context.SyntaxProvider
        .ForAttributeWithMetadataName(attribute, static (node, _) => node is StructDeclarationSyntax, ReadRecord)
        .Where(static record => record is not null)
        .Select(static (record, _) => record!)
        .WithTrackingName(step);

    private static void EmitRecords(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<RecordDeclaration> records,
        IncrementalValueProvider<(BuildOptions Options, GuestCorlib Corlib)> project,
        IncrementalValueProvider<EquatableArray<string>> twins) => context.RegisterSourceOutput(
            records
                .Combine(project)
                .Combine(twins)
                .Select(static (pair, _) => Emit(pair.Left.Left, EmissionContext.Of(pair.Left.Right.Options, pair.Left.Right.Corlib), pair.Right))
                .Where(static file => file is not null)
                .Select(static (file, _) => file!)
                .WithTrackingName(StepNames.RecordText),
            static (output, file) => output.AddSource(file.HintName, file.Text));

    /// <summary>A partial struct has one part that is annotated; a struct with both attributes is a struct.</summary>
    private static RecordDeclaration? ReadRecord(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol type
        && RecordReader.IsDeclaringPart(type, context.TargetNode, context.Attributes, cancellation)
            ? RecordReader.Read(type, report: null, cancellation)
            : null;

    private static HypercallDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol type && DeclarationReader.IsDeclaringPart(type, context.TargetNode, cancellation)
            ? DeclarationReader.Read(type, report: null, cancellation)
            : null;

    private static EmittedFile? Emit(HypercallDeclaration declaration, EmissionContext? context, EquatableArray<string> twins) =>
        context is null
        || HintName.IsAmbiguous(HintName.StemOf(declaration), twins)
        || !ConduitChecker.IsSound(declaration, context.Abi, context.Kind)
            ? null
            : new EmittedFile(HintName.Of(HintName.StemOf(declaration), twins), DeclarationEmitter.Write(declaration, context));

    private static EmittedFile? Emit(RecordDeclaration record, EmissionContext? context, EquatableArray<string> twins) =>
        context is null || HintName.IsAmbiguous(HintName.StemOf(record), twins) || !AbiChecker.IsSound(record, context.DataModel)
            ? null
            : new EmittedFile(HintName.Of(HintName.StemOf(record), twins), RecordEmitter.Write(record, context));

    private static void EmitConduit(
        SourceProductionContext output, EquatableArray<HypercallCall> calls, BuildOptions options, GuestCorlib corlib)
    {
        if (options is { Abi: { } abi, Conduit: { } kind }
            && Conduit.Of(kind, abi, options.Stubs) is { } conduit
            && conduit.NeedsSupport(calls, corlib))
        {
            output.AddSource(HintName.Conduit, conduit.Support(calls, options, corlib));
        }
    }
}
