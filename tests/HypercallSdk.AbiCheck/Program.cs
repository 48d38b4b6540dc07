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

        GuestSources sources = new(Path.GetFullPath(options.Support), Path.GetFullPath(options.Sources), []);
        try
        {
            AbiReport report = AbiReport.Of(sources, [.. options.Headers.Select(XenHeaders.Parse)]).For(options.Bindings);
            report.Write(Console.Out);
            return report.IsClean ? 0 : 1;
        }
        catch (AggregateException exception)
        {
            Console.Error.WriteLine(exception.InnerExceptions[0].Message);
            return Usage;
        }
    }
}
