using HypercallSdk.Package.Tests.Infrastructure;

namespace HypercallSdk.Package.Tests.Use;

/// <summary>Projects that use the package as it is meant to be used, built by one command.</summary>
public sealed class UseFixture
{
    /// <summary>Writes the projects and builds them; xunit does it once for <see cref="UseTests"/>.</summary>
    public UseFixture(PackedSdk sdk)
    {
        Strict = StrictProject(sdk);
        Judged = JudgedProject(sdk);
        Declared = DeclaredProject(sdk);
        Selective = new GuestProject(sdk, "Selective").Bindings("sched_op");
        Everything = new GuestProject(sdk, "Everything").Bindings("all");
        Bare = new GuestProject(sdk, "Bare");
        Drivers = new GuestProject(sdk, "Drivers").Set("HypercallSupport", "Public").Bindings("memory_op");
        Kernel = KernelProject(sdk);
        Careless = new GuestProject(sdk, "Careless").Package("PackageReference", string.Empty).File("IToyOp.cs", GuestSources.ToyHypervisor);
        Referrer = new GuestProject(sdk, "Referrer").RefersOnlyTo(Careless).File("Program.cs", "internal static class Program;\n");
        Receiver = new GuestProject(sdk, "Receiver").RefersOnlyTo(Careless).Set("AllowUnsafeBlocks", "true")
            .Set("HypercallSdkEnabled", "true").File("IToyOp.cs", GuestSources.ToyHypervisor);
        Central = new GuestProject(sdk, "Central").Package("GlobalPackageReference", string.Empty)
            .Set("ManagePackageVersionsCentrally", "true").File("IToyOp.cs", GuestSources.ToyHypervisor);
        Properties = new GuestProject(sdk, "Properties").Bindings("memory_op").Set("HypercallBindings", "memory_op;sched_op")
            .Set("HypercallMemoryMap", "board.memmap").File("board.memmap", "address-bits 40\nsource board\nram 0x40000000 0x8000000 /memory\n")
            .File("Program.cs", GuestSources.MapsOverMemory);
        Output = GuestSolution.Build(
            sdk,
            nameof(Use),
            [Strict, Judged, Declared, Selective, Everything, Bare, Drivers, Kernel, Careless, Referrer, Receiver, Central, Properties]);
    }

    /// <summary>Names interfaces and a memory map by properties.</summary>
    internal GuestProject Properties { get; }

    /// <summary>Every warning that the .NET SDK has, as an error.</summary>
    internal GuestProject Strict { get; }

    /// <summary>Good and bad map targets.</summary>
    internal GuestProject Judged { get; }

    /// <summary>A hypervisor of its own, the hvc conduit, and emitted files among the sources.</summary>
    internal GuestProject Declared { get; }

    /// <summary>One of Xen's interfaces.</summary>
    internal GuestProject Selective { get; }

    /// <summary>All of Xen's interfaces.</summary>
    internal GuestProject Everything { get; }

    /// <summary>None of Xen's interfaces, and no source at all.</summary>
    internal GuestProject Bare { get; }

    /// <summary>Embeds the support for others to use.</summary>
    internal GuestProject Drivers { get; }

    /// <summary>Uses the support that <see cref="Drivers"/> embeds.</summary>
    internal GuestProject Kernel { get; }

    /// <summary>Forgets that the package is nobody else's business.</summary>
    internal GuestProject Careless { get; }

    /// <summary>Refers to <see cref="Careless"/> and knows nothing of hypercalls.</summary>
    internal GuestProject Referrer { get; }

    /// <summary>Refers to <see cref="Careless"/> and wants the package that comes along.</summary>
    internal GuestProject Receiver { get; }

    /// <summary>Has the package from a place that gives it to every project of a solution.</summary>
    internal GuestProject Central { get; }

    /// <summary>What the build said.</summary>
    internal BuildOutput Output { get; }

    private static GuestProject StrictProject(PackedSdk sdk) => new GuestProject(sdk, "Strict")
        .Set("OutputType", "Exe")
        .Set("TreatWarningsAsErrors", "true")
        .Set("Nullable", "enable")
        .Set("GenerateDocumentationFile", "true")
        .Set("AnalysisLevel", "latest-all")
        .Set("EnforceCodeStyleInBuild", "true")
        .Set("CheckForOverflowUnderflow", "true")
        .Set("HypercallConduit", " Hook ")
        .Bindings("memory_op;grant_table_op")
        .MemoryMap("board.dtb", Sample.DeviceTree)
        .File("Program.cs", GuestSources.FirstHypercall);

    private static GuestProject JudgedProject(PackedSdk sdk) => new GuestProject(sdk, "Judged")
        .Set("HypercallGuest", "arm-domU")
        .Bindings("memory_op;grant_table_op")
        .MemoryMap("board.dtb", Sample.DeviceTree)
        .File("Mapping.cs", GuestSources.GoodAndBadTargets)
        .File(".editorconfig", "[*.cs]\ndotnet_diagnostic.HCS2000.severity = warning\n");

    private static GuestProject DeclaredProject(PackedSdk sdk) => new GuestProject(sdk, "Declared")
        .Set("HypercallConduit", "hvc")
        .Set("EmitCompilerGeneratedFiles", "true")
        .Set("CompilerGeneratedFilesOutputPath", "Emitted")
        .Bindings("memory_op")
        .File("IToyOp.cs", GuestSources.ToyHypervisor);

    private static GuestProject KernelProject(PackedSdk sdk) => new GuestProject(sdk, "Kernel")
        .Set("OutputType", "Exe")
        .Set("HypercallSupport", "none")
        .Item("""<ProjectReference Include="../Drivers/Drivers.csproj" />""")
        .File("Program.cs", GuestSources.FirstHypercall)
        .File("IToyOp.cs", GuestSources.ToyHypervisor);
}
