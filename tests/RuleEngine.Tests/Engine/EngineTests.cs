using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Engine;

/// <summary>The engine on rules invented for it.</summary>
public class EngineTests
{
    private const string Violating = "yield return arrangement.Report(Wrong, \"Wrong.\");";
    private const string Open = "yield return arrangement.Report(Open, \"Open.\");";
    private const string Supporting = "yield return arrangement.Report(Right, \"Right.\");";
    private const string Concerned = "yield return arrangement.Report(Odd, \"Odd.\");";
    private const string Partial = """{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }] }""";
    private const string EmptyFull = """{ "id": "a", "title": "A", "completeness": "full", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [] }] }""";

    [TestCase(Violating + Open + Supporting + Concerned, "violated")]
    [TestCase(Open + Supporting + Concerned, "undetermined")]
    [TestCase(Supporting + Concerned, "upheld")]
    [TestCase(Concerned, "undetermined")]
    [TestCase("", "undetermined")]
    public void The_first_role_that_is_there_decides(string statements, string verdict)
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(statements));
        Assert.That(pack.CheckOne(Partial).Verdict.Text, Is.EqualTo(verdict));
    }

    [TestCase("", "IV169")]
    [TestCase(Concerned, "IV169,IV170")]
    [TestCase(Supporting, "IV180")]
    public void Silence_is_a_gap(string statements, string ids)
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(statements));
        Assert.That(pack.CheckOne(Partial).Findings.Select(finding => finding.Id), Is.EqualTo(ids.Split(',')));
    }

    [Test]
    public void Each_silent_limb_is_a_gap_of_its_own_at_the_roots_brace()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Supporting, "Limbs = [Limb(\"one\", Look), Limb(\"two\", Nothing), Limb(\"three\", Nothing)],")
            + "\nIEnumerable<Finding> Nothing(Arrangement arrangement) => [];");
        var silent = pack.CheckOne(Partial).Findings.Where(finding => finding.Id == "IV169").ToList();
        Assert.That(silent.Select(finding => (finding.Limb, finding.Location.Line, finding.Location.Column, finding.Location.Pointer)), Is.EqualTo(new[] { ("three", 1, 1, ""), ("two", 1, 1, "") }));
    }

    [Test]
    public void A_full_text_without_provisions_is_a_gap_where_one_would_stand()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Supporting));
        var result = pack.CheckOne(EmptyFull);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Undetermined));
        Assert.That(result.Findings.Select(finding => (finding.Id, finding.Location.Pointer, finding.Location.Missing)), Is.EquivalentTo(new[] { ("IV180", "", false), ("IV167", "/articles/-", true) }));
    }

    [Test]
    public void A_violation_stands_in_a_full_text_without_provisions()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Violating));
        Assert.That(pack.CheckOne(EmptyFull).Verdict, Is.EqualTo(Verdict.Violated));
    }

    [Test]
    public void A_rule_that_does_not_apply_decides_nothing()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Violating, "AppliesTo = arrangement => arrangement.Parties.Count > 1, Checks = [Look],"));
        var result = (ProposalResult)pack.Check(Partial);
        Assert.That(result.Principles.Single().Verdict, Is.EqualTo(Verdict.NotApplicable));
        Assert.That(result.Principles.Single().Findings, Is.Empty);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.NotApplicable));
    }

    [Test]
    public void A_rule_that_would_apply_if_all_provisions_bound_says_so_in_a_concern()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Violating, "AppliesTo = arrangement => arrangement.HasPledge, Checks = [Look],"));
        var result = pack.CheckOne("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "binding": false }] }] }
            """);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.NotApplicable));
        Assert.That(result.Findings.Select(finding => (finding.Id, finding.Message)), Is.EqualTo(new[]
        {
            ("IV179", "Article 1 (defense) does not bind and counts for nothing; if bound: the principle would apply; added IV101 at the whole."),
        }));
    }

    [Test]
    public void A_rule_that_would_not_apply_if_all_provisions_bound_says_so_in_a_concern()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Violating, "AppliesTo = arrangement => !arrangement.HasPledge, Checks = [Look],"));
        var result = pack.CheckOne("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "defense", "binding": false }] }] }
            """);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Violated));
        Assert.That(result.Findings.Single(finding => finding.Id == "IV179").Message, Does.EndWith("if bound: the principle would not apply; gone IV101 at the whole."));
    }

    [TestCase("int zero = arrangement.Stakes.Count;\nif (1 / zero > 0) ", "RP007", 15)]
    [TestCase("yield return arrangement.Report(Violation(\"IV102\", \"undeclared\"), \"\");", "RP008", null)]
    public void A_rule_that_fails_is_an_error_for_its_principle_only(string statements, string id, int? line)
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(statements)).Add("set/IV2-y.csx", InventedPack.Script("").Replace("IV1", "IV2"));
        var result = (ProposalResult)pack.Check(Partial);
        Assert.That(result.Principles.Select(principle => principle.Verdict), Is.EqualTo(new[] { Verdict.Error, Verdict.Undetermined }));
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Error));
        var fault = result.Principles[0].Fault!;
        Assert.That((fault.Kind.Id, fault.Path, fault.Location?.Line), Is.EqualTo((id, "pack/set/IV1-x.csx", line)));
    }

    [Test]
    public void A_rule_that_does_not_compile_stays_in_the_report()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", "return nothing;").Add("set/IV2-y.csx", InventedPack.Script("").Replace("IV1", "IV2"));
        var result = (ProposalResult)pack.Check(Partial);
        Assert.That(result.Principles.Select(principle => (principle.Id, principle.Verdict)), Is.EqualTo(new[] { ("IV1", Verdict.Error), ("IV2", Verdict.Undetermined) }));
        Assert.That(result.Principles[0].Fault!.Kind.Id, Is.EqualTo("RP001"));
    }

    [Test]
    public void Provisions_that_do_not_bind_count_for_nothing_and_what_they_would_change_is_one_concern()
    {
        const string tradeIsRight = "foreach (var trade in arrangement.Provisions.Where(provision => provision.Is(Trade)))\n yield return trade.Report(Right, \"Trade.\");";
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(tradeIsRight));
        var result = pack.CheckOne("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [
              { "kind": "energy", "binding": false }, { "kind": "trade", "binding": false } ] }] }
            """);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Undetermined));
        var concern = result.Findings.Single(finding => finding.Id == "IV179");
        Assert.That(concern.Location.Address, Is.EqualTo("/articles[1]/provisions[energy]"));
        Assert.That(concern.Related.Select(related => related.Location.Address), Is.EqualTo(new[] { "/articles[1]/provisions[trade]" }));
        Assert.That(concern.Message, Is.EqualTo("2 provisions do not bind and count for nothing; if bound: added IV180 at /articles[1]/provisions[trade]; gone IV169 at the whole."));
    }

    [Test]
    public void Provisions_that_do_not_bind_and_would_change_nothing_are_no_concern()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(Supporting));
        var result = pack.CheckOne("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }], "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "binding": false }] }] }
            """);
        Assert.That(result.Findings.Select(finding => finding.Id), Is.EqualTo(new[] { "IV180" }));
    }

    [Test]
    public void Findings_are_in_the_order_of_offset_id_limb_and_message()
    {
        const string unordered = """
            yield return arrangement.At.Title.Report(Right, "b");
            yield return arrangement.At.Title.Report(Right, "a");
            yield return arrangement.At.Title.Report(Wrong, "c");
            yield return arrangement.Report(Right, "d");
            """;
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(unordered));
        Assert.That(pack.CheckOne(Partial).Findings.Select(finding => finding.Message), Is.EqualTo(new[] { "d", "c", "a", "b" }));
    }

    [Test]
    public void Findings_of_one_id_at_one_place_are_in_the_order_of_limbs_before_messages()
    {
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script("yield return arrangement.Report(Right, \"a\");", "Limbs = [Limb(\"second\", Look), Limb(\"first\", Other)],")
            + "\nIEnumerable<Finding> Other(Arrangement arrangement) => [arrangement.Report(Right, \"b\")];");
        Assert.That(pack.CheckOne(Partial).Findings.Select(finding => finding.Message), Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public void The_registry_is_bound_and_an_alias_is_the_same_body()
    {
        const string registered = "foreach (var institution in arrangement.Institutions)\n yield return institution.Report(Right, $\"{institution.Id} {institution.Registered?.Name ?? \"?\"} {institution}\");";
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(registered)).Add("institutions.json", """
            { "institutions": [{ "id": "river-council", "name": "River Council", "founded": 1990, "domains": ["environment"], "aliases": ["RC"] }] }
            """);
        var result = pack.CheckOne("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }],
              "institutions": [{ "id": "RC" }, { "id": "other" }, { "id": "river-council", "name": "Another", "new": true, "domain": "political" }] }
            """);
        Assert.That(result.Findings.Select(finding => finding.Message), Is.EqualTo(new[] { "RC River Council River Council", "other ? other", "river-council ? Another" }));
    }

    [Test]
    public void A_finding_carries_the_clauses_own_note_and_the_nearest_source()
    {
        const string trades = "foreach (var trade in arrangement.Provisions)\n yield return trade.At.Kind.Report(Right, \"Trade.\");";
        using var pack = new InventedPack().Add("set/IV1-x.csx", InventedPack.Script(trades));
        var result = pack.CheckOne("""
            { "id": "a", "title": "A", "note": "of the whole", "source": { "title": "Journal", "page": "3", "url": "https://example.org" }, "parties": [{ "id": "x", "name": "X" }],
              "articles": [
                { "number": "1", "note": "of the article", "provisions": [{ "kind": "trade" }, { "kind": "trade", "note": "of the clause", "source": { "title": "Annex" } }] },
                { "number": "2", "source": { "title": "Protocol" }, "provisions": [{ "kind": "trade" }] } ] }
            """);
        Assert.That(result.Findings.Select(finding => (finding.Note, finding.Source)), Is.EqualTo(new[]
        {
            ("of the article", "Journal, 3 <https://example.org>"), ("of the clause", "Annex"), (null, "Protocol"),
        }));
    }

    // The second run takes every provision as binding; what the model has answered in the first must not answer for it, nor the other way round.
    [Test]
    public void What_binds_is_asked_anew_in_each_run_and_each_check()
    {
        using var pack = new InventedPack().Add("set/IV1-gains.csx", InventedPack.Script("""
            foreach (var party in arrangement.Parties)
                {
                    if (arrangement.GainOf(party) is { } gain)
                        yield return gain.Report(Right, $"{party} gains.");
                }
            """));
        var file = RuleEngine.Parsing.ProposalFile.Read("a.json", System.Text.Encoding.UTF8.GetBytes("""
            { "id": "a", "title": "A", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade", "binding": false }] }] }
            """));
        var checker = new Checker(pack.Pack, withExcerpts: false);
        for (var time = 0; time < 3; time++)
        {
            var principle = ((ProposalResult)checker.Check(file, "a.json")).Principles.Single();
            Assert.That(principle.Verdict, Is.EqualTo(Verdict.Undetermined));
            Assert.That(principle.Findings.Select(finding => finding.Id), Is.EqualTo(new[] { "IV169", "IV179" }));
            Assert.That(principle.Findings[1].Message, Does.Contain("added IV180 at /articles[1]/provisions[trade]; gone IV169 at the whole"));
        }
    }
}
