using System.Reflection;
using System.Reflection.Emit;

namespace HypercallSdk.Generators.Tests.Cost;

/// <summary>An instruction of compiled C#.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Member">The method, field or type that it names, if it names one.</param>
internal sealed record Instruction(OpCode Code, MemberInfo? Member);
