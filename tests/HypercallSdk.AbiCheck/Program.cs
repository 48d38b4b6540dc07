using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using HypercallSdk.AbiCheck.Declarations;
using HypercallSdk.AbiCheck.Coverage;
using HypercallSdk.AbiCheck.Headers;
using HypercallSdk.AbiCheck.History;
using HypercallSdk.AbiCheck.Layouts;
using HypercallSdk.AbiCheck.Report;
using HypercallSdk.Model.Abi;
using HypercallSdk.Model.Xen;
using Microsoft.CodeAnalysis;

string support = "", sources = "", headersFolder = "";
List<string> bindings = [];
for (int i = 0; i + 1 < args.Length; i += 2)
{
    switch (args[i])
    {
        case "--support": support = args[i + 1]; break;
        case "--sources": sources = args[i + 1]; break;
        case "--headers": headersFolder = args[i + 1]; break;
        case "--binding": bindings.Add(args[i + 1]); break;
    }
}

GuestSources guest = new(Path.GetFullPath(support), Path.GetFullPath(sources), []);
DeclaredAbi[] declared = Enum.GetValues<AbiKind>().AsParallel().Select(abi => DeclaredAbi.Of(guest, abi)).ToArray();
List<Finding> findings = [];
foreach (DeclaredAbi abi in declared)
{
    foreach (Diagnostic problem in abi.Problems)
    {
        FileLinePositionSpan span = problem.Location.GetLineSpan();
        string file = problem.Location.SourceTree is null ? "" : guest.NameOf(span.Path);
        findings.Add(new Finding(file, $"({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})", AbiNames.Of(abi.Abi), problem.Id, problem.GetMessage()));
    }
}

XenHeaders Headers(string name)
{
    string temp = Directory.CreateTempSubdirectory("abi-check-").FullName;
    Directory.CreateSymbolicLink(Path.Combine(temp, "xen"), Path.Combine(headersFolder, name));
    return new XenHeaders(XenRelease.TryParse(name, out XenRelease r) ? r : Releases.Head, temp);
}

XenHeaders[] releases = [.. new[] { "4.14", "4.17", "4.20", "HEAD" }.Select(Headers)];
HeaderCheck[] checks = releases.SelectMany(h => declared.Select(d => (h, d))).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(p => HeaderCheck.Of(p.d, p.h)).ToArray();
findings.AddRange(checks.SelectMany(c => c.Findings));
LayoutCheck[] layouts = declared.Select(LayoutCheck.Of).ToArray();
findings.AddRange(layouts.SelectMany(c => c.Findings));
findings.AddRange(HistoryCheck.Of(declared));
bool Wanted(string file) => bindings.Count == 0 || bindings.Any(b => file.StartsWith(b + "/", StringComparison.Ordinal)) || file.Length == 0;
foreach (var group in findings.Where(f => Wanted(f.File)).GroupBy(f => (f.File, f.Subject, f.Ours, f.Theirs)).OrderBy(g => g.Key.File, StringComparer.Ordinal))
{
    Console.WriteLine($"{group.Key.File}: {group.Key.Subject}: ours {group.Key.Ours}, Xen's {group.Key.Theirs}  [{FindingPlaces.Text(group.Select(f => f.Place).Distinct())}]");
}
Dictionary<string, string[]> owners = new()
{
    ["memory.h"] = ["memory_op"], ["grant_table.h"] = ["grant_table_op"], ["event_channel.h"] = ["event_channel_op"], ["version.h"] = ["xen_version"], ["features.h"] = ["xen_version"],
    ["xenoprof.h"] = ["xenoprof_op"], ["sched.h"] = ["sched_op"], ["vcpu.h"] = ["vcpu_op"], ["hvm/hvm_vcpu.h"] = ["vcpu_op"], ["hvm/hvm_op.h"] = ["hvm_op"], ["hvm/params.h"] = ["hvm_op"],
    ["hvm/hvm_info_table.h"] = ["hvm_op"], ["hvm/dm_op.h"] = ["dm_op"], ["hvm/ioreq.h"] = ["dm_op"], ["argo.h"] = ["argo_op"], ["hypfs.h"] = ["hypfs_op"], ["callback.h"] = ["callback_op"],
    ["nmi.h"] = ["nmi_op"], ["physdev.h"] = ["physdev_op"], ["platform.h"] = ["platform_op"], ["kexec.h"] = ["kexec_op"], ["arch-x86/xen-mca.h"] = ["mca"], ["pmu.h"] = ["xenpmu_op"],
    ["arch-x86/pmu.h"] = ["xenpmu_op"], ["xsm/flask_op.h"] = ["xsm_op"], ["domctl.h"] = ["domctl"], ["hvm/save.h"] = ["hvm_save"], ["arch-x86/hvm/save.h"] = ["hvm_save"], ["trace.h"] = ["trace_buffer"],
    ["arch-x86/hvm/start_info.h"] = ["start_info"], ["device_tree_defs.h"] = ["device_tree_defs"], ["arch-arm.h"] = ["arm_guest_layout", "vcpu_guest_context", "shared_info"],
    ["hvm_op/altp2m"] = ["hvm_op"],
};
IReadOnlyList<CoverageRow> rows = CoverageCheck.Of(declared, releases[^1]);
int missing = 0;
Console.WriteLine("coverage: declared of known");
foreach (CoverageRow row in rows)
{
    string[] owner = owners.GetValueOrDefault(row.Owner) ?? [row.Owner];
    if (bindings.Count != 0 && row.Owner.Contains('.') == owners.ContainsKey(row.Owner) && !owner.Intersect(bindings).Any())
    {
        continue;
    }
    missing += row.Missing.Count;
    Console.WriteLine($"  {row.Kind,-11}{row.Owner,-28}{row.Known - row.Missing.Count,4} of {row.Known,4}{(row.Missing.Count == 0 ? "" : "  missing: " + string.Join(" ", row.Missing))}");
}
foreach (HeaderCheck c in checks)
{
    Console.WriteLine($"{(c.Headers.Release == Releases.Head ? "HEAD" : c.Headers.Release.ToString()),-6}{AbiNames.Of(c.Abi),-8}{string.Join("  ", c.Claims.Select(x => $"{x.Key} {x.Value}"))}  mismatches {c.Findings.Count(f => Wanted(f.File))}");
}
foreach (LayoutCheck c in layouts)
{
    Console.WriteLine($"HEAD's layouts {AbiNames.Of(c.Abi),-8}records {c.Records} fields {c.Fields} differences {c.Findings.Count(f => Wanted(f.File))}");
}
int count = findings.Count(f => Wanted(f.File));
Console.WriteLine($"{count} findings, {missing} missing");
return count + missing != 0 ? 1 : 0;
