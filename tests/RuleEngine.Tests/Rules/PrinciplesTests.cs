using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>What holds of the rules together, over generated arrangements.</summary>
public class PrinciplesTests
{
    [Test]
    public void One_arrangement_upholds_all_nine()
    {
        var result = Shipped.Check(File.ReadAllText(Repository.PathOf("rules/models/river-compact.json")));
        Assert.That(result.Principles.Where(principle => principle.Set != "quasi-alliance").Select(principle => $"{principle.Id} {principle.Verdict}"), Has.All.EndsWith(" upheld").And.Exactly(9).Items);
        Assert.That(result.Principles.Where(principle => principle.Set == "quasi-alliance").Select(principle => principle.Verdict), Has.All.EqualTo(Verdict.NotApplicable).And.Exactly(5).Items);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Upheld), "What does not apply changes no verdict of the whole.");
    }

    [Test]
    public void An_alliance_upholds_the_five_questions_and_not_two_of_the_nine()
    {
        var json = File.ReadAllText(Repository.PathOf("rules/models/mountain-guard.json"));
        var result = Shipped.Check(json);
        Assert.That(result.Alignment!.Kind, Is.EqualTo(AlignmentKind.Alliance));
        Assert.That(result.Principles.Where(principle => principle.Verdict != Verdict.Upheld).Select(principle => $"{principle.Id} {principle.Verdict}"), Is.EqualTo(new[] { "EF1 undetermined", "FA2 violated" }));
        Assert.That((string?)JObject.Parse(json)["note"], Does.Contain("(FA2)").And.Contain("(EF1)"));
    }

    [Test]
    public void A_quasi_alliance_upholds_all_fourteen()
    {
        var result = Shipped.Check(File.ReadAllText(Repository.PathOf("rules/models/lake-compact.json")));
        Assert.That(result.Alignment!.Kind, Is.EqualTo(AlignmentKind.QuasiAlliance));
        Assert.That(result.Principles.Select(principle => $"{principle.Id} {principle.Verdict}"), Has.All.EndsWith(" upheld").And.Exactly(14).Items);
    }

    [Test]
    public void A_pledge_that_does_not_bind_makes_no_alliance_and_the_five_say_that_they_would_apply()
    {
        var result = Shipped.Check("""
            { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }], "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "defense", "binding": false }] }] }
            """);
        Assert.That((result.Alignment!.Kind, result.Alignment.Because), Is.EqualTo((AlignmentKind.Partnership, new[] { "/articles/0/provisions/0" })));
        var five = result.Principles.Where(principle => principle.Set == "quasi-alliance").ToList();
        Assert.That(five.Select(principle => principle.Verdict), Has.All.EqualTo(Verdict.NotApplicable).And.Exactly(5).Items);
        Assert.That(five.Select(principle => principle.Findings.Single().Message), Has.All.StartsWith("Article 1 (defense) does not bind and counts for nothing; if bound: the principle would apply; added QA"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void As_many_parties_as_there_are_states_stay_within_every_budget(bool areNamed)
    {
        var random = new Random(1);
        var ids = Enumerable.Range(0, 193).Select(number => $"p{number}").ToArray();
        string One(params string[] words) => words[random.Next(words.Length)];
        JArray Half()
        {
            random.Shuffle(ids);
            return new JArray(ids.Take(97));
        }

        var proposal = new JObject
        {
            ["id"] = "big",
            ["title"] = "Big",
            ["completeness"] = "full",
            ["parties"] = new JArray(ids.Select(id => new JObject { ["id"] = id, ["name"] = id, ["conflicts"] = new JArray(new JObject { ["with"] = "Vulgaria", ["status"] = One("ongoing-war", "armed-clashes", "dispute") }) })),
            ["threats"] = new JArray(Enumerable.Range(0, 20).Select(number => new JObject
            {
                ["id"] = $"t{number}", ["kind"] = "containment", ["actor"] = new JObject { ["kind"] = "unnamed-state" },
                ["exposure"] = new JObject(ids.Select(id => new JProperty(id, One("none", "low", "moderate", "high")))),
            })),
            ["stakes"] = new JArray(Enumerable.Range(0, 600).Select(number => new JObject { ["party"] = ids[number % ids.Length], ["kind"] = One("gain", "cost", "risk"), ["level"] = One("low", "moderate", "high") })),
            ["articles"] = new JArray(Enumerable.Range(0, 200).Select(number =>
            {
                var provision = new JObject { ["kind"] = One("defense", "liquidity-support", "reserve-pooling", "force-contribution", "trade"), ["trigger"] = "crisis", ["addresses"] = new JArray($"t{number % 20}") };
                if (areNamed)
                    (provision["obligors"], provision["beneficiaries"]) = (Half(), Half());
                return new JObject { ["number"] = $"{number}", ["provisions"] = new JArray(provision) };
            })),
        };
        Assert.That(Shipped.Check(proposal.ToString()).Principles.Where(principle => principle.Verdict == Verdict.Error).Select(principle => principle.Fault!.Message), Is.Empty);
    }

    [Test]
    public void The_pairs_that_pull_against_each_other_are_recorded()
    {
        var results = ArrangementsTests.Files.Select(name => Shipped.Check(File.ReadAllText(Repository.PathOf("rules/examples/" + name)))).ToList();
        var page = new StringBuilder($"# Principles together\n\nOver the {results.Count} real arrangements in `examples`: how often both of a pair are upheld, both violated, and one upheld while the other is violated.\n\n| pair | both upheld | both violated | first upheld, second violated | first violated, second upheld |\n|---|---|---|---|---|\n");
        var ids = Shipped.Principles.Select(principle => principle.Id).ToList();
        for (var one = 0; one < ids.Count; one++)
        {
            for (var other = one + 1; other < ids.Count; other++)
            {
                int Count(Verdict first, Verdict second) => results.Count(result => result.Principles[one].Verdict == first && result.Principles[other].Verdict == second);
                page.Append($"| {ids[one]} {ids[other]} | {Count(Verdict.Upheld, Verdict.Upheld)} | {Count(Verdict.Violated, Verdict.Violated)} | {Count(Verdict.Upheld, Verdict.Violated)} | {Count(Verdict.Violated, Verdict.Upheld)} |\n");
            }
        }

        Snapshot.VerifyFile(page.ToString(), Repository.PathOf("rules/conflicts"), "md");
    }

    [Test]
    public void The_order_of_articles_provisions_parties_and_properties_changes_no_verdict() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, seed) =>
            Assert.That(Verdicts(Reordered(proposal, new Random(seed))), Is.EqualTo(Verdicts(proposal))));

    [Test]
    public void A_provision_added_removes_no_violation_that_another_makes_by_itself() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, seed) =>
        {
            var more = Proposals.Make(seed);
            var added = (JObject)proposal.DeepClone();
            var articles = (JArray?)added["articles"] ?? [];
            added["articles"] = articles;
            foreach (var article in (JArray?)more["articles"] ?? [])
                articles.Add(new JObject((JObject)article) { ["number"] = $"added {article["number"]}" });
            Assert.That(ViolationsAtProvisions(added), Is.SupersetOf(ViolationsAtProvisions(proposal)));
        });

    [Test]
    public void A_full_text_without_provisions_upholds_no_principle() =>
        Proposals.Valid.Sample(proposal =>
        {
            proposal["completeness"] = "full";
            foreach (var article in (JArray?)proposal["articles"] ?? [])
                article["provisions"] = new JArray();
            Assert.That(Shipped.Check(proposal.ToString()).Principles.Select(principle => principle.Verdict), Has.None.EqualTo(Verdict.Upheld));
        });

    [Test]
    public void Labels_undo_no_violation() =>
        Gen.Select(Proposals.Valid, Gen.Int[0, 5]).Sample((proposal, form) =>
        {
            var relabelled = (JObject)proposal.DeepClone();
            relabelled["title"] = "Declaration of friendship, which is no alliance";
            relabelled["form"] = new[] { "treaty", "executive-agreement", "memorandum", "joint-statement", "charter", "concept" }[form];
            var articles = (JArray?)relabelled["articles"] ?? [];
            relabelled["articles"] = articles;
            articles.Add(JObject.Parse("""{ "number": "disclaimer", "provisions": [{ "kind": "no-targeting" }, { "kind": "no-hostile-alignment" }] }"""));
            Assert.That(Violated(relabelled), Is.SupersetOf(Violated(proposal)));
        });

    [Test]
    public void A_provision_that_does_not_bind_gives_the_findings_of_the_text_without_it() =>
        Gen.Select(Proposals.Valid.Where(proposal => proposal.SelectTokens("articles[*].provisions[*]").Count() > 1), Gen.Int).Sample((proposal, seed) =>
        {
            foreach (var each in proposal.SelectTokens("articles[*].provisions[*]").Cast<JObject>())
                each.Remove("binding");
            var without = (JObject)proposal.DeepClone();
            var provisions = proposal.SelectTokens("articles[*].provisions[*]").ToList();
            // The last of its article, so that no other provision's address counts it.
            var last = provisions.GroupBy(provision => provision.Parent).Select(article => article.Last()).ToList();
            var path = last[new Random(seed).Next(last.Count)].Path;
            ((JObject)proposal.SelectToken(path)!)["binding"] = false;
            without.SelectToken(path)!.Remove();
            Assert.That(Facts(proposal), Is.EquivalentTo(Facts(without)));
        });

    [Test]
    public void Parties_renamed_change_names_in_messages_and_nothing_else() =>
        Proposals.Valid.Sample(proposal =>
        {
            var renamed = JObject.Parse(proposal.ToString().Replace("\"Aland\"", "\"Zemlja\""));
            Assert.That(Facts(renamed), Is.EquivalentTo(Facts(proposal).Select(fact => fact.Replace("Aland", "Zemlja"))));
        });

    [Test]
    public void Mirrored_one_way_clauses_make_one_mutual_obligation()
    {
        static string Json(string provisions) => $$"""
            { "id": "a", "title": "A", "accession": "open", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }], "articles": [{ "number": "1", "provisions": [{{provisions}}] }] }
            """;
        const string one = """{ "kind": "defense", "obligors": ["x"], "beneficiaries": ["y"] }""";
        const string other = """{ "kind": "defense", "obligors": ["y"], "beneficiaries": ["x"] }""";
        Assert.That(Ids(Json(one)), Does.Contain("FA507"));
        Assert.That(Ids(Json(one + ", " + other)), Does.Not.Contain("FA507"));
    }

    [Test]
    public void An_obligation_is_asymmetric_exactly_when_all_its_clauses_together_leave_a_party_out() =>
        Proposals.Valid.Sample(proposal =>
        {
            string[] kinds = ["defense", "offense", "neutrality", "nonaggression", "consultation", "basing"];
            var asymmetric = proposal.SelectTokens("articles[*].provisions[*]")
                .Where(provision => provision.Value<bool?>("binding") != false && kinds.Contains(provision.Value<string>("kind")))
                .GroupBy(provision => provision.Value<string>("kind"))
                .Count(clauses => clauses.All(clause => clause["obligors"] is not null)
                    && clauses.SelectMany(clause => clause["obligors"]!.Values<string>()).Distinct().Count() < ((JArray)proposal["parties"]!).Count);
            Assert.That(Ids(proposal.ToString()).Count(id => id == "FA507"), Is.EqualTo(asymmetric));
        }, iter: 400);

    private static IEnumerable<string> Ids(string json) => Shipped.Check(json).Principles.SelectMany(principle => principle.Findings).Select(finding => finding.Id);

    private static List<string> Verdicts(JObject proposal) => [.. Shipped.Check(proposal.ToString()).Principles.Select(principle => $"{principle.Id} {principle.Verdict}")];

    private static List<string> Violated(JObject proposal) =>
        [.. Shipped.Check(proposal.ToString()).Principles.Where(principle => principle.Verdict == Verdict.Violated).Select(principle => principle.Id)];

    /// <summary>Violations that a provision makes by itself: not what is united (FA507), not what a gain elsewhere mends (FA401).</summary>
    private static List<string> ViolationsAtProvisions(JObject proposal) =>
    [
        .. from principle in Shipped.Check(proposal.ToString()).Principles
           from finding in principle.Findings
           where finding.Role == Role.Violation && finding.Id != "FA507" && finding.Location.Pointer!.StartsWith("/articles/", StringComparison.Ordinal)
           select $"{finding.Id} {finding.Location.Address}",
    ];

    /// <summary>All findings but the engine's 79, by id, limb, message and address, the count of provisions read left out.</summary>
    private static List<string> Facts(JObject proposal) =>
    [
        .. from principle in Shipped.Check(proposal.ToString()).Principles
           from finding in principle.Findings
           where !finding.Id.EndsWith("79", StringComparison.Ordinal)
           select System.Text.RegularExpressions.Regex.Replace($"{finding.Id} {finding.Limb} {finding.Message} {finding.Location.Address}", @"\d+ provisions? read", "read"),
    ];

    private static JObject Reordered(JObject proposal, Random random)
    {
        var reordered = JObject.Parse(JsonStyles.Restyled(proposal, random.Next()));
        foreach (var list in reordered.SelectTokens("articles[*].provisions").Append(reordered["articles"]).Append(reordered["parties"]).OfType<JArray>().ToList())
        {
            var items = list.ToArray();
            random.Shuffle(items);
            list.Clear();
            foreach (var item in items)
                list.Add(item);
        }

        return reordered;
    }

    // Two threads share the first proposal of a checker, one has every later one; several may ask one checker at once.
    [Test]
    public void Any_number_of_threads_gives_the_same_verdicts()
    {
        var files = Directory.GetFiles(Repository.PathOf("rules/examples"), "*.json").Order(StringComparer.Ordinal).ToList();
        var expected = files.ConvertAll(file => Told(Shipped.Checker, file));
        foreach (var threads in new[] { 1, 2, 7 })
        {
            var checker = new Checker(Shipped.Pack, withExcerpts: true);
            var told = new string[files.Count];
            Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, index => told[index] = Told(checker, files[index]));
            Assert.That(told, Is.EqualTo(expected));
        }

        foreach (var file in files)
            Assert.That(Told(new Checker(Shipped.Pack, withExcerpts: true), file), Is.EqualTo(Told(Shipped.Checker, file)));
    }

    private static string Told(Checker checker, string file)
    {
        var result = (ProposalResult)checker.Check(ProposalFile.Read("a.json", File.ReadAllBytes(file)), "a.json");
        using var output = new MemoryStream();
        ReportFormat.Find("json")!.Write(new Report(Tool.With(Shipped.Pack), [result], [], []), new ReportOptions(), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
