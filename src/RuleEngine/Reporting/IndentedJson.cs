using System.Text.Encodings.Web;
using System.Text.Json;

namespace RuleEngine.Reporting;

/// <summary>How JSON is written that is none of this program's own contract.</summary>
internal static class IndentedJson
{
    private const int Relief = 1 << 16;

    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Hands on what is written so far, once it is worth it, so that a long report is not held as text as well.</summary>
    public static void Relieve(Utf8JsonWriter json)
    {
        if (json.BytesPending > Relief)
            json.Flush();
    }
}
