using System.IO;
using System.Reflection;
using HypercallSdk.Generators.Tests.Infrastructure;
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
            public static void Install() => HypercallSdk.HypercallHook.Target = &Answer;
            private static nint Answer(ulong number, nuint a0, nuint a1, nuint a2, nuint a3, nuint a4, nuint a5, nuint a6, nuint a7)
            {
                Called = $"{number:X}: {a0:X} {a1:X} {a2:X} {a3:X} {a4:X} {a5:X} {a6:X} {a7:X}";
                return unchecked((nint)Register);
            }
        }
        """;

    private readonly Assembly _assembly;

    /// <param name="source">The guest's declarations.</param>
    /// <param name="isChecked">Whether the guest's arithmetic is checked.</param>
    public HookedGuest(string source, bool isChecked)
    {
        CSharpCompilation guest = Guest.With(source, Probe);
        Generation generation = Generation.Run(guest.WithOptions(guest.Options.WithOverflowChecks(isChecked)), BuildProperties.Hook);
        using MemoryStream image = new();
        Assert.DoesNotContain(generation.Complaints, complaint => generation.IsEmitted(complaint.Location));
        Assert.True(generation.Output.Emit(image).Success);
        _assembly = Assembly.Load(image.ToArray());
        TypeOf("Probe").GetMethod("Install")!.Invoke(null, null);
    }

    /// <summary>The number and the registers of the last call, in hexadecimal.</summary>
    public string Called => (string)TypeOf("Probe").GetField("Called")!.GetValue(null)!;

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
