using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HypercallSdk.Analyzers.Provenance;

/// <summary>A place that holds a value: a variable, a list that an expression made, or a part of either.</summary>
/// <param name="Root">The variable's symbol, the capture's id, or the operation that made the list or object.</param>
/// <param name="Path">The way to the part: <c>.name</c> of a member, <c>[n]</c> of an element; empty for the whole.</param>
internal readonly record struct Storage(object Root, string Path = "")
{
    /// <summary>The root of what belongs to the object whose member is analyzed.</summary>
    public static readonly object This = new();

    /// <summary>The storage that knows whether answers of Xen's are stale that are kept where the analysis cannot follow.</summary>
    public static readonly Storage Answers = new(new object());

    /// <summary>Whether other code can write it too, whenever any is called.</summary>
    public bool IsShared => Root == This || Root is IFieldSymbol or IPropertySymbol;

    /// <summary>Whether it holds a list of elements.</summary>
    public bool IsList => Path.Length == 0 && Root is IOperation and not IObjectCreationOperation;

    /// <summary>The member of a name.</summary>
    public Storage Member(string name) => this with { Path = Path + "." + name };

    /// <summary>The element at an index.</summary>
    public Storage Element(int index) => this with { Path = Path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]" };

    /// <summary>Whether it is a part of another, or that itself.</summary>
    public bool IsIn(Storage whole) => Equals(Root, whole.Root)
        && Path.StartsWith(whole.Path, StringComparison.Ordinal)
        && (Path.Length == whole.Path.Length || Path[whole.Path.Length] is '.' or '[');

    /// <summary>What it is the next smaller part of; null when it is the whole.</summary>
    public Storage? Outer => Path.LastIndexOfAny(['.', '[']) is int at and >= 0 ? this with { Path = Path.Substring(0, at) } : null;
}
