using CsCheck;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NUnit.Framework;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

public class ConfigurationSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(DocumentSchema.OfConfiguration()).GetAwaiter().GetResult();

    private const string Everything = """
        {
          "$schema": "https://example.org/ruleengine.schema.json", "note": "ours", "extends": "base.json",
          "rules": "packs/ours", "rulesHash": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "failOn": "undetermined",
          "include": ["drafts/**", "*.json"], "exclude": ["drafts/old/"],
          "severity": { "FA270": "none", "FA4": "warning", "five-always": "info", "FA201": "error" },
          "overrides": [{ "paths": ["drafts/**"], "severity": { "FA2": "info" }, "note": "still in talks" }],
          "waivers": [{ "id": "FA201", "path": "a.json", "proposal": "a", "limb": "alliance", "address": "", "content": "0123456789abcdef",
            "reason": "why", "owner": "Anna", "expires": "2027-01-31" }]
        }
        """;

    private static readonly JToken[] Values =
        [1, "", "x", "2027-1-31", "2027-01-31", "none", "error", "undetermined", "a/**", "a**", "/a", new JArray(), new JArray("x"), new JArray(1), new JObject(), true, JValue.CreateNull()];

    [Test]
    public void The_schema() => Snapshot.Verify(DocumentSchema.OfConfiguration(), extension: "json");

    [Test]
    public void What_has_everything_has_no_fault()
    {
        Assert.That(Faults(Everything), Is.Empty);
        Assert.That(Schema.Validate(Everything), Is.Empty);
    }

    [Test]
    public void A_configuration_is_schema_valid_exactly_when_the_reader_finds_no_fault_of_form()
    {
        var valid = 0;
        var invalid = 0;
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var configuration = JObject.Parse(Everything);
            var all = configuration.Descendants().Where(token => token is not JProperty).ToList();
            var target = all[random.Next(all.Count)];
            if (random.Next(4) == 0 && target.Parent is JProperty property)
                property.Replace(new JProperty("unknown", property.Value));
            else if (random.Next(4) == 0 && target.Parent is JProperty removed)
                removed.Remove();
            else
                target.Replace(Values[random.Next(Values.Length)].DeepClone());
            var isSchemaValid = Schema.Validate(configuration.ToString()).Count == 0;
            var faults = Faults(configuration.ToString());
            if (isSchemaValid != (faults.Count == 0))
                Assert.Fail($"{configuration}\n\nschema: {string.Join("; ", Schema.Validate(configuration.ToString()))}\nreader: {string.Join("; ", faults)}");
            Interlocked.Increment(ref isSchemaValid ? ref valid : ref invalid);
        }, iter: 3000);
        Assert.That(Math.Min(valid, invalid), Is.GreaterThan(300), $"{valid} valid and {invalid} invalid: the test must see enough of both.");
    }

    [TestCase("a.json", true)]
    [TestCase("./a.json", true)]
    [TestCase("**", true)]
    [TestCase("a/**/b*.json", true)]
    [TestCase("a b/é.json", true)]
    [TestCase("..a/b..", true)]
    [TestCase("", false)]
    [TestCase("/a", false)]
    [TestCase("!a", false)]
    [TestCase("..", false)]
    [TestCase("a/../b", false)]
    [TestCase("a/..", false)]
    [TestCase("a**", false)]
    [TestCase("a/**b", false)]
    [TestCase("***", false)]
    [TestCase("a?.json", false)]
    [TestCase("[ab].json", false)]
    [TestCase("{a,b}.json", false)]
    [TestCase(@"a\b", false)]
    public void A_glob_is_one_to_the_reader_and_to_the_schema(string glob, bool isOne)
    {
        var configuration = new JObject { ["exclude"] = new JArray(glob) }.ToString();
        Assert.That((Faults(configuration).Count == 0, Schema.Validate(configuration).Count == 0), Is.EqualTo((isOne, isOne)));
    }

    private static List<Fault> Faults(string json)
    {
        var faults = new List<Fault>();
        ConfigurationFile.Read("ruleengine.json", JObject.Parse(json).Bytes(), faults);
        return faults;
    }
}
