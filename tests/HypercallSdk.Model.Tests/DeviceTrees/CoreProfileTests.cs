using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace HypercallSdk.Model.Tests.DeviceTrees;

/// <summary>
/// A guest's corlib may have next to nothing. This one has less than any that is known: no exceptions, no spans, not even an
/// indexer on strings.
/// </summary>
public sealed class CoreProfileTests
{
    private const string Corlib = """
        namespace System
        {
            public class Object { }
            public abstract class ValueType { }
            public abstract class Enum : ValueType { }
            public struct Void { }
            public struct Boolean { }
            public struct Char { }
            public struct SByte { }
            public struct Byte { }
            public struct Int16 { }
            public struct UInt16 { }
            public struct Int32 { }
            public struct UInt32 { }
            public struct Int64 { }
            public struct UInt64 { }
            public struct IntPtr { }
            public struct UIntPtr { }
            public sealed class String { public readonly int Length; }
            public abstract class Array { }
            public abstract class Delegate { }
            public abstract class MulticastDelegate : Delegate { }
            public abstract class Attribute { }
            public enum AttributeTargets { }
            public sealed class AttributeUsageAttribute : Attribute
            {
                public AttributeUsageAttribute(AttributeTargets targets) { }
                public bool AllowMultiple { get; set; }
                public bool Inherited { get; set; }
            }
        }
        namespace System.Runtime.CompilerServices
        {
            public class RuntimeHelpers { public static int OffsetToStringData => 12; }
        }
        """;

    [Theory]
    [InlineData("HYPERCALL_SUPPORT_PUBLIC")]
    [InlineData("NOTHING")]
    public void The_support_compiles_as_CSharp_11_against_almost_nothing(string symbol)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp11, preprocessorSymbols: [symbol]);
        IEnumerable<string> sources = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "GuestSource"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Append(Corlib);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Guest",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, options)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        using MemoryStream image = new();
        Diagnostic[] errors =
        [
            .. compilation.Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];
        Assert.True(compilation.SyntaxTrees.Length > 20);
        Assert.Empty(errors);
    }
}
