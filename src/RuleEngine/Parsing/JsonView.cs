using RuleEngine.Model;

namespace RuleEngine.Parsing;

/// <summary>
/// An object of a JSON text that is asked for what it holds, as one that this program has written: properties that nobody asks for do not
/// count, and <c>null</c> is absent.
/// </summary>
internal readonly struct JsonView
{
    private static readonly Naming NoNames = new();

    private readonly JsonText _text;
    private readonly int _token;

    private JsonView(JsonText text, int token) => (_text, _token) = (text, token);

    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static JsonView Read(byte[] bytes)
    {
        var text = new JsonText("", bytes, NoNames, int.MaxValue);
        foreach (var fault in text.SyntaxFaults())
            throw new FormatException(fault.Fault.Message);
        return text.Map[0].Kind == TokenKind.Object ? new JsonView(text, 0) : throw new FormatException("It is no object.");
    }

    /// <summary>Whether it has the property, and not as <c>null</c>.</summary>
    public bool Has(string name) => Find(name) >= 0;

    /// <exception cref="FormatException">There is none, or it is none.</exception>
    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    /// <exception cref="FormatException">It is no text.</exception>
    public string? OptionalText(string name) => Find(name) is var token and >= 0 ? TextAt(token, name) : null;

    /// <exception cref="FormatException">There is none, or it is none.</exception>
    public long Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    /// <exception cref="FormatException">It is no whole number.</exception>
    public long? OptionalNumber(string name)
    {
        var token = Find(name);
        if (token < 0)
            return null;
        var number = _text.Map[token].Kind == TokenKind.Number ? _text.NumberOf(token) : double.NaN;
        return Math.Abs(number) <= 1L << 53 && number == Math.Truncate(number) ? (long)number : throw new FormatException($"\"{name}\" is no whole number.");
    }

    /// <summary>Whether the property is <c>true</c>.</summary>
    public bool Flag(string name) => Find(name) is var token and >= 0 && _text.Map[token].Kind == TokenKind.True;

    /// <exception cref="FormatException">There is none, or it is none.</exception>
    public JsonView Object(string name) => OptionalObject(name) ?? throw Missing(name);

    /// <exception cref="FormatException">It is no object.</exception>
    public JsonView? OptionalObject(string name) => Find(name) is var token and >= 0 ? ObjectAt(token, name) : null;

    /// <exception cref="FormatException">There is none, or it is no list of objects.</exception>
    public List<JsonView> Objects(string name)
    {
        var objects = new List<JsonView>();
        foreach (var item in ItemsOf(name))
            objects.Add(ObjectAt(item, name));
        return objects;
    }

    /// <exception cref="FormatException">There is none, or it is no list of texts.</exception>
    public List<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var item in ItemsOf(name))
            texts.Add(TextAt(item, name));
        return texts;
    }

    /// <summary>Where the property's value stands in the bytes.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public Range Span(string name) => Find(name) is var token and >= 0 ? _text.Map[token].Start.._text.Map[token].End : throw Missing(name);

    private List<int> ItemsOf(string name)
    {
        var list = Find(name);
        if (list < 0 || _text.Map[list].Kind != TokenKind.List)
            throw Missing(name);
        var items = new List<int>();
        for (var item = list + 1; _text.Map[item].Kind != TokenKind.EndList; item = _text.Map[item].Next)
            items.Add(item);
        return items;
    }

    private string TextAt(int token, string name) =>
        _text.Map[token].Kind == TokenKind.Text ? _text.TextOf(token) : throw new FormatException($"\"{name}\" is no text.");

    private JsonView ObjectAt(int token, string name) =>
        _text.Map[token].Kind == TokenKind.Object ? new JsonView(_text, token) : throw new FormatException($"\"{name}\" is no object.");

    private int Find(string name)
    {
        var (token, missing) = _text.Property(_token, name);
        return missing is null && _text.Map[token].Kind != TokenKind.Null ? token : -1;
    }

    private static FormatException Missing(string name) => new($"\"{Spelling.Cut(name)}\" is missing.");
}
