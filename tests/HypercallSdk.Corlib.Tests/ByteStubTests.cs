using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using HypercallSdk.Corlib.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Corlib.Tests;

/// <summary>Stubs as bytes, with each of the corlibs: where they cannot be, one error says why.</summary>
public sealed class ByteStubTests
{
    private const byte NewArray = 0x8D;

    private const byte AddressOfStaticField = 0x7F;

    [Theory]
    [InlineData("MoosLike", "x86_64", "vmmcall")]
    [InlineData("MoosLike", "x86_64", "syscall")]
    [InlineData("ZerosharpLike", "x86_64", "vmcall")]
    [InlineData("ZerosharpEfiLike", "x86_64", "vmmcall")]
    [InlineData("ZerosharpEfiLike", "x86_32", "int82")]
    public void The_machine_code_is_data_of_the_assembly_and_no_array(string corlib, string abi, string conduit)
    {
        Compilation output = Guest.Generate(GuestOf(corlib, abi), conduit, abi, "bytes");

        Assert.Empty(Corlibs.ErrorsOf(output));
        IReadOnlyList<byte[]> stubs = StubsOf(output);
        Assert.NotEmpty(stubs);
        Assert.All(stubs, static body => Assert.Contains(AddressOfStaticField, body));
        Assert.All(stubs, static body => Assert.DoesNotContain(NewArray, body));
    }

    [Theory]
    [InlineData("MoosLike", "arm64", "hvc", "the core library has no RuntimeHelpers.CreateSpan, so nothing aligns the machine code of arm64")]
    [InlineData("ZerosharpLike", "arm32", "hvc", "the core library has no RuntimeHelpers.CreateSpan, so nothing aligns the machine code of arm32")]
    [InlineData("ZerolibLike", "x86_64", "vmmcall", "the core library's ReadOnlySpan has no GetPinnableReference or no Length, so nothing says where the machine code lies")]
    public void Where_it_cannot_be_that_is_the_one_error(string corlib, string abi, string conduit, string lack)
    {
        Compilation output = Guest.Generate(GuestOf(corlib, abi), conduit, abi, "bytes");

        Diagnostic error = Assert.Single(Corlibs.ErrorsOf(output));
        Assert.Equal("CS1029", error.Id);
        Assert.Contains($"HypercallStubs is 'bytes', but {lack}; let HypercallStubs be linked", error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static CSharpCompilation GuestOf(string corlib, string abi) => Guest.OnAbi(corlib, abi, "internal static class Nothing { }");

    /// <summary>The bodies of the properties that name the stubs.</summary>
    private static IReadOnlyList<byte[]> StubsOf(Compilation output)
    {
        using MemoryStream image = new();
        Assert.True(output.Emit(image).Success);
        image.Position = 0;
        using PEReader reader = new(image);
        MetadataReader metadata = reader.GetMetadataReader();
        TypeDefinition type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Single(type => metadata.GetString(type.Name) == "HypercallCode");
        return [.. type.GetMethods().Select(metadata.GetMethodDefinition)
            .Select(method => reader.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!)];
    }
}
