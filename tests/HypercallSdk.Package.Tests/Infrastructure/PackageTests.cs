using Xunit;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>Every test class of the project: they share the packed package and take turns with the machine.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<PackedSdk>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Package";
}
