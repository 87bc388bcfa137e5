using System.Globalization;
using System.Text;
using CsCheck;
using Newtonsoft.Json;
using NUnit.Framework;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

public class TokenMapTests
{
    private const string Damage = "\"'{}[],:/*\\\n\t 0x1e9N\u00ff\u00c3";

    [Test]
    public void The_map_has_an_entry_for_each_token_of_the_reader_with_its_value() =>
        Gen.Select(Proposals.Valid, Gen.Int).Sample((proposal, style) =>
        {
            var text = new JsonText("a.json", Encoding.UTF8.GetBytes(JsonStyles.Restyled(proposal, style)), ProposalFormat.Naming);
            Assert.That(text.Map.IsWhole);
            AssertAgreement(text);
        });

    [Test]
    public void Map_and_reader_agree_on_damaged_text_too() =>
        Gen.Select(Proposals.Valid, Gen.Int, Gen.Int).Sample((proposal, style, seed) =>
        {
            var bytes = Encoding.UTF8.GetBytes(JsonStyles.Restyled(proposal, style));
            var random = new Random(seed);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = (byte)Damage[random.Next(Damage.Length)];
            AssertAgreement(new JsonText("a.json", bytes, ProposalFormat.Naming));
            Assert.DoesNotThrow(() => ProposalFile.Read("a.json", bytes));
        }, iter: 3000);

    [TestCase("\"\"")]
    [TestCase("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")]
    [TestCase("\"\\u0041\\u00e9\\uD83D\\ude00 \\u0000\"")]
    [TestCase("\"plain \\u00e9 then é, 中 and 😀, then \\\\u0041\"")]
    public void Escapes_are_read_as_the_reader_reads_them(string json) =>
        AssertAgreement(new JsonText("a.json", Encoding.UTF8.GetBytes(json), ProposalFormat.Naming));

    [Test]
    public void Cut_text_is_read_as_far_as_it_goes() =>
        Gen.Select(Proposals.Valid, Gen.Int, Gen.Double[0, 1]).Sample((proposal, style, share) =>
        {
            var bytes = Encoding.UTF8.GetBytes(JsonStyles.Restyled(proposal, style));
            var file = ProposalFile.Read("a.json", bytes[..(int)(share * (bytes.Length - 1))]);
            return file.Arrangement is null && file.Faults.Count > 0;
        });

    // Two threads evaluate one proposal: both may ask where things stand, and nobody has asked before.
    [Test]
    public void Several_threads_may_ask_one_text_for_places_at_once()
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("rules/examples/russia-iran-treaty-2025.json"));
        var alone = new JsonText("a.json", bytes, ProposalFormat.Naming);
        var expected = Enumerable.Range(0, alone.Map.Count).Select(token => alone.Locate(token, null)).ToList();
        for (var time = 0; time < 200; time++)
        {
            var text = new JsonText("a.json", bytes, ProposalFormat.Naming);
            var told = new RuleEngine.Model.Places.Location[expected.Count];
            using var start = new Barrier(4);
            Assert.DoesNotThrow(() => Task.WaitAll([.. Enumerable.Range(0, 4).Select(first => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    for (var token = first; token < told.Length; token += 4)
                        told[token] = text.Locate(token, null);
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]));
            Assert.That(told, Is.EqualTo(expected));
        }
    }

    /// <summary>What the strict scanner makes of a text is what an independent reader makes of the strict text that it leaves.</summary>
    private static void AssertAgreement(JsonText text)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(text.Clean))) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        for (var token = 0; token < text.Map.Count; token++)
        {
            Assert.That(reader.Read());
            if (reader.TokenType == JsonToken.Boolean)
                Assert.That(text.Map[token].Kind, Is.EqualTo((bool)reader.Value! ? TokenKind.True : TokenKind.False));
            else
                Assert.That(text.Map[token].Kind, Is.EqualTo(KindOf(reader.TokenType)));
            if (text.Map[token].Kind is TokenKind.Name or TokenKind.Text)
                Assert.That(text.TextOf(token), Is.EqualTo(reader.Value));
            else if (text.Map[token].Kind == TokenKind.Number)
                Assert.That(text.NumberOf(token), Is.EqualTo(Convert.ToDouble(reader.Value, CultureInfo.InvariantCulture)));
        }
    }

    private static TokenKind KindOf(JsonToken token) => token switch
    {
        JsonToken.StartObject => TokenKind.Object,
        JsonToken.EndObject => TokenKind.EndObject,
        JsonToken.StartArray => TokenKind.List,
        JsonToken.EndArray => TokenKind.EndList,
        JsonToken.PropertyName => TokenKind.Name,
        JsonToken.String => TokenKind.Text,
        JsonToken.Integer or JsonToken.Float => TokenKind.Number,
        JsonToken.Null => TokenKind.Null,
        _ => throw new ArgumentOutOfRangeException(nameof(token), token, "The strict text has a token that JSON has not."),
    };
}
