using System.IO;
using System.Linq;
using System.Reflection;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Generators.Tests.Trampolines;

/// <summary>A guest that is compiled and loaded by a test, and whose hook notes what it was called with.</summary>
internal sealed class HookedGuest
{
    private const string Probe = """
        public static unsafe class Probe
        {
            public static long Register;
            public static string Called = "";
            public static int Pointer = -1;
            public static int Size;
            public static byte[] Reply = new byte[0];
            public static byte[] Memory = new byte[0];
            public static void Install() => HypercallSdk.HypercallHook.Target = &Answer;
            private static nint Answer(ulong number, nuint a0, nuint a1, nuint a2, nuint a3, nuint a4, nuint a5, nuint a6, nuint a7)
            {
                Called = $"{number:X}: {a0:X} {a1:X} {a2:X} {a3:X} {a4:X} {a5:X} {a6:X} {a7:X}";
                if (Pointer >= 0)
                {
                    byte* memory = (byte*)(Pointer == 0 ? a0 : Pointer == 1 ? a1 : Pointer == 2 ? a2 : a3);
                    Memory = new System.Span<byte>(memory, Size).ToArray();
                    for (int index = 0; index < Reply.Length; index++) memory[index] = Reply[index];
                }
                return unchecked((nint)Register);
            }
        }
        """;

    private readonly Assembly _assembly;

    /// <param name="source">The guest's declarations.</param>
    /// <param name="isChecked">Whether the guest's arithmetic is checked.</param>
    /// <param name="abi">The ABI that is emitted for; a pointer has 64 bits here whatever it is.</param>
    public HookedGuest(string source, bool isChecked, string abi = "arm64")
    {
        CSharpCompilation guest = Guest.With(source, Probe);
        Generation generation = Generation.Run(guest.WithOptions(guest.Options.WithOverflowChecks(isChecked)), BuildProperties.Of(abi, "hook"));
        using MemoryStream image = new();
        Assert.DoesNotContain(generation.Complaints, complaint => generation.IsEmitted(complaint.Location));
        Assert.Empty(generation.Output.Emit(image).Diagnostics.Where(static item => item.Severity == DiagnosticSeverity.Error));
        _assembly = Assembly.Load(image.ToArray());
        TypeOf("Probe").GetMethod("Install")!.Invoke(null, null);
    }

    /// <summary>The number and the registers of the last call, in hexadecimal.</summary>
    public string Called => (string)TypeOf("Probe").GetField("Called")!.GetValue(null)!;

    /// <summary>The bytes that a register pointed at when the last call came, in hexadecimal.</summary>
    public string Memory => System.Convert.ToHexString((byte[])TypeOf("Probe").GetField("Memory")!.GetValue(null)!);

    /// <summary>Has the hook look at what a register points at, and write there.</summary>
    /// <param name="register">The register's position.</param>
    /// <param name="size">How many bytes to look at.</param>
    /// <param name="reply">What to write, from the first byte on, in hexadecimal.</param>
    public void Watch(int register, int size, string reply = "")
    {
        TypeOf("Probe").GetField("Pointer")!.SetValue(null, register);
        TypeOf("Probe").GetField("Size")!.SetValue(null, size);
        TypeOf("Probe").GetField("Reply")!.SetValue(null, System.Convert.FromHexString(reply));
    }

    /// <summary>Sets a public variable of one of the guest's classes.</summary>
    public void Set(string type, string variable, object value) => TypeOf(type).GetField(variable)!.SetValue(null, value);

    /// <summary>Calls a method of one of the guest's classes.</summary>
    /// <param name="register">What the result register shall hold.</param>
    /// <param name="type">The class.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    public object? Call(long register, string type, string method, params object[] arguments)
    {
        TypeOf("Probe").GetField("Register")!.SetValue(null, register);
        return TypeOf(type).GetMethod(method)!.Invoke(null, arguments);
    }

    private System.Type TypeOf(string name) => _assembly.GetType(name, throwOnError: true)!;
}
