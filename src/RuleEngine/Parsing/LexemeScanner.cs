using System.Globalization;
using System.Text;
using RuleEngine.Model.Faults;

namespace RuleEngine.Parsing;

/// <summary>Recognises the words of JSON: text, numbers, literals, and what people write instead of them.</summary>
internal sealed class LexemeScanner(byte[] bytes)
{
    /// <summary>The lexeme that starts here; null where no value can start.</summary>
    public Lexeme? Read(int start) => bytes[start] switch
    {
        (byte)'{' => new Lexeme(TokenKind.Object, start + 1),
        (byte)'[' => new Lexeme(TokenKind.List, start + 1),
        (byte)'"' => Text(start),
        (byte)'\'' => SingleQuoted(start),
        >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' or (byte)'.' => Number(start),
        >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or (byte)'$' => Word(start),
        _ => null,
    };

    /// <summary>The byte after the comment that starts here; null where none does.</summary>
    public static int? CommentEnd(byte[] bytes, int start)
    {
        var rest = bytes.AsSpan(start);
        if (rest.StartsWith("//"u8))
            return rest.IndexOfAny((byte)'\n', (byte)'\r') is var line and >= 0 ? start + line : bytes.Length;
        if (!rest.StartsWith("/*"u8))
            return null;
        return rest[2..].IndexOf("*/"u8) is var close and >= 0 ? start + close + 4 : bytes.Length;
    }

    /// <summary>The character that stands here, if it is white space to people and not to JSON.</summary>
    public static Rune? OddWhiteSpace(byte[] bytes, int start, out int length)
    {
        length = 1;
        if (bytes[start] is > (byte)' ' and < 0x80)
            return null;
        Rune.DecodeFromUtf8(bytes.AsSpan(start), out var rune, out length);
        return Rune.IsWhiteSpace(rune) || rune.Value is 0xFEFF or 0x200B ? rune : null;
    }

    private Lexeme Text(int start)
    {
        FaultKind? fault = null;
        var message = "";
        var crossesLine = false;
        var at = PlainText.End(bytes, start + 1);
        for (; at < bytes.Length && bytes[at] != '"'; at = PlainText.End(bytes, at))
        {
            var next = bytes[at];
            var from = at;
            var found = next == '\\' ? Escape(ref at) : next < 0x20 ? Control(ref at) : Utf8(ref at);
            crossesLine |= next is (byte)'\n' or (byte)'\r';
            if (found is var (kind, text) && fault is null)
                (fault, message) = (kind, $"{text}, as character {LineMap.Units(bytes.AsSpan(start, from - start))} of this text.");
        }

        if (at >= bytes.Length || (crossesLine && !IsFollowedBySeparator(at + 1)))
            return new Lexeme(TokenKind.Text, start + 1, InputFaults.EndsTooEarly, "The text that starts here has no closing quote.", true);
        return new Lexeme(TokenKind.Text, at + 1, fault, message);
    }

    private bool IsFollowedBySeparator(int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at >= bytes.Length || bytes[at] is (byte)',' or (byte)':' or (byte)'}' or (byte)']';
    }

    private (FaultKind, string)? Control(ref int at) =>
        (InputFaults.ControlCharacter, $"The control character U+{bytes[at++]:X4} stands raw");

