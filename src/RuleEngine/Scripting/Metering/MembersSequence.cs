using System.Collections;
using RuleEngine.Model;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// What a list of the model is turned into, member by member. All members are charged at once, whenever somebody starts to go through it. As
/// with the sequences that a compiler writes, who goes through it first goes through it itself.
/// </summary>
/// <param name="count">How many members the list has.</param>
internal abstract class MembersSequence<R>(int count) : IEnumerable<R>, IEnumerator<R>, IUncounted
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _isTaken;

    public R Current { get; protected set; } = default!;

    object? IEnumerator.Current => Current;

    public MembersSequence<R> GetEnumerator()
    {
        LibraryCharge.Members(count);
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

    IEnumerator<R> IEnumerable<R>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same, to be gone through once more.</summary>
    protected abstract MembersSequence<R> Again();
}

/// <summary>The members that are so.</summary>
internal sealed class ChosenMembers<T>(Members<T> members, Func<T, bool> isSo) : MembersSequence<T>(members.Count)
{
    private int _passed;

    /// <summary>What each of them is turned into.</summary>
    public ChosenAndTurnedMembers<T, R> Turned<R>(Func<T, R> turn) => new(members, isSo, turn);

    public override bool MoveNext()
    {
        while (_passed < members.Count)
        {
            var member = members[_passed++];
            if (!isSo(member))
                continue;
            Current = member;
            return true;
        }

        return false;
    }

    protected override MembersSequence<T> Again() => new ChosenMembers<T>(members, isSo);
}

/// <summary>What each member is turned into.</summary>
internal sealed class TurnedMembers<T, R>(Members<T> members, Func<T, R> turn) : MembersSequence<R>(members.Count)
{
    private int _passed;

    public override bool MoveNext()
    {
        if (_passed >= members.Count)
            return false;
        Current = turn(members[_passed++]);
        return true;
    }

    protected override MembersSequence<R> Again() => new TurnedMembers<T, R>(members, turn);
}

/// <summary>What each of the members is turned into that are so, in one go.</summary>
internal sealed class ChosenAndTurnedMembers<T, R>(Members<T> members, Func<T, bool> isSo, Func<T, R> turn) : MembersSequence<R>(members.Count)
{
    private int _passed;

    public override bool MoveNext()
    {
        while (_passed < members.Count)
        {
            var member = members[_passed++];
            if (!isSo(member))
                continue;
            Current = turn(member);
            return true;
        }

        return false;
    }

    protected override MembersSequence<R> Again() => new ChosenAndTurnedMembers<T, R>(members, isSo, turn);
}
