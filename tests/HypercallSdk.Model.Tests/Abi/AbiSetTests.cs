using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Model.Abi;
using Xunit;

namespace HypercallSdk.Model.Tests.Abi;

/// <summary>Sets of ABIs: the declaration language's and the model's are the same.</summary>
public sealed class AbiSetTests
{
    [Fact]
    public void The_languages_sets_are_the_models() => Assert.Equal(
        Members<AbiSet>().Where(static member => member.Name != nameof(AbiSet.All)), Members<HypercallAbis>());

    [Fact]
    public void All_are_all_that_there_are() => Assert.Equal(
        AbiSet.All, Enum.GetValues<AbiKind>().Aggregate(AbiSet.Any, static (set, abi) => set | AbiSets.Of(abi)));

    [Fact]
    public void A_set_of_one_has_its_ABIs_name()
    {
        foreach (AbiKind abi in Enum.GetValues<AbiKind>())
        {
            Assert.Equal($"{abi}", $"{AbiSets.Of(abi)}");
            Assert.Equal([AbiNames.Of(abi)], AbiSets.NamesOf(AbiSets.Of(abi)));
        }
    }

    [Theory]
    [InlineData(AbiSet.Any, "arm64 arm32 x86_64 x86_32")]
    [InlineData(AbiSet.All, "arm64 arm32 x86_64 x86_32")]
    [InlineData(AbiSet.Arm, "arm64 arm32")]
    [InlineData(AbiSet.X86, "x86_64 x86_32")]
    [InlineData(AbiSet.Arm64 | AbiSet.X86_32, "arm64 x86_32")]
    public void A_field_is_in_the_ABIs_that_are_said_and_in_all_if_none_is(AbiSet abis, string names)
    {
        AbiField field = new("a", new BooleanType()) { Abis = abis };

        Assert.Equal(names, string.Join(' ', DataModel.All.Where(field.IsIn).Select(static model => model.Name)));
    }

    private static IEnumerable<(string Name, int Value)> Members<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(static value => ($"{value}", Convert.ToInt32(value, null)));
}
