using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Parsing;
using RuleEngine.Parsing.Patching;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Parsing;

/// <summary>The small changes of a proposal, applied to its text, are what the same JSON Patch makes of its values.</summary>
public class JsonPatchTests
{
    [Test]
    public void A_change_of_the_text_is_the_patch_of_its_values() => Proposals.Valid.Sample(
        proposal =>
        {
            var file = Read(proposal);
            foreach (var change in file.Changes().Where((_, index) => index % 37 == 0))
            {
                var expected = (JObject)proposal.DeepClone();
                Patched(expected, change);
                Assert.That(JToken.DeepEquals(Value(file.With(change)), expected), Is.True, () => $"{change}\n{proposal}");
            }
        },
        iter: 30, threads: 1);

    [Test]
    public void Two_changes_apply_in_their_order_whatever_order_they_are_given_in() => Proposals.Valid.Sample(
        proposal =>
        {
            var file = Read(proposal);
            var changes = file.Changes();
            var removals = changes.Where(change => change.Kind == PatchKind.Remove).ToList();
            var others = changes.Where(change => change.Kind != PatchKind.Remove).Where((_, index) => index % 211 == 0).ToList();
            foreach (var (one, other) in removals.SelectMany(removal => removals.Concat(others).Select(other => (removal, other))))
            {
                if (!PatchOrder.AreApart(one, other))
                    continue;
                var pair = PatchOrder.Sorted(one, other);
                Assert.That(PatchOrder.Sorted(other, one), Is.EqualTo(pair));
                var expected = (JObject)proposal.DeepClone();
                var (first, second) = (expected.SelectToken(Path(pair[0])), expected.SelectToken(Path(pair[1])));
                Patched(expected, pair[0]);
                Patched(expected, pair[1]);
                Assert.That(pair[1].Kind != PatchKind.Remove || second!.Root != expected, Is.True, "What the second was found on is gone.");
                Assert.That(pair[0].Kind != PatchKind.Remove || first!.Root != expected, Is.True, "What the first was found on is gone.");
                Assert.That(JToken.DeepEquals(Value(file.With(pair[0]).With(pair[1])), expected), Is.True, () => $"{pair[0]}\n{pair[1]}\n{proposal}");
            }
        },
        iter: 6, threads: 1);

    [Test]
    public void What_is_not_changed_is_written_as_before()
    {
        var text = "{ \"id\":\"a\",\r\n\t\"title\" : \"T\u00e4\", \"completeness\":\"full\",\r\n \"parties\": [ {\"id\":\"x\",\"name\":\"X\"} , { \"name\":\"Y\", \"id\":\"y\" } ] }\r\n";
        var file = ProposalFile.Read("p", Encoding.UTF8.GetBytes(text));
        Assert.Multiple(() =>
        {
            Assert.That(After(new PatchOperation(PatchKind.Remove, "/completeness", null)), Is.EqualTo(text.Replace(", \"completeness\":\"full\"", "")));
            Assert.That(After(new PatchOperation(PatchKind.Remove, "/id", null)), Is.EqualTo(text.Replace("\"id\":\"a\",\r\n\t", "")));
            Assert.That(After(new PatchOperation(PatchKind.Remove, "/parties/0", null)), Is.EqualTo(text.Replace("{\"id\":\"x\",\"name\":\"X\"} , ", "")));
            Assert.That(After(new PatchOperation(PatchKind.Remove, "/parties/1", null)), Is.EqualTo(text.Replace(" , { \"name\":\"Y\", \"id\":\"y\" }", "")));
            Assert.That(After(new PatchOperation(PatchKind.Replace, "/completeness", "\"summary\"")), Is.EqualTo(text.Replace("\"full\"", "\"summary\"")));
            Assert.That(After(new PatchOperation(PatchKind.Add, "/stakes", "[]")), Is.EqualTo(text.Replace("} ] }\r\n", "} ], \"stakes\": [] }\r\n")));
            Assert.That(After(new PatchOperation(PatchKind.Add, "/parties/-", "{}")), Is.EqualTo(text.Replace("\"y\" } ]", "\"y\" }, {} ]")));
        });

        string After(PatchOperation operation) => Encoding.UTF8.GetString(file.With(operation).Bytes);
    }

    [Test]
    public void Remarks_are_no_changes_and_references_take_known_names()
    {
        var file = ProposalFile.Read("p", Encoding.UTF8.GetBytes("""
            { "id": "a", "title": "T", "note": "n", "coder": "c", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }],
              "articles": [{ "number": "1", "heading": "H", "text": "t", "source": { "title": "S" }, "provisions": [{ "kind": "trade", "obligors": ["x"], "summary": "s" }] }] }
            """));
        var changes = file.Changes();
        Assert.That(changes.Select(change => change.Pointer.Split('/')[^1]).Intersect(["note", "coder", "heading", "text", "summary", "source", "$schema", "purpose"]), Is.Empty);
        Assert.That(changes, Has.Member(new PatchOperation(PatchKind.Replace, "/articles/0/provisions/0/obligors/0", "\"y\"")));
        Assert.That(changes.Where(change => change.Pointer == "/articles/0/provisions/0/obligors/-").Select(change => change.Value), Is.EqualTo(new[] { "\"x\"", "\"y\"" }));
        Assert.That(changes, Has.Member(new PatchOperation(PatchKind.Remove, "/articles/0/provisions/0/obligors", null)));
    }

    private static ProposalFile Read(JObject proposal) => ProposalFile.Read("p", proposal.Bytes());

    private static JObject Value(ProposalFile file) => JObject.Parse(Encoding.UTF8.GetString(file.Bytes), new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });

    private static string Path(PatchOperation operation) => string.Concat(operation.Pointer.Split('/').Skip(1).Where(name => name != "-").Select(name => int.TryParse(name, out _) ? $"[{name}]" : $"['{Unescaped(name)}']"));

    private static string Unescaped(string name) => name.Replace("~1", "/").Replace("~0", "~");

    /// <summary>RFC 6902 on values.</summary>
    private static void Patched(JObject root, PatchOperation operation)
    {
        var names = operation.Pointer.Split('/').Skip(1).Select(Unescaped).ToList();
        var parent = names.SkipLast(1).Aggregate((JToken)root, (at, name) => at is JArray ? at[int.Parse(name)]! : at[name]!);
        var value = operation.Value is null ? null : JToken.Parse(operation.Value);
        switch (operation.Kind, parent)
        {
            case (PatchKind.Add, JArray list):
                list.Add(value!);
                break;
            case (PatchKind.Remove, JArray list):
                list.RemoveAt(int.Parse(names[^1]));
                break;
            case (PatchKind.Replace, JArray list):
                list[int.Parse(names[^1])] = value!;
                break;
            case (PatchKind.Remove, JObject owner):
                owner.Remove(names[^1]);
                break;
            default:
                parent[names[^1]] = value;
                break;
        }
    }
}
