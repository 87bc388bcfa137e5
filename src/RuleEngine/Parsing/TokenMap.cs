namespace RuleEngine.Parsing;

/// <summary>Every token of a JSON text with its place, as far as the syntax holds.</summary>
internal sealed class TokenMap(int bytes)
{
    private const int MostKept = 1 << 16;

    /// <summary>Room to scan in: a map keeps as much as it has, and the next scan finds it ready.</summary>
    [ThreadStatic]
    private static Token[]? _scratch;

    private Token[] _tokens = TakeScratch(bytes);
    private int _dropped;

    public int Count { get; private set; }

    /// <summary>Whether the text was read to its end; false where a fault of syntax stopped the scan.</summary>
    public bool IsWhole { get; private set; }

    public ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>Whether the object or list has its closing bracket.</summary>
    public bool IsClosed(int index) => index + 1 < _tokens[index].Next
        && _tokens[_tokens[index].Next - 1] is { Kind: TokenKind.EndObject or TokenKind.EndList } last && last.Parent == index;

    public int Add(TokenKind kind, int start, int end, int parent)
    {
        if (Count == _tokens.Length)
            Grow();
        ref var token = ref _tokens[Count];
        token.Kind = kind;
        token.IsSpoilt = false;
        token.HasEscapes = false;
        token.IsPlain = false;
        token.Start = start;
        token.End = end;
        token.Parent = parent;
        token.Next = Count + 1;
        return Count++;
    }

    private void Grow()
    {
        var tokens = new Token[Count * 2];
        Array.Copy(_tokens, tokens, Count);
        _tokens = tokens;
    }

    public void Close(int open, int start)
    {
        var isObject = _tokens[open].Kind == TokenKind.Object;
        Add(isObject ? TokenKind.EndObject : TokenKind.EndList, start, start + 1, open);
        _tokens[open].End = start + 1;
        _tokens[open].Next = Count;
    }

    public void MarkPlain(int index) => _tokens[index].IsPlain = true;

    public void MarkEscapes(int index, bool hasEscapes) => _tokens[index].HasEscapes = hasEscapes;

    /// <summary>Forgets every token.</summary>
    public void Clear() => Count = 0;

    public void Spoil(int index) => _tokens[index].IsSpoilt = true;

    /// <summary>Takes back the last token of a text that is read no further. A fault may still name its place.</summary>
    public void DropLast()
    {
        Count--;
        _dropped = 1;
    }

    public void Finish()
    {
        IsWhole = true;
        Settle();
    }

    /// <summary>Ends the map where the syntax does; what is still open holds all the rest.</summary>
    public void BreakOff(int innermost, int at)
    {
        for (var open = innermost; open >= 0; open = _tokens[open].Parent)
        {
            _tokens[open].End = at;
            _tokens[open].Next = Count;
        }

        Settle();
    }

    private static Token[] TakeScratch(int bytes)
    {
        var scratch = _scratch ?? new Token[(bytes / 8) + 16];
        _scratch = null;
        return scratch;
    }

    private void Settle()
    {
        var tokens = new Token[Count + _dropped];
        Array.Copy(_tokens, tokens, tokens.Length);
        if (_tokens.Length <= MostKept)
            _scratch = _tokens;
        _tokens = tokens;
    }
}
