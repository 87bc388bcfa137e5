using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RuleEngine.Parsing;

/// <summary>
/// The hash of a value, however it is written: white space, escapes, the order of properties and the spelling of numbers make no difference.
/// </summary>
internal sealed class ContentHash(JsonText text)
{
    /// <summary>64 bits tell the clauses of a file apart, and can be read aloud.</summary>
    private const int Bytes = 8;

    private readonly StringBuilder _form = new();

    /// <summary>16 hexadecimal digits: the first of the SHA-256 of the value's one form, in which properties stand in ordinal order.</summary>
    public static string Of(JsonText text, int token)
    {
        var hash = new ContentHash(text);
        hash.Append(token);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash._form.ToString())).AsSpan(0, Bytes));
    }

    private void Append(int token)
    {
        switch (text.Map[token].Kind)
        {
            case TokenKind.Object:
                AppendObject(token);
                break;
            case TokenKind.List:
                _form.Append('[');
                for (var item = token + 1; text.Map[item].Kind != TokenKind.EndList; item = text.Map[item].Next)
                {
                    Append(item);
                    _form.Append(',');
                }

                _form.Append(']');
                break;
            case TokenKind.Text:
                AppendText(text.TextOf(token));
                break;
            case TokenKind.Number:
                _form.Append(text.NumberOf(token).ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                _form.Append(text.Map[token].Kind);
                break;
        }
    }

    private void AppendObject(int token)
    {
        var properties = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var name = token + 1; text.Map[name].Kind == TokenKind.Name; name = text.Map[name + 1].Next)
            properties.Add(text.TextOf(name), name + 1);
        _form.Append('{');
        foreach (var (name, value) in properties)
        {
            AppendText(name);
            Append(value);
        }

        _form.Append('}');
    }

    /// <summary>The length before the text keeps what is in it apart from what follows it.</summary>
    private void AppendText(string value) => _form.Append(CultureInfo.InvariantCulture, $"{value.Length}\"{value}");
}
