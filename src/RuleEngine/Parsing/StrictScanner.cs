using System.Text;
using RuleEngine.Model.Faults;

namespace RuleEngine.Parsing;

/// <summary>
/// Reads JSON by RFC 8259 and nothing more lenient, and notes where every token stands. A fault that leaves the structure
/// readable (a comment, a stray comma, a bad escape …) is reported, blanked out in <see cref="Clean"/>, and passed over; any other
/// ends the map there. So <see cref="Clean"/>, up to the map's end, is always strict JSON, whatever the reader behind it tolerates.
/// </summary>
internal sealed class StrictScanner
{
    public const int DeepestLevel = 64;

    private readonly byte[] _bytes;
    private readonly LexemeScanner _lexemes;
    private readonly CleanCopy _clean;
    private int _at;
    private int _open = -1;
    private int _level;

    private StrictScanner(byte[] bytes, int start)
    {
        _bytes = bytes;
        _clean = new CleanCopy(bytes);
        Map = new TokenMap(bytes.Length);
        _at = start;
        _lexemes = new LexemeScanner(bytes);
    }

    public TokenMap Map { get; }

    public List<SyntaxFault> Faults { get; } = [];

    /// <summary>The text itself, or, where faults were passed over, a copy in which they are blanked out.</summary>
    public byte[] Clean => _clean.Bytes;

    /// <summary>The byte after the last one that could be read.</summary>
    public int End => _at;

    public static StrictScanner Scan(byte[] bytes, int start)
    {
        var scanner = new StrictScanner(bytes, start);
        if (QuickScanner.Scan(bytes, start, scanner._lexemes, scanner.Map) is { } end)
        {
            scanner._at = end;
            scanner.Map.Finish();
            return scanner;
        }

        scanner.Map.Clear();
        return scanner.ScanClosely();
    }

    /// <summary>The same, whatever the text is like.</summary>
    public static StrictScanner ScanClosely(byte[] bytes, int start) => new StrictScanner(bytes, start).ScanClosely();

    private StrictScanner ScanClosely()
    {
        if (Run())
            Map.Finish();
        else
            Map.BreakOff(_open, _at);
        return this;
    }

    private bool Run()
    {
        var expected = Expected.Value;
        var comma = -1;
        while (SkipWhiteSpace())
        {
            var next = _bytes[_at];
            switch (expected)
            {
                case Expected.Nothing:
                    return Stop(InputFaults.TextAfterEnd, _bytes.Length, "The JSON value ends before this.");
                case Expected.CommaOrEnd when next == ',':
                    comma = _at++;
                    expected = Map[_open].Kind == TokenKind.Object ? Expected.NameOrEnd : Expected.ValueOrEnd;
                    continue;
                case Expected.NameOrEnd or Expected.ValueOrEnd when next == ',':
                    Pass(InputFaults.StrayComma, _at, ++_at, "Nothing stands before this comma.");
                    continue;
                case not Expected.Value when next is (byte)'}' or (byte)']':
                    if (comma >= 0 && expected != Expected.CommaOrEnd)
                        Pass(InputFaults.StrayComma, comma, comma + 1, "Nothing stands after this comma.");
                    comma = -1;
                    if (!Close(next))
                        return false;
                    expected = _open < 0 ? Expected.Nothing : Expected.CommaOrEnd;
                    continue;
                case Expected.CommaOrEnd:
                    return Stop(InputFaults.MissingSeparator, _at + 1, "A comma is missing before this.");
                case Expected.NameOrEnd:
                    comma = -1;
                    if (!Name())
                        return false;
                    expected = Expected.Value;
                    continue;
                case Expected.Value or Expected.ValueOrEnd:
                    comma = -1;
                    if (!Value(out var opened))
                        return false;
                    expected = !opened ? _open < 0 ? Expected.Nothing : Expected.CommaOrEnd
                        : Map[_open].Kind == TokenKind.Object ? Expected.NameOrEnd : Expected.ValueOrEnd;
                    continue;
            }
        }

        return expected == Expected.Nothing || EndsTooEarly();
    }

    private bool EndsTooEarly()
    {
        if (_open < 0)
            return Stop(InputFaults.Empty, _at, "There is nothing in it.");
        var open = Map[_open].Start;
        return Stop(InputFaults.EndsTooEarly, _at, $"The text ends, but the {(char)_bytes[open]} {Where(open)} is not closed.");
    }

    private bool Close(byte bracket)
    {
        var open = Map[_open].Start;
        if (bracket != (_bytes[open] == '{' ? '}' : ']'))
            return Stop(InputFaults.Unexpected, _at + 1, $"A {(char)bracket} cannot close the {(char)_bytes[open]} {Where(open)}.");
        Map.Close(_open, _at++);
        _open = Map[_open].Parent;
        _level--;
        return true;
    }

