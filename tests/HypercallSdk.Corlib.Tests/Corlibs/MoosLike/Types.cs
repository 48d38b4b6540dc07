// A string with text, tuples, and native integers with conversions of their own: those make "nuint + literal" ambiguous.
namespace System
{
    public sealed partial class String
    {
        public char this[int index] => default;

        public static bool operator ==(string left, string right) => false;

        public static bool operator !=(string left, string right) => true;

        public static string Format(string format, object first, object second) => format;

        public static string Concat(string left, string right) => left;
    }

    public partial struct UIntPtr
    {
        public static implicit operator UIntPtr(int value) => default;

        public static implicit operator int(UIntPtr value) => default;
    }

    public struct ValueTuple<T1, T2>
    {
        public T1 Item1;
        public T2 Item2;

        public ValueTuple(T1 item1, T2 item2)
        {
            Item1 = item1;
            Item2 = item2;
        }
    }
}
