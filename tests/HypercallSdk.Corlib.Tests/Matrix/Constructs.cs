using System.Collections.Generic;

namespace HypercallSdk.Corlib.Tests.Matrix;

/// <summary>The compile matrix: what was measured on MOOS, bflat's zerolib, zerosharp and zerosharp's EFI sample.</summary>
internal static class Constructs
{
    private const string Interop = "System.Runtime.InteropServices";

    private const string Missing = "CS0246";

    /// <summary>Every row.</summary>
    public static IReadOnlyList<Construct> All { get; } = [.. Core, .. Interoperation, .. Types, .. Runtime];

    /// <summary>What emitted code and guest source are written in.</summary>
    private static Construct[] Core =>
    [
        Construct.Everywhere("pointers, sizeof, stackalloc and fixed", """
            static unsafe class C
            {
                static int F;
                static byte M() { int* p = stackalloc int[4]; p[1] = sizeof(long); fixed (int* q = &F) { *q = p[1]; } return (byte)p[1]; }
            }
            """),
        Construct.Everywhere("a string's characters through a pointer", """
            static unsafe class C { static char M(string s) { fixed (char* p = s) { return p[s.Length - 1]; } } }
            """),
        Construct.Everywhere("enums with underlying types, and a switch on one", """
            enum E : uint { A } enum L : long { A = 1L << 40 }
            static class C { static int M(E e) { switch (e) { case E.A: return 1; default: return 0; } } }
            """),
        Construct.Everywhere("readonly structs with operators", """
            readonly struct S
            {
                public readonly ulong Value;
                public S(ulong value) { Value = value; }
                public ulong Twice => Value * 2;
                public static explicit operator ulong(S s) => s.Value;
                public static S operator +(S s, ulong n) => new S(s.Value + n);
            }
            """),
        Construct.Everywhere("in, ref, out, ref readonly locals and ref struct", """
            ref struct R { public int F; }
            static class C { static ref int M(in int a, ref int b, out int c) { ref readonly int d = ref a; c = d + b; return ref b; } }
            """),
        Construct.Everywhere("checked arithmetic and default", "static class C { static int M(long a) => checked((int)a) + default(int); }"),
        Construct.Everywhere("partial types and methods, nested constants, nullable", """
            #nullable enable
            static partial class C { static class N { public const int A = 1; } static partial void P(string? s); static void M() => P(null); }
            static partial class C { static partial void P(string? s) { } }
            """),
        Construct.Everywhere("a file-scoped namespace", "namespace Demo; static class C { }"),
        Construct.Everywhere("a managed function pointer", """
            static unsafe class C { static delegate*<int, int> F = &M; static int M(int a) => F(a); }
            """),
        Construct.Everywhere("an unmanaged function pointer with a named convention", """
            static unsafe class C { static int M(delegate* unmanaged[Cdecl]<int, int> f) => f(1); }
            """),
        Construct.Everywhere("a primary constructor of a struct", "struct S(int a) { public int A => a; }"),
        Construct.Everywhere("AttributeUsage with a number", """
            [System.AttributeUsage((System.AttributeTargets)1024, AllowMultiple = true)] sealed class AAttribute : System.Attribute { }
            [A] interface I { }
            """),
        Construct.Everywhere("nuint arithmetic with a cast literal", "static class C { static nuint M(nuint a) => a + (nuint)1; }"),
        new("nuint arithmetic with a literal", "static class C { static nuint M(nuint a) => a + 1; }", "CS0034", null, null, null),
    ];

    /// <summary>Layout, imports and calling conventions.</summary>
    private static Construct[] Interoperation =>
    [
        new("StructLayout(Sequential)", $"using {Interop}; [StructLayout(LayoutKind.Sequential)] struct S {{ int A; }}", null, null, Missing, null),
        new(
            "StructLayout with Pack and Size",
            $"using {Interop}; [StructLayout(LayoutKind.Sequential, Pack = 1, Size = 8)] struct S {{ int A; }}",
            null, null, Missing, Missing),
        new(
            "StructLayout(Explicit) with FieldOffset",
            $"using {Interop}; [StructLayout(LayoutKind.Explicit)] struct S {{ [FieldOffset(0)] int A; }}",
            null, Missing, Missing, Missing),
        new("DllImport", $"static class C {{ [{Interop}.DllImport(\"*\")] static extern int M(); }}", null, null, null, "CS0234"),
        new(
            "DllImport with an entry point",
            $"using {Interop}; static class C {{ [DllImport(\"*\", EntryPoint = \"m\")] static extern int M(); }}",
            null, null, Missing, Missing),
        new(
            "DllImport with a calling convention",
            $"using {Interop}; static class C {{ [DllImport(\"*\", ExactSpelling = true, CallingConvention = CallingConvention.Cdecl)] static extern int M(); }}",
            null, null, Missing, Missing),
        new("SuppressGCTransition", $"using {Interop}; static class C {{ [SuppressGCTransition] static void M() {{ }} }}", null, null, Missing, Missing),
        new("RuntimeImport", "using System.Runtime; static class C { [RuntimeImport(\"m\")] static void M() { } }", Missing, null, Missing, Missing),
        new("UnmanagedCallersOnly", $"using {Interop}; static class C {{ [UnmanagedCallersOnly(EntryPoint = \"m\")] static void M() {{ }} }}", null, null, Missing, Missing),
        new(
            "MethodImpl",
            "using System.Runtime.CompilerServices; static class C { [MethodImpl(MethodImplOptions.NoInlining)] static void M() { } }",
            null, null, Missing, Missing),
        new("an unmanaged function pointer without a convention", "static unsafe class C { static int M(delegate* unmanaged<int> f) => f(); }", "CS8889", null, "CS8889", null),
    ];