    private (FaultKind, string)? Utf8(ref int at)
    {
        var isValid = Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length) == System.Buffers.OperationStatus.Done;
        at += length;
        return isValid ? null : (InputFaults.InvalidUtf8, "There are bytes that are not UTF-8");
    }

    private (FaultKind, string)? Escape(ref int at)
    {
        var from = at;
        at += 2;
        if (from + 1 >= bytes.Length)
            return null;
        switch (bytes[from + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return null;
            case (byte)'u' when CodeUnit(from) is { } unit:
                at += 4;
                if (!char.IsSurrogate(unit))
                    return null;
                if (char.IsHighSurrogate(unit) && CodeUnit(at) is { } low && char.IsLowSurrogate(low))
                {
                    at += 6;
                    return null;
                }

                return (InputFaults.LoneSurrogate, $"The escape \\u{(int)unit:X4} is half a character");
            case (byte)'u':
                return (InputFaults.BadEscape, "A \\u is not followed by four hexadecimal digits");
            default:
                at = from + 1;
                var length = Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var consumed) == System.Buffers.OperationStatus.Done ? consumed : 1;
                if (bytes[at] >= 0x20)
                    at += length;
                return (InputFaults.BadEscape, Rune.IsControl(rune) ? "There is a lone backslash" : $"JSON has no escape \\{rune}");
        }
    }

    /// <summary>The UTF-16 unit of the escape <c>\uXXXX</c> that starts here; null where none does.</summary>
    private char? CodeUnit(int at) =>
        at + 6 <= bytes.Length && bytes[at] == '\\' && bytes[at + 1] == 'u'
        && ushort.TryParse(bytes.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    private Lexeme SingleQuoted(int start)
    {
        var at = start + 1;
        while (at < bytes.Length && bytes[at] is not ((byte)'\'' or (byte)'\n' or (byte)'\r'))
            at += bytes[at] == '\\' ? 2 : 1;
        return at < bytes.Length && bytes[at] == '\''
            ? new Lexeme(TokenKind.Text, at + 1, InputFaults.SingleQuotes, "Text stands in double quotes, not single ones.")
            : new Lexeme(TokenKind.Text, start + 1, InputFaults.SingleQuotes, "Text stands in double quotes, not single ones.", true);
    }

    private Lexeme Word(int start)
    {
        var end = RunEnd(start);
        var word = bytes.AsSpan(start, end - start);
        return word.SequenceEqual("true"u8) ? new Lexeme(TokenKind.True, end)
            : word.SequenceEqual("false"u8) ? new Lexeme(TokenKind.False, end)
            : word.SequenceEqual("null"u8) ? new Lexeme(TokenKind.Null, end)
            : new Lexeme(TokenKind.Number, end, InputFaults.BareWord, $"{Shown(word)} is no value of JSON; text stands in double quotes.");
    }

    private Lexeme Number(int start)
    {
        var end = RunEnd(start);
        var number = bytes.AsSpan(start, end - start);
        if (!IsNumber(number))
            return new Lexeme(TokenKind.Number, end, InputFaults.MalformedNumber, $"{Shown(number)} is no number of JSON.");
        return (number.Length > 300 || number.IndexOfAny((byte)'e', (byte)'E') >= 0)
            && !double.IsFinite(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture))
            ? new Lexeme(TokenKind.Number, end, InputFaults.NumberOutsideDouble, $"{Shown(number)} is larger than a double can be.")
            : new Lexeme(TokenKind.Number, end);
    }

    /// <summary>RFC 8259, section 6: <c>-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?</c></summary>
    private static bool IsNumber(ReadOnlySpan<byte> number)
    {
        var at = number[0] == '-' ? 1 : 0;
        var whole = Digits(number, ref at);
        if (whole == 0 || (whole > 1 && number[at - whole] == '0'))
            return false;
        if (at < number.Length && number[at] == '.')
        {
            at++;
            if (Digits(number, ref at) == 0)
                return false;
        }

        if (at < number.Length && number[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < number.Length && number[at] is (byte)'+' or (byte)'-')
                at++;
            if (Digits(number, ref at) == 0)
                return false;
        }

        return at == number.Length;
    }

    private static int Digits(ReadOnlySpan<byte> number, ref int at)
    {
        var start = at;
        while (at < number.Length && number[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at - start;
    }

    private int RunEnd(int at)
    {
        while (at < bytes.Length && (char.IsAsciiLetterOrDigit((char)bytes[at]) || bytes[at] is (byte)'_' or (byte)'$' or (byte)'+' or (byte)'-' or (byte)'.'))
            at++;
        return at;
    }

    private static string Shown(ReadOnlySpan<byte> word) =>
        word.Length <= 40 ? Encoding.UTF8.GetString(word) : Encoding.UTF8.GetString(word[..40]) + "…";
}
