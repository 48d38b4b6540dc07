using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Generators.Tests.Infrastructure;

/// <summary>
/// A corlib with hardly more than the compiler itself insists on, as guest kernels write their own: what compiles against it
/// keeps to the core profile.
/// </summary>
internal static class TinyCorlib
{
    private const string Source = """
        namespace System
        {
            public class Object { }
            public abstract class ValueType { }
            public abstract class Enum : ValueType { }
            public abstract class Array { }
            public abstract class Delegate { }
            public abstract class MulticastDelegate : Delegate { }
            public abstract class Attribute { }
            public sealed class String { public int Length => 0; public char this[int index] => default; }
            public abstract class Type { }
            public struct Void { }
            public struct Boolean { }
            public struct Char { }
            public struct Byte { }
            public struct SByte { }
            public struct Int16 { }
            public struct UInt16 { }
            public struct Int32 { }
            public struct UInt32 { }
            public struct Int64 { }
            public struct UInt64 { }
            public struct Single { }
            public struct Double { }
            public struct IntPtr { }
            public struct UIntPtr { }
            public struct RuntimeTypeHandle { }
            public enum AttributeTargets { All = 0x7FFF }
            public sealed class FlagsAttribute : Attribute { }
            public sealed class AttributeUsageAttribute : Attribute
            {
                public AttributeUsageAttribute(AttributeTargets validOn) { }
                public bool AllowMultiple { get; set; }
                public bool Inherited { get; set; }
            }
        }
        namespace System.Runtime.CompilerServices
        {
            public class RuntimeHelpers { public static int OffsetToStringData => 0; }
            public class UnsafeValueType : Attribute { }
            public static class RuntimeFeature { public const string UnmanagedSignatureCallingConvention = "yes"; public const string NumericIntPtr = "yes"; }
            public sealed class FixedBufferAttribute : Attribute { public FixedBufferAttribute(Type elementType, int length) { } }
        }
        namespace System.Reflection
        {
            public sealed class DefaultMemberAttribute : Attribute { public DefaultMemberAttribute(string memberName) { } }
        }
        """;

    /// <summary>A reference to it.</summary>
    public static MetadataReference Reference { get; } = Compile();

    private static PortableExecutableReference Compile()
    {
        CSharpCompilation corlib = CSharpCompilation.Create(
            "TinyCorlib", [Guest.Tree(Source)], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = corlib.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidDataException(string.Join('\n', result.Diagnostics));
    }
}
