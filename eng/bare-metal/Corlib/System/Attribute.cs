namespace System;

/// <summary>The base of attributes.</summary>
public abstract class Attribute
{
}

/// <summary>Where an attribute may stand.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AttributeUsageAttribute : Attribute
{
    /// <param name="validOn">Where.</param>
    public AttributeUsageAttribute(AttributeTargets validOn)
    {
        ValidOn = validOn;
    }

    /// <summary>Where.</summary>
    public AttributeTargets ValidOn { get; }

    /// <summary>Whether more than once.</summary>
    public bool AllowMultiple { get; set; }

    /// <summary>Whether derived classes have it too.</summary>
    public bool Inherited { get; set; }
}

/// <summary>What an attribute may stand on.</summary>
[Flags]
public enum AttributeTargets
{
    /// <summary>An assembly.</summary>
    Assembly = 0x1,

    /// <summary>A module.</summary>
    Module = 0x2,

    /// <summary>A class.</summary>
    Class = 0x4,

    /// <summary>A struct.</summary>
    Struct = 0x8,

    /// <summary>An enum.</summary>
    Enum = 0x10,

    /// <summary>A constructor.</summary>
    Constructor = 0x20,

    /// <summary>A method.</summary>
    Method = 0x40,

    /// <summary>A property.</summary>
    Property = 0x80,

    /// <summary>A field.</summary>
    Field = 0x100,

    /// <summary>An event.</summary>
    Event = 0x200,

    /// <summary>An interface.</summary>
    Interface = 0x400,

    /// <summary>A parameter.</summary>
    Parameter = 0x800,

    /// <summary>A delegate.</summary>
    Delegate = 0x1000,

    /// <summary>A return value.</summary>
    ReturnValue = 0x2000,

    /// <summary>A type parameter.</summary>
    GenericParameter = 0x4000,

    /// <summary>Anything.</summary>
    All = 0x7FFF,
}

/// <summary>Marks an enum whose members are bits.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class FlagsAttribute : Attribute
{
}
