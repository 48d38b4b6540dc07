using HypercallSdk.Xen;

namespace HypercallSdk.Guests;

/// <summary>A domain's number, which no operation tells it.</summary>
internal static class DomainNumber
{
    /// <summary>
    /// Finds the guest's own: Xen answers a question about a domain's grant table to that domain, and to the control domain, which is 0.
    /// </summary>
    public static bool TryFindOwn(out DomId self)
    {
        for (ushort number = 0; number < DomId.Self.Value; number++)
        {
            self = new DomId(number);
            XenResult asked = GrantTableOp.QuerySize(self, out _, out _, out GrantStatus status);
            if (asked.IsSuccess && status == GrantStatus.Okay)
            {
                return true;
            }
        }

        self = default;
        return false;
    }
}
