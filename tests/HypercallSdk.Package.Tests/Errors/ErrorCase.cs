using System;
using HypercallSdk.Package.Tests.Infrastructure;

namespace HypercallSdk.Package.Tests.Errors;

/// <summary>A project with one mistake, and the one error that a build must make of it.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Spoil">Makes the mistake in a project that is otherwise right.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Place">The file that it names and, where there are lines, the line: <c>board.memmap(2)</c>.</param>
/// <param name="Cause">What its text says is wrong.</param>
/// <param name="Mend">What its text says to do.</param>
internal sealed record ErrorCase(
    string Name, Action<GuestProject> Spoil, string Code, string Place, string Cause, string Mend);
