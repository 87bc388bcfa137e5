using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Words;

namespace RuleEngine.Parsing.Shapes;

/// <summary>The words in which a format says what its objects hold.</summary>
internal static class Forms
{
    public static readonly TextValue Free = TextValue.Free;

    public static readonly TextValue Telling = TextValue.Telling;

    /// <summary>A list of names or references: where it is given, it has at least one.</summary>
    public static readonly ListValue<string> Names = new(Telling, mayBeEmpty: false);

    public static Property Required<T>(string name, TextValue value, Action<T, string> set, string meaning) where T : Node =>
        new Property<T, string>(name, true, value, set, meaning);

    public static Property Optional<T>(string name, TextValue value, Action<T, string> set, string meaning) where T : Node =>
        new Property<T, string>(name, false, value, set, meaning);

    public static Property Required<T, V>(string name, Value<V> value, Action<T, V> set, string meaning) where T : Node =>
        new Property<T, V>(name, true, value, set, meaning);

    public static Property Optional<T, V>(string name, Value<V> value, Action<T, V> set, string meaning) where T : Node =>
        new Property<T, V>(name, false, value, set, meaning);

    public static Value<W> Word<W>(Vocabulary<W> vocabulary) where W : Word => new WordValue<W>(vocabulary);

    public static Value<Members<T>> ListOf<T>(Shape shape) where T : Node =>
        new ListValue<T>(new ObjectValue<T>(shape), mayBeEmpty: true);

    /// <summary>In JSON Schema: the property is one of these words, or absent.</summary>
    public static JObject OneOf<W>(string property, IEnumerable<W> words) where W : Word =>
        new() { ["properties"] = new JObject { [property] = new JObject { ["enum"] = new JArray(words.Select(word => word.Text)) } } };

    /// <summary>In JSON Schema: one of the two holds.</summary>
    public static string Either(JObject one, JObject other) => new JObject { ["anyOf"] = new JArray(one, other) }.ToString();

    /// <summary>In JSON Schema: the property is stated.</summary>
    public static JObject Requires(string property) => new() { ["required"] = new JArray(property) };
}
