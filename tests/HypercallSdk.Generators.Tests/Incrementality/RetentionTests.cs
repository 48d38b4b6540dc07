using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Generators.Tests.Incrementality;

/// <summary>The generator keeps nothing of the compiler's: in an IDE it would keep every compilation alive.</summary>
public sealed class RetentionTests
{
    /// <summary>Records of every kind, which Xen's own declarations may lack.</summary>
    private const string Records = """
        using HypercallSdk;
        namespace Demo;
        [HypercallStruct("demo_pair")] public partial struct Pair { static partial void Fields(uint kind, [Tag(nameof(kind))] Either u); }
        [HypercallUnion] public partial struct Either { static partial void Fields([Case(1)] byte a, [Case(2), Length(3)] ulong b); }
        """;

    [Fact]
    public void Nothing_of_the_compilers_is_reachable_from_a_tracked_value()
    {
        GeneratorRunResult result = Generation.Run(Guest.Xen.AddSyntaxTrees(Guest.Tree(Records)), BuildProperties.Hook).Result;
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

        object[] values = [.. typeof(StepNames).GetFields()
            .SelectMany(field => result.TrackedSteps[(string)field.GetValue(null)!])
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Value)];
        foreach (object value in values)
        {
            Walk(value, value.GetType().Name, seen);
        }

        Assert.True(seen.Count > 100, "the walk found next to nothing, so it proves nothing");
    }

    [Fact]
    public void Old_compilations_can_be_collected_while_their_drivers_live()
    {
        // Ten of them: the compiler's own object pools may keep one alive for a while, and a leak keeps all.
        (GeneratorDriver Driver, WeakReference Old)[] runs = [.. Enumerable.Range(0, 10).Select(static _ => RunTwice())];

        for (int attempt = 0; attempt < 10 && runs.Any(static run => run.Old.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.InRange(runs.Count(static run => run.Old.IsAlive), 0, 2);
        GC.KeepAlive(runs);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunTwice()
    {
        Compilation old = Guest.With(Guest.Interface("[HypercallOp(1, \"DEMO_read\")] XenResult Read(uint value);"), "class A { }");
        GeneratorDriver driver = Generation.Driver(BuildProperties.Hook).RunGenerators(old);
        Compilation edited = old.ReplaceSyntaxTree(old.SyntaxTrees.Last(), Guest.Tree("class B { }", "Source1.cs"));
        return (driver.RunGenerators(edited), new WeakReference(old));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel or AttributeData or SyntaxReference,
            $"{path} holds a {value.GetType().Name}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        foreach (FieldInfo field in FieldsOf(value.GetType()))
        {
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (Type? level = type; level is not null && level.Assembly != typeof(object).Assembly; level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
