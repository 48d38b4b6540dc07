using HypercallSdk.Package.Tests.Infrastructure;
using Xunit;

namespace HypercallSdk.Package.Tests.Link;

/// <summary>A guest of two projects that both make hypercalls.</summary>
internal sealed class LinkedGuest
{
    private readonly PackedSdk _sdk;
    private readonly string _name;

    /// <param name="sdk">The package.</param>
    /// <param name="name">The guest's name.</param>
    /// <param name="abi">Its ABI.</param>
    /// <param name="conduit">Its conduit.</param>
    /// <param name="wantsPackages">Whether it needs others' packages.</param>
    public LinkedGuest(PackedSdk sdk, string name, string abi, string conduit, bool wantsPackages)
    {
        _sdk = sdk;
        _name = name;
        Library = new GuestProject(sdk, name + "Drivers", wantsPackages).Set("HypercallAbi", abi).Set("HypercallConduit", conduit)
            .Set("HypercallSupport", "public").Bindings("xen_version").File("Hypervisor.cs", LinkedSources.Library).Save();
        Kernel = new GuestProject(sdk, name, wantsPackages).Set("HypercallAbi", abi).Set("HypercallConduit", conduit)
            .Set("HypercallSupport", "none").Item($"""<ProjectReference Include="{Library.ProjectFile}" />""")
            .File("Program.cs", LinkedSources.Guest(40));
    }

    /// <summary>The project that is linked.</summary>
    public GuestProject Kernel { get; }

    /// <summary>The project that it refers to.</summary>
    public GuestProject Library { get; }

    /// <summary>Publishes the guest for a machine, and gives the path of what came of it.</summary>
    public string Publish(string runtime, string extension, params string[] options)
    {
        CommandResult result = _sdk.Run(
            Kernel.Folder, ["publish", Kernel.Save().ProjectFile, "-r", runtime, "-nodeReuse:false", "-tl:off", "-v:minimal", .. options]);
        Assert.True(result.ExitCode == 0, result.Output);
        return Kernel.PathOf($"bin/Release/net10.0/{runtime}/publish/{_name}{extension}");
    }
}
