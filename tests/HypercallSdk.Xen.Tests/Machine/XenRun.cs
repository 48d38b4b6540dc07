using System;
using System.Collections.Generic;
using System.Linq;
using HypercallSdk.Testing;

namespace HypercallSdk.Xen.Tests.Machine;

/// <summary>A guest's run on real Xen.</summary>
internal sealed class XenRun
{
    private const string XenPrefix = "(XEN) ";
    private const string DomainPrefix = "(d1) ";

    /// <param name="run">What came of eng/xen/boot.</param>
    public XenRun(ProgramRun run)
    {
        Verdict = (Verdict)run.ExitCode;
        Explanation = run.Errors;
        string[] lines = run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        XenLines = [.. lines.Where(line => line.StartsWith(XenPrefix, StringComparison.Ordinal)).Select(Text)];
        GuestLines = [.. lines.SkipWhile(line => !line.StartsWith(XenPrefix, StringComparison.Ordinal))
            .Where(line => !line.StartsWith(XenPrefix, StringComparison.Ordinal)).Select(Text)];
    }

    /// <summary>How it ended.</summary>
    public Verdict Verdict { get; }

    /// <summary>Why it ended otherwise than by a pass, in eng/xen/boot's words.</summary>
    public string Explanation { get; }

    /// <summary>What the guest printed, without the prefix that Xen gives an unprivileged domain's lines.</summary>
    public IReadOnlyList<string> GuestLines { get; }

    /// <summary>What Xen itself printed, without its prefix.</summary>
    public IReadOnlyList<string> XenLines { get; }

    private static string Text(string line)
    {
        foreach (string prefix in (string[])[XenPrefix, DomainPrefix])
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
            {
                return line[prefix.Length..];
            }
        }

        return line;
    }
}
