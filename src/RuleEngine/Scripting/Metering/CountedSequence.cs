using System.Collections;

namespace RuleEngine.Scripting.Metering;

/// <summary>A collection as a sequence that charges for its members whenever somebody starts to go through them.</summary>
internal sealed class CountedSequence<T>(IEnumerable<T> collection) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        LibraryCharge.Scan(collection, Meter.Current);
        return collection.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
