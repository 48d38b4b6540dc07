using System;
using System.Linq;
using HypercallSdk.Package.Tests.Infrastructure;
using HypercallSdk.Testing;
using Xunit;

namespace HypercallSdk.Package.Tests.Link;

/// <summary>Guests that the .NET SDK compiles natively and links: what the linked code is.</summary>
[Collection(PackageTests.Name)]
public sealed class PublishAotTests(PackedSdk sdk)
{
    [Fact]
    public void A_program_calls_the_stubs_of_all_its_projects_directly_and_follows_its_declarations()
    {
        LinkedGuest guest = GuestOf("NativeProgram", "x86_64", "hypercall-page");
        guest.Kernel.Set("OutputType", "Exe").File("page.S", LinkedSources.HypercallPage).Item("""<HypercallAssembly Include="page.S" />""");

        string image = guest.Publish("linux-x64", string.Empty);

        string code = Output("objdump", "-d", "--no-show-raw-insn", image);
        Assert.Matches(@"(?m)<hypercall_page_17>:\n.*\tjmp +[0-9a-f]+ <hypercall_page\+0x220>", code);
        Assert.Matches(@"(?m)<hypercall_page_40_r10_from_rcx>:\n.*\tmov +%rcx,%r10\n.*\tjmp +[0-9a-f]+ <hypercall_page\+0x500>", code);
        Assert.Matches(@"\tcall +[0-9a-f]+ <hypercall_page_17>", code);
        Assert.Matches(@"\tcall +[0-9a-f]+ <hypercall_page_40_r10_from_rcx>", code);
        AssertOnlyTextIsExecuted(image);

        guest.Kernel.File("Program.cs", LinkedSources.Guest(41));
        code = Output("objdump", "-d", guest.Publish("linux-x64", string.Empty, "--no-restore"));
        Assert.Contains("<hypercall_page_41_r10_from_rcx>:", code, StringComparison.Ordinal);
        Assert.DoesNotContain("hypercall_page_40", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_library_calls_its_stubs_directly()
    {
        LinkedGuest guest = GuestOf("NativeShared", "x86_64", "vmmcall");
        guest.Kernel.Set("NativeLib", "Shared");

        string image = guest.Publish("linux-x64", ".so");

        string code = Output("objdump", "-d", "--no-show-raw-insn", image);
        Assert.Matches(@"(?m)<hypercall_vmmcall_17>:\n.*\tmov +\$0x11,%eax\n.*\tvmmcall *\n.*\tret", code);
        Assert.Matches(@"\tcall +[0-9a-f]+ <hypercall_vmmcall_17>", code);
        Assert.Matches(@"\tcall +[0-9a-f]+ <hypercall_vmmcall_40_r10_from_rcx>", code);
        Assert.DoesNotContain("hypercall_vmmcall_17@plt", code, StringComparison.Ordinal);
        AssertOnlyTextIsExecuted(image);
    }

    /// <summary>For another machine, with that machine's own compiler; ilc's object and the stubs' are the library's members.</summary>
    [Fact]
    public void A_static_library_for_another_machine_holds_its_stubs()
    {
        LinkedGuest guest = GuestOf("NativeStatic", "arm64", "hvc");
        guest.Kernel.Set("NativeLib", "Static");

        string library = guest.Publish(
            "linux-arm64", ".a", "-p:CppCompilerAndLinker=aarch64-linux-gnu-gcc", "-p:ObjCopyName=aarch64-linux-gnu-objcopy");

        string code = Run("aarch64-linux-gnu-objdump", "-dr", "--no-show-raw-insn", library);
        Assert.Matches(@"(?m)<hypercall_hvc_17>:\n.*\tmov\tx16, #0x11 .*\n.*\thvc\t#0xea1\n.*\tret", code);
        Assert.Matches(@"(?m)<hypercall_hvc_40>:\n.*\tmov\tx16, #0x28 .*\n.*\thvc\t#0xea1\n.*\tret", code);
        Assert.Contains("R_AARCH64_CALL26\thypercall_hvc_17", code, StringComparison.Ordinal);
        Assert.Contains("R_AARCH64_CALL26\thypercall_hvc_40", code, StringComparison.Ordinal);
    }

    private LinkedGuest GuestOf(string name, string abi, string conduit)
    {
        LinkedGuest guest = new(sdk, name, abi, conduit, wantsPackages: true);
        guest.Library.Set("IsAotCompatible", "true").Save();
        guest.Kernel.Set("PublishAot", "true").Set("StripSymbols", "false");
        return guest;
    }

    /// <summary>The stubs are functions in <c>.text</c>; nothing that is data may be executed, the stack included.</summary>
    private static void AssertOnlyTextIsExecuted(string image)
    {
        string[] stubs = [.. Output("objdump", "-t", image).Split('\n').Where(static line => line.Contains(" hypercall_", StringComparison.Ordinal) && line.Contains("F ", StringComparison.Ordinal))];
        Assert.Equal(2, stubs.Length);
        Assert.All(stubs, static stub => Assert.Contains(" F .text\t", stub, StringComparison.Ordinal));
        string segments = Output("readelf", "-lW", image);
        Assert.Matches(@"(?m)^  GNU_STACK .* RW +0x", segments);
        Assert.DoesNotMatch(@"(?m)^  LOAD .* (RWE|WE) ", segments);
        Assert.DoesNotMatch(@"(?m)^  \[ *\d+\] \.(rodata|data|bss)\S* .* W?AX?X ", Output("readelf", "-SW", image));
    }

    private static string Output(string tool, params string[] arguments) => Run("x86_64-linux-gnu-" + tool, arguments);

    private static string Run(string tool, params string[] arguments)
    {
        ProgramRun run = ProgramRun.Of(tool, arguments);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output;
    }
}
