using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using HypercallSdk.Model.Abi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HypercallSdk.Abi.Tests.DeclaredRecords;

/// <summary>The emitted structs of a guest, loaded into this process and tried.</summary>
internal sealed class EmittedRecords : IDisposable
{
    private readonly DeclaredGuest _guest;
    private readonly CSharpCompilation _emitted;
    private readonly AssemblyLoadContext _context = new(name: null, isCollectible: true);
    private readonly Assembly _assembly;

    /// <summary>Compiles the guest with probes and loads it.</summary>
    public EmittedRecords(DeclaredGuest guest, CSharpCompilation emitted)
    {
        (_guest, _emitted) = (guest, emitted);
        IEnumerable<string> files = [ProbeText.Prelude, .. guest.Records.Select(record => ProbeText.Of(record, MembersOf(record)))];
        byte[] image = DeclaredGuest.Compile(emitted, files.Select((file, index) => guest.Parse(file, $"Probe{index}.cs")));
        _context.LoadFromStream(new MemoryStream(SupportImage.Of(guest.Abi)));
        _assembly = _context.LoadFromStream(new MemoryStream(image));
    }

    /// <summary>Has a record's probe write to every field.</summary>
    public MeasuredRecord Measure(DeclaredRecord record)
    {
        int size = record.Type.SizeIn(DataModel.Of(_guest.Abi));
        using ProbeMemory memory = new(size);
        MemberMeter meter = new(MembersOf(record), memory);
        _assembly.GetType($"{DeclaredGuest.Namespace}.{ProbeText.ClassPrefix}{record.Name}", throwOnError: true)!
            .GetMethod("Run")!
            .CreateDelegate<Action<nint, Action<int, ulong>>>()(memory.Struct, meter.Take);

        // C# has no struct of no bytes.
        return size == 0 && meter.Result.Size == 1 ? meter.Result with { Size = 0 } : meter.Result;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private IReadOnlyList<ProbedMember> MembersOf(DeclaredRecord record) =>
        ProbedMembers.Of(record, DeclaredGuest.SymbolOf(_emitted, record.Name), DataModel.Of(_guest.Abi));
}
