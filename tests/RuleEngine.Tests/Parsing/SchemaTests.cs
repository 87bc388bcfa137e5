using CsCheck;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NUnit.Framework;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

public class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(DocumentSchema.OfProposal()).GetAwaiter().GetResult();

    private static readonly string[] Words =
        ["", " ", "x", "kebab-case", "Not Kebab", "trailing-", "2025-03-14", "2025-3-14", "defense", "cooperation", "military", "full", "named-state", "none", "aland", "Aland"];

    [Test]
    public void The_schema() => Snapshot.Verify(DocumentSchema.OfProposal(), extension: "json");

    [Test]
    public void Generated_proposals_have_no_fault() => Proposals.Valid.Sample(proposal =>
    {
        var faults = ProposalFile.Read("a.json", proposal.Bytes()).Faults;
        Assert.That(faults, Is.Empty, () => string.Join("\n", faults));
        Assert.That(Schema.Validate(proposal.ToString()), Is.Empty);
    });

    [Test]
    public void A_file_is_schema_valid_exactly_when_the_reader_finds_no_fault_of_shape()
    {
        var valid = 0;
        var invalid = 0;
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, seed) =>
        {
            var mutated = Mutated(proposal, new Random(seed));
            var isSchemaValid = Schema.Validate(mutated.ToString()).Count == 0;
            var shape = ProposalFile.Read("a.json", mutated.Bytes()).Faults.Where(fault => IsShape(fault.Kind.Id)).ToList();
            if (isSchemaValid != (shape.Count == 0))
                Assert.Fail($"{mutated}\n\nschema: {string.Join("; ", Schema.Validate(mutated.ToString()))}\nreader: {string.Join("; ", shape)}");
            Interlocked.Increment(ref isSchemaValid ? ref valid : ref invalid);
        }, iter: 6000);
        Assert.That(Math.Min(valid, invalid), Is.GreaterThan(300), $"{valid} valid and {invalid} invalid: the test must see enough of both.");
    }

    /// <summary>The shape's ids, and the unknown word, which is one of them.</summary>
    private static bool IsShape(string id) => id == "IN012" || string.CompareOrdinal(id, "IN030") >= 0 && string.CompareOrdinal(id, "IN060") < 0;

    /// <summary>One or two values replaced, removed or added, anywhere.</summary>
    private static JObject Mutated(JObject proposal, Random random)
    {
        var mutated = (JObject)proposal.DeepClone();
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var all = mutated.Descendants().Where(token => token is not JProperty).ToList();
            var target = all[random.Next(all.Count)];
            switch (random.Next(4))
            {
                case 0 when target.Parent is JProperty property:
                    property.Remove();
                    break;
                case 1 when target is JObject node:
                    node[((string[])["note", "domain", "names", "role", "new", "name", "kind", "surprise"])[random.Next(8)]] = Any(random);
                    break;
                case 2 when target is JArray { Count: > 0 } list:
                    list.RemoveAt(random.Next(list.Count));
                    break;
                default:
                    target.Replace(Any(random));
                    break;
            }
        }

        return mutated;
    }

    private static JToken Any(Random random) => random.Next(8) switch
    {
        0 => JValue.CreateNull(),
        1 => random.Next(2) == 0,
        2 => random.Next(-2, 3),
        3 => random.Next(-8, 8) / 4.0,
        4 => new JArray(),
        5 => new JObject(),
        _ => Words[random.Next(Words.Length)],
    };
}
