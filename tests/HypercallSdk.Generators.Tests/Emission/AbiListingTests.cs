using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using HypercallSdk.Generators.Declarations;
using HypercallSdk.Generators.Emission;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Generators.Tests.Emission;

/// <summary>
/// The ABI that Xen's declarations amount to. Set HYPERCALL_WRITE_GOLDEN=1 to rewrite the file instead of comparing with it.
/// </summary>
public sealed class AbiListingTests
{
    [Fact]
    public void The_ABI_of_Xens_declarations_is_the_one_that_was_reviewed()
    {
        string path = ListingFile();
        string listing = AbiListing.Of(Declared(DeclarationReader.Read), Declared(RecordReader.Read));
        if (Environment.GetEnvironmentVariable("HYPERCALL_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(path, listing);
            return;
        }

        Assert.Equal(File.ReadAllText(path), listing);
    }

    private static IEnumerable<T> Declared<T>(Func<INamedTypeSymbol, Action<DeclarationProblem>?, CancellationToken, T?> read)
    {
        INamespaceSymbol xen = Guest.Xen.GlobalNamespace
            .GetNamespaceMembers().Single(static item => item.Name == "HypercallSdk")
            .GetNamespaceMembers().Single(static item => item.Name == "Xen");
        return xen.GetTypeMembers().Select(type => read(type, null, CancellationToken.None)).OfType<T>();
    }

    private static string ListingFile([CallerFilePath] string self = "") =>
        Path.Combine(Path.GetDirectoryName(self)!, "..", "..", "..", "src", "HypercallSdk.Xen", "Xen.abi");
}
