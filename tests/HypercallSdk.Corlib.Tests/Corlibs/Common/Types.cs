// What the compiler insists on, and all four corlibs have. Bodies do nothing: this is compiled, never run.
namespace System
{
    public class Object { }

    public abstract class ValueType { }

    public abstract class Enum : ValueType { }

    public abstract class Array { }

    public abstract class Delegate { }

    public abstract class MulticastDelegate : Delegate { }

    public abstract class Attribute { }

    public abstract class Type { }

    public sealed partial class String
    {
        public readonly int Length;
    }

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

    public partial struct IntPtr { }

    public partial struct UIntPtr { }

    public struct Single { }

    public struct Double { }

    public struct Nullable<T> where T : struct { }

    public struct RuntimeTypeHandle { }

    public struct RuntimeMethodHandle { }

    public struct RuntimeFieldHandle { }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public AttributeUsageAttribute(AttributeTargets validOn) { }

        public bool AllowMultiple { get; set; }

        public bool Inherited { get; set; }
    }
}

namespace System.Runtime.CompilerServices
{
    public class RuntimeHelpers
    {
        public static int OffsetToStringData => 12;
    }
}
