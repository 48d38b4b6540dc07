using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HypercallSdk.Analyzers.MapTargets.Rules;
using HypercallSdk.Model.AddressSpace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HypercallSdk.Analyzers.MemoryMaps;

/// <summary>
/// HCS0030 to HCS0034: compares each memory map with itself, with those that come before it in the project, and with what Xen places
/// by itself; says so where the later one stands.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContradictionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ContradictionRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(static context =>
        {
            if (MemoryMapFiles.Contain(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider))
            {
                Compare(context);
            }
        });
    }

    private static void Compare(AdditionalFileAnalysisContext context)
    {
        MemoryMapResult result = MemoryMapFiles.Read(context.AdditionalFile);
        if (result.Map is not MemoryMap map)
        {
            return;
        }

        Region[] added = [.. map.Regions.OrderBy(region => LineOf(region, result)).ThenBy(static region => region.Start)];
        MemoryMap known = GuestAddressSpace.Before(context.AdditionalFile, context.Options);
        foreach (Contradiction found in Contradictions.Find(known, added))
        {
            Report(context, ContradictionRules.Of(found.Kind), result, found.Second, RegionText.Of(found.First));
        }

        int bits = GuestAddressSpace.Read(context.Options).AddressBits;
        foreach (Region region in added.Where(region => bits < 64 && region.Last >> bits != 0))
        {
            Report(context, ContradictionRules.BeyondWidth, result, region, bits.ToString(CultureInfo.InvariantCulture));
        }

        foreach (Region region in added)
        {
            if (ExtendedRegionShape.Fault(region) is string fault)
            {
                Report(context, ContradictionRules.OddExtendedRegion, result, region, fault);
            }
        }
    }

    private static void Report(
        AdditionalFileAnalysisContext context, DiagnosticDescriptor rule, MemoryMapResult result, Region region, string other)
    {
        SourcePosition place = result.Places.TryGetValue(region, out SourcePosition known)
            ? known
            : new SourcePosition(context.AdditionalFile.Path, 0, 0);
        context.ReportDiagnostic(Diagnostic.Create(
            rule, MemoryMapPlace.Of(context.AdditionalFile, place), RegionText.Of(region), other));
    }

    private static int LineOf(Region region, MemoryMapResult result) =>
        result.Places.TryGetValue(region, out SourcePosition place) ? place.Line : 0;
}
