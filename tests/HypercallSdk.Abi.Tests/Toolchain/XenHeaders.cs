using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Abi.Tests.Toolchain;

/// <summary>Xen's own public headers, from Debian's libxen-dev.</summary>
/// <param name="Folder">The folder that holds <c>xen/xen.h</c>.</param>
/// <param name="Package">The version of the package.</param>
internal sealed record XenHeaders(string Folder, string Package)
{
    private static readonly Lazy<XenHeaders> Fetched = new(Fetch);

    /// <summary>The headers of Xen 4.17, fetched once.</summary>
    public static XenHeaders Release417 => Fetched.Value;

    private static XenHeaders Fetch()
    {
        Dictionary<string, string> places = EngScript.Output("xen/fetch", "4.17", "arm64")
            .Split('\n')
            .Select(static line => line.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1]);
        return new XenHeaders(places["include"], places["package"]);
    }
}
