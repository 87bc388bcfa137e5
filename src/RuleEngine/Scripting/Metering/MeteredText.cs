using System.ComponentModel;

namespace RuleEngine.Scripting.Metering;

/// <summary>Strings compared, searched and cut: each member does what <see cref="string"/>'s of the same name and parameters does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StandsInFor(typeof(string))]
public static class MeteredText
{
    /// <inheritdoc cref="string.op_Equality"/>
    public static bool op_Equality(string? one, string? other)
    {
        if (ReferenceEquals(one, other))
            return true;
        if (one is null || other is null || one.Length != other.Length)
            return false;
        LibraryCharge.Read(one.Length);
        return string.Equals(one, other);
    }

    /// <inheritdoc cref="string.op_Inequality"/>
    public static bool op_Inequality(string? one, string? other) => !op_Equality(one, other);

    /// <inheritdoc cref="string.Equals(string, string)"/>
    public static bool Equals(string? one, string? other) => op_Equality(one, other);

    /// <inheritdoc cref="string.Contains(string)"/>
    public static bool Contains(this string text, string value)
    {
        Search(text, value);
        return text.Contains(value);
    }

    /// <inheritdoc cref="string.Contains(string, StringComparison)"/>
    public static bool Contains(this string text, string value, StringComparison comparison)
    {
        Search(text, value);
        return text.Contains(value, comparison);
    }

    /// <inheritdoc cref="string.IndexOf(string)"/>
    public static int IndexOf(this string text, string value)
    {
        Search(text, value);
        return text.IndexOf(value);
    }

    /// <inheritdoc cref="string.IndexOf(string, int)"/>
    public static int IndexOf(this string text, string value, int start)
    {
        Search(text, value);
        return text.IndexOf(value, start);
    }

    /// <inheritdoc cref="string.IndexOf(string, StringComparison)"/>
    public static int IndexOf(this string text, string value, StringComparison comparison)
    {
        Search(text, value);
        return text.IndexOf(value, comparison);
    }

    /// <inheritdoc cref="string.IndexOf(string, int, StringComparison)"/>
    public static int IndexOf(this string text, string value, int start, StringComparison comparison)
    {
        Search(text, value);
        return text.IndexOf(value, start, comparison);
    }

    /// <inheritdoc cref="string.LastIndexOf(string)"/>
    public static int LastIndexOf(this string text, string value)
    {
        Search(text, value);
        return text.LastIndexOf(value);
    }

    /// <inheritdoc cref="string.LastIndexOf(string, StringComparison)"/>
    public static int LastIndexOf(this string text, string value, StringComparison comparison)
    {
        Search(text, value);
        return text.LastIndexOf(value, comparison);
    }

    /// <inheritdoc cref="string.Replace(string, string)"/>
    public static string Replace(this string text, string old, string? other)
    {
        Exchange(text, old, other);
        return LibraryCharge.Limited(text.Replace(old, other));
    }

    /// <inheritdoc cref="string.Replace(string, string, StringComparison)"/>
    public static string Replace(this string text, string old, string? other, StringComparison comparison)
    {
        Exchange(text, old, other);
        return LibraryCharge.Limited(text.Replace(old, other, comparison));
    }

    /// <inheritdoc cref="string.Split(char, StringSplitOptions)"/>
    public static string[] Split(this string text, char separator, StringSplitOptions options)
    {
        Cut(text, 1);
        return text.Split(separator, options);
    }

    /// <inheritdoc cref="string.Split(char, int, StringSplitOptions)"/>
    public static string[] Split(this string text, char separator, int count, StringSplitOptions options)
    {
        Cut(text, 1);
        return text.Split(separator, count, options);
    }

    /// <inheritdoc cref="string.Split(char[])"/>
    public static string[] Split(this string text, params char[]? separators)
    {
        Cut(text, 1 + (separators?.Length ?? 0));
        return text.Split(separators);
    }

    /// <inheritdoc cref="string.Split(char[], StringSplitOptions)"/>
    public static string[] Split(this string text, char[]? separators, StringSplitOptions options)
    {
        Cut(text, 1 + (separators?.Length ?? 0));
        return text.Split(separators, options);
    }

    /// <inheritdoc cref="string.Split(string, StringSplitOptions)"/>
    public static string[] Split(this string text, string? separator, StringSplitOptions options)
    {
        Cut(text, 1 + (separator?.Length ?? 0));
        return text.Split(separator, options);
    }

    /// <inheritdoc cref="string.Split(string, int, StringSplitOptions)"/>
    public static string[] Split(this string text, string? separator, int count, StringSplitOptions options)
    {
        Cut(text, 1 + (separator?.Length ?? 0));
        return text.Split(separator, count, options);
    }

    /// <inheritdoc cref="string.Split(string[], StringSplitOptions)"/>
    public static string[] Split(this string text, string[]? separators, StringSplitOptions options)
    {
        Cut(text, 1 + (separators?.Sum(separator => (long)(separator?.Length ?? 0)) ?? 0));
        return text.Split(separators, options);
    }

    /// <summary>At worst, the value is compared at each place of the text.</summary>
    private static void Search(string text, string? value) => LibraryCharge.Read(text.Length * (1L + ((value?.Length ?? 0) / Extent.CharactersPerStep)));

    /// <summary>At worst, the text is nothing but what is replaced.</summary>
    private static void Exchange(string text, string? old, string? other)
    {
        Search(text, old);
        LibraryCharge.NewPieces(old is not { Length: > 0 } || other is null || other.Length <= old.Length ? text.Length
            : text.Length + ((long)(text.Length / old.Length) * (other.Length - old.Length)));
    }

    /// <summary>At worst, there is a piece for every other character.</summary>
    private static void Cut(string text, long separators)
    {
        LibraryCharge.Read(text.Length * separators);
        LibraryCharge.NewPieces(10L * text.Length);
    }
}
