using System;
using System.IO;
using HypercallSdk.AbiCheck.Toolchain;

namespace HypercallSdk.Abi.Tests.Toolchain;

/// <summary>A guest, built for bare metal and optimized, as it boots on Xen.</summary>
/// <param name="Object">What the native compiler made of the guest's C#, before it is linked.</param>
/// <param name="Elf">The linked guest, with its symbols.</param>
internal sealed record GuestImage(string Object, string Elf)
{
    private static readonly Lazy<GuestImage> Built = new(static () => Build("GrantTable"));

    /// <summary>The main sample, built once.</summary>
    public static GuestImage GrantTable => Built.Value;

    private static GuestImage Build(string sample)
    {
        string image = EngScript.Output("guest-image", "samples/" + sample);

        // The image is bin/<project>/release/<project>.img; what it was made of lies under obj/ beside bin/.
        string artifacts = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(image)!, "../../.."));
        string folder = Path.Combine(artifacts, "obj", sample, "release", "bare-metal");
        return new GuestImage(Existing(Path.Combine(folder, sample + ".o")), Existing(Path.Combine(folder, sample + ".elf")));
    }

    private static string Existing(string file) => File.Exists(file)
        ? file
        : throw new FileNotFoundException($"eng/guest-image built a guest, but {file} is not there: has its build moved its objects?", file);
}
