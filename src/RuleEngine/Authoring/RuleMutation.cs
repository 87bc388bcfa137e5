using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Authoring;

/// <summary>
/// Whether each condition of a rule matters: the script is changed in one place at a time, and where all examples still come to the same, no
/// example notices that condition; and the examples are changed along what the rule reads in them.
/// </summary>
public sealed class RuleMutation
{
    private readonly List<Fault> _survivors = [];
    private readonly RuleTest _test;

    private RuleMutation(RuleTest test) => _test = test;

    /// <summary>How many changes of the script an example notices.</summary>
    public int Noticed { get; private set; }

    /// <summary>How many of the facts that the script reads an example notices a change of.</summary>
    public int ReadsNoticed { get; private set; }

    /// <summary>The changes that no example notices and that the script does not explain, each at its line.</summary>
    public IReadOnlyList<Fault> Survivors => _survivors;

    /// <summary>How many changes no example notices, as the script explains.</summary>
    public int Explained { get; private set; }

    /// <summary>Tries every change.</summary>
    /// <param name="test">The rule as it is.</param>
    /// <param name="pack">Its pack.</param>
    public static RuleMutation Of(RuleTest test, RulePack pack)
    {
        var principle = test.Principle;
        var script = ScriptSource.Of(principle.Path, $"{principle.Set}/{principle.Id}-{principle.Name}.csx", test.Script);
        var mutation = new RuleMutation(test);
        mutation.ChangeScript(script, pack);
        mutation.ChangeExamples(script, pack);
        return mutation;
    }

    /// <summary>All that a rule came to on one example, in one text.</summary>
    internal static string OutcomeOf(Verdict verdict, IEnumerable<ReportedFinding> findings, IEnumerable<Fault> faults) => string.Join('\n',
        findings.Select(finding => string.Join('|', [finding.Id, finding.Limb, finding.Location.Pointer, finding.Message, .. finding.Related.Select(related => related.Location.Pointer + related.Message)]))
            .Concat(faults.Select(fault => fault.Kind.Id)).Prepend(verdict.Text));

    private void ChangeScript(ScriptSource script, RulePack pack)
    {
        var expected = Outcomes(_test.Runs);
        foreach (var mutant in ScriptMutant.Of(_test.Script))
        {
            var faults = new List<Fault>();
            if (new ScriptLoader(ScriptCache.None).Load(ScriptSource.Of(script.Path, script.RelativePath, mutant.Text), faults) is not { } rule)
            {
                // What fails while it loads is noticed by whoever loads it; what does not compile is no change at all.
                Noticed += faults.Exists(fault => fault.Kind != RuleFaults.DoesNotCompile) ? 1 : 0;
                continue;
            }

            if (Outcomes(ExampleRun.All(_test.Principle with { Rule = rule }, pack)) != expected)
                Noticed++;
            else
                Survive($"All examples come to the same with {mutant.Change}.", mutant.Location, mutant.Explanation);
        }
    }

    private void ChangeExamples(ScriptSource script, RulePack pack)
    {
        if (ReadMutation.Of(_test.Principle, script, pack) is not { } reads)
            return;
        ReadsNoticed = reads.Noticed;
        var lines = _test.Script.Split('\n');
        foreach (var (line, member) in reads.Unnoticed)
        {
            var column = Math.Max(lines[line - 1].IndexOf(member, StringComparison.Ordinal), 0) + 1;
            Survive($"Whatever `{member}` is here, all examples come to the same.", new Location(line, column, line, column + member.Length, null, null), ScriptMutant.ExplanationOf(lines[line - 1]));
        }
    }

    private void Survive(string message, Location location, string? explanation)
    {
        if (explanation is not null)
            Explained++;
        else
            _survivors.Add(new Fault(RuleFaults.Survivor, _test.Principle.Path, message, location));
    }

    private static string Outcomes(IReadOnlyList<ExampleRun> runs) => string.Join('\n', runs.Select(run => OutcomeOf(run.Verdict, run.Findings, run.Faults)));
}
