using NUnit.Framework;
using RuleEngine.Authoring;
using RuleEngine.Model.Rules;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>Every rule of the shipped pack, found and not listed: a new script gets these tests by being there.</summary>
[TestFixtureSource(typeof(Shipped), nameof(Shipped.Principles))]
public class RulesTests(Principle principle)
{
    private static readonly Verdict[] Shown = [Verdict.Upheld, Verdict.Violated, Verdict.Undetermined];

    private Verdict[] ShownOfIt => Rule.AppliesTo is null ? Shown : [.. Shown, Verdict.NotApplicable];

    private Rule Rule => principle.Rule ?? throw new AssertionException($"{principle.Fault}");

    [Test]
    public void The_page_is_recorded() =>
        Snapshot.VerifyFile(RulePage.Markdown(principle, ExampleRun.All(principle, Shipped.Pack)), Repository.PathOf(principle.Path[..^".csx".Length]), "md");

    [Test]
    public void Every_example_gets_the_verdict_that_it_states()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var run in Runs())
                Assert.That(run.Verdict, Is.EqualTo(run.Example.Verdict), $"{run.Example.Title}: {string.Join("; ", run.Faults)}");
        }
    }

    [Test]
    public void Every_finding_it_declares_is_seen_in_an_example() =>
        Assert.That(Rule.Findings.Select(kind => kind.Id).Except(Runs().SelectMany(run => run.Findings).Select(finding => finding.Id)), Is.Empty);

    [Test]
    public void It_is_seen_with_every_verdict_that_it_can_get() =>
        Assert.That(ShownOfIt.Except(Rule.Examples.Select(example => example.Verdict)), Is.Empty);

    [Test]
    public void Each_of_its_limbs_is_seen_upheld_violated_and_undetermined()
    {
        var seen = from run in Runs()
                   from limb in Rule.Limbs
                   let findings = run.Findings.Where(finding => finding.Limb == limb.Name).Select(finding => finding.Role).ToHashSet()
                   select (limb.Name, findings.Contains(Role.Violation) ? Verdict.Violated : findings.Contains(Role.Gap) ? Verdict.Undetermined : Verdict.Upheld);
        Assert.That(Rule.Limbs.SelectMany(limb => Shown.Select(verdict => (limb.Name, verdict))).Except(seen), Is.Empty);
    }

    [Test]
    public void Its_titles_and_reasons_say_something()
    {
        Assert.That(new[] { Rule.Title, Rule.Source, Rule.Why }.Concat(Rule.Findings.Select(kind => kind.Title)).Concat(Rule.Examples.Select(example => example.Title)), Has.All.Not.Empty);
        Assert.That(Rule.Examples.Select(example => example.Title), Is.Unique);
    }

    private IReadOnlyList<ExampleRun> Runs() => ExampleRun.All(principle, Shipped.Pack);
}
