using System.Text;
using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;

namespace RuleEngine.Tests.Testing;

/// <summary>One report that has everything in it: the sample that every format is shown with.</summary>
public static class SampleReport
{
    private const string Trades = """
        foreach (var provision in arrangement.Provisions)
        {
            if (provision.Is(Trade))
                yield return provision.Report(Right, $"{provision.Label} lets {provision.Beneficiaries} trade.");
            else if (provision.Is(Decoupling))
                yield return provision.Report(Wrong, $"{provision.Label} ends trade between {provision.Obligors}.").With(provision.At.Obligors, "Who is to end it.");
            else
                yield return provision.At.Summary.Report(Open, $"{provision.Label} does not say what it is about; a summary would decide.");
        }
        if (arrangement.IsSecret)
            yield return arrangement.At.Publicity.Report(Odd, "The arrangement is secret.");
        """;

    private const string Fails = """
        int stakes = arrangement.Stakes.Count;
        if (arrangement.Id == "hostile-title" && 1 / stakes > 0)
            yield return arrangement.Report(Odd, "Never.");
        yield return arrangement.At.Title.Report(Right, "It has a title.");
        """;

    private static readonly (string Path, string Json)[] Inputs =
    [
        ("drafts/river.json", """
            {
              "id": "river", "title": "River treaty", "publicity": "secret",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "source": { "title": "Official journal", "page": "17" },
              "articles": [
                { "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "energy" }] },
                { "number": "2", "provisions": [
                  { "kind": "decoupling",
                    "obligors": ["aland"],
                    "note": "From next year." }] }
              ]
            }
            """),
        ("drafts/harbour.json", """{"id":"harbour","title":"Harbour agreement 港口","parties":[{"id":"aland","name":"Aland"}],"articles":[{"number":"1","provisions":[{"kind":"trade","summary":"港口 trade"}]}]}"""),
        ("drafts/hostile.json", """{ "id": "hostile-title", "title": "<script>alert('|')</script>\u001b[31m\nred", "parties": [{ "id": "aland", "name": "Aland" }] }"""),
        ("drafts/broken.json", "{\n\t\"id\": \"broken\", \"titel\": \"漢字 then\",\t\"form\": \"treatie\",\n}"),
    ];

    private static string Waivers => """
        { "waivers": [
          { "id": "IV101", "path": "drafts/**", "address": "/articles[2]/provisions[decoupling]", "content": "@decoupling",
            "reason": "Ends *with* the <b>old</b> treaty", "owner": "Anna", "expires": "2026-06-01" },
          { "id": "IV150", "path": "drafts/river.json", "address": "/articles[1]/provisions[energy]/summary",
            "reason": "A summary follows", "owner": "Berta", "expires": "2026-05-31" },
          { "id": "IV101", "path": "drafts/harbour.json", "address": "/articles[1]/provisions[trade]", "content": "0123456789abcdef",
            "reason": "Nothing is wrong there", "owner": "Carla", "expires": "2026-12-31" }] }
        """.Replace("@decoupling", ContentOf("""{ "kind": "decoupling", "obligors": ["aland"], "note": "From next year." }"""));

    private static readonly string Folder = Path.GetFullPath("/work");

    /// <summary>The report of two invented sets on four proposals and a file that is none.</summary>
    public static Report Make()
    {
        using var pack = new InventedPack()
            .Add("first-set/IV1-trade.csx", InventedPack.Script(Trades).Replace("Title = \"Invented\"", "Title = \"Trade goes on between all parties to the arrangement\""))
            .Add("first-set/IV2-missing.csx", "return new Rule();")
            .Add("second-set/IV3-title.csx", InventedPack.Script(Fails).Replace("IV1", "IV3"));
        var checker = new Checker(pack.Pack, withExcerpts: true);
        var outcomes = Inputs.Select(input => checker.Check(ProposalFile.Read(input.Path, Encoding.UTF8.GetBytes(input.Json)), input.Path));
        var settlement = new Settlement(new DateOnly(2026, 6, 1), Known());
        var settings = new EffectiveSettings([new Layer(ConfigurationFile.Read("ruleengine.json", Encoding.UTF8.GetBytes(Waivers), [])!, Folder)]);
        var settled = outcomes.Select(outcome => outcome is ProposalResult result ? settlement.Settle(result, Path.Combine(Folder, result.Path), settings) : outcome).ToList();
        return new Report(
            new Tool("1.2.3", new Lazy<string>("0123456789abcdef"), pack.Pack.Principles), [.. settled, new OtherJson("drafts/package.json")], pack.Pack.Faults, settlement.Notices());
    }

    private static Baseline Known() => ConfigurationFile.ReadBaseline("baseline.json", Encoding.UTF8.GetBytes("""
        { "schemaVersion": 1, "findings": [
          { "proposal": "river", "id": "IV170", "address": "/publicity", "content": "@secret" },
          { "proposal": "river", "id": "IV101", "address": "/articles[9]" }] }
        """.Replace("@secret", ContentOf("\"secret\""))), [])!;

    private static string ContentOf(string json) => ContentHash.Of(new JsonText("", Encoding.UTF8.GetBytes($"[{json}]"), new Naming()), 1);
}
