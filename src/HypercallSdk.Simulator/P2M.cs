using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using HypercallSdk.Simulator.Memory;

namespace HypercallSdk.Simulator;

/// <summary>
/// Which machine frame each guest frame shows: Xen's p2m, to be looked at by tests. Like Xen's it minds nothing: mapping
/// over RAM replaces the RAM.
/// </summary>
public sealed class P2M
{
    private readonly DirectMap _directMap;
    private readonly RamBank[] _banks;
    private readonly ulong _end;

    // Only what differs from the banks: a domain has far more RAM frames than anything else.
    private readonly SortedDictionary<ulong, P2MEntry> _changes = [];
    private readonly Dictionary<ulong, ulong> _gfnOfXenPage = [];

    internal P2M(DirectMap directMap, RamBank[] banks, int rootBits)
    {
        _directMap = directMap;
        _banks = banks;
        _end = 1UL << (rootBits - PageSize.Shift);
        foreach (RamBank bank in banks)
        {
            directMap.Map(bank.First, bank.Frames, mfn: bank.First, readOnly: false);
        }
    }

    /// <summary>What is mapped at a guest frame.</summary>
    public P2MEntry this[ulong gfn] => _changes.TryGetValue(gfn, out P2MEntry entry) ? entry : AsBuilt(gfn);

    /// <summary>Everything that is mapped, by ascending frame. RAM is gathered into runs, all else stands alone.</summary>
    public IReadOnlyList<P2MRun> Runs()
    {
        List<P2MRun> runs = [];
        foreach (P2MRun run in _banks.SelectMany(RunsOf).Concat(ChangesOutsideBanks()).OrderBy(static run => run.First))
        {
            if (runs.Count > 0 && Continues(runs[^1], run))
            {
                runs[^1] = runs[^1] with { Last = run.Last };
            }
            else
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    /// <summary>Everything that is mapped as text: one line a run, with addresses and what is there.</summary>
    public string Dump()
    {
        StringBuilder text = new();
        foreach (P2MRun run in Runs())
        {
            ulong last = (run.Last << PageSize.Shift) + (PageSize.Bytes - 1);
            _ = text.AppendLine(
                CultureInfo.InvariantCulture, $"0x{run.First << PageSize.Shift:x10}-0x{last:x10}  {run.Entry}");
        }

        return text.ToString();
    }

    /// <summary>Whether the p2m's root table reaches a frame; what it does not reach is <c>-EINVAL</c>.</summary>
    internal bool Reaches(ulong gfn) => gfn < _end;

    /// <summary>Whether the domain was built with RAM at a frame.</summary>
    internal bool IsBuiltRam(ulong gfn) => AsBuilt(gfn).Kind == P2MKind.Ram;

    /// <summary>Where a page of Xen's own (grant frame, shared info) is mapped; such a page has one place at most.</summary>
    internal ulong? FindXenPage(ulong mfn) => _gfnOfXenPage.TryGetValue(mfn, out ulong gfn) ? gfn : null;

    /// <summary>Puts an entry in place of what was there, which is lost. The frame must be one that is reached.</summary>
    internal void Set(ulong gfn, P2MEntry entry)
    {
        Forget(gfn);
        if (entry == AsBuilt(gfn))
        {
            _ = _changes.Remove(gfn);
        }
        else
        {
            _changes[gfn] = entry;
        }

        if (entry.Kind == P2MKind.Hole)
        {
            _directMap.Unmap(gfn);
            return;
        }

        _directMap.Map(gfn, 1, entry.Mfn, entry.IsReadOnly);
        if (IsXenPage(entry))
        {
            _gfnOfXenPage[entry.Mfn] = gfn;
        }
    }

    private void Forget(ulong gfn)
    {
        P2MEntry old = this[gfn];
        if (IsXenPage(old))
        {
            _ = _gfnOfXenPage.Remove(old.Mfn);
        }
    }

    private static bool IsXenPage(P2MEntry entry) => entry.Kind is P2MKind.GrantTable or P2MKind.SharedInfo;

    private P2MEntry AsBuilt(ulong gfn) => _banks.Any(bank => bank.Contains(gfn)) ? OwnRam(gfn) : P2MEntry.Hole;

    private static P2MEntry OwnRam(ulong gfn) => new(P2MKind.Ram, gfn, 0, IsReadOnly: false);

    private static bool Continues(P2MRun run, P2MRun next) =>
        run.Entry.Kind == P2MKind.Ram
        && next.Entry.Kind == P2MKind.Ram
        && next.First == run.Last + 1
        && next.Entry.Mfn == run.Entry.Mfn + (next.First - run.First);

    private IEnumerable<P2MRun> RunsOf(RamBank bank)
    {
        ulong next = bank.First;
        foreach ((ulong gfn, P2MEntry entry) in _changes.Where(change => bank.Contains(change.Key)))
        {
            if (gfn > next)
            {
                yield return new P2MRun(next, gfn - 1, OwnRam(next));
            }

            if (entry.Kind != P2MKind.Hole)
            {
                yield return new P2MRun(gfn, gfn, entry);
            }

            next = gfn + 1;
        }

        if (next <= bank.Last)
        {
            yield return new P2MRun(next, bank.Last, OwnRam(next));
        }
    }

    private IEnumerable<P2MRun> ChangesOutsideBanks() =>
        from change in _changes
        where change.Value.Kind != P2MKind.Hole && !IsBuiltRam(change.Key)
        select new P2MRun(change.Key, change.Key, change.Value);
}
