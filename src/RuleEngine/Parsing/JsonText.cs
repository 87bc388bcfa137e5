using System.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Parsing;

/// <summary>
/// One JSON text: its bytes, its tokens, and what is wrong with its syntax. The strict source of every kind of document. Once made, it
/// may be asked by several threads.
/// </summary>
internal sealed class JsonText : Document
{
    public const int MostBytes = 32 * 1024 * 1024;

    private const int MostLines = 5;
    private const int MostUnits = 200;
    private const int LeftContext = 60;

    private readonly byte[] _bytes;
    private readonly byte[] _clean;
    private readonly int _start;
    private readonly List<SyntaxFault> _syntaxFaults;
    private readonly Addresses _addresses;

    public JsonText(string path, byte[] bytes, Naming naming, int mostBytes = MostBytes) : base(path)
    {
        _bytes = bytes.Length > mostBytes ? [] : bytes;
        _start = _bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        if (bytes.Length > mostBytes)
        {
            Map = new TokenMap(0);
            _clean = _bytes;
            _syntaxFaults = [new SyntaxFault(InputFaults.TooLarge, 0, 0, -1, "It has more than 32 MiB.")];
        }
        else
        {
            var scanner = StrictScanner.Scan(_bytes, _start);
            Map = scanner.Map;
            _clean = scanner.Clean;
            End = scanner.End;
            _syntaxFaults = scanner.Faults;
        }

        _addresses = new Addresses(this, naming);
    }

    public TokenMap Map { get; }

    public bool HasSyntaxFault => _syntaxFaults.Count > 0;

    /// <summary>The text from its first token to where it could be read, what was passed over blanked: strict JSON.</summary>
    public ReadOnlySpan<byte> Clean => _clean.AsSpan(_start, Math.Max(0, End - _start));

    private int End { get; }

    /// <summary>The content, as it was read.</summary>
    internal byte[] Bytes => _bytes;

    internal override int Size => Map.Count;

    private LineMap Lines => field ??= new LineMap(_bytes, _start);

    /// <summary>The faults of syntax, in the order of the text.</summary>
    public IEnumerable<PlacedFault> SyntaxFaults() =>
        from fault in _syntaxFaults
        let location = Span(fault.Start, fault.End, fault.Token, null)
        select new PlacedFault(fault.Start, new Fault(fault.Kind, Path, fault.Message, location) { Excerpt = Excerpt(fault.Start, fault.Start) });

    /// <summary>The text of a name or text token, its escapes resolved.</summary>
    public string TextOf(int token)
    {
        var written = WrittenAt(token);
        ref readonly var its = ref Map[token];
        return its.IsPlain ? Encoding.ASCII.GetString(written) : its.HasEscapes ? EscapedText.Read(written) : Encoding.UTF8.GetString(written);
    }

    /// <summary>Whether a name or text token reads so.</summary>
    public bool Says(int token, string word) => Map[token].HasEscapes ? TextOf(token) == word : WordTable.Says(WrittenAt(token), word);

    /// <summary>Which of the words a name or text token reads; -1 for none of them.</summary>
    public int IndexOf(int token, WordTable words) =>
        Map[token].HasEscapes ? Array.IndexOf(words.Words, TextOf(token)) : words.IndexOf(WrittenAt(token));

