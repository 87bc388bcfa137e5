using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting.Recording;

/// <summary>A rule whose script was compiled so that the facts which it reads can be written down.</summary>
internal sealed class RecordedRule
{
    private readonly Rule _rule;

    private RecordedRule(Rule rule) => _rule = rule;

    /// <summary>Compiles the script to be recorded; null where it cannot be loaded, with what is wrong.</summary>
    public static RecordedRule? Load(ScriptSource script, List<Fault> faults) =>
        new ScriptLoader(ScriptCache.None, FactInstrumentation.AddTo).Load(script, faults) is { } rule ? new RecordedRule(rule) : null;

    /// <summary>The form, whose functions say to the recorder that they run and what they report.</summary>
    public Rule For(FactRecorder recorder)
    {
        var form = _rule.ForOneCheck;
        return new Rule
        {
            Title = form.Title, Source = form.Source, Why = form.Why, Findings = form.Findings, Examples = form.Examples,
            AppliesTo = form.AppliesTo is null ? null : arrangement =>
            {
                recorder.Check = nameof(Rule.AppliesTo);
                return form.AppliesTo(arrangement);
            },
            Limbs = [.. form.AllLimbs.Select(limb => new Limb(limb.Name, [.. limb.Checks.Select(check => Recorded(check, limb.Name, recorder))]))],
            Concerns = [.. form.Concerns.Select(review => Recorded(review, recorder))],
        };
    }

    private static Check Recorded(Check check, string? limb, FactRecorder recorder) => arrangement =>
        Recorded(() => check(arrangement), limb, NameOf(check), recorder);

    private static Review Recorded(Review review, FactRecorder recorder) => (arrangement, found) =>
        Recorded(() => review(arrangement, found), null, NameOf(review), recorder);

    private static IEnumerable<Finding> Recorded(Func<IEnumerable<Finding>> run, string? limb, string name, FactRecorder recorder)
    {
        (recorder.Limb, recorder.Check) = (limb, name);
        foreach (var finding in run())
        {
            recorder.Report(finding);
            yield return finding;
        }
    }

    /// <summary>A function's own name; of a lambda, that it is one.</summary>
    private static string NameOf(Delegate function) => function.Method.Name is ['<', ..] ? "a check without a name" : function.Method.Name;
}
