using System.Collections;

namespace RuleEngine.Model;

/// <summary>
/// A list of the model. No cast opens it to change, and the questions that rules ask most cost what they cost of an array.
/// </summary>
/// <typeparam name="T">What the members are.</typeparam>
public class Members<T> : IReadOnlyList<T>, IMembers
{
    internal static readonly Members<T> None = new([]);

    private readonly T[] _members;

    internal Members(T[] members) => _members = members;

    /// <summary>The same list, which nobody can change any more: what a script hands over is read here and now, and never asked again.</summary>
    internal static Members<T> Copy(IReadOnlyList<T> list)
    {
        if (list is Members<T> own)
            return own;
        // Member by member: what a start needs least code for, and a list of the script's own gets no hand on the copy.
        var members = new T[4];
        var count = 0;
        foreach (var member in list)
        {
            if (count == members.Length)
                Array.Resize(ref members, count * 2);
            members[count++] = member;
        }

        if (count == 0)
            return None;
        Array.Resize(ref members, count);
        return new Members<T>(members);
    }

    /// <inheritdoc/>
    public int Count => _members.Length;

    /// <inheritdoc/>
    public T this[int index] => _members[index];

    /// <summary>Goes through the members in order.</summary>
    public Enumerator GetEnumerator() => new(_members);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();

    /// <summary>Whether there is a member.</summary>
    public bool Any() => _members.Length > 0;

    /// <summary>Whether one of the members is so.</summary>
    public bool Any(Func<T, bool> isSo)
    {
        foreach (var member in _members)
        {
            if (isSo(member))
                return true;
        }

        return false;
    }

    /// <summary>Whether all members are so.</summary>
    public bool All(Func<T, bool> isSo)
    {
        foreach (var member in _members)
        {
            if (!isSo(member))
                return false;
        }

        return true;
    }

    /// <summary>The first member that is so; the default where none is.</summary>
    public T? FirstOrDefault(Func<T, bool> isSo)
    {
        foreach (var member in _members)
        {
            if (isSo(member))
                return member;
        }

        return default;
    }

    /// <summary>The members that are so, in order.</summary>
    public IEnumerable<T> Where(Func<T, bool> isSo) => Enumerable.Where(_members, isSo);

    /// <summary>What each member is turned into, in order.</summary>
    public IEnumerable<R> Select<R>(Func<T, R> turn) => Enumerable.Select(_members, turn);

    /// <summary>Goes through members without a call through an interface.</summary>
    public struct Enumerator
    {
        private readonly T[] _members;
        private int _index;

        internal Enumerator(T[] members)
        {
            _members = members;
            _index = -1;
        }

        /// <summary>The member at hand.</summary>
        public readonly T Current => _members[_index];

        /// <summary>Goes to the next member; false after the last.</summary>
        public bool MoveNext() => ++_index < _members.Length;
    }
}