    /// <summary>A number token's value.</summary>
    public double NumberOf(int token)
    {
        var written = _clean.AsSpan(Map[token].Start, Map[token].End - Map[token].Start);
        if (written.Length > 9)
            return double.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
        var number = 0;
        foreach (var digit in written)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return double.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    internal override (int Token, string? Missing) Property(int token, string name)
    {
        ref readonly var its = ref Map[token];
        if (its.Kind != TokenKind.Object)
            return (token, name);
        for (var at = token + 1; at + 1 < its.Next && Map[at].Kind == TokenKind.Name; at = Map[at + 1].Next)
        {
            if (!Map[at].IsSpoilt && Says(at, name))
                return (at + 1, null);
        }

        return (token, name);
    }

    internal override int Item(int token, int index)
    {
        if (Map[token].Kind != TokenKind.List)
            return -1;
        lock (_addresses)
            return _addresses.Items(token) is var items && index < items.Length ? items[index] : -1;
    }

    /// <summary>How many members the list has.</summary>
    public int CountItems(int list)
    {
        var count = 0;
        for (var item = list + 1; item < Map[list].Next && Map[item].Kind != TokenKind.EndList; item = Map[item].Next)
            count++;
        return count;
    }

    internal override string Text(int token) => TextOf(token);

    internal override int Offset(int token) => Map[token].Start;

    internal override Location Locate(int token, string? missing)
    {
        var isOneCharacter = missing is not null || Map[token].Parent < 0;
        return Span(Map[token].Start, isOneCharacter ? Map[token].Start + 1 : Map[token].End, token, missing);
    }

    internal override string Address(int token, string? missing)
    {
        lock (_addresses)
        {
            var (names, pointerLength) = _addresses.Of(token, missing);
            return Encoding.UTF8.GetString(names.AsSpan(pointerLength));
        }
    }

    /// <summary>The JSON Pointer of the token, or of what it lacks.</summary>
    public string Pointer(int token, string? missing)
    {
        lock (_addresses)
        {
            var (names, pointerLength) = _addresses.Of(token, missing);
            return Encoding.UTF8.GetString(names.AsSpan(0, pointerLength));
        }
    }

    /// <summary>A text as JSON.</summary>
    public static string Quoted(string text) => Newtonsoft.Json.JsonConvert.ToString(text);

    /// <summary>A value as it is written.</summary>
    public string Written(int token) => Encoding.UTF8.GetString(_clean.AsSpan(Map[token].Start, Map[token].End - Map[token].Start));

    internal override string? Content(int token) => IsOfClauses(token) ? null : ContentHash.Of(this, token);

    /// <summary>Whether the token is the list of all clauses: what is found there is about the text as a whole, and is no other for one clause more.</summary>
    private bool IsOfClauses(int token) =>
        Map[token].Kind == TokenKind.List && token > 0 && Map[token - 1].Kind == TokenKind.Name && (Says(token - 1, "articles") || Says(token - 1, "provisions"));

    internal override Excerpt Excerpt(int token, string? missing) =>
        Excerpt(Map[token].Start, missing is null && Map[token].Parent >= 0 ? Map[token].End - 1 : Map[token].Start);

    private Excerpt Excerpt(int start, int last)
    {
        var line = Lines.Line(start);
        var from = Lines.LineStart(line);
        if (start - from > MostUnits - LeftContext)
            from = CharacterStart(start - LeftContext);
        var lines = new List<string> { Shown(from, Lines.LineEnd(line)) };
        var end = from > Lines.LineStart(line) ? line : Math.Min(Lines.Line(last), line + MostLines - 1);
        for (var next = line + 1; next <= end; next++)
            lines.Add(Shown(Lines.LineStart(next), Lines.LineEnd(next)));
        return new Excerpt(line, Lines.Column(from), lines);
    }

    private Location Span(int start, int end, int token, string? missing)
    {
        byte[] names;
        int pointerLength;
        lock (_addresses)
            (names, pointerLength) = _addresses.Of(token, missing);
        var (line, column) = Lines.Position(start);
        var (endLine, endColumn) = Lines.Position(end);
        return new Location(line, column, endLine, endColumn, names, pointerLength, missing is not null);
    }

    /// <summary>A name or text token as it is written, its quotes left out.</summary>
    public ReadOnlySpan<byte> WrittenAt(int token)
    {
        ref readonly var its = ref Map[token];
        return _clean.AsSpan(its.Start + 1, its.End - its.Start - 2);
    }

    private int CharacterStart(int offset)
    {
        while ((_bytes[offset] & 0xC0) == 0x80)
            offset--;
        return offset;
    }

    private string Shown(int start, int end)
    {
        var text = Encoding.UTF8.GetString(_bytes, start, Math.Min(end - start, MostUnits * 4));
        if (text.Length <= MostUnits)
            return text;
        return text[..(char.IsHighSurrogate(text[MostUnits - 1]) ? MostUnits - 1 : MostUnits)];
    }
}
