using System.Linq;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xunit;

namespace HypercallSdk.Build.Tests;

public sealed class CheckPropertiesTests
{
    private readonly RecordingEngine _engine = new();

    [Theory]
    [InlineData(nameof(CheckProperties.HypercallAbi), "arm64")]
    [InlineData(nameof(CheckProperties.HypercallAbi), " ARM64 ")]
    [InlineData(nameof(CheckProperties.HypercallConduit), "hvc")]
    [InlineData(nameof(CheckProperties.HypercallConduit), "hook")]
    [InlineData(nameof(CheckProperties.HypercallGuest), "arm-dom0")]
    [InlineData(nameof(CheckProperties.HypercallGuest), "arm-domU")]
    [InlineData(nameof(CheckProperties.HypercallAddressBits), "40")]
    [InlineData(nameof(CheckProperties.HypercallAddressBits), "52")]
    [InlineData(nameof(CheckProperties.HypercallSupport), "internal")]
    [InlineData(nameof(CheckProperties.HypercallSupport), "public")]
    [InlineData(nameof(CheckProperties.HypercallSupport), "none")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "4.17")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "4.0")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "5.2")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "")]
    public void A_value_that_is_known_passes(string property, string value) => Assert.True(TaskWith(property, value).Execute());

    [Theory]
    [InlineData(nameof(CheckProperties.HypercallAbi), "riscv64", "arm64 or arm32 or x86_64 or x86_32")]
    [InlineData(nameof(CheckProperties.HypercallAbi), "arm64;arm32", "arm64 or arm32 or x86_64 or x86_32")]
    [InlineData(nameof(CheckProperties.HypercallConduit), "smc", "hvc or hypercall-page or vmcall or vmmcall or syscall or int82 or privcmd or hook")]
    [InlineData(nameof(CheckProperties.HypercallGuest), "linux-domU", "arm-dom0 or arm-domU or pvh or hvm or pv or linux-dom0")]
    [InlineData(nameof(CheckProperties.HypercallAddressBits), "41", "32, 36, 40, 42, 44, 48 or 52")]
    [InlineData(nameof(CheckProperties.HypercallAddressBits), "0x28", "32, 36, 40, 42, 44, 48 or 52")]
    [InlineData(nameof(CheckProperties.HypercallAddressBits), "-40", "32, 36, 40, 42, 44, 48 or 52")]
    [InlineData(nameof(CheckProperties.HypercallSupport), "true", "internal or public or none")]
    [InlineData(nameof(CheckProperties.HypercallStubs), "byte", "linked or bytes")]
    [InlineData(nameof(CheckProperties.HypercallCallingConvention), "ms", "sysv or win64")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "3.4", "a release of Xen from 4.0 on, such as 4.17")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "4", "a release of Xen from 4.0 on, such as 4.17")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "4.17.2", "a release of Xen from 4.0 on, such as 4.17")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "4.x", "a release of Xen from 4.0 on, such as 4.17")]
    [InlineData(nameof(CheckProperties.HypercallXenMinimum), "4.99999999999", "a release of Xen from 4.0 on, such as 4.17")]
    public void A_value_that_is_not_known_names_the_project_the_property_and_what_is_allowed(
        string property, string value, string allowed)
    {
        Assert.False(TaskWith(property, value).Execute());
        BuildErrorEventArgs error = _engine.Only(BuildErrorCodes.BadProperty);
        Assert.Equal("Kernel.csproj", error.File);
        Assert.Equal($"the property {property} is '{value}', which this release does not know; let it be {allowed}", error.Message);
    }

    [Theory]
    [InlineData("arm64", "arm-dom0", "hvc")]
    [InlineData("arm32", "arm-domU", "hvc")]
    [InlineData(" X86_64 ", " PVH ", " VMMCALL ")]
    [InlineData("x86_64", "pv", "syscall")]
    [InlineData("x86_32", "pv", "int82")]
    [InlineData("x86_32", "hvm", "vmcall")]
    [InlineData("x86_64", "pv", "hypercall-page")]
    [InlineData("x86_32", "hvm", "hook")]
    [InlineData("x86_64", "linux-dom0", "privcmd")]
    [InlineData("arm64", " Linux-Dom0 ", "privcmd")]
    [InlineData("x86_64", "linux-dom0", "hook")]
    [InlineData("x86_32", "", "int82")]
    [InlineData("", "pv", "")]
    public void An_abi_a_guest_and_a_conduit_that_go_together_pass(string abi, string guest, string conduit) =>
        Assert.True(Combination(abi, guest, conduit).Execute());

    [Theory]
    [InlineData("x86_64", "", "hvc", "HypercallConduit is 'hvc', which a guest of the ABI x86_64 cannot use; let it be hypercall-page or vmcall or vmmcall or syscall or privcmd or hook, or set HypercallAbi")]
    [InlineData(" X86_32 ", "pv", " HVC ", "HypercallConduit is 'HVC', which a guest of the ABI x86_32 cannot use; let it be hypercall-page or int82 or hook, or set HypercallAbi")]
    [InlineData("x86_64", "pv", "int82", "HypercallConduit is 'int82', which a guest of the ABI x86_64 cannot use; let it be hypercall-page or syscall or hook, or set HypercallAbi")]
    [InlineData("x86_64", "pvh", "syscall", "HypercallConduit is 'syscall', which a guest of the kind pvh cannot use; let it be hypercall-page or vmcall or vmmcall or hook, or set HypercallGuest")]
    [InlineData("x86_32", "PV", "vmcall", "HypercallConduit is 'vmcall', which a guest of the kind pv cannot use; let it be hypercall-page or int82 or hook, or set HypercallGuest")]
    [InlineData("x86_64", "arm-domU", "vmcall", "HypercallGuest is 'arm-domU', which the ABI x86_64 does not have; let it be pvh or hvm or pv or linux-dom0, or set HypercallAbi")]
    [InlineData("x86_32", "linux-dom0", "privcmd", "HypercallConduit is 'privcmd', which a guest of the ABI x86_32 cannot use; let it be hook, or set HypercallAbi")]
    [InlineData("arm64", "linux-dom0", "hvc", "HypercallConduit is 'hvc', which a guest of the kind linux-dom0 cannot use; let it be privcmd or hook, or set HypercallGuest")]
    [InlineData("x86_64", "pv", "privcmd", "HypercallConduit is 'privcmd', which a guest of the kind pv cannot use; let it be hypercall-page or syscall or hook, or set HypercallGuest")]
    [InlineData("arm64", "pv", "hvc", "HypercallGuest is 'pv', which the ABI arm64 does not have; let it be arm-dom0 or arm-domU or linux-dom0, or set HypercallAbi")]
    public void What_does_not_go_together_is_named_with_what_does(string abi, string guest, string conduit, string message)
    {
        Assert.False(Combination(abi, guest, conduit).Execute());
        Assert.Equal("the property " + message, _engine.Only(BuildErrorCodes.BadProperty).Message);
    }

    [Theory]
    [InlineData("arm64", "hvc", "bytes", "sysv")]
    [InlineData("arm64", "hvc", "bytes", "win64")]
    [InlineData("x86_64", "vmmcall", " Bytes ", " WIN64 ")]
    [InlineData("x86_64", "hypercall-page", "linked", "sysv")]
    [InlineData("x86_64", "hypercall-page", "", "")]
    [InlineData("x86_64", "hook", "linked", "win64")]
    [InlineData("x86_64", "privcmd", "bytes", "")]
    [InlineData("x86_32", "int82", "bytes", "")]
    public void A_conduit_and_stubs_that_go_together_pass(string abi, string conduit, string stubs, string convention) =>
        Assert.True(Stubs(abi, "", conduit, stubs, convention).Execute());

    [Theory]
    [InlineData("x86_64", "", "hypercall-page", "bytes", "", "HypercallConduit is 'hypercall-page', a symbol that a linker must find, but HypercallStubs is 'bytes'; let it be vmcall or vmmcall or syscall or privcmd or hook, or set HypercallStubs")]
    [InlineData("x86_64", "pvh", "hypercall-page", "bytes", "win64", "HypercallConduit is 'hypercall-page', a symbol that a linker must find, but HypercallStubs is 'bytes'; let it be vmcall or vmmcall or hook, or set HypercallStubs")]
    [InlineData("x86_32", "pv", "Hypercall-Page", "BYTES", "", "HypercallConduit is 'Hypercall-Page', a symbol that a linker must find, but HypercallStubs is 'bytes'; let it be int82 or hook, or set HypercallStubs")]
    [InlineData("x86_64", "pvh", "vmmcall", "", "win64", "HypercallStubs is 'linked', an ELF object, which is not linked where HypercallCallingConvention is 'win64'; let it be bytes, or set HypercallCallingConvention")]
    public void Stubs_that_a_conduit_cannot_have_are_named_with_those_that_can_be(
        string abi, string guest, string conduit, string stubs, string convention, string message)
    {
        Assert.False(Stubs(abi, guest, conduit, stubs, convention).Execute());
        Assert.Equal("the property " + message, _engine.Only(BuildErrorCodes.BadProperty).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    public void Unsafe_code_has_to_be_allowed(string value)
    {
        Assert.False(TaskWith(nameof(CheckProperties.AllowUnsafeBlocks), value).Execute());
        Assert.Equal(
            $"the property AllowUnsafeBlocks is '{value}', but a trampoline passes pointers to the hypervisor; "
            + "add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to the project",
            _engine.Only(BuildErrorCodes.UnsafeBlocksNotAllowed).Message);
    }

    [Fact]
    public void A_binding_is_one_that_the_package_has()
    {
        CheckProperties task = TaskWith(nameof(CheckProperties.HypercallAbi), "arm64");
        task.AvailableBindings = [new TaskItem("memory_op"), new TaskItem("sched_op")];
        task.Bindings = [new TaskItem("sched_op"), new TaskItem("Memory_Op"), new TaskItem("tmem_op")];
        Assert.False(task.Execute());
        Assert.Equal(
            [
                "the HypercallBindings item 'Memory_Op' names no interface that this package declares; choose from memory_op, sched_op",
                "the HypercallBindings item 'tmem_op' names no interface that this package declares; choose from memory_op, sched_op",
            ],
            _engine.Errors.Select(static error => error.Message));
        Assert.All(_engine.Codes, static code => Assert.Equal(BuildErrorCodes.UnknownBinding, code));
    }

    [Fact]
    public void Every_error_is_reported_in_one_build()
    {
        CheckProperties task = new() { BuildEngine = _engine, ProjectFile = "Kernel.csproj", HypercallAbi = "a", HypercallGuest = "b" };
        Assert.False(task.Execute());
        Assert.Equal(
            [BuildErrorCodes.BadProperty, BuildErrorCodes.BadProperty, BuildErrorCodes.UnsafeBlocksNotAllowed], _engine.Codes);
    }

    [Fact]
    public void Every_name_of_the_model_passes()
    {
        Assert.All(AbiNames.Names, name => Assert.True(TaskWith(nameof(CheckProperties.HypercallAbi), name).Execute()));
        Assert.All(ConduitNames.Names, name => Assert.True(TaskWith(nameof(CheckProperties.HypercallConduit), name).Execute()));
        Assert.All(GuestKinds.Names, name => Assert.True(TaskWith(nameof(CheckProperties.HypercallGuest), name).Execute()));
    }

    [Theory]
    [InlineData("roslyn4.8")]
    [InlineData("roslyn4.14")]
    [InlineData(" Roslyn5.0 ")]
    [InlineData("")]
    [InlineData("mcs6.12")]
    public void A_compiler_from_the_floor_on_passes_and_so_does_one_that_cannot_be_judged(string version) =>
        Assert.True(TaskWith(nameof(CheckProperties.CompilerApiVersion), version).Execute());

    [Theory]
    [InlineData("roslyn4.7")]
    [InlineData("roslyn3.11")]
    public void An_older_compiler_is_named_with_what_to_build_with(string version)
    {
        Assert.False(TaskWith(nameof(CheckProperties.CompilerApiVersion), version).Execute());
        Assert.Equal(
            $"the compiler is {version}, which cannot load the package's generator: it needs roslyn4.8; "
            + "build with the .NET SDK 8.0.100, Visual Studio 17.8 or a later one",
            _engine.Only(BuildErrorCodes.CompilerTooOld).Message);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("11.0")]
    [InlineData("14")]
    [InlineData("latest")]
    [InlineData("preview")]
    [InlineData("")]
    public void A_language_from_C_sharp_11_on_passes_and_so_does_a_word(string version) =>
        Assert.True(TaskWith(nameof(CheckProperties.LangVersion), version).Execute());

    [Theory]
    [InlineData("10")]
    [InlineData("10.0")]
    [InlineData("9")]
    [InlineData("7.3")]
    public void An_older_language_is_named_with_the_property_to_set(string version)
    {
        Assert.False(TaskWith(nameof(CheckProperties.LangVersion), version).Execute());
        Assert.Equal(
            $"the property LangVersion is '{version}', but the package's guest source is written in C# 11; "
            + "add <LangVersion>11</LangVersion> or a later one to the project",
            _engine.Only(BuildErrorCodes.CompilerTooOld).Message);
    }

    private CheckProperties Combination(string abi, string guest, string conduit)
    {
        CheckProperties task = TaskWith(nameof(CheckProperties.HypercallAbi), abi);
        task.HypercallGuest = guest;
        task.HypercallConduit = conduit;
        return task;
    }

    private CheckProperties Stubs(string abi, string guest, string conduit, string stubs, string convention)
    {
        CheckProperties task = Combination(abi, guest, conduit);
        task.HypercallStubs = stubs;
        task.HypercallCallingConvention = convention;
        return task;
    }

    private CheckProperties TaskWith(string property, string value)
    {
        CheckProperties task = new() { BuildEngine = _engine, ProjectFile = "Kernel.csproj", AllowUnsafeBlocks = "true" };
        typeof(CheckProperties).GetProperty(property)!.SetValue(task, value);
        return task;
    }
}
