using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;

namespace RuleEngine.Reporting;

/// <summary>
/// Writes JSON, its names ready-made. A batch spends as much on writing as on reading; this is the one writer of the contract's two forms,
/// with lines and without, since the framework's writer takes thrice as long for the same bytes.
/// </summary>
/// <param name="isIndented">Whether each member stands on a line of its own.</param>
internal sealed class JsonPen(bool isIndented)
{
    private const int Relief = 1 << 16;

    /// <summary>What cannot stand between quotes as it is; what is no ASCII is looked at by itself.</summary>
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code), (byte)'"', (byte)'\\', 127]);

    private byte[] _bytes = new byte[1 << 14];
    private int _count;
    private int _depth;

    /// <summary>Whether something stands before in the same object or list.</summary>
    private bool _isFurther;

    /// <summary>What is written and not handed on.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Forgets what is written.</summary>
    public void Clear() => _count = 0;

    /// <summary>Hands on what is written, once it is worth it.</summary>
    public void Relieve(Stream output)
    {
        if (_count > Relief)
            HandOn(output);
    }

    /// <summary>Hands on what is written.</summary>
    public void HandOn(Stream output)
    {
        output.Write(Written);
        Clear();
    }

    /// <summary>Ends a line.</summary>
    public void EndLine()
    {
        Room(1)[0] = (byte)'\n';
        _count++;
        _isFurther = false;
    }

    public void Open() => Open((byte)'{');

    public void Open(ReadOnlySpan<byte> name)
    {
        Name(name);
        Begin((byte)'{');
    }

    public void Close() => End((byte)'}');

    public void OpenList(ReadOnlySpan<byte> name)
    {
        Name(name);
        Begin((byte)'[');
    }

    public void CloseList() => End((byte)']');

    /// <summary>A member of a list.</summary>
    public void Item(string text)
    {
        Separate();
        Text(text);
    }

    /// <summary>A property; null is written where the text is.</summary>
    public void Property(ReadOnlySpan<byte> name, string? text)
    {
        Name(name);
        if (text is null)
            Raw("null"u8);
        else
            Text(text);
    }

    /// <summary>A property that is <c>null</c>.</summary>
    public void Null(ReadOnlySpan<byte> name)
    {
        Name(name);
        Raw("null"u8);
    }

    /// <summary>A property with text that is UTF-8 already.</summary>
    public void Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        Name(name);
        if (!Ascii.IsValid(text) || text.IndexOfAny(Special) >= 0)
        {
            Text(Encoding.UTF8.GetString(text));
            return;
        }

        var room = Room(text.Length + 2);
        room[0] = (byte)'"';
        text.CopyTo(room[1..]);
        room[text.Length + 1] = (byte)'"';
        _count += text.Length + 2;
    }

    public void Property(ReadOnlySpan<byte> name, long number)
    {
        Name(name);
        Utf8Formatter.TryFormat(number, Room(20), out var length);
        _count += length;
    }

    public void Property(ReadOnlySpan<byte> name, bool flag)
    {
        Name(name);
        Raw(flag ? "true"u8 : "false"u8);
    }

    /// <summary>A property whose value is JSON already.</summary>
    public void Json(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Raw(Encoding.UTF8.GetBytes(value));
    }

    private void Open(byte bracket)
    {
        Separate();
        Begin(bracket);
    }

    private void Begin(byte bracket)
    {
        Room(1)[0] = bracket;
        _count++;
        _depth++;
        _isFurther = false;
    }

    private void End(byte bracket)
    {
        _depth--;
        if (isIndented && _isFurther)
            NewLine();
        Room(1)[0] = bracket;
        _count++;
        _isFurther = true;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        var room = Room(name.Length + 4);
        room[0] = (byte)'"';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = (byte)'"';
        room[name.Length + 2] = (byte)':';
        _count += name.Length + 3;
        if (!isIndented)
            return;
        room[name.Length + 3] = (byte)' ';
        _count++;
    }

    private void Separate()
    {
        if (_isFurther)
        {
            Room(1)[0] = (byte)',';
            _count++;
        }

        if (isIndented && _depth > 0)
            NewLine();
        _isFurther = true;
    }

    private void NewLine()
    {
        var room = Room(1 + (2 * _depth));
        room[0] = (byte)'\n';
        room[1..(1 + (2 * _depth))].Fill((byte)' ');
        _count += 1 + (2 * _depth);
    }

    private void Text(string text)
    {
        var room = Room(text.Length + 2);
        if (Ascii.FromUtf16(text, room[1..], out var length) != OperationStatus.Done || room.Slice(1, length).IndexOfAny(Special) >= 0)
        {
            Raw(Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\""));
            return;
        }

        room[0] = (byte)'"';
        room[length + 1] = (byte)'"';
        _count += length + 2;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _count += bytes.Length;
    }

    /// <summary>So many bytes after what is written.</summary>
    private Span<byte> Room(int length)
    {
        if (_count + length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + length));
        return _bytes.AsSpan(_count);
    }
}
