using System.ComponentModel;
using RuleEngine.Model;
using RuleEngine.Model.Words;

namespace RuleEngine.Scripting.Recording;

/// <summary>
/// Writes down which facts a script reads, on the thread that runs it. Scripts that were compiled to be recorded call it, which
/// <see cref="FactInstrumentation"/> puts there; no other script does, and the model knows nothing of it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FactRecorder
{
    [ThreadStatic]
    private static FactRecorder? t_current;

    private readonly List<RuleEvent> _events = [];

    private FactRecorder((object Owner, string Member)? replaced, object? replacement) => (Replaced, Replacement) = (replaced, replacement);

    /// <summary>The limb that is being looked at.</summary>
    internal string? Limb { get; set; }

    /// <summary>The function that is running.</summary>
    internal string Check { get; set; } = "";

    private (object Owner, string Member)? Replaced { get; }

    private object? Replacement { get; }

    /// <summary>Does the work here and now, and returns what happened, in order.</summary>
    internal static IReadOnlyList<RuleEvent> Record(Action<FactRecorder> work) => Record(work, null, null);

    /// <summary>The same, in a world in which one fact is another.</summary>
    internal static IReadOnlyList<RuleEvent> Record(Action<FactRecorder> work, ReadFact? replaced, object? replacement)
    {
        var outer = t_current;
        var recorder = t_current = new FactRecorder(replaced?.Identity, replacement);
        try
        {
            work(recorder);
        }
        finally
        {
            t_current = outer;
        }

        return recorder._events;
    }

    /// <summary>A finding came out of the function that is running.</summary>
    internal void Report(Model.Rules.Finding finding) => _events.Add(new ReportEvent(Limb, Check, finding));

    /// <summary>Compiled scripts call this with each answer that the model gives them.</summary>
    public static T Read<T>(object owner, T value, object?[]? arguments, string member, int line)
    {
        if (t_current is not { } recorder)
            return value;
        var asked = arguments is null ? member : $"{member}({string.Join(", ", arguments.Where(argument => argument is not null).Select(Written))})";
        if (recorder.Replaced == (owner, asked))
            value = (T)recorder.Replacement!;
        recorder._events.Add(new ReadFact(recorder.Limb, recorder.Check, owner, asked, typeof(T), value, line));
        return value;
    }

    private static string Written(object? argument) => argument switch
    {
        Word word => word.Text,
        Party party => party.Id,
        string text => $"\"{text}\"",
        _ => FormattableString.Invariant($"{argument}"),
    };
}
