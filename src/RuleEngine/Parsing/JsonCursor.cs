using Newtonsoft.Json;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Parsing;

/// <summary>
/// Newtonsoft's streaming reader in step with the token map: its i-th token is the map's i-th entry, so that every value it yields
/// has a place, and its leniency cannot matter.
/// </summary>
internal sealed class JsonCursor : IDisposable
{
    private readonly JsonTextReader _reader;
    private readonly List<(int Offset, Fault Fault)> _faults = [];

    public JsonCursor(JsonText text, TextReader characters)
    {
        Text = text;
        _reader = new JsonTextReader(characters) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
    }

    public JsonText Text { get; }

    /// <summary>The current token; -1 before the first.</summary>
    public int At { get; private set; } = -1;

    public TokenKind Kind => Text.Map[At].Kind;

    public bool IsSpoilt => Text.Map[At].IsSpoilt;

    /// <summary>The value of a text or the name of a property.</summary>
    public string Value => (string)_reader.Value!;

    /// <summary>What has been reported so far, with the bytes where the faults stand.</summary>
    public IReadOnlyList<(int Offset, Fault Fault)> Faults => _faults;

    /// <summary>Goes to the next token; false after the map's last one.</summary>
    public bool Read()
    {
        if (At + 1 >= Text.Map.Count)
            return false;
        At++;
        if (!_reader.Read() || !Corresponds(_reader.TokenType, Kind))
            throw new InvalidOperationException($"Token {At} of {Text.Path} is {Kind} in the map and {_reader.TokenType} in the reader.");
        return true;
    }

    /// <summary>Goes to the last token of the current value.</summary>
    public void Skip()
    {
        var last = Text.Map[At].Next - 1;
        while (At < last && Read())
        {
        }
    }

    /// <summary>Reports a fault at the current token.</summary>
    public void Report(FaultKind kind, string message) => Report(kind, At, null, message);

    /// <summary>Reports a fault at a token, or at the absence of a property or a member there.</summary>
    public void Report(FaultKind kind, int token, string? missing, string message) =>
        _faults.Add((Text.Map[token].Start, new Fault(kind, Text.Path, message, Text.Locate(token, missing)) { Excerpt = Text.Excerpt(token, missing) }));

    /// <summary>Reports a fault at a place.</summary>
    public void Report(FaultKind kind, Place place, string message) => Report(kind, place.Token, place.Missing, message);

    public void Dispose() => _reader.Close();

    private static bool Corresponds(JsonToken token, TokenKind kind) => kind switch
    {
        TokenKind.Object => token == JsonToken.StartObject,
        TokenKind.EndObject => token == JsonToken.EndObject,
        TokenKind.List => token == JsonToken.StartArray,
        TokenKind.EndList => token == JsonToken.EndArray,
        TokenKind.Name => token == JsonToken.PropertyName,
        TokenKind.Text => token == JsonToken.String,
        TokenKind.Number => token is JsonToken.Integer or JsonToken.Float,
        TokenKind.Null => token == JsonToken.Null,
        _ => token == JsonToken.Boolean,
    };
}
