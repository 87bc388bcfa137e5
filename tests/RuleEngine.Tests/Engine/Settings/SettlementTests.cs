using CsCheck;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Engine.Settings;


/// <summary>How loud findings are and who has accepted them: said by configurations and baselines, and never a matter of truth.</summary>
public class SettlementTests
{
    private static readonly string Folder = Path.GetFullPath("/work");

    private static readonly DateOnly Today = new(2026, 6, 1);

    [Test]
    public void Waivers_and_baselines_survive_another_layout_and_an_article_inserted_above() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, style) =>
        {
            var before = Check(proposal.ToString());
            var settings = Configured(new JObject { ["waivers"] = new JArray(before.Findings.Where(IsAgainst).Select(finding => Waiver(finding))) });
            var baseline = Written.AsBaseline(before);
            if (proposal["articles"] is JArray articles)
                articles.Insert(0, new JObject { ["number"] = "preamble", ["provisions"] = new JArray() });
            var after = Check(JsonStyles.Restyled(proposal, style));
            Assert.That(Unaccepted(new Settlement(Today, null).Settle(after, FileOf(after), settings)).Select(finding => $"{finding.Id} {finding.Address} {finding.Message}"), Is.Empty);
            var settlement = new Settlement(Today, baseline);
            Assert.That(Unaccepted(settlement.Settle(after, FileOf(after), EffectiveSettings.None)), Is.Empty);
            Assert.That(settlement.Notices(), Is.Empty);
        });

    [Test]
    public void A_configuration_changes_no_verdict_and_loses_no_finding() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, seed) =>
        {
            var result = Check(proposal.ToString());
            var settled = new Settlement(Today, Written.AsBaseline(result)).Settle(result, FileOf(result), Configured(AnySeverities(new Random(seed))));
            Assert.That(settled.Verdict, Is.EqualTo(result.Verdict));
            Assert.That(settled.Principles.Select(principle => principle.Verdict), Is.EqualTo(result.Principles.Select(principle => principle.Verdict)));
            Assert.That(settled.Findings.Select(finding => (finding.Id, finding.Message, finding.Location)), Is.EqualTo(result.Findings.Select(finding => (finding.Id, finding.Message, finding.Location))));
            Assert.That(settled.Findings.Where(finding => finding.Severity == Severity.None && finding.Role == Role.Violation), Is.Empty);
        });

    [TestCase("2026-05-31", false)]
    [TestCase("2026-06-01", true)]
    [TestCase("2026-06-02", true)]
    public void A_waiver_holds_on_its_last_day_and_not_after(string expires, bool holds)
    {
        var settlement = new Settlement(Today, null);
        var settled = settlement.Settle(Pledging(), FileOf(Pledging()), Configured(new JObject { ["waivers"] = new JArray(Waiver(Pledge(), expires)) }));
        Assert.That(settled.Findings.Single(finding => finding.Id == "FA201").FailsRun, Is.EqualTo(!holds));
        Assert.That(settlement.Notices().Select(notice => notice.Kind.Id), Is.EqualTo(holds ? [] : new[] { "CF031" }));
    }

    [TestCase("limb", "targeting", "CF033")]
    [TestCase("limb", null, null)]
    [TestCase("proposal", "another", "CF033")]
    [TestCase("proposal", null, null)]
    [TestCase("path", "b.json", "CF033")]
    [TestCase("path", "*.json", null)]
    [TestCase("path", "**", null)]
    [TestCase("path", "drafts/**", "CF033")]
    [TestCase("address", "/articles[2]/provisions[defense]", "CF033")]
    [TestCase("content", "0123456789abcdef", "CF032")]
    [TestCase("content", null, "CF032")]
    public void A_waiver_accepts_exactly_what_it_names(string property, string? value, string? notice)
    {
        var waiver = Waiver(Pledge());
        if (value is null)
            waiver.Remove(property);
        else
            waiver[property] = value;
        var settlement = new Settlement(Today, null);
        var settled = settlement.Settle(Pledging(), FileOf(Pledging()), Configured(new JObject { ["waivers"] = new JArray(waiver) }));
        Assert.That(settled.Findings.Single(finding => finding.Id == "FA201").Waived?.Owner, Is.EqualTo(notice is null ? "Anna" : null));
        Assert.That(settlement.Notices().Select(each => each.Kind.Id), Is.EqualTo(notice is null ? [] : new[] { notice }));
    }

    [Test]
    public void Another_clause_of_the_same_kind_is_not_accepted_in_its_stead()
    {
        var other = Check(PledgeText.Replace("\"defense\"", "\"defense\", \"trigger\": \"unconditional\""));
        var settled = new Settlement(Today, Written.AsBaseline(Pledging())).Settle(other, FileOf(other), Configured(new JObject { ["waivers"] = new JArray(Waiver(Pledge())) }));
        Assert.That(settled.Findings.Single(finding => finding.Id == "FA201").Waived, Is.Null);
    }

    [Test]
    public void A_waiver_that_another_one_stands_in_for_is_noticed_as_such()
    {
        var stale = Waiver(Pledge());
        stale["content"] = "0123456789abcdef";
        var settlement = new Settlement(Today, null);
        settlement.Settle(Pledging(), FileOf(Pledging()), Configured(new JObject { ["waivers"] = new JArray(stale, Waiver(Pledge())) }));
        Assert.That(settlement.Notices().Select(notice => $"{notice.Kind.Id} {notice.Message}"),
            Is.EqualTo(new[] { "CF033 Another waiver accepts FA201 at /articles[1]/provisions[defense] as it stands now; this one can go." }));
    }

    [Test]
    public void A_waiver_of_another_proposal_in_the_one_file_that_it_names_is_noticed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", "");
        var waiver = Waiver(Pledge());
        waiver["proposal"] = "former";
        var settlement = new Settlement(Today, null);
        settlement.Settle(Pledging(), Path.Combine(folder.Path, "a.json"), Configured(new JObject { ["waivers"] = new JArray(waiver) }, folder.Path));
        Assert.That(settlement.Notices().Select(notice => notice.Kind.Id), Is.EqualTo(new[] { "CF033" }));
    }

    [TestCase("!?a[1].json", "**a*1*.json")]
    [TestCase("drafts/!a.json", "drafts/!a.json")]
    public void The_glob_of_a_path_means_the_path(string path, string glob)
    {
        Assert.That(Globs.Escaped(path), Is.EqualTo(glob.Replace("**", "*")));
        Assert.That(new Globs([Globs.Escaped(path)], Folder).Match(Path.Combine(Folder, path)), Is.True);
    }

    [Test]
    public void A_waiver_of_the_parties_holds_for_these_parties_only()
    {
        ProposalResult Between(string other) => Check($$"""
            { "id": "a", "title": "A", "accession": "closed", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "{{other}}" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }] }
            """);
        var finding = Between("Y").Findings.First(each => each.Address == "/parties" && IsAgainst(each));
        var settled = new Settlement(Today, null).Settle(Between("Z"), FileOf(Pledging()), Configured(new JObject { ["waivers"] = new JArray(Waiver(finding)) }));
        Assert.That(settled.Findings.First(each => each.Id == finding.Id && each.Address == "/parties").Waived, Is.Null);
    }

    [Test]
    public void What_is_about_another_clause_since_the_baseline_is_new_and_not_gone()
    {
        var settlement = new Settlement(Today, Written.AsBaseline(Pledging()));
        var other = Check(PledgeText.Replace("\"defense\"", "\"defense\", \"trigger\": \"unconditional\""));
        Assert.That(Unaccepted(settlement.Settle(other, FileOf(other), EffectiveSettings.None)).Select(finding => finding.Id), Has.Some.EqualTo("FA201"));
        Assert.That(settlement.Notices().Select(notice => notice.Message), Has.None.Contain("FA201"));
    }

    [Test]
    public void A_waiver_of_files_that_were_not_checked_is_not_noticed_while_they_are_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.json", "");
        var waiver = Waiver(Pledge());
        waiver["path"] = "b.json";
        var settlement = new Settlement(Today, null);
        settlement.Settle(Pledging(), Path.Combine(folder.Path, "a.json"), Configured(new JObject { ["waivers"] = new JArray(waiver) }, folder.Path));
        Assert.That(settlement.Notices(), Is.Empty);
    }

    [TestCase("""{ "FA201": "warning" }""", "warning")]
    [TestCase("""{ "FA2": "info" }""", "info")]
    [TestCase("""{ "five-always": "warning" }""", "warning")]
    [TestCase("""{ "five-always": "warning", "FA2": "info", "FA201": "error" }""", "error")]
    [TestCase("""{ "FA2": "info", "five-always": "warning" }""", "info")]
    [TestCase("""{ "FA2": "none" }""", "error")]
    [TestCase("""{ "FA2": "none", "five-always": "warning" }""", "warning")]
    [TestCase("""{ "FA1": "info" }""", "error")]
    public void The_nearest_word_says_how_loud_a_violation_is(string severity, string expected) =>
        Assert.That(Settled(new JObject { ["severity"] = JObject.Parse(severity) }, "FA201").Severity.Text, Is.EqualTo(expected));

    [TestCase("""{ "five-always": "none" }""", "none")]
    [TestCase("""{ "FA2": "error" }""", "none")]
    [TestCase("""{ "FA284": "info" }""", "info")]
    public void A_support_is_loud_by_its_own_id_only(string severity, string expected) =>
        Assert.That(Settled(new JObject { ["severity"] = JObject.Parse(severity) }, "FA284", """{ "kind": "no-targeting" }""").Severity.Text, Is.EqualTo(expected));

    [TestCase("a.json", "info")]
    [TestCase("b.json", "warning")]
    [TestCase("**/a.json", "info")]
    public void An_override_has_the_last_word_in_the_files_that_it_names(string path, string expected)
    {
        var settings = new JObject
        {
            ["severity"] = new JObject { ["FA201"] = "warning" },
            ["overrides"] = new JArray(
                new JObject { ["paths"] = new JArray(path), ["severity"] = new JObject { ["FA2"] = "error" } },
                new JObject { ["paths"] = new JArray(path), ["severity"] = new JObject { ["five-always"] = "info" } }),
        };
        Assert.That(Settled(settings, "FA201").Severity.Text, Is.EqualTo(expected));
    }

    [Test]
    public void A_baseline_accepts_as_many_as_there_were()
    {
        var two = Check(PledgeText.Replace("""{ "kind": "defense" }""", """{ "kind": "defense" }, { "kind": "defense" }"""));
        var settlement = new Settlement(Today, Written.AsBaseline(Pledging()));
        Assert.That(Unaccepted(settlement.Settle(two, FileOf(two), EffectiveSettings.None)).Select(finding => finding.Address), Is.All.StartsWith("/articles[1]/provisions[defense#2]").And.Not.Empty);
    }

    [Test]
    public void What_has_gone_since_the_baseline_is_noticed_of_the_proposals_that_were_checked()
    {
        var settlement = new Settlement(Today, Written.AsBaseline(Pledging()));
        var mended = Check(PledgeText.Replace("defense", "trade"));
        settlement.Settle(mended, FileOf(mended), EffectiveSettings.None);
        Assert.That(settlement.Notices().Select(notice => $"{notice.Kind.Id} {notice.Message}"), Has.Some.EqualTo("CF034 Gone since the baseline: FA201 at /articles[1]/provisions[defense] of a."));
        var other = Check(PledgeText.Replace("\"a\"", "\"other\""));
        var unasked = new Settlement(Today, Written.AsBaseline(Pledging()));
        unasked.Settle(other, FileOf(other), EffectiveSettings.None);
        Assert.That(unasked.Notices(), Is.Empty);
    }

    [Test]
    public void A_gap_that_is_waived_leaves_the_verdict_undetermined_and_fails_no_run()
    {
        var result = Check("""{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }] }""");
        var principle = result.Principles.First(each => each.Verdict == Verdict.Undetermined);
        var waivers = new JArray(principle.Findings.Where(IsAgainst).Select(finding => Waiver(finding)));
        var settled = new Settlement(Today, null).Settle(result, FileOf(result), Configured(new JObject { ["waivers"] = waivers })).Principles.Single(each => each.Id == principle.Id);
        Assert.That((settled.Verdict, settled.FailsRun(FailOn.Undetermined), principle.FailsRun(FailOn.Undetermined)), Is.EqualTo((Verdict.Undetermined, false, true)));
    }

    private const string PledgeText = """
        { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }],
          "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    private static ProposalResult Pledging() => Check(PledgeText);

    private static ReportedFinding Pledge() => Pledging().Findings.Single(finding => finding.Id == "FA201");

    private static ReportedFinding Settled(JObject configuration, string id, string provision = """{ "kind": "defense" }""")
    {
        var result = Check(PledgeText.Replace("""{ "kind": "defense" }""", provision));
        return new Settlement(Today, null).Settle(result, FileOf(result), Configured(configuration)).Findings.First(finding => finding.Id == id);
    }

    private static ProposalResult Check(string json) => Shipped.Check(json);

    private static string FileOf(ProposalResult result) => Path.Combine(Folder, result.Path);

    private static bool IsAgainst(ReportedFinding finding) => finding.Role != Role.Support;

    private static IEnumerable<ReportedFinding> Unaccepted(ProposalResult result) => result.Findings.Where(finding => IsAgainst(finding) && finding.Waived is null);

    private static JObject Waiver(ReportedFinding finding, string expires = "2026-06-01")
    {
        var waiver = new JObject { ["id"] = finding.Id, ["path"] = "a.json", ["address"] = finding.Address, ["reason"] = "Why", ["owner"] = "Anna", ["expires"] = expires };
        if (finding.Limb is { } limb)
            waiver["limb"] = limb;
        if (finding.Content is { } content)
            waiver["content"] = content;
        return waiver;
    }

    private static JObject AnySeverities(Random random)
    {
        var severity = new JObject();
        foreach (var principle in Shipped.Principles)
        {
            severity[principle.Id] = Severity.All[random.Next(4)].Text;
            severity[principle.Set] = Severity.All[random.Next(4)].Text;
            foreach (var kind in principle.Rule!.Findings.Where(_ => random.Next(3) == 0))
                severity[kind.Id] = Severity.All[random.Next(3)].Text;
        }

        return new JObject { ["severity"] = severity };
    }

    private static EffectiveSettings Configured(JObject configuration, string? folder = null)
    {
        var faults = new List<RuleEngine.Model.Faults.Fault>();
        var read = ConfigurationFile.Read("ruleengine.json", configuration.Bytes(), faults);
        Assert.That(faults, Is.Empty);
        return new EffectiveSettings([new Layer(read!, folder ?? Folder)]);
    }
}
