using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HypercallSdk.Abi.Tests.Declarations;

/// <summary>The machine code that a conduit emits for a guest whose stubs are bytes, as it lies in the guest's assembly.</summary>
internal static class EmittedCode
{
    private delegate ReadOnlySpan<uint> Words();

    /// <summary>Runs the generator, compiles the guest, and reads each stub's data.</summary>
    /// <returns>The bytes by the stub's symbol, padded to words as they are.</returns>
    public static IReadOnlyDictionary<string, byte[]> Of(CSharpCompilation guest, AbiKind abi, string conduit, string convention = "sysv")
    {
        ProjectProperties properties = new(
            KeyValuePair.Create("HypercallAbi", AbiNames.Of(abi)),
            KeyValuePair.Create("HypercallConduit", conduit),
            KeyValuePair.Create("HypercallStubs", "bytes"),
            KeyValuePair.Create("HypercallCallingConvention", convention));
        return Load(EmittedGuest.Of(guest, properties).Compilation)
            .GetType("HypercallSdk.HypercallCode", throwOnError: true)!
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(
                static stub => stub.Name,
                static stub => MemoryMarshal.AsBytes(stub.GetMethod!.CreateDelegate<Words>()()).ToArray());
    }

    private static Assembly Load(Microsoft.CodeAnalysis.Compilation guest)
    {
        using MemoryStream image = new();
        EmitResult result = guest.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException($"The guest does not compile: {string.Join('\n', result.Diagnostics)}");
    }
}
