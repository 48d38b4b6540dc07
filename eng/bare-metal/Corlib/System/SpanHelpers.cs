namespace System;

/// <summary>Block moves and fills: the native compiler calls these by name for structs too large to unroll.</summary>
internal static unsafe class SpanHelpers
{
    /// <summary>Copies bytes; the two runs may overlap.</summary>
    public static void Memmove(ref byte destination, ref byte source, nuint length)
    {
        fixed (byte* to = &destination, from = &source)
        {
            if ((nuint)to - (nuint)from < length)
            {
                for (nuint left = length; left != 0; left--)
                {
                    to[left - 1] = from[left - 1];
                }
            }
            else
            {
                for (nuint index = 0; index < length; index++)
                {
                    to[index] = from[index];
                }
            }
        }
    }

    /// <summary>Sets bytes to a value.</summary>
    public static void Fill(ref byte destination, byte value, nuint length)
    {
        fixed (byte* to = &destination)
        {
            for (nuint index = 0; index < length; index++)
            {
                to[index] = value;
            }
        }
    }

    /// <summary>Sets bytes to 0.</summary>
    public static void ClearWithoutReferences(ref byte destination, nuint length)
        => Fill(ref destination, 0, length);
}
