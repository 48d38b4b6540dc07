using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Xunit;

namespace HypercallSdk.Generators.Tests.Declarations;

/// <summary>A compiler that is run without the package's targets says why nothing is emitted.</summary>
public sealed class BuildPropertyRuleTests
{
    [Theory]
    [InlineData(
        null, "hvc", "The property 'HypercallAbi' is not set, so no hypercall of this project is emitted; let it be arm64 or arm32 or x86_64 or x86_32, and make it visible to the compiler")]
    [InlineData(
        "vax", "hvc", "The property 'HypercallAbi' is 'vax', which this release does not know, so no hypercall of this project is emitted; let it be arm64 or arm32 or x86_64 or x86_32, and make it visible to the compiler")]
    [InlineData(
        "arm64", "", "The property 'HypercallConduit' is not set, so no hypercall of this project is emitted; let it be hvc or privcmd or hook, and make it visible to the compiler")]
    [InlineData(
        "x86_64", "hvc", "The property 'HypercallConduit' is 'hvc', which a guest of this ABI cannot use, so no hypercall of this project is emitted; let it be hypercall-page or vmcall or vmmcall or syscall or privcmd or hook, and make it visible to the compiler")]
    public async Task An_unknown_property_is_named_once_with_the_names_that_there_are(string? abi, string? conduit, string message)
    {
        Diagnostic diagnostic = Assert.Single(await Rules.Judge(Guest.Xen, BuildProperties.Of(abi, conduit)));

        Assert.Equal(("HCS0015", message), (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal(Location.None, diagnostic.Location);
    }

    [Fact]
    public async Task Both_may_be_wrong()
    {
        IReadOnlyList<Diagnostic> diagnostics = await Rules.Judge(Guest.Xen, BuildProperties.Of("vax", "telepathy"));

        Assert.Equal(["HCS0015", "HCS0015"], diagnostics.Select(static item => item.Id));
    }

    [Theory]
    [InlineData("ARM64", " hook ")]
    [InlineData("arm64", "hvc")]
    [InlineData("arm32", "hvc")]
    [InlineData("x86_64", "Hypercall-Page")]
    public async Task Known_names_are_silent_whatever_their_case(string abi, string conduit) =>
        Assert.Empty(await Rules.Judge(Guest.Xen, BuildProperties.Of(abi, conduit)));

    [Fact]
    public async Task A_project_without_hypercalls_needs_neither() =>
        Assert.Empty(await Rules.Judge(Guest.With(), BuildProperties.Of(null, null)));
}
