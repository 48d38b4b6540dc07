using System.Threading.Tasks;
using HypercallSdk.Analyzers.MapTargets;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.MapTargets;

/// <summary>Where the support types come from makes no difference: every copy of them counts.</summary>
public sealed class SupportCopyTests
{
    private const string Uses = """
        using HypercallSdk;
        using HypercallSdk.Tests;

        static class Guest
        {
            static void Run(IMemory memory)
            {
                memory.Map({|HCS2002:new Gfn(0x40000)|});
                memory.Map({|HCS2001:Gfn.Invalid|});
                memory.MapOptional(1, new Gfn(0x38000));
                memory.MapAt({|HCS2003:new Gfn(0x39000).Address|});
            }
        }
        """;

    [Fact]
    public Task Support_of_another_assembly_counts()
    {
        GuestTest<MapTargetAnalyzer> test = Without(Uses);
        Library(test, "Kernel");
        test.TestState.AdditionalProjectReferences.Add("Kernel");
        return test.Run();
    }

    [Fact]
    public Task Two_copies_both_count()
    {
        GuestTest<MapTargetAnalyzer> test = Without(
            """
            extern alias kernel;
            extern alias drivers;

            static class Guest
            {
                static void Run(kernel::HypercallSdk.Tests.IMemory one, drivers::HypercallSdk.Tests.IMemory other)
                {
                    one.Map({|HCS2002:new kernel::HypercallSdk.Gfn(0x40000)|});
                    other.Map({|HCS2002:new drivers::HypercallSdk.Gfn(0x40000)|});
                }
            }
            """);
        Library(test, "Kernel");
        Library(test, "Drivers");
        test.SolutionTransforms.Add(static (solution, id) =>
            Aliased.References(solution, id, ("Kernel", "kernel"), ("Drivers", "drivers")));
        return test.Run();
    }

    [Fact]
    public Task A_compilation_without_support_is_left_alone() => Without(
        """
        namespace Other { struct Gfn { public Gfn(ulong n) { } } class MapTargetAttribute : System.Attribute { } }
        static class Guest { static void Map([Other.MapTarget] Other.Gfn g) { } static void Run() => Map(new(0x40000)); }
        """).Run();

    private static GuestTest<MapTargetAnalyzer> Without(string guest)
    {
        GuestTest<MapTargetAnalyzer> test = new() { Map = GuestSource.Map };
        test.TestState.AdditionalReferences.Remove(GuestCompilation.SupportReference);
        test.TestState.Sources.Add(("/project/Guest.cs", guest));
        return test;
    }

    private static void Library(GuestTest<MapTargetAnalyzer> test, string name)
    {
        ProjectState library = test.TestState.AdditionalProjects[name];
        library.AdditionalReferences.AddRange(RuntimeReferences.All);
        foreach ((string file, string text) in GuestSource.Support)
        {
            library.Sources.Add((name + "/" + file, text));
        }
    }
}
