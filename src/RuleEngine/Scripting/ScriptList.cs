using System.Collections;
using System.Collections.ObjectModel;
using System.ComponentModel;

namespace RuleEngine.Scripting;

/// <summary>
/// The list that a compiled script makes of <c>[a, b]</c>, in place of a type that the compiler would make for that script alone: nobody can
/// change it, and what is asked beyond its ends fails as in an array. Scripts do not name it.
/// </summary>
/// <typeparam name="T">What the members are.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScriptList<T>(T[] members) : ReadOnlyCollection<T>(members), IReadOnlyList<T>, IList<T>, IList
{
    T IReadOnlyList<T>.this[int index] => members[index];

    T IList<T>.this[int index]
    {
        get => members[index];
        set => throw new NotSupportedException();
    }

    object? IList.this[int index]
    {
        get => members[index];
        set => throw new NotSupportedException();
    }
}
