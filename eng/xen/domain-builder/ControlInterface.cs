using HypercallSdk.Xen;

namespace HypercallSdk.Guests.DomainBuilder;

/// <summary>The operations on domains, whose structs are not those of the next release.</summary>
internal readonly struct ControlInterface
{
    private const CreateDomainFlags Flags = CreateDomainFlags.Hvm | CreateDomainFlags.Hap;
    private const uint Vcpus = 1;
    private const uint HighestPort = 1023;
    private const int XensDefault = -1;
    private const uint NewestGrantTable = 2;

    private readonly uint _minor;

    private ControlInterface(uint minor)
    {
        _minor = minor;
    }

    /// <summary>Whether the builder knows the release.</summary>
    public bool IsKnown => _minor != 0;

    /// <summary>Whether the memory for a domain's translation is given to it, and not taken as it is needed.</summary>
    public bool HasPagingMempool => _minor >= 17;

    /// <summary>The operations of a release, which are those from now on.</summary>
    public static ControlInterface Of(XenVersionNumber release)
    {
        DomctlVersion version = release.Major != 4 ? 0 : release.Minor switch
        {
            14 => DomctlVersion.Xen4_13,
            17 => DomctlVersion.Xen4_17,
            18 => DomctlVersion.Xen4_18,
            19 or 20 => DomctlVersion.Xen4_19,
            _ => 0,
        };
        Domctl.InterfaceVersion = (uint)version;
        return new ControlInterface(version == 0 ? 0 : release.Minor);
    }

    /// <summary>Makes a PVH domain with one virtual CPU, of which Xen emulates the APIC.</summary>
    public XenResult Create(ref DomId domain)
    {
        if (_minor == 14)
        {
            ArchDomainConfigOn414 old = default;
            old.emulation_flags = EmulationFlags.LocalApic;
            return Domctl.CreateDomainOn414(
                ref domain, ssidref: 0, default, Flags, default, Vcpus, HighestPort, XensDefault, XensDefault, ref old);
        }

        ArchDomainConfigOn420 arch = default;
        arch.emulation_flags = EmulationFlags.LocalApic;
        return _minor <= 18
            ? Domctl.CreateDomainOn417(
                ref domain, ssidref: 0, default, Flags, default, Vcpus, HighestPort, XensDefault, XensDefault, NewestGrantTable,
                vmtrace_size: 0, cpupool_id: 0, ref arch)
            : Domctl.CreateDomainOn419(
                ref domain, ssidref: 0, default, Flags, default, Vcpus, HighestPort, XensDefault, XensDefault, NewestGrantTable,
                Altp2mMode.Disabled, vmtrace_size: 0, cpupool_id: 0, ref arch);
    }

    /// <summary>Asks for a domain's state.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="flags">Its state; <see cref="DomctlNumbers"/> says where the reason of its shutdown is.</param>
    public XenResult AskFor(DomId domain, out DomainInfoFlags flags) => _minor == 14
        ? Domctl.GetDomainInfoOn414(
            ref domain, out _, out flags, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _)
        : Domctl.GetDomainInfoOn416(
            ref domain, out _, out flags, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _);
}
