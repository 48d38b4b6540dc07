using System;
using System.IO;
using HypercallSdk.AbiCheck.Toolchain;

namespace HypercallSdk.Abi.Tests.Toolchain;

/// <summary>A guest, built for bare metal and optimized, as it boots on Xen.</summary>
/// <param name="Object">What the native compiler made of the guest's C#, before it is linked.</param>
/// <param name="Elf">The linked guest, with its symbols.</param>
internal sealed record GuestImage(string Object, string Elf)
{
    private static readonly Lazy<GuestImage> BuiltGrantTable = new(static () => Build("samples", "GrantTable"));

    private static readonly Lazy<GuestImage> BuiltZeroCost = new(static () => Build("tests/guests", "ZeroCost"));

    /// <summary>The main sample, built once.</summary>
    public static GuestImage GrantTable => BuiltGrantTable.Value;

    /// <summary>The guest each of whose calls is a function of its own, built once.</summary>
    public static GuestImage ZeroCost => BuiltZeroCost.Value;

    private static GuestImage Build(string folder, string project)
    {
        string image = EngScript.Output("guest-image", $"{folder}/{project}");

        // The image is bin/<project>/release/<project>.img; what it was made of lies under obj/ beside bin/.
        string artifacts = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(image)!, "../../.."));
        string objects = Path.Combine(artifacts, "obj", project, "release", "bare-metal");
        return new GuestImage(Existing(Path.Combine(objects, project + ".o")), Existing(Path.Combine(objects, project + ".elf")));
    }

    private static string Existing(string file) => File.Exists(file)
        ? file
        : throw new FileNotFoundException($"eng/guest-image built a guest, but {file} is not there: has its build moved its objects?", file);
}
