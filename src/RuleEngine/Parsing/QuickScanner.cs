namespace RuleEngine.Parsing;

/// <summary>
/// Maps a text that is strict JSON, as nearly every text is, and gives up at the first byte that needs a closer look: what is wrong
/// there is <see cref="StrictScanner"/>'s to say.
/// </summary>
internal static class QuickScanner
{
    /// <returns>The byte after the text; null where it has to be looked at more closely.</returns>
    public static int? Scan(byte[] bytes, int start, LexemeScanner lexemes, TokenMap map)
    {
        var at = start;
        var open = -1;
        var level = 0;
        var expected = Expected.Value;
        while (true)
        {
            at = PlainText.SkipWhiteSpace(bytes, at);
            if (at == bytes.Length)
                return expected == Expected.Nothing ? at : null;
            var next = bytes[at];
            switch (expected)
            {
                case Expected.CommaOrEnd when next == ',':
                    at++;
                    expected = map[open].Kind == TokenKind.Object ? Expected.Name : Expected.Value;
                    continue;
                case Expected.CommaOrEnd or Expected.NameOrEnd or Expected.ValueOrEnd when next is (byte)'}' or (byte)']':
                    if (map[open].Kind != (next == '}' ? TokenKind.Object : TokenKind.List))
                        return null;
                    map.Close(open, at++);
                    open = map[open].Parent;
                    level--;
                    break;
                case Expected.Name or Expected.NameOrEnd:
                    if (next != '"' || !Take(TokenKind.Name, ref at))
                        return null;
                    at = PlainText.SkipWhiteSpace(bytes, at);
                    if (at == bytes.Length || bytes[at++] != ':')
                        return null;
                    expected = Expected.Value;
                    continue;
                case Expected.Value or Expected.ValueOrEnd when next is (byte)'{' or (byte)'[':
                    if (++level > StrictScanner.DeepestLevel)
                        return null;
                    open = map.Add(next == '{' ? TokenKind.Object : TokenKind.List, at, at + 1, open);
                    at++;
                    expected = next == '{' ? Expected.NameOrEnd : Expected.ValueOrEnd;
                    continue;
                case Expected.Value or Expected.ValueOrEnd:
                    if (!Take(TokenKind.Text, ref at))
                        return null;
                    break;
                default:
                    return null;
            }

            expected = open < 0 ? Expected.Nothing : Expected.CommaOrEnd;
        }

        bool Take(TokenKind kind, ref int from)
        {
            if (bytes[from] == '"' && PlainText.End(bytes, from + 1) is var end && end < bytes.Length && bytes[end] == '"')
            {
                map.MarkPlain(map.Add(kind, from, end + 1, open));
                from = end + 1;
                return true;
            }

            if (lexemes.Read(from) is not { Fault: null } lexeme)
                return false;
            var token = map.Add(kind == TokenKind.Name ? TokenKind.Name : lexeme.Kind, from, lexeme.End, open);
            map.MarkEscapes(token, lexeme.Kind == TokenKind.Text && bytes.AsSpan(from, lexeme.End - from).Contains((byte)'\\'));
            from = lexeme.End;
            return true;
        }
    }
}
