using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using HypercallSdk.AbiCheck.Toolchain;
using HypercallSdk.Model.Abi;
using HypercallSdk.Testing;

namespace HypercallSdk.AbiCheck.Headers;

/// <summary>A C compiler for one ABI on the headers of one release.</summary>
/// <param name="headers">The headers.</param>
/// <param name="abi">The ABI.</param>
/// <param name="api">The API that is asked of the headers.</param>
internal sealed partial class CCompiler(XenHeaders headers, AbiKind abi, string api)
{
    private const string FileName = "check.c";
    private const string Section = ".answers";

    /// <summary>
    /// An error in what a macro of the headers expands to is reported where the macro is used, which is the line that is judged.
    /// </summary>
    private static readonly string[] Options = ["-std=gnu11", "-ffreestanding", "-w", "-fmax-errors=0", "-ftrack-macro-expansion=0"];

    private readonly CrossTool _tool = CrossTool.Of(abi);

    /// <summary>Judges lines of C, each by itself.</summary>
    /// <exception cref="InvalidOperationException">The headers themselves do not compile.</exception>
    public IReadOnlyList<CLineVerdict> Judge(IReadOnlyList<string> lines)
    {
        string prelude = headers.Include(abi, api);
        int firstLine = prelude.Count(static letter => letter == '\n') + 1;
        using TemporaryFolder folder = new();
        string file = folder.Write(FileName, prelude + string.Join('\n', lines) + '\n');
        ProgramRun run = _tool.RunCompiler(["-fsyntax-only", .. ArgumentsOf(file)]);
        CLineVerdict[] verdicts = new CLineVerdict[lines.Count];
        int errors = 0;
        foreach (Match error in ErrorLine().Matches(run.Errors))
        {
            errors++;
            int line = int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) - firstLine;
            if (!error.Groups["file"].Value.EndsWith(FileName, StringComparison.Ordinal) || line < 0)
            {
                throw new InvalidOperationException($"Xen's headers of {headers.Release} do not compile for {AbiNames.Of(abi)}:\n{error.Value}");
            }

            bool isRefuted = error.Groups["text"].Value.StartsWith("static assertion failed", StringComparison.Ordinal);
            verdicts[line] = isRefuted && verdicts[line] != CLineVerdict.Unknown ? CLineVerdict.Refuted : CLineVerdict.Unknown;
        }

        return (run.ExitCode == 0) == (errors == 0)
            ? verdicts
            : throw new InvalidOperationException($"The C compiler ended with {run.ExitCode}:\n{run.Errors}");
    }

    /// <summary>The values of constant expressions.</summary>
    public IReadOnlyList<long> Evaluate(IReadOnlyList<string> expressions)
    {
        byte[] bytes = Bytes("long long", "[]", expressions.Select(static text => $"(long long)({text})"));
        return [.. bytes.Chunk(sizeof(long)).Select(static chunk => BitConverter.ToInt64(chunk))];
    }

    /// <summary>The bytes of objects, one behind the other with nothing between.</summary>
    /// <param name="objects">Their C types and initialisers.</param>
    public byte[] Initialise(IReadOnlyList<(string Type, string Initialiser)> objects)
    {
        IEnumerable<string> members = objects.Select(static (item, index) => $"{item.Type} m{index};");
        string type = $"struct __attribute__((packed)) {{ {string.Join('\n', members)} }}";
        return Bytes(type, string.Empty, objects.Select(static item => item.Initialiser));
    }

    /// <summary>The bytes of an initialised object.</summary>
    private byte[] Bytes(string type, string dimension, IEnumerable<string> values)
    {
        using TemporaryFolder folder = new();
        string definition =
            $"const {type} answers{dimension} __attribute__((section(\"{Section}\"))) = {{\n{string.Join(",\n", values)}\n}};\n";
        return _tool.BytesOf(Section, ArgumentsOf(folder.Write(FileName, headers.Include(abi, api) + definition)));
    }

    private IEnumerable<string> ArgumentsOf(string file) => [.. Options, "-I", headers.Folder, file];

    [GeneratedRegex(@"^(?<file>[^:\n]+):(?<line>\d+):\d+: (fatal )?error: (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
