using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Authoring;

/// <summary>
/// Whether each condition of a rule matters: the script is changed in one place at a time, and where all examples still come to the same, no
/// example notices that condition.
/// </summary>
public sealed class RuleMutation
{
    private RuleMutation(int noticed, IReadOnlyList<Fault> survivors, int explained) => (Noticed, Survivors, Explained) = (noticed, survivors, explained);

    /// <summary>How many changes an example notices.</summary>
    public int Noticed { get; }

    /// <summary>The changes that no example notices and that the script does not explain, each at its line.</summary>
    public IReadOnlyList<Fault> Survivors { get; }

    /// <summary>How many changes no example notices, as the script explains.</summary>
    public int Explained { get; }

    /// <summary>Tries every change of the script.</summary>
    /// <param name="test">The rule as it is.</param>
    /// <param name="pack">Its pack.</param>
    public static RuleMutation Of(RuleTest test, RulePack pack)
    {
        var principle = test.Principle;
        var source = ScriptSource.Of(principle.Path, $"{principle.Set}/{principle.Id}-{principle.Name}.csx", test.Script);
        var expected = Outcomes(test.Runs);
        var (noticed, explained, survivors) = (0, 0, new List<Fault>());
        foreach (var mutant in ScriptMutant.Of(test.Script))
        {
            var faults = new List<Fault>();
            if (new ScriptLoader(ScriptCache.None).Load(source with { Text = mutant.Text }, faults) is not { } rule)
            {
                // What fails while it loads is noticed by whoever loads it; what does not compile is no change at all.
                noticed += faults.Exists(fault => fault.Kind != RuleFaults.DoesNotCompile) ? 1 : 0;
                continue;
            }

            if (Outcomes(ExampleRun.All(principle with { Rule = rule }, pack)) != expected)
                noticed++;
            else if (mutant.Explanation is not null)
                explained++;
            else
                survivors.Add(new Fault(RuleFaults.Survivor, principle.Path, $"All examples come to the same with {mutant.Change}.", mutant.Location));
        }

        return new RuleMutation(noticed, survivors, explained);
    }

    /// <summary>All that the examples show, in one text.</summary>
    private static string Outcomes(IReadOnlyList<ExampleRun> runs) => string.Join('\n', runs.Select(run => string.Join('\n',
        run.Findings.Select(finding => string.Join('|', [finding.Id, finding.Limb, finding.Location.Pointer, finding.Message, .. finding.Related.Select(related => related.Location.Pointer + related.Message)]))
            .Concat(run.Faults.Select(fault => fault.Kind.Id)).Prepend(run.Verdict.Text))));
}
