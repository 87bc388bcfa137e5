using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Words;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>One word of a vocabulary.</summary>
internal sealed class WordValue<W>(Vocabulary<W> vocabulary) : Value<W> where W : Word
{
    private WordTable Table => field ??= new WordTable(vocabulary.Texts);

    public override bool Read(JsonCursor cursor, Node parent, out W value)
    {
        value = vocabulary[0];
        if (cursor.Kind != TokenKind.Text)
            return Expect(cursor, TokenKind.Text, $"one of {string.Join(", ", vocabulary.Texts)}");
        if (cursor.IndexOf(Table) is var index and >= 0)
        {
            value = vocabulary[index];
            return true;
        }

        var known = vocabulary.Select(each => each.Text).ToList();
        cursor.Report(InputFaults.UnknownWord, $"\"{Spelling.Cut(cursor.Value)}\" is not known here. {Spelling.Suggestion(cursor.Value, known)}");
        return false;
    }

    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) => vocabulary.Texts.Select(word => $"\"{word}\"");

    public override void AddChanges(int token, ChangeList changes) => changes.ReplaceBy(token, Samples(changes.Names, isPlain: true));

    public override JObject Schema(SchemaDefinitions definitions) =>
        new() { ["enum"] = new JArray(vocabulary.Select(word => word.Text)) };
}
