// Spans and tuples; strings that cannot be compared or joined.
namespace System
{
    public readonly unsafe ref struct Span<T>
    {
        private readonly ref T _first;

        public Span(void* pointer, int length)
        {
            _first = ref *(T*)pointer;
            Length = length;
        }

        public int Length { get; }

        public ref T this[int index] => ref _first;
    }

    public readonly unsafe ref struct ReadOnlySpan<T>
    {
        private readonly ref T _first;

        public ReadOnlySpan(T[] array, int start, int length)
        {
            _first = ref array[start];
            Length = length;
        }

        public ReadOnlySpan(void* pointer, int length)
        {
            _first = ref *(T*)pointer;
            Length = length;
        }

        public int Length { get; }

        public T this[int index] => _first;
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
