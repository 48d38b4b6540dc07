using System.Threading.Tasks;
using HypercallSdk.Analyzers.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Analyzers.Tests.Results;

/// <summary>HCS4007: which loops have an end of their own.</summary>
public sealed class EndlessRetryTests
{
    private const string Declared = "XenResult asked; GrantStatus status; int tries = 0; ";
    private const string Copy = "asked = GrantTableOp.Copy(default, default, 0, default, out status); ";
    private const string End = "return tries == 0 && asked.IsSuccess && status == GrantStatus.Okay;";

    [Theory]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && {|HCS4007:status == GrantStatus.Again|}); " + End)]
    [InlineData("do { " + Copy + "Pause(); } while (!asked.IsFailure && {|HCS4007:status is GrantStatus.Again|}); " + End)]
    [InlineData(Copy + "while (asked.IsSuccess && {|HCS4007:status == GrantStatus.Again|}) { " + Copy + "} " + End)]
    [InlineData(Copy + "for (; asked.IsSuccess && {|HCS4007:status == GrantStatus.Again|};) { " + Copy + "} " + End)]
    [InlineData("while (true) { " + Copy + "if (asked.IsFailure) { return false; } if ({|HCS4007:status != GrantStatus.Again|}) { break; } } " + End)]
    [InlineData("for (;;) { " + Copy + "if (asked.IsFailure || {|HCS4007:status is not GrantStatus.Again|}) { " + End + " } Pause(); }")]
    [InlineData("while (true) { " + Copy + "if (asked.IsSuccess && {|HCS4007:status == GrantStatus.Again|}) { tries++; continue; } " + End + " }")]
    [InlineData("while (true) { " + Copy + "if (asked.IsFailure) { break; } if ({|HCS4007:status == GrantStatus.Again|}) { Pause(); } else { break; } } " + End)]
    [InlineData("again: " + Copy + "if (asked.IsSuccess && {|HCS4007:status == GrantStatus.Again|}) { goto again; } " + End)]
    [InlineData("while ({|HCS4007:Ask() == GrantStatus.Again|}) { Pause(); } return tries == 0;")]
    [InlineData("while (true) { " + Copy + "if (asked.IsFailure) { return false; } if (!({|HCS4007:status == GrantStatus.Again|})) { break; } } " + End)]
    [InlineData("while (true) { " + Copy + "if (asked.IsFailure) { return false; } if ({|HCS4007:status == GrantStatus.Again|}) { if (asked.Value > 5) { break; } continue; } " + End + " } return false;")]
    [InlineData("asked = default; status = default; if (tries == 0) { again: " + Copy + "if (asked.IsSuccess && {|HCS4007:status == GrantStatus.Again|}) { goto again; } } " + End)]
    public Task A_loop_that_only_Xen_ends_is_reported(string statements) => XenGuest.Members(Guest(statements));

    [Theory]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status == GrantStatus.Again && tries++ < 10); " + End)]
    [InlineData("do { " + Copy + "if (++tries > 10) { return false; } } while (asked.IsSuccess && status == GrantStatus.Again); " + End)]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status == GrantStatus.Again && !s_isCancelled); " + End)]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status == GrantStatus.Again && HasTime()); " + End)]
    [InlineData("do { " + Copy + "if (!HasTime()) { break; } } while (asked.IsSuccess && status == GrantStatus.Again); " + End)]
    [InlineData("for (; tries < 10; tries++) { " + Copy + "if (asked.IsFailure || status != GrantStatus.Again) { return asked.IsSuccess; } } return false;")]
    [InlineData("while (tries < 10) { " + Copy + "if (asked.IsSuccess && status == GrantStatus.Again) { tries++; continue; } " + End + " } return false;")]
    [InlineData("foreach (int pause in new[] { 1, 2, 4 }) { " + Copy + "if (asked.IsFailure || status != GrantStatus.Again) { return pause == 1 && asked.IsSuccess; } } return false;")]
    [InlineData("again: " + Copy + "if (asked.IsSuccess && status == GrantStatus.Again && tries++ < 3) { goto again; } " + End)]
    [InlineData(Copy + "if (asked.IsFailure || status == GrantStatus.Again) { return false; } " + End)]
    [InlineData("while (true) { Wait(); " + Copy + "if (asked.IsFailure) { return false; } if (status == GrantStatus.Again) { Pause(); } }")]
    [InlineData("while (true) { Wait(); " + Copy + "if (asked.IsFailure) { return false; } if (status == GrantStatus.Again) { continue; } Pause(); }")]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status != GrantStatus.Again); return tries == 0;")]
    [InlineData("do { " + Copy + "if (s_isCancelled) { throw new Exception(); } } while (asked.IsSuccess && status == GrantStatus.Again); " + End)]
    [InlineData(Copy + "for (; asked.IsSuccess && status != GrantStatus.Again;) { " + Copy + "} return tries == 0;")]
    [InlineData("while (s_status == GrantStatus.Again) { Pause(); } return tries == 0;")]
    [InlineData("while (true) { " + Copy + "if (asked.IsFailure) { return false; } if (status == GrantStatus.Again) { Pause(); } else { tries++; } }")]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status == GrantStatus.Again && IsBefore(100)); " + End)]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status == GrantStatus.Again && limit > 0); " + End)]
    [InlineData("do { " + Copy + "} while (asked.IsSuccess && status == GrantStatus.Again && Limit > 0); " + End)]
    public Task A_loop_with_an_end_is_not(string statements) => XenGuest.Members(Guest(statements));

    private static string Guest(string statements) => $$"""
        static bool s_isCancelled;
        static bool HasTime() => s_isCancelled;
        static void Pause() { }
        static void Wait() => s_isCancelled = false;
        static bool IsBefore(int time) => s_isCancelled && time > 0;
        static GrantStatus Ask() => GrantStatus.Again;
        static GrantStatus s_status;
        static int Limit { get; set; }
        static bool Run(int limit) { {{Declared}} {{statements}} }
        """;
}
