using System.ComponentModel;

namespace RuleEngine.Scripting.Metering;

/// <summary>Sequences of sequences: each member does what <see cref="Enumerable"/>'s of the same name and parameters does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StandsInFor(typeof(Enumerable))]
public static class MeteredSequences
{
    /// <inheritdoc cref="Enumerable.Select{TSource, TResult}(IEnumerable{TSource}, Func{TSource, TResult})"/>
    public static IEnumerable<R> Select<T, R>(IEnumerable<T> source, Func<T, R> turn)
    {
        Meter.Current.Link();
        return source is ChosenMembers<T> chosen && turn is not null ? chosen.Turned(turn) : Enumerable.Select(source, turn!);
    }

    /// <inheritdoc cref="Enumerable.SelectMany{TSource, TResult}(IEnumerable{TSource}, Func{TSource, IEnumerable{TResult}})"/>
    public static IEnumerable<R> SelectMany<T, R>(IEnumerable<T> source, Func<T, IEnumerable<R>> select)
    {
        Meter.Current.Link();
        return Enumerable.SelectMany(source, member => LibraryCharge.Each(select(member)));
    }
}
