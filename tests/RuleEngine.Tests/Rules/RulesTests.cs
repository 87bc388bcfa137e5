using NUnit.Framework;
using RuleEngine.Authoring;
using RuleEngine.Model.Rules;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>Every rule of the shipped pack, found and not listed: a new script gets these tests by being there.</summary>
[TestFixtureSource(typeof(Shipped), nameof(Shipped.Principles))]
public class RulesTests(Principle principle)
{
    private Rule Rule => principle.Rule ?? throw new AssertionException($"{principle.Fault}");

    [Test]
    public void The_page_is_recorded() =>
        Snapshot.VerifyFile(RulePage.Markdown(principle, ExampleRun.All(principle, Shipped.Pack)), Repository.PathOf(principle.Path[..^".csx".Length]), "md");

    [Test]
    public void Its_examples_get_their_verdicts_and_show_all_that_it_can_say() =>
        Assert.That(Tested().Faults, Is.Empty, () => string.Join("\n", Tested().Faults));

    [Test]
    public void Each_of_its_conditions_is_noticed_by_an_example_or_explained()
    {
        var test = Tested();
        test.Mutate(Shipped.Pack);
        Assert.That(test.Mutation!.Survivors, Is.Empty, () => string.Join("\n", test.Mutation.Survivors));
        Assert.That(test.Mutation.Noticed, Is.GreaterThan(20), "The rule was changed at all.");
    }

    [Test]
    public void Its_titles_and_reasons_say_something()
    {
        Assert.That(new[] { Rule.Title, Rule.Source, Rule.Why }.Concat(Rule.Findings.Select(kind => kind.Title)).Concat(Rule.Examples.Select(example => example.Title)), Has.All.Not.Empty);
        Assert.That(Rule.Examples.Select(example => example.Title), Is.Unique);
    }

    private RuleTest Tested() => RuleTest.Of(principle, Shipped.Pack, Repository.PathOf("rules"));
}
