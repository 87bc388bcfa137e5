using System.Collections;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// A sequence that a script keeps in a variable, and so may lay itself over in a loop: whoever starts to go through it is charged, though it
/// may have no member.
/// </summary>
internal sealed class LinkedSequence<T>(IEnumerable<T> sequence) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator()
    {
        Meter.Step();
        return sequence.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
