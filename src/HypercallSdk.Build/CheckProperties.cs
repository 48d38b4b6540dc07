using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.AddressSpace;
using HypercallSdk.Model.Xen;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace HypercallSdk.Build;

/// <summary>
/// Checks the project's <c>Hypercall*</c> properties and items before the compiler runs, so that a slip of the pen is one error
/// that names it and not a page of missing types. An empty property is not set, and has its default.
/// </summary>
public sealed class CheckProperties : Task
{
    private static readonly PropertyRule AbiRule = PropertyRule.OneOf(nameof(HypercallAbi), AbiNames.Names);

    private static readonly PropertyRule ConduitRule = PropertyRule.OneOf(nameof(HypercallConduit), ConduitNames.Names);

    private static readonly PropertyRule GuestRule = PropertyRule.OneOf(nameof(HypercallGuest), GuestKinds.Names);

    private static readonly PropertyRule SupportRule =
        PropertyRule.OneOf(nameof(HypercallSupport), ["internal", "public", "none"]);

    private static readonly PropertyRule StubsRule = PropertyRule.OneOf(nameof(HypercallStubs), StubFlavourNames.Names);

    private static readonly PropertyRule ConventionRule =
        PropertyRule.OneOf(nameof(HypercallCallingConvention), CallingConventionNames.Names);

    private static readonly PropertyRule AddressBitsRule =
        new(nameof(HypercallAddressBits), AddressWidths.ArmList, IsAddressWidth);

    private static readonly PropertyRule XenMinimumRule =
        new(nameof(HypercallXenMinimum), "a release of Xen from 4.0 on, such as 4.17", IsRelease);

    private readonly ErrorReporter _errors;

    /// <summary>Creates the task; MSBuild does.</summary>
    public CheckProperties()
    {
        _errors = new ErrorReporter(Log);
    }

    /// <summary>The project, which the errors name.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The binary interface: one of <see cref="AbiNames.Names"/>.</summary>
    public string HypercallAbi { get; set; } = string.Empty;

    /// <summary>How a hypercall leaves the guest: a name of <see cref="ConduitNames"/>.</summary>
    public string HypercallConduit { get; set; } = string.Empty;

    /// <summary>The kind of guest: a name of <see cref="GuestKinds"/>.</summary>
    public string HypercallGuest { get; set; } = string.Empty;

    /// <summary>The width of a guest physical address in bits: one of <see cref="AddressWidths.Arm"/>.</summary>
    public string HypercallAddressBits { get; set; } = string.Empty;

    /// <summary>How the guest-side source is embedded: <c>internal</c>, <c>public</c> or <c>none</c>.</summary>
    public string HypercallSupport { get; set; } = string.Empty;

    /// <summary>What the stubs are: a name of <see cref="StubFlavourNames"/>.</summary>
    public string HypercallStubs { get; set; } = string.Empty;

    /// <summary>How they are called: a name of <see cref="CallingConventionNames"/>.</summary>
    public string HypercallCallingConvention { get; set; } = string.Empty;

    /// <summary>The oldest Xen that the guest must run on: a release such as <c>4.17</c>.</summary>
    public string HypercallXenMinimum { get; set; } = string.Empty;

    /// <summary>The project's <c>AllowUnsafeBlocks</c>.</summary>
    public string AllowUnsafeBlocks { get; set; } = string.Empty;

    /// <summary>The compiler's own <c>CompilerApiVersion</c>, such as <c>roslyn4.8</c>.</summary>
    public string CompilerApiVersion { get; set; } = string.Empty;

    /// <summary>The project's <c>LangVersion</c>.</summary>
    public string LangVersion { get; set; } = string.Empty;

    /// <summary>The <c>HypercallBindings</c> items: names of Xen's interfaces.</summary>
    public ITaskItem[] Bindings { get; set; } = [];

    /// <summary>The names that the package has.</summary>
    public ITaskItem[] AvailableBindings { get; set; } = [];

    /// <summary>Checks everything.</summary>
    /// <returns>Whether all is well.</returns>
    public override bool Execute()
    {
        Check(AbiRule, HypercallAbi);
        Check(ConduitRule, HypercallConduit);
        Check(GuestRule, HypercallGuest);
        CheckCombination();
        Check(StubsRule, HypercallStubs);
        Check(ConventionRule, HypercallCallingConvention);
        CheckStubs();
        Check(AddressBitsRule, HypercallAddressBits);
        Check(SupportRule, HypercallSupport);
        Check(XenMinimumRule, HypercallXenMinimum);
        CheckCompiler();
        CheckLanguage();
        CheckUnsafeBlocks();
        CheckBindings();
        return !Log.HasLoggedErrors;
    }

    private void Check(PropertyRule rule, string value)
    {
        string trimmed = value.Trim();
        if (trimmed.Length != 0 && !rule.IsAllowed(trimmed))
        {
            _errors.Report(
                BuildErrorCodes.BadProperty,
                ProjectFile,
                $"the property {rule.Property} is '{trimmed}', which this release does not know",
                $"let it be {rule.Allowed}");
        }
    }

