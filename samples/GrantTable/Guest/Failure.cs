using HypercallSdk;
using HypercallSdk.Xen;

namespace GrantTable.Guest;

/// <summary>Says what failed.</summary>
internal static class Failure
{
    /// <summary>Prints a step and Xen's answer to it.</summary>
    /// <returns>False, for the caller to return.</returns>
    public static bool Of(string step, XenResult result)
    {
        Line line = default;
        line.Add("FAILED ");
        line.Add(step);
        line.Add(": Xen answers ");
        line.AddSigned(result.Value);
        line.Write();
        return false;
    }

    /// <summary>Prints a step, Xen's answer and the grant's own status.</summary>
    /// <returns>False, for the caller to return.</returns>
    public static bool Of(string step, XenResult result, GrantStatus status)
    {
        Line line = default;
        line.Add("FAILED ");
        line.Add(step);
        line.Add(": Xen answers ");
        line.AddSigned(result.Value);
        line.Add(", status ");
        line.AddSigned((long)status);
        line.Write();
        return false;
    }

    /// <summary>Prints a step and what is wrong.</summary>
    /// <returns>False, for the caller to return.</returns>
    public static bool Of(string step, string cause)
    {
        Line line = default;
        line.Add("FAILED ");
        line.Add(step);
        line.Add(": ");
        line.Add(cause);
        line.Write();
        return false;
    }
}
