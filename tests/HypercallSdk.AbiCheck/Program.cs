using System;
using System.IO;
using System.Linq;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Headers;

namespace HypercallSdk.AbiCheck;

/// <summary>The command line, which eng/abi-check fills in.</summary>
internal static class Program
{
    private const int Usage = 2;

    private static int Main(string[] arguments)
    {
        if (CheckOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine("usage: --sources DIR --support DIR --headers RELEASE=DIR... [--binding NAME]...");
            return Usage;
        }

        try
        {
            return Check(options);
        }
        catch (Exception exception) when (exception is AggregateException or FormatException)
        {
            // What is checked in parallel fails as an aggregate; the first failure is as good as all.
            Console.Error.WriteLine((exception.InnerException ?? exception).Message);
            return Usage;
        }
    }

    private static int Check(CheckOptions options)
    {
        GuestSources sources = new(Path.GetFullPath(options.Support), Path.GetFullPath(options.Sources), []);
        AbiReport report = AbiReport.Of(sources, [.. options.Headers.Select(XenHeaders.Parse)]).For(options.Bindings);
        report.Write(Console.Out);
        return report.IsClean ? 0 : 1;
    }
}
