using System;
using System.Collections.Generic;
using System.Linq;

namespace HypercallSdk.Model.DeviceTreeSource;

/// <summary>What a node holds, in the order of the source. A name may stand there twice until that is reported.</summary>
/// <typeparam name="T">Properties or child nodes.</typeparam>
internal sealed class DtsNamedList<T>
    where T : class, IDtsNamed
{
    private readonly List<T> _items = [];
    private readonly Dictionary<string, T> _firsts = new(StringComparer.Ordinal);

    /// <summary>All of them, the deleted ones included.</summary>
    public IReadOnlyList<T> WithDeleted => _items;

    /// <summary>Those that are not deleted.</summary>
    public IEnumerable<T> Present => _items.Where(static item => !item.IsDeleted);

    /// <summary>Appends one.</summary>
    public void Add(T item)
    {
        _items.Add(item);
        if (!_firsts.ContainsKey(item.Name))
        {
            _firsts.Add(item.Name, item);
        }
    }

    /// <summary>The first of a name, deleted or not.</summary>
    public T? FindWithDeleted(string name) => _firsts.TryGetValue(name, out T? item) ? item : null;

    /// <summary>The one of a name that is not deleted.</summary>
    public T? Find(string name) => FindWithDeleted(name) is not T first ? null
        : !first.IsDeleted ? first
        : Present.FirstOrDefault(item => item.Name == name);
}
