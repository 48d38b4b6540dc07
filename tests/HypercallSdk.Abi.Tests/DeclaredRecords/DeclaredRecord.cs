using System.Collections.Generic;
using HypercallSdk.Model.Abi;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>A struct or union with the names that C# needs and C does not.</summary>
/// <param name="Name">The C# type's name.</param>
/// <param name="CTag">The C tag; null for one that C declares in place.</param>
/// <param name="Type">What it is to the layout engine.</param>
/// <param name="Fields">Its fields, in order.</param>
internal sealed record DeclaredRecord(string Name, string? CTag, CompositeType Type, IReadOnlyList<DeclaredField> Fields);
