using System.ComponentModel;
using RuleEngine.Model;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Lists of the model asked with functions, which is most of what rules do: each member does what <see cref="Members{T}"/>'s of the same
/// name and parameters does. All members of the list are charged at once, so that a function that calls nothing need not count itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StandsInFor(typeof(Members<>))]
public static class MeteredMembers
{
    /// <inheritdoc cref="Members{T}.Any(Func{T, bool})"/>
    public static bool Any<T>(this Members<T> members, Func<T, bool> isSo)
    {
        LibraryCharge.Members(members.Count);
        return members.Any(isSo);
    }

    /// <inheritdoc cref="Members{T}.All(Func{T, bool})"/>
    public static bool All<T>(this Members<T> members, Func<T, bool> isSo)
    {
        LibraryCharge.Members(members.Count);
        return members.All(isSo);
    }

    /// <inheritdoc cref="Members{T}.FirstOrDefault(Func{T, bool})"/>
    public static T? FirstOrDefault<T>(this Members<T> members, Func<T, bool> isSo)
    {
        LibraryCharge.Members(members.Count);
        return members.FirstOrDefault(isSo);
    }

    /// <inheritdoc cref="Members{T}.Where(Func{T, bool})"/>
    public static IEnumerable<T> Where<T>(this Members<T> members, Func<T, bool> isSo)
    {
        Meter.Current.Link();
        return new ChosenMembers<T>(members, isSo);
    }

    /// <inheritdoc cref="Members{T}.Select{R}(Func{T, R})"/>
    public static IEnumerable<R> Select<T, R>(this Members<T> members, Func<T, R> turn)
    {
        Meter.Current.Link();
        return new TurnedMembers<T, R>(members, turn);
    }
}
