using System.Globalization;
using System.Text;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting.Metering;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Engine;

/// <summary>The same proposal has the same verdicts, and costs the same, whenever, wherever and beside whatever it is checked.</summary>
public class DeterminismTests
{
    private static readonly byte[][] Proposals = [.. Shipped.Principles.SelectMany(principle => principle.Rule!.Examples).Select(example => Encoding.UTF8.GetBytes(example.Json))];

    [Test]
    public void Each_rule_says_the_same_of_each_example_twice_in_any_order_and_on_any_thread()
    {
        var first = Proposals.Select(Said).ToList();
        var order = Enumerable.Range(0, Proposals.Length).ToArray();
        new Random(7).Shuffle(order);
        var again = new string[Proposals.Length];
        foreach (var index in order)
            again[index] = Said(Proposals[index]);
        Assert.That(again, Is.EqualTo(first));
        var parallel = new string[Proposals.Length];
        Parallel.For(0, Proposals.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => parallel[index] = Said(Proposals[index]));
        Assert.That(parallel, Is.EqualTo(first));
    }

    // Counts follow from what is done alone: not from what was compiled in the meantime, nor from the collector.
    [Test]
    public void Each_rule_costs_the_same_every_time_and_however_the_file_is_laid_out()
    {
        foreach (var bytes in Proposals.Take(40))
        {
            var costs = Enumerable.Range(0, 5).Select(_ => Costs(bytes)).Append(Costs(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\r\n  ")))).ToList();
            Assert.That(costs.Distinct().Count(), Is.EqualTo(1), string.Join("\n", costs));
        }
    }

    [Test]
    public void A_culture_changes_nothing()
    {
        using var pack = new InventedPack().Add("set/IV1-culture.csx", Hostile.Script("Say(1234.5); Say($\"{1234.5:N1}\"); Say(1234.5.ToString()); Say(double.Parse(\"1.5\")); Say(string.Join(\" \", new[] { \"b\", \"A\", \"a\", \"B\" }.Order()));"));
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = ".";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = other;
            var result = pack.CheckOne("""{ "id": "a", "title": "A", "parties": [{ "id": "aland", "name": "Aland" }] }""");
            Assert.That(result.Findings.Single(finding => finding.Id == "IV180").Message, Is.EqualTo("1234.5 1,234.5 1234.5 1.5 A B a b"));
            Assert.That(CultureInfo.CurrentCulture, Is.SameAs(other), "The caller's own is left as it was.");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void An_arrangement_of_50_000_provisions_is_evaluated_by_every_rule()
    {
        var articles = string.Join(",\n", Enumerable.Range(0, 5000).Select(article =>
            $$"""{ "number": "{{article}}", "provisions": [{{string.Join(", ", Enumerable.Range(0, 10).Select(number => Kind(article + number)))}}] }"""));
        var result = Shipped.Check($$"""
            { "id": "large", "title": "Large", "completeness": "full", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "threats": [{ "id": "flood", "kind": "natural-disaster" }], "articles": [{{articles}}] }
            """);
        Assert.That(result.Principles.Select(principle => principle.Fault?.Message), Is.All.Null);

        static string Kind(int number) => (number % 5) switch
        {
            0 => """{ "kind": "trade", "obligors": ["aland"] }""",
            1 => """{ "kind": "consultation", "trigger": "crisis", "addresses": ["flood"] }""",
            2 => """{ "kind": "defense", "trigger": "armed-attack", "binding": false }""",
            3 => """{ "kind": "nonaggression" }""",
            _ => """{ "kind": "coercive-measures", "against": { "kind": "named-state", "names": ["Syldavia"] } }""",
        };
    }

    private static string Said(byte[] bytes)
    {
        var result = (ProposalResult)Shipped.Checker.Check(ProposalFile.Read("a.json", bytes), "a.json");
        return string.Join("\n", result.Principles.Select(principle =>
            $"{principle.Id} {principle.Verdict} {principle.Fault?.Message} {string.Join("; ", principle.Findings.Select(finding => $"{finding.Id} {finding.Limb} {finding.Address} {finding.Message}"))}"));
    }

    private static string Costs(byte[] bytes)
    {
        var arrangement = ProposalFile.Read("a.json", bytes).Arrangement!;
        arrangement.Registry = Shipped.Pack.Registry;
        var budget = Budget.Of(arrangement);
        return $"{budget} {string.Join(", ", Shipped.Principles.Select(principle => Cost(principle, arrangement, budget)))}";
    }

    private static string Cost(Principle principle, Arrangement arrangement, Budget budget)
    {
        var meter = Meter.Start(budget);
        try
        {
            foreach (var check in principle.Rule!.Limbs.Count > 0 ? principle.Rule.Limbs.SelectMany(limb => limb.Checks) : principle.Rule.Checks)
                Assert.That(check(arrangement).Count(), Is.GreaterThanOrEqualTo(0));
            return $"{principle.Id} {meter.Steps} {meter.Bytes}";
        }
        finally
        {
            meter.Stop();
        }
    }
}
