using System.Text;
using NUnit.Framework;
using RuleEngine.Authoring.Explaining;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Authoring;

/// <summary>The smallest change that is offered for a verdict turns it.</summary>
public class VerdictTurnsTests
{
    [Test]
    public void For_each_principle_that_a_real_arrangement_violates_or_leaves_open_the_change_turns_the_verdict()
    {
        var recorded = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Order(StringComparer.Ordinal))
        {
            var file = ProposalFile.Read(path, File.ReadAllBytes(path));
            var verdicts = Verdicts(file);
            var principles = Shipped.Principles.Where(principle => verdicts[principle.Id] == Verdict.Violated || verdicts[principle.Id] == Verdict.Undetermined).ToList();
            var found = VerdictTurns.Of(file, Shipped.Pack, principles);
            recorded.Append($"{Path.GetFileNameWithoutExtension(path)}\n");
            foreach (var (principle, turns) in principles.Zip(found))
            {
                foreach (var verdict in VerdictTurns.Wanted(verdicts[principle.Id]))
                {
                    if (turns.Turns.FirstOrDefault(turn => turn.Verdict == verdict) is not { } smallest)
                        continue;
                    var changed = smallest.Operations.Aggregate(file, (before, operation) => before.With(operation));
                    Assert.That(Verdicts(changed)[principle.Id], Is.EqualTo(verdict), () => $"{path} {principle.Id}\n{string.Join('\n', smallest.Operations)}");
                    recorded.Append($"  {principle.Id} is {verdicts[principle.Id]}; {verdict} if {TurnText.Conditions(turns.Turns.Where(turn => turn.Verdict == verdict), file).First()}\n");
                }

                if (turns.Turns.Count == 0)
                    recorded.Append($"  {principle.Id} is {verdicts[principle.Id]}; no change and no pair turns it\n");
            }
        }

        Snapshot.Verify(recorded.ToString());
    }

    private static Dictionary<string, Verdict> Verdicts(ProposalFile file) =>
        ((ProposalResult)Shipped.Checker.Check(file, "p")).Principles.ToDictionary(principle => principle.Id, principle => principle.Verdict);
}
