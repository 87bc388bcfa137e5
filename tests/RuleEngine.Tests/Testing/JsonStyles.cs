using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace RuleEngine.Tests.Testing;

/// <summary>Writes the same JSON in many ways.</summary>
public static class JsonStyles
{
    /// <summary>Minified or indented, with LF, CRLF or CR, with tabs or spaces, some characters as escapes, properties in any order.</summary>
    public static string Restyled(JToken json, int seed)
    {
        var random = new Random(seed);
        var shuffled = Shuffled(json, random);
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            writer.Formatting = random.Next(3) == 0 ? Formatting.None : Formatting.Indented;
            writer.Indentation = random.Next(1, 5);
            writer.IndentChar = random.Next(2) == 0 ? ' ' : '\t';
            writer.StringEscapeHandling = random.Next(2) == 0 ? StringEscapeHandling.Default : StringEscapeHandling.EscapeNonAscii;
            shuffled.WriteTo(writer);
        }

        var lineEnd = (string[])["\n", "\r\n", "\r"];
        return text.ToString().ReplaceLineEndings(lineEnd[random.Next(3)]);
    }

    public static byte[] Bytes(this JToken json) => Encoding.UTF8.GetBytes(json.ToString());

    private static JToken Shuffled(JToken json, Random random)
    {
        switch (json)
        {
            case JArray list:
                return new JArray(list.Select(item => Shuffled(item, random)));
            case JObject node:
                var properties = node.Properties().Select(property => new JProperty(property.Name, Shuffled(property.Value, random))).ToArray();
                random.Shuffle(properties);
                return new JObject(properties);
            default:
                return json.DeepClone();
        }
    }
}
