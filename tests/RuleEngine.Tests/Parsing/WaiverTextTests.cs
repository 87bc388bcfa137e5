using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

public class WaiverTextTests
{
    private static readonly KeyValuePair<string, string?>[] Waiver =
    [
        new("id", "FA201"), new("path", "a.json"), new("limb", null), new("address", "/articles[\"1\"]"), new("reason", "so"), new("owner", "Änne"), new("expires", "2027-01-31"),
    ];

    private static readonly string[] Configurations =
    [
        "{}", """{ "severity": {} }""", """{ "waivers": [], "failOn": "violated" }""",
        """{ "severity": { "FA2": "info" }, "waivers": [{ "id": "FA1", "path": "b", "address": "", "reason": "r", "owner": "o", "expires": "2027-01-31" }], "exclude": ["x"] }""",
    ];

    [Test]
    public void Every_other_byte_stays_as_it_is() =>
        Gen.Select(Gen.Int[0, Configurations.Length - 1], Gen.Int, Gen.Bool).Sample((index, style, hasMark) =>
        {
            var json = JObject.Parse(Configurations[index]);
            var before = Encoding.UTF8.GetBytes((hasMark ? "\uFEFF" : "") + JsonStyles.Restyled(json, style));
            var after = WaiverText.Add(before, Waiver);
            var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
            var end = before.Length - start;
            Assert.That(after[^end..], Is.EqualTo(before[start..]));
            var faults = new List<RuleEngine.Model.Faults.Fault>();
            var read = ConfigurationFile.Read("ruleengine.json", after, faults);
            Assert.That(faults, Is.Empty);
            Assert.That(read!.Waivers, Has.Count.EqualTo((json["waivers"]?.Count() ?? 0) + 1));
            Assert.That(read.Waivers[^1].Owner, Is.EqualTo("Änne"));
            var lineEnds = Encoding.UTF8.GetString(after).Replace("\r\n", "N").Count(letter => letter is '\r' or '\n');
            Assert.That(lineEnds, Is.Zero.Or.EqualTo(Encoding.UTF8.GetString(after).Count(letter => letter is '\r' or '\n')));
        });

    [Test]
    public void It_is_written_as_the_file_is() => Snapshot.Verify(string.Join("\n----\n",
        new[] { "", "{}", "{\n}\n", "{\n  \"failOn\": \"violated\"\n}\n", "{\n\t\"waivers\": [\n\t]\n}\n", "{\n    \"waivers\": [],\n    \"failOn\": \"violated\"\n}" }
            .Select(before => Encoding.UTF8.GetString(WaiverText.Add(Encoding.UTF8.GetBytes(before), Waiver)))));
}
