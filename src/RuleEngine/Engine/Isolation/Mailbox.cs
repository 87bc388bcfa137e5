using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// What one thread has for another, in order. Who waits sleeps, unless things come one upon another: to look a while whether the next one
/// is there is faster than to be woken then, and otherwise takes the processor from those who make it.
/// </summary>
internal sealed class Mailbox<T>
{
    /// <summary>How soon after the last one the next is expected where it is worth looking.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    /// <summary>How often is looked, as the runtime's own collections do.</summary>
    private const int Looks = 140;

    private readonly Queue<T> _items = [];
    private volatile int _count;
    private long _last;
    private bool _isBrisk;
    private bool _isClosed;

    /// <summary>Puts something in, unless it is closed.</summary>
    public void Add(T item)
    {
        lock (_items)
        {
            if (_isClosed)
                return;
            _items.Enqueue(item);
            _count++;
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
        var spin = default(SpinWait);
        while (_isBrisk && _count == 0 && spin.Count < Looks)
            spin.SpinOnce(sleep1Threshold: -1);
        lock (_items)
        {
            while (_items.Count == 0 && !_isClosed && Monitor.Wait(_items, milliseconds))
            {
                // Another may have been faster.
            }

            if (!_items.TryDequeue(out item))
                return false;
            _count--;
            var now = Stopwatch.GetTimestamp();
            _isBrisk = Stopwatch.GetElapsedTime(_last, now) < Soon;
            _last = now;
            return true;
        }
    }
}