    private bool Name()
    {
        if (_lexemes.Read(_at) is not { } lexeme || lexeme.Kind is TokenKind.Object or TokenKind.List)
            return Unexpected("A property's name in double quotes was expected");
        if (lexeme.Kind != TokenKind.Text)
            lexeme = lexeme with { Fault = InputFaults.BareWord, Message = "A property's name stands in double quotes.", IsUnclosed = lexeme.End - _at < 2 };
        Take(lexeme with { Kind = TokenKind.Name });
        return !lexeme.IsUnclosed && Colon();
    }

    private bool Colon()
    {
        if (!SkipWhiteSpace())
        {
            Map.DropLast();
            return EndsTooEarly();
        }

        if (_bytes[_at] != ':')
        {
            Map.DropLast();
            return Stop(InputFaults.MissingSeparator, _at + 1, "A colon is missing between a name and its value.");
        }

        _at++;
        return true;
    }

    private bool Value(out bool opened)
    {
        opened = false;
        if (_lexemes.Read(_at) is not { } lexeme)
            return Unexpected("A value was expected");
        if (lexeme.Kind is TokenKind.Object or TokenKind.List)
        {
            if (++_level > DeepestLevel)
                return Stop(InputFaults.TooDeep, _at + 1, $"This is nested more than {DeepestLevel} levels deep.");
            opened = true;
            _open = Map.Add(lexeme.Kind, _at, _at + 1, _open);
            _at++;
            return true;
        }

        Take(lexeme);
        return !lexeme.IsUnclosed;
    }

    /// <summary>Notes a token; where its own syntax is at fault, reports that and blanks it out.</summary>
    private void Take(Lexeme lexeme)
    {
        if (lexeme.IsUnclosed)
        {
            Stop(lexeme.Fault!, lexeme.End, lexeme.Message);
            return;
        }

        var token = Map.Add(lexeme.Kind, _at, lexeme.End, _open);
        if (lexeme.Kind is TokenKind.Name or TokenKind.Text)
            Map.MarkEscapes(token, _bytes.AsSpan(_at, lexeme.End - _at).Contains((byte)'\\'));
        if (lexeme.Fault is { } fault)
        {
            Map.Spoil(token);
            Faults.Add(new SyntaxFault(fault, _at, lexeme.End, token, lexeme.Message));
            _clean.Blank(_at, lexeme.End, lexeme.Kind is TokenKind.Text or TokenKind.Name ? (byte)'"' : (byte)'0');
        }

        _at = lexeme.End;
    }

    private bool Unexpected(string expectation)
    {
        Rune.DecodeFromUtf8(_bytes.AsSpan(_at), out var rune, out var length);
        return rune == Rune.ReplacementChar && _bytes[_at] != 0xEF
            ? Stop(InputFaults.InvalidUtf8, _at + 1, "This is no UTF-8.")
            : Stop(InputFaults.Unexpected, _at + length, $"{expectation}, and here stands {(Rune.IsControl(rune) ? $"the character U+{rune.Value:X4}" : rune.ToString())}.");
    }

    private bool Stop(FaultKind kind, int end, string message)
    {
        if (end < _bytes.Length)
            message += " What follows was not read.";
        Faults.Add(new SyntaxFault(kind, _at, end, _open, message));
        return false;
    }

    /// <summary>Reports a fault that leaves the structure readable, and blanks it out.</summary>
    private void Pass(FaultKind kind, int start, int end, string message)
    {
        Faults.Add(new SyntaxFault(kind, start, end, _open, message));
        _clean.Blank(start, end, (byte)' ');
    }

    private string Where(int offset) => $"of line {1 + LineMap.CountLineEnds(_bytes.AsSpan(0, offset))}";

    /// <summary>False at the end of the text.</summary>
    private bool SkipWhiteSpace()
    {
        while (true)
        {
            _at = PlainText.SkipWhiteSpace(_bytes, _at);
            if (_at == _bytes.Length)
                return false;
            var next = _bytes[_at];
            if (next is > (byte)' ' and < 0x80 and not (byte)'/')
                return true;
            if (next == '/' && LexemeScanner.CommentEnd(_bytes, _at) is { } commentEnd)
                Pass(InputFaults.Comment, _at, _at = commentEnd, "JSON has no comments; `note` is the place for a remark.");
            else if (LexemeScanner.OddWhiteSpace(_bytes, _at, out var length) is { } rune)
                Pass(InputFaults.OddWhiteSpace, _at, _at += length, $"The white space U+{rune.Value:X4} is not JSON's.");
            else
                return true;
        }
    }
}
