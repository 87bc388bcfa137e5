using System.Text;
using CsCheck;
using NUnit.Framework;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

public class TokenMapTests
{
    private const string Damage = "\"'{}[],:/*\\\n\t 0x1e9N\u00ff\u00c3";

    [Test]
    public void The_map_has_an_entry_for_each_token_of_the_reader() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, style) =>
        {
            var text = new JsonText("a.json", Encoding.UTF8.GetBytes(JsonStyles.Restyled(proposal, style)), ProposalFormat.Naming);
            using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(JsonStyles.Restyled(proposal, style)));
            var tokens = 0;
            while (reader.Read())
                tokens++;
            return text.Map.IsWhole && text.Map.Count == tokens;
        });

    // Damaged text may hold anything: the cursor throws where map and reader disagree, so that reading at all is the test.
    [Test]
    public void Map_and_reader_agree_on_damaged_text_too() =>
        Gen.Select(Proposals.Valid, Gen.Int, Gen.Int).Sample((proposal, style, seed) =>
        {
            var bytes = Encoding.UTF8.GetBytes(JsonStyles.Restyled(proposal, style));
            var random = new Random(seed);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = (byte)Damage[random.Next(Damage.Length)];
            Assert.DoesNotThrow(() => ProposalFile.Read("a.json", bytes));
        }, iter: 3000);

    [Test]
    public void Cut_text_is_read_as_far_as_it_goes() =>
        Gen.Select(Proposals.Valid, Gen.Int, Gen.Double[0, 1]).Sample((proposal, style, share) =>
        {
            var bytes = Encoding.UTF8.GetBytes(JsonStyles.Restyled(proposal, style));
            var file = ProposalFile.Read("a.json", bytes[..(int)(share * (bytes.Length - 1))]);
            return file.Arrangement is null && file.Faults.Count > 0;
        });
}
