using System.Collections;
using RuleEngine.Model;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// What a list of the model is turned into, member by member. All members are charged at once, when somebody starts to go through it. It is
/// gone through by itself the first time, as those that a compiler writes are.
/// </summary>
internal abstract class MembersSequence<T, R>(Members<T> members) : IEnumerable<R>, IEnumerator<R>, IUncounted
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _isTaken;

    /// <summary>The members.</summary>
    protected Members<T> Members => members;

    /// <summary>How many members have been passed.</summary>
    protected int Passed { get; set; }

    public R Current { get; protected set; } = default!;

    object? IEnumerator.Current => Current;

    public IEnumerator<R> GetEnumerator()
    {
        LibraryCharge.Members(members.Count);
        if (_isTaken || _thread != Environment.CurrentManagedThreadId)
            return Again();
        _isTaken = true;
        return this;
    }

    public abstract bool MoveNext();

    public void Reset() => throw new NotSupportedException();

    public void Dispose()
    {
    }

    /// <summary>The same, to be gone through once more.</summary>
    protected abstract IEnumerator<R> Again();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The members that are so.</summary>
internal sealed class ChosenMembers<T>(Members<T> members, Func<T, bool> isSo) : MembersSequence<T, T>(members)
{
    public override bool MoveNext()
    {
        for (var index = Passed; index < Members.Count; index++)
        {
            var member = Members[index];
            if (!isSo(member))
                continue;
            Passed = index + 1;
            Current = member;
            return true;
        }

        Passed = Members.Count;
        return false;
    }

    protected override IEnumerator<T> Again() => new ChosenMembers<T>(Members, isSo);
}

/// <summary>What each member is turned into.</summary>
internal sealed class TurnedMembers<T, R>(Members<T> members, Func<T, R> turn) : MembersSequence<T, R>(members)
{
    public override bool MoveNext()
    {
        if (Passed >= Members.Count)
            return false;
        Current = turn(Members[Passed++]);
        return true;
    }

    protected override IEnumerator<R> Again() => new TurnedMembers<T, R>(Members, turn);
}
