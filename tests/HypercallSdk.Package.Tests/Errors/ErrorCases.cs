using System;
using System.Buffers.Binary;
using System.IO;
using HypercallSdk.Package.Tests.Infrastructure;

namespace HypercallSdk.Package.Tests.Errors;

/// <summary>The mistakes.</summary>
internal static class ErrorCases
{
    private const string UseAnAddressAsFrame = """
        using HypercallSdk;
        using HypercallSdk.Xen;

        GuestPhysicalAddress address = new(0x38000000);
        MemoryOp.AddToPhysmap(DomId.Self, 0, MapSpace.GrantTable, new XenULong(0),
            address);
        """;

    private const string OldCompiler = """
        <Target Name="PretendAnOldCompiler" BeforeTargets="HypercallCheckProperties">
          <PropertyGroup>
            <CompilerApiVersion>roslyn4.7</CompilerApiVersion>
          </PropertyGroup>
        </Target>
        """;

    /// <summary>Mistakes in the project file.</summary>
    public static ErrorCase[] Properties { get; } =
    [
        Property("UnknownAbi", "HypercallAbi", "sparc", "arm64"),
        Property("UnknownConduit", "HypercallConduit", "smc", "hvc"),
        Property("UnknownGuest", "HypercallGuest", "domU", "arm-domU"),
        Property("UnknownWidth", "HypercallAddressBits", "41", "40"),
        Property("UnknownSupport", "HypercallSupport", "yes", "internal"),
        Property("UnknownXen", "HypercallXenMinimum", "3.4", "such as 4.17"),
        new(
            "UnsafeForbidden", static project => project.Set("AllowUnsafeBlocks", null),
            "HCS0902", "UnsafeForbidden.csproj", "AllowUnsafeBlocks", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>"),
        new(
            "UnknownBinding", static project => project.Bindings("evtchn"),
            "HCS0907", "UnknownBinding.csproj", "'evtchn'", "memory_op"),
        new(
            "OldLanguage", static project => project.Set("LangVersion", "10"),
            "HCS0909", "OldLanguage.csproj", "LangVersion is '10'", "<LangVersion>11</LangVersion>"),
        new(
            "OldCompiler", static project => project.Target(OldCompiler),
            "HCS0909", "OldCompiler.csproj", "roslyn4.7", "SDK 8.0.100"),
    ];

    /// <summary>Mistakes in the memory map.</summary>
    public static ErrorCase[] MemoryMaps { get; } =
    [
        new(
            "MissingMap", static project => project.MemoryMap("board.dtb", null),
            "HCS0903", "MissingMap.csproj", "no memory map 'board.dtb'", "correct the HypercallMemoryMap item"),
        new(
            "IncludedMap", static project => project.MemoryMap("board.dtsi", "/ { };\n"u8.ToArray()),
            "HCS0904", "IncludedMap.csproj", "'board.dtsi'", "name the .dts that includes it"),
        new(
            "SourceMap", static project => project.MemoryMap("board.dts", "/dts-v1/;\n/ { a = <GIC_SPI>; };\n"u8.ToArray()),
            "HCS0906", "board.dts(2)", "'GIC_SPI' is a name", "cpp -nostdinc"),
        new(
            "TruncatedMap", static project => project.MemoryMap("board.dtb", Sample.DeviceTree[..100]),
            "HCS0905", "board.dtb", "the file ends before", "copy the whole file again"),
        new(
            "CorruptMap", static project => project.MemoryMap("board.dtb", WithUnknownToken(Sample.DeviceTree)),
            "HCS0905", "board.dtb", "structure block", "the file is damaged"),
        new(
            "MisspeltMap", static project => project.MemoryMap("board.memmap", "address-bits 41\nram 0x40000000 64M /memory\n"u8.ToArray()),
            "HCS0906", "board.memmap(1)", "'41' is not the width", "write 32, 36, 40"),
        new(
            "FolderMap", static project => Directory.CreateDirectory(project.MemoryMap("board.dtb", null).PathOf("board.dtb")),
            "HCS0908", "FolderMap.csproj", "'board.dtb' cannot be read", "correct the HypercallMemoryMap item"),
    ];

    /// <summary>Mistakes in the source that the compiler finds, thanks to the types.</summary>
    public static ErrorCase[] Units { get; } =
    [
        new(
            "AddressAsFrame",
            static project => project.Set("OutputType", "Exe").Bindings("memory_op").File("Program.cs", UseAnAddressAsFrame),
            "CS1503", "Program.cs(6)", "HypercallSdk.GuestPhysicalAddress", "HypercallSdk.Gfn"),
    ];

    /// <summary>Mistakes in a declaration.</summary>
    public static ErrorCase[] Declarations { get; } =
    [
        Declaration(
            "BadName", "HCS0003", line: 3, "memory op", "give the hypercall's name without its prefix",
            """
            [Hypercall(12, "memory op")]
            internal partial interface IBadOp
            {
                [HypercallOp(1, "BAD_a", Struct = "bad_a")]
                XenResult A(uint x);
            }
            """),
        Declaration(
            "NotPartial", "HCS0001", line: 4, "IBadOp", "write 'partial interface'",
            """
            [Hypercall(12, "bad_op")]
            internal interface IBadOp
            {
                [HypercallOp(1, "BAD_a", Struct = "bad_a")]
                XenResult A(uint x);
            }
            """),
        Declaration(
            "SameNumber", "HCS0007", line: 9, "is the number of 'A' already", "give each operation its own",
            """
            [Hypercall(12, "bad_op")]
            internal partial interface IBadOp
            {
                [HypercallOp(1, "BAD_a", Struct = "bad_a")]
                XenResult A(uint x);

                [HypercallOp(1, "BAD_b", Struct = "bad_b")]
                XenResult B(uint x);
            }
            """),
    ];

    private static ErrorCase Property(string name, string property, string value, string allowed) => new(
        name, project => project.Set(property, value), "HCS0901", name + ".csproj", $"{property} is '{value}'", allowed);

    private static ErrorCase Declaration(string name, string code, int line, string cause, string mend, string source) => new(
        name, project => project.File("IBadOp.cs", $"using HypercallSdk;\n\n{source}\n"), code, $"IBadOp.cs({line})", cause, mend);

    /// <summary>A tree whose root node begins with a token that there is not.</summary>
    private static byte[] WithUnknownToken(byte[] tree)
    {
        int structure = BinaryPrimitives.ReadInt32BigEndian(tree.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(tree.AsSpan(structure), 7);
        return tree;
    }
}
