namespace HypercallSdk.Xen.Tests.Violations;

/// <summary>One answer, and who got it.</summary>
/// <param name="Observation">What was done and what came of it.</param>
/// <param name="Witnesses">The kinds of guest and the releases of Xen: <c>Arm dom0 4.14, 4.17; Arm domU 4.17</c>.</param>
internal sealed record ObservationRow(Observation Observation, string Witnesses)
{
    /// <summary>The committed line.</summary>
    public override string ToString() => $"{Observation.Rule} {Observation.Done} | {Observation.Answer} | {Witnesses}";
}
