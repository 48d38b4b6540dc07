using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>docs/declarations.md, in the parts that can be compiled.</summary>
internal static partial class LanguagePage
{
    /// <summary>What the page's examples mention and do not declare.</summary>
    private const string Prelude = """
        global using System;
        global using HypercallSdk;
        global using HypercallSdk.Xen;
        namespace Kernel
        {
            public enum DemoEventKind : uint { Port, Memory, None }
            public readonly struct PsciVersion { public PsciVersion(uint value) { } }
            [HypercallStruct] public partial struct MemoryReservation
            {
                static partial void Fields(ulong extent_start, XenULong nr_extents, uint extent_order, uint mem_flags, DomId domid);
            }
            [HypercallStruct] public partial struct Nothing { static partial void Fields(); }
            [HypercallStruct("mmu_update")] public partial struct PageTableUpdate { static partial void Fields(ulong ptr, ulong val); }
            [HypercallStruct] public partial struct Inner { static partial void Fields(uint field); }
        }
        """;

    private static readonly string[] XenTypes = ["DomId", "ReservedDomIds", "MapSpace", "GrantRef"];

    private static readonly string Text = Resource.Find("declarations.md")!.ReplaceLineEndings("\n");

    /// <summary>The C# examples, in order.</summary>
    public static IReadOnlyList<string> Examples { get; } = [.. Fence().Matches(Text).Select(static match => match.Groups["text"].Value)];

    /// <summary>A guest with the types that the page takes for granted, and sources beside them.</summary>
    public static CSharpCompilation Guest(params IEnumerable<string> sources) => Infrastructure.Guest.With(
    [
        .. sources.Select(static source => "using Kernel;\n" + source),
        Prelude,
        .. XenTypes.Select(static name => "#define HYPERCALL_SUPPORT_PUBLIC\n" + Resource.Find($"guest/xen/{name}.cs")),
    ]);

    /// <summary>A struct with a field before the declared one.</summary>
    public static string Record(string declared) => $$"""
        [HypercallStruct("row")]
        public unsafe partial struct Row { static partial void Fields(uint before, {{declared}}); }
        """;

    /// <summary>A method that does something with its parameters.</summary>
    public static string Use(string parameters, string statements) =>
        $"public static unsafe class Use {{ public static void All({parameters}) {{ {statements} }} }}";

    /// <summary>No rule speaks, nothing is left out, and what comes out compiles.</summary>
    public static async Task<Generation> Emitted(CSharpCompilation guest, string abi)
    {
        BuildProperties properties = BuildProperties.Of(abi, "hook");
        Generation generation = Generation.Run(guest, properties);
        Assert.Empty(await Rules.Judge(guest, properties));
        Assert.DoesNotContain(generation.Complaints, complaint => complaint.Severity == DiagnosticSeverity.Error || generation.IsEmitted(complaint.Location));
        return generation;
    }

    /// <summary>What stands below a heading.</summary>
    public static string Section(string heading) => Text.Split("\n## ").Single(part => part.StartsWith(heading + "\n", System.StringComparison.Ordinal));

    /// <summary>The cells of a section's table, below its head; without the bars.</summary>
    public static IReadOnlyList<string[]> Table(string heading) =>
    [
        .. Section(heading).Split('\n').Where(static line => line.StartsWith("| ", System.StringComparison.Ordinal)).Skip(1)
            .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()),
    ];

    /// <summary>The code between the backticks of a text.</summary>
    public static IReadOnlyList<string> Code(string text) =>
        [.. Span().Matches(Fence().Replace(text, string.Empty)).Select(static match => match.Groups["code"].Value)];

    [GeneratedRegex("^```csharp\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Span();
}