    /// <summary>Each is known, but they need not go together: the guest must exist on the ABI, and the conduit for both.</summary>
    private void CheckCombination()
    {
        bool hasAbi = AbiNames.TryParse(HypercallAbi.Trim(), out AbiKind abi);
        bool hasGuest = GuestKinds.TryParse(HypercallGuest.Trim(), out GuestKind kind);
        bool hasConduit = ConduitNames.TryParse(HypercallConduit.Trim(), out ConduitKind conduit);
        GuestSet guest = hasGuest ? GuestKinds.SetOf(kind) : GuestSet.All;
        if (hasAbi && (guest & GuestSets.On(AbiSets.Of(abi))) == 0)
        {
            ReportCombination(
                nameof(HypercallGuest), HypercallGuest, $"which the ABI {AbiNames.Of(abi)} does not have",
                GuestKinds.On(AbiSets.Of(abi)), nameof(HypercallAbi));
            guest = GuestSet.All;
        }

        if (hasAbi && hasConduit && !ConduitNames.Exists(conduit, abi))
        {
            ReportCombination(
                nameof(HypercallConduit), HypercallConduit, $"which a guest of the ABI {AbiNames.Of(abi)} cannot use",
                ConduitNames.On(abi, guest), nameof(HypercallAbi));
        }
        else if (hasAbi && hasConduit && !ConduitNames.Exists(conduit, guest))
        {
            ReportCombination(
                nameof(HypercallConduit), HypercallConduit, $"which a guest of the kind {HypercallGuest.Trim().ToLowerInvariant()} cannot use",
                ConduitNames.On(abi, guest), nameof(HypercallGuest));
        }
    }

    /// <summary>Only a linker knows where the hypercall page is, and what it is given is an ELF object.</summary>
    private void CheckStubs()
    {
        _ = StubFlavourNames.TryParse(HypercallStubs.Trim(), out StubFlavour flavour); // an empty one is its default
        _ = CallingConventionNames.TryParse(HypercallCallingConvention.Trim(), out CallingConvention convention);
        if (!ConduitNames.TryParse(HypercallConduit.Trim(), out ConduitKind conduit) || ConduitNames.Exists(conduit, flavour, convention))
        {
            return;
        }

        if (flavour == StubFlavour.Bytes)
        {
            ReportCombination(
                nameof(HypercallConduit), HypercallConduit, "a symbol that a linker must find, but HypercallStubs is 'bytes'",
                ConduitNames.Names.Where(name => ConduitNames.TryParse(name, out ConduitKind other) && IsUsable(other)), nameof(HypercallStubs));
        }
        else
        {
            ReportCombination(
                nameof(HypercallStubs), "linked", "an ELF object, which is not linked where HypercallCallingConvention is 'win64'",
                ["bytes"], nameof(HypercallCallingConvention));
        }
    }

    /// <summary>Whether a conduit traps by an instruction that the project's guest can use, or not at all.</summary>
    private bool IsUsable(ConduitKind conduit) =>
        ConduitNames.Exists(conduit, StubFlavour.Bytes, CallingConvention.SystemV)
        && (!AbiNames.TryParse(HypercallAbi.Trim(), out AbiKind abi) || ConduitNames.Exists(conduit, abi))
        && (!GuestKinds.TryParse(HypercallGuest.Trim(), out GuestKind kind) || ConduitNames.Exists(conduit, GuestKinds.SetOf(kind)));

    private void ReportCombination(string property, string value, string why, IEnumerable<string> allowed, string other) => _errors.Report(
        BuildErrorCodes.BadProperty,
        ProjectFile,
        $"the property {property} is '{value.Trim()}', {why}",
        $"let it be {string.Join(" or ", allowed)}, or set {other}");

    private void CheckCompiler()
    {
        if (CompilerFloor.IsCompilerTooOld(CompilerApiVersion.Trim()))
        {
            _errors.Report(
                BuildErrorCodes.CompilerTooOld,
                ProjectFile,
                $"the compiler is {CompilerApiVersion.Trim()}, which cannot load the package's generator: it needs roslyn{CompilerFloor.Compiler}",
                "build with the .NET SDK 8.0.100, Visual Studio 17.8 or a later one");
        }
    }

    private void CheckLanguage()
    {
        if (CompilerFloor.IsLanguageTooOld(LangVersion.Trim()))
        {
            _errors.Report(
                BuildErrorCodes.CompilerTooOld,
                ProjectFile,
                $"the property LangVersion is '{LangVersion.Trim()}', but the package's guest source is written in C# {CompilerFloor.Language.Major}",
                $"add <LangVersion>{CompilerFloor.Language.Major}</LangVersion> or a later one to the project");
        }
    }

    private void CheckUnsafeBlocks()
    {
        if (!string.Equals(AllowUnsafeBlocks.Trim(), "true", StringComparison.OrdinalIgnoreCase))
        {
            _errors.Report(
                BuildErrorCodes.UnsafeBlocksNotAllowed,
                ProjectFile,
                $"the property AllowUnsafeBlocks is '{AllowUnsafeBlocks.Trim()}', but a trampoline passes pointers to the hypervisor",
                "add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project");
        }
    }

    private void CheckBindings()
    {
        string[] available =
        [
            .. AvailableBindings.Select(static item => item.ItemSpec).OrderBy(static name => name == "all").ThenBy(static name => name, StringComparer.Ordinal),
        ];
        foreach (string binding in Bindings.Select(static item => item.ItemSpec))
        {
            // File names in the package: case matters on most machines, so it matters on all.
            if (!available.Contains(binding, StringComparer.Ordinal))
            {
                _errors.Report(
                    BuildErrorCodes.UnknownBinding,
                    ProjectFile,
                    $"the HypercallBindings item '{binding}' names no interface that this package declares",
                    $"choose from {string.Join(", ", available)}");
            }
        }
    }

    private static bool IsRelease(string text) =>
        XenRelease.TryParse(text, out XenRelease release) && release >= new XenRelease(4, 0);

    private static bool IsAddressWidth(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int bits) && AddressWidths.IsArm(bits);
}
