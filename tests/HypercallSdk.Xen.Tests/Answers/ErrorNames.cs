using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;

namespace HypercallSdk.Xen.Tests.Answers;

/// <summary>The names of Xen's errors by their numbers.</summary>
internal static class ErrorNames
{
    private const string Prefix = "XEN_";

    /// <summary>Reads them in the declarations: <c>XEN_ENOSYS</c> is 38's.</summary>
    public static IReadOnlyDictionary<int, string> Of(GuestSources sources) => sources.Compile(AbiKind.Arm64)
        .GetTypeByMetadataName("HypercallSdk.XenErrno")!
        .GetMembers()
        .OfType<IFieldSymbol>()
        .Where(static member => member.CNameOf() is not null)
        .ToDictionary(
            static member => Convert.ToInt32(member.ConstantValue, CultureInfo.InvariantCulture),
            static member => member.CNameOf()![Prefix.Length..]);
}
