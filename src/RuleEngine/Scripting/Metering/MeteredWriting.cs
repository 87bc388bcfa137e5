using System.ComponentModel;

namespace RuleEngine.Scripting.Metering;

/// <summary>Strings put together: each member does what <see cref="string"/>'s of the same name and parameters does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StandsInFor(typeof(string))]
public static class MeteredWriting
{
    /// <inheritdoc cref="string.Concat(string, string)"/>
    public static string Concat(string? one, string? two)
    {
        LibraryCharge.NewText(Length(one) + Length(two));
        return string.Concat(one, two);
    }

    /// <inheritdoc cref="string.Concat(string, string, string)"/>
    public static string Concat(string? one, string? two, string? three)
    {
        LibraryCharge.NewText(Length(one) + Length(two) + Length(three));
        return string.Concat(one, two, three);
    }

    /// <inheritdoc cref="string.Concat(string, string, string, string)"/>
    public static string Concat(string? one, string? two, string? three, string? four)
    {
        LibraryCharge.NewText(Length(one) + Length(two) + Length(three) + Length(four));
        return string.Concat(one, two, three, four);
    }

    /// <inheritdoc cref="string.Concat(ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static string Concat(ReadOnlySpan<char> one, ReadOnlySpan<char> two)
    {
        LibraryCharge.NewText((long)one.Length + two.Length);
        return string.Concat(one, two);
    }

    /// <inheritdoc cref="string.Concat(ReadOnlySpan{char}, ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static string Concat(ReadOnlySpan<char> one, ReadOnlySpan<char> two, ReadOnlySpan<char> three)
    {
        LibraryCharge.NewText((long)one.Length + two.Length + three.Length);
        return string.Concat(one, two, three);
    }

    /// <inheritdoc cref="string.Concat(ReadOnlySpan{char}, ReadOnlySpan{char}, ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static string Concat(ReadOnlySpan<char> one, ReadOnlySpan<char> two, ReadOnlySpan<char> three, ReadOnlySpan<char> four)
    {
        LibraryCharge.NewText((long)one.Length + two.Length + three.Length + four.Length);
        return string.Concat(one, two, three, four);
    }

    /// <inheritdoc cref="string.Concat(object)"/>
    public static string Concat(object? one) => Concat((ReadOnlySpan<object?>)[one]);

    /// <inheritdoc cref="string.Concat(object, object)"/>
    public static string Concat(object? one, object? two) => Concat((ReadOnlySpan<object?>)[one, two]);

    /// <inheritdoc cref="string.Concat(object, object, object)"/>
    public static string Concat(object? one, object? two, object? three) => Concat((ReadOnlySpan<object?>)[one, two, three]);

    /// <inheritdoc cref="string.Concat(object[])"/>
    public static string Concat(params object?[] parts) => Concat((ReadOnlySpan<object?>)parts);

    /// <inheritdoc cref="string.Concat(string[])"/>
    public static string Concat(params string?[] parts) => Join("", (ReadOnlySpan<string?>)parts);

    /// <inheritdoc cref="string.Concat(IEnumerable{string})"/>
    public static string Concat(IEnumerable<string?> parts) => Join("", parts);

    /// <inheritdoc cref="string.Concat{T}(IEnumerable{T})"/>
    public static string Concat<T>(IEnumerable<T> parts) => Join("", parts);

    /// <inheritdoc cref="string.Concat(ReadOnlySpan{string})"/>
    public static string Concat(params ReadOnlySpan<string?> parts) => Join("", parts);

    /// <inheritdoc cref="string.Concat(ReadOnlySpan{object})"/>
    public static string Concat(params ReadOnlySpan<object?> parts) => Join("", parts);

    /// <inheritdoc cref="string.Join(string, string[])"/>
    public static string Join(string? separator, params string?[] parts) => Join(separator, (ReadOnlySpan<string?>)parts);

    /// <inheritdoc cref="string.Join(string, object[])"/>
    public static string Join(string? separator, params object?[] parts) => Join(separator, (ReadOnlySpan<object?>)parts);

    /// <inheritdoc cref="string.Join(string, IEnumerable{string})"/>
    public static string Join(string? separator, IEnumerable<string?> parts)
    {
        if (parts is not ICollection<string?> and not IReadOnlyCollection<string?>)
            parts = [.. parts];
        else
            LibraryCharge.Scan(parts, Meter.Current);
        var length = 0L;
        var count = 0;
        foreach (var part in parts)
        {
            length += Length(part);
            count++;
        }

        LibraryCharge.NewText(length + (Length(separator) * Math.Max(0, count - 1)));
        return string.Join(separator, parts);
    }

    /// <inheritdoc cref="string.Join{T}(string, IEnumerable{T})"/>
    public static string Join<T>(string? separator, IEnumerable<T> parts)
    {
        LibraryCharge.Scan(parts, Meter.Current);
        List<string?> texts = [.. parts.Select(part => Text(part))];
        return Join(separator, texts);
    }

    /// <inheritdoc cref="string.Join(string, ReadOnlySpan{string})"/>
    public static string Join(string? separator, params ReadOnlySpan<string?> parts)
    {
        var length = Length(separator) * Math.Max(0, parts.Length - 1);
        foreach (var part in parts)
            length += Length(part);
        LibraryCharge.Members(parts.Length);
        LibraryCharge.NewText(length);
        return string.Join(separator, parts);
    }

    /// <inheritdoc cref="string.Join(string, ReadOnlySpan{object})"/>
    public static string Join(string? separator, params ReadOnlySpan<object?> parts)
    {
        var texts = new string?[parts.Length];
        for (var index = 0; index < texts.Length; index++)
            texts[index] = Text(parts[index]);
        return Join(separator, (ReadOnlySpan<string?>)texts);
    }

    /// <inheritdoc cref="string.Join(char, string[])"/>
    public static string Join(char separator, params string?[] parts) => Join(separator.ToString(), (ReadOnlySpan<string?>)parts);

    /// <inheritdoc cref="string.Join(char, object[])"/>
    public static string Join(char separator, params object?[] parts) => Join(separator.ToString(), (ReadOnlySpan<object?>)parts);

    /// <inheritdoc cref="string.Join{T}(char, IEnumerable{T})"/>
    public static string Join<T>(char separator, IEnumerable<T> parts) => Join(separator.ToString(), parts);

    /// <inheritdoc cref="string.Join(char, ReadOnlySpan{string})"/>
    public static string Join(char separator, params ReadOnlySpan<string?> parts) => Join(separator.ToString(), parts);

    /// <inheritdoc cref="string.Join(char, ReadOnlySpan{object})"/>
    public static string Join(char separator, params ReadOnlySpan<object?> parts) => Join(separator.ToString(), parts);

    /// <summary>What a part comes to, charged like a string that is made.</summary>
    internal static string? Text<T>(T part)
    {
        if (part is string text)
            return text;
        var made = part?.ToString();
        LibraryCharge.MadeText(made, Meter.Current);
        return made;
    }

    private static long Length(string? text) => text?.Length ?? 0;
}
