using System.Diagnostics.CodeAnalysis;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// What one thread has for another, in order. Who waits sleeps at once: to look a while whether something comes, as the runtime's own
/// collections do, takes the processor from those who make it.
/// </summary>
internal sealed class Mailbox<T>
{
    private readonly Queue<T> _items = [];
    private bool _isClosed;

    /// <summary>Puts something in, unless it is closed.</summary>
    public void Add(T item)
    {
        lock (_items)
        {
            if (_isClosed)
                return;
            _items.Enqueue(item);
            Monitor.Pulse(_items);
        }
    }

    /// <summary>Says that nothing more is put in.</summary>
    public void Close()
    {
        lock (_items)
        {
            _isClosed = true;
            Monitor.PulseAll(_items);
        }
    }

    /// <summary>Whether nothing is in it and nothing more comes.</summary>
    public bool IsAtEnd
    {
        get
        {
            lock (_items)
                return _isClosed && _items.Count == 0;
        }
    }

    /// <summary>Waits for the next thing; false where none comes in time, or at all.</summary>
    /// <param name="item">What there is.</param>
    /// <param name="milliseconds">How long to wait; -1 for as long as it takes.</param>
    public bool TryTake([MaybeNullWhen(false)] out T item, int milliseconds = Timeout.Infinite)
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_isClosed && Monitor.Wait(_items, milliseconds))
            {
                // Another may have been faster.
            }

            return _items.TryDequeue(out item);
        }
    }
}
