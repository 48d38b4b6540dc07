using System;
using System.Reflection;
using System.Reflection.Emit;

namespace HypercallSdk.Generators.Tests.Layout;

/// <summary>Where the runtime really put a struct's fields: code that computes an address asks it.</summary>
internal static unsafe class RuntimeLayout
{
    private const int MaximumSize = 4096;

    /// <summary>The offset of a field in bytes.</summary>
    public static int OffsetOf(FieldInfo field)
    {
        DynamicMethod method = new("OffsetOf", typeof(long), [typeof(nint)], typeof(RuntimeLayout).Module, skipVisibility: true);
        ILGenerator code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Conv_U8);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Conv_U8);
        code.Emit(OpCodes.Sub);
        code.Emit(OpCodes.Ret);
        byte* place = stackalloc byte[MaximumSize]; // the runtime may touch what it takes an address in
        return (int)method.CreateDelegate<Func<nint, long>>()((nint)place);
    }

    /// <summary>The size of a struct in bytes, as an array of them would be strided.</summary>
    public static int SizeOf(Type type)
    {
        DynamicMethod method = new("SizeOf", typeof(int), [], typeof(RuntimeLayout).Module, skipVisibility: true);
        ILGenerator code = method.GetILGenerator();
        code.Emit(OpCodes.Sizeof, type);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<int>>()();
    }
}
