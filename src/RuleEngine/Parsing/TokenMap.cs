namespace RuleEngine.Parsing;

/// <summary>Every token of a JSON text with its place, as far as the syntax holds.</summary>
internal sealed class TokenMap(int bytes)
{
    /// <summary>Room for what indented text holds, so that it seldom has to grow.</summary>
    private Token[] _tokens = new Token[(bytes / 8) + 16];

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
        _tokens[Count] = new Token { Kind = kind, Start = start, End = end, Parent = parent, Next = Count + 1 };
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

    public void Spoil(int index) => _tokens[index].IsSpoilt = true;

    public void DropLast() => Count--;

    public void Finish() => IsWhole = true;

    /// <summary>Ends the map where the syntax does; what is still open holds all the rest.</summary>
    public void BreakOff(int innermost, int at)
    {
        for (var open = innermost; open >= 0; open = _tokens[open].Parent)
        {
            _tokens[open].End = at;
            _tokens[open].Next = Count;
        }
    }
}
