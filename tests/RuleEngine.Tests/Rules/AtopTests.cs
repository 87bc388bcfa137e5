using CsvHelper;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Cli;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>
/// 745 real alliances as experts coded them: Leeds, Ritter, Mitchell and Long 2002, "Alliance Treaty Obligations and Provisions, 1815-1944",
/// International Interactions 28: 237-260; version 4.01, alliance level.
/// </summary>
public class AtopTests
{
    private static readonly (string Column, string Kind)[] Obligations =
        [("defense", "defense"), ("offense", "offense"), ("neutral", "neutrality"), ("nonagg", "nonaggression"), ("consul", "consultation")];

    [Test]
    public void FA2_is_violated_on_its_limbs_exactly_where_the_data_says_so()
    {
        var alliances = Read(Repository.SharedFile("data/atop4_01_alliance_level.csv"));
        Assert.That(alliances, Has.Count.EqualTo(745));
        using var shell = new Shell().With("atop.ndjson", string.Concat(alliances.Select(alliance => Proposal(alliance).ToString(Newtonsoft.Json.Formatting.None) + "\n")));
        var ran = shell.Run("batch", "atop.ndjson");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((1, "")));
        var violated = BatchTests.Lines(ran.Output).Skip(1).ToDictionary(
            line => (string)line["proposal"]!,
            line => line.SelectTokens("$.principles[?(@.id == 'FA2')].findings[?(@.role == 'violation')].limb").Select(limb => (string)limb!).ToHashSet());
        Assert.That(violated, Has.Count.EqualTo(745));
        Assert.That(violated.Where(each => each.Value.Contains("alliance")).Select(each => each.Key), Is.EqualTo(Ids(alliance => alliance["defense"] == "1" || alliance["offense"] == "1")));
        Assert.That(violated.Where(each => each.Value.Contains("targeting")).Select(each => each.Key), Is.EqualTo(Ids(IsTargeted)));
        TestContext.Out.WriteLine($"{violated.Count(each => each.Value.Contains("alliance"))} pledge to fight, {violated.Count(each => each.Value.Contains("targeting"))} name an outsider.");

        IEnumerable<string> Ids(Predicate<Dictionary<string, string>> isSo) => alliances.FindAll(isSo).Select(alliance => "atop-" + alliance["atopid"]);
    }

    private static bool IsTargeted(Dictionary<string, string> alliance) => alliance["specthrt"] is "1" or "3" or "6" || Outsider(alliance) is not null;

    /// <summary>The state that the threat comes from, where that is coded and no member; two alliances name one of their own.</summary>
    private static string? Outsider(Dictionary<string, string> alliance) =>
        alliance["statthr1"] is not ("" or "0") and var state && !Members(alliance).Contains(state) ? state : null;

    private static List<string> Members(Dictionary<string, string> alliance) =>
        [.. alliance.Where(each => each.Key.StartsWith("mem", StringComparison.Ordinal) && each.Key.Length <= 5 && int.TryParse(each.Key[3..], out _) && each.Value != "").Select(each => each.Value).Distinct()];

    private static JObject Proposal(Dictionary<string, string> alliance)
    {
        var proposal = new JObject
        {
            ["id"] = "atop-" + alliance["atopid"],
            ["title"] = $"ATOP {alliance["atopid"]}, begun in {alliance["begyr"]}",
            ["completeness"] = "full",
            ["parties"] = new JArray(Members(alliance).Select(member => new JObject { ["id"] = "cow-" + member, ["name"] = "COW " + member })),
        };
        if (IsTargeted(alliance))
        {
            var actor = Outsider(alliance) is { } state
                ? new JObject { ["kind"] = "named-state", ["names"] = new JArray("COW " + state) }
                : new JObject { ["kind"] = "named-bloc", ["names"] = new JArray($"The adversary of ATOP {alliance["atopid"]}") };
            proposal["threats"] = new JArray(new JObject { ["id"] = "threat", ["kind"] = "armed-attack", ["actor"] = actor });
        }

        proposal["articles"] = new JArray(new JObject
        {
            ["number"] = "1",
            ["provisions"] = new JArray(Obligations.Where(each => alliance[each.Column] == "1").Select(each => new JObject { ["kind"] = each.Kind })),
        });
        return proposal;
    }

    private static List<Dictionary<string, string>> Read(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false });
        var alliances = new List<Dictionary<string, string>>();
        string[]? columns = null;
        while (csv.Read())
        {
            var fields = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index)).ToArray();
            if (columns is null)
                columns = fields;
            else
                alliances.Add(columns.Zip(fields).ToDictionary(each => each.First, each => each.Second, StringComparer.Ordinal));
        }

        return alliances;
    }
}
