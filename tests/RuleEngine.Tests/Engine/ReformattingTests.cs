using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Engine;

public class ReformattingTests
{
    [Test]
    public void Another_layout_changes_lines_columns_and_order_and_nothing_else() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, style) =>
        {
            foreach (var article in (JArray?)proposal["articles"] ?? [])
                article["text"] = new string('x', Math.Abs(style % 500));
            Assert.That(Facts(Check(JsonStyles.Restyled(proposal, style)), withPointers: true), Is.EquivalentTo(Facts(Check(proposal.ToString()), withPointers: true)));
        });

    [Test]
    public void An_article_inserted_above_changes_pointers_and_no_address() =>
        Proposals.Valid.Where(proposal => proposal["articles"] is JArray { Count: > 0 }).Sample(proposal =>
        {
            var before = Check(proposal.ToString());
            ((JArray)proposal["articles"]!).Insert(0, new JObject { ["number"] = "preamble", ["provisions"] = new JArray() });
            var after = Check(proposal.ToString());
            Assert.That(Facts(after, withPointers: false), Is.EquivalentTo(Facts(before, withPointers: false)));
        });

    [Test]
    public void The_same_bytes_give_the_same_report_on_many_threads() =>
        Proposals.Valid.Array[4].Sample(proposals =>
        {
            var texts = proposals.Select(proposal => proposal.ToString()).ToList();
            var alone = texts.ConvertAll(text => string.Join("\n", Facts(Check(text), withPointers: true)));
            var together = texts.AsParallel().AsOrdered().Select(text => string.Join("\n", Facts(Check(text), withPointers: true))).ToList();
            Assert.That(together, Is.EqualTo(alone));
        }, iter: 20);

    private static ProposalResult Check(string json) =>
        (ProposalResult)Shipped.Checker.Check(ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)), "a.json");

    private static List<string> Facts(ProposalResult result, bool withPointers) =>
    [
        result.Verdict.Text,
        .. result.Principles.Select(principle => $"{principle.Id} {principle.Verdict}"),
        .. from principle in result.Principles
           from finding in principle.Findings
           let related = finding.Related.Select(place => $"{place.Message} {place.Location.Address} {(withPointers ? place.Location.Pointer : "")}").Order(StringComparer.Ordinal)
           select $"{finding.Id} {finding.Role} {finding.Limb} {finding.Message} {finding.Location.Address} {finding.Location.Missing} "
               + $"{(withPointers ? finding.Location.Pointer : "")} {finding.Note} {finding.Source} [{string.Join("; ", related)}]",
    ];
}
