namespace HypercallSdk.Build;

/// <summary>The codes of the errors that a build reports before the compiler runs.</summary>
public static class BuildErrorCodes
{
    /// <summary>A property of the project has a value that this release does not know.</summary>
    public const string BadProperty = "HCS0901";

    /// <summary>The project does not allow unsafe code, which every trampoline needs.</summary>
    public const string UnsafeBlocksNotAllowed = "HCS0902";

    /// <summary>A memory map's file is not there.</summary>
    public const string MissingMemoryMap = "HCS0903";

    /// <summary>A memory map is no <c>.dtb</c>, <c>.dts</c> or <c>.memmap</c> file.</summary>
    public const string UnknownMemoryMapKind = "HCS0904";

    /// <summary>A binary device tree is truncated or damaged, or says something impossible.</summary>
    public const string CorruptDeviceTree = "HCS0905";

    /// <summary>A line of a <c>.memmap</c> or <c>.dts</c> file cannot be understood, or says something impossible.</summary>
    public const string BadMemoryMapText = "HCS0906";

    /// <summary>A binding was asked for that the package does not have.</summary>
    public const string UnknownBinding = "HCS0907";

    /// <summary>A file is there but cannot be read, or a result cannot be written.</summary>
    public const string InaccessibleFile = "HCS0908";

    /// <summary>The compiler, or the language version that the project asks of it, is older than the package can do with.</summary>
    public const string CompilerTooOld = "HCS0909";
}
