using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Parsing;

/// <summary>A walk over the tokens of a JSON text, from which values are read and at which faults are reported.</summary>
internal sealed class JsonCursor(JsonText text)
{
    private readonly TokenMap _map = text.Map;
    private readonly List<PlacedFault> _faults = [];

    public JsonText Text => text;

    /// <summary>The current token; -1 before the first.</summary>
    public int At { get; private set; } = -1;

    public TokenKind Kind => _map[At].Kind;

    public bool IsSpoilt => _map[At].IsSpoilt;

    /// <summary>The value of a text or the name of a property.</summary>
    public string Value => text.TextOf(At);

    /// <summary>What has been reported so far.</summary>
    public IReadOnlyList<PlacedFault> Faults => _faults;

    /// <summary>Which of the words the text or name reads; -1 for none of them.</summary>
    public int IndexOf(WordTable words) => text.IndexOf(At, words);

    /// <summary>Goes to the next token; false after the map's last one.</summary>
    public bool Read()
    {
        if (At + 1 >= _map.Count)
            return false;
        At++;
        return true;
    }

    /// <summary>Goes to the last token of the current value.</summary>
    public void Skip() => At = _map[At].Next - 1;

    /// <summary>Reports a fault at the current token.</summary>
    public void Report(FaultKind kind, string message) => Report(kind, At, null, message);

    /// <summary>Reports a fault at a token, or at the absence of a property or a member there.</summary>
    public void Report(FaultKind kind, int token, string? missing, string message) => _faults.Add(new PlacedFault(
        _map[token].Start, new Fault(kind, text.Path, message, text.Locate(token, missing)) { Excerpt = text.Excerpt(token, missing) }));

    /// <summary>Reports a fault at a place.</summary>
    public void Report(FaultKind kind, Place place, string message) => Report(kind, place.Token, place.Missing, message);
}
