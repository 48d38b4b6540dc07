using System.Collections.Generic;

namespace HypercallSdk.Model.AddressSpace;

/// <summary>A node's address space, seen from the CPU: how an address in a child's <c>reg</c> becomes a physical one.</summary>
internal sealed class Bus
{
    private readonly Bus? _parent;
    private readonly IReadOnlyList<BusWindow> _windows;

    private Bus(Bus? parent, IReadOnlyList<BusWindow> windows, bool isAddressable)
    {
        _parent = parent;
        _windows = windows;
        IsAddressable = isAddressable;
    }

    /// <summary>The root's address space: the CPU's own.</summary>
    public static Bus Cpu { get; } = new(null, [], isAddressable: true);

    /// <summary>A bus without <c>ranges</c>: the CPU cannot address what is on it.</summary>
    public static Bus Unreachable { get; } = new(null, [], isAddressable: false);

    /// <summary>Whether the CPU can address anything on the bus.</summary>
    public bool IsAddressable { get; }

    /// <summary>The bus that is seen from this one through windows.</summary>
    public Bus Behind(IReadOnlyList<BusWindow> windows) => new(this, windows, IsAddressable);

    /// <summary>Translates a bus address to the CPU's.</summary>
    /// <returns>Whether the CPU can address it.</returns>
    public bool TryTranslate(ulong address, out ulong translated)
    {
        translated = address;
        if (_parent is null)
        {
            return IsAddressable;
        }

        foreach (BusWindow window in _windows)
        {
            if (window.TryTranslate(address, out ulong onParent))
            {
                return _parent.TryTranslate(onParent, out translated);
            }
        }

        return false;
    }
}