    /// <summary>Types that the compiler or a guest would like to have.</summary>
    private static Construct[] Types =>
    [
        new("Span", "static class C { static int M(System.Span<int> s) => s.Length; }", "CS0234", null, "CS0234", "CS0234"),
        new("u8 literals", "static class C { static int M() => \"text\"u8.Length; }", "CS0518", null, "CS0518", "CS0518"),
        new("tuples", "static class C { static (int, int) M() => (1, 2); }", null, null, "CS8179", "CS8179"),
        new("extension methods", "static class C { static int M(this int a) => a.M(); }", null, null, "CS1110", "CS1110"),
        new("the unmanaged constraint", "static class C { static void M<T>() where T : unmanaged { } }", null, null, "CS0518", null),
        new("Flags and Obsolete", "using System; [Flags, Obsolete] enum E { A }", null, Missing, Missing, Missing),
        new("AttributeTargets.Interface", "[System.AttributeUsage(System.AttributeTargets.Interface)] class A : System.Attribute { }", null, "CS0117", "CS0117", "CS0117"),
        Construct.Nowhere("an in parameter of an interface", "interface I { void M(in int a); }", "CS0518"),
        Construct.Nowhere("IEquatable", "struct S : System.IEquatable<S> { }", "CS0234"),
        Construct.Nowhere("IDisposable", "class C : System.IDisposable { }", "CS0234"),
        Construct.Nowhere("Exception", "class C : System.Exception { }", "CS0234"),
        Construct.Nowhere("GeneratedCode", "[System.CodeDom.Compiler.GeneratedCode(\"a\", \"b\")] class C { }", "CS0234"),
        Construct.Nowhere("ExcludeFromCodeCoverage", "[System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] class C { }", "CS0234"),
        Construct.Nowhere("Conditional", "class C { [System.Diagnostics.Conditional(\"A\")] void M() { } }", "CS0234"),
        Construct.Nowhere("SkipLocalsInit", "using System.Runtime.CompilerServices; class C { [SkipLocalsInit] void M() { } }", Missing),
    ];

    /// <summary>What the compiler asks of the runtime.</summary>
    private static Construct[] Runtime =>
    [
        new("ref fields", "ref struct R { ref int F; }", "CS9064", null, "CS9064", "CS9064"),
        new("static abstract members", "interface I { static abstract int M(); }", "CS8919", null, "CS8919", "CS8919"),
        new("default interface methods", "interface I { int M() => 1; }", "CS8701", null, "CS8701", "CS8701"),
        new("a switch on many strings", """
            static class C
            {
                static int M(string s)
                {
                    switch (s)
                    {
                        case "a": return 1; case "b": return 2; case "c": return 3; case "d": return 4;
                        case "e": return 5; case "f": return 6; case "g": return 7; case "h": return 8;
                        default: return 0;
                    }
                }
            }
            """, null, "CS0656", "CS0656", "CS0656"),
        new("interpolation", "static class C { static string M(object a) => $\"{a}, {1}\"; }", null, "CS0117", "CS0117", "CS0117"),
        new("a volatile field", "static class C { static volatile int F; }", null, "CS0518", "CS0518", "CS0518"),
        Construct.Nowhere("throw", "static class C { static void M() { throw null; } }", "CS0518"),
        Construct.Nowhere("record structs", "record struct S(int A);", "CS0518"),
        Construct.Nowhere("init accessors", "class C { public int A { get; init; } }", "CS0518"),
        Construct.Nowhere("required members", "class C { public required int A; }", "CS0656"),
    ];
}
