using System.ComponentModel;

namespace RuleEngine.Scripting.Metering;

/// <summary>Strings made from a format: each member does what <see cref="string"/>'s of the same name and parameters does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StandsInFor(typeof(string))]
public static class MeteredFormatting
{
    /// <inheritdoc cref="string.Format(string, object)"/>
    public static string Format(string format, object? one) => Format(null, format, (ReadOnlySpan<object?>)[one]);

    /// <inheritdoc cref="string.Format(string, object, object)"/>
    public static string Format(string format, object? one, object? two) => Format(null, format, (ReadOnlySpan<object?>)[one, two]);

    /// <inheritdoc cref="string.Format(string, object, object, object)"/>
    public static string Format(string format, object? one, object? two, object? three) => Format(null, format, (ReadOnlySpan<object?>)[one, two, three]);

    /// <inheritdoc cref="string.Format(string, object[])"/>
    public static string Format(string format, params object?[] parts) => Format(null, format, (ReadOnlySpan<object?>)parts);

    /// <inheritdoc cref="string.Format(string, ReadOnlySpan{object})"/>
    public static string Format(string format, params ReadOnlySpan<object?> parts) => Format(null, format, parts);

    /// <inheritdoc cref="string.Format(IFormatProvider, string, object)"/>
    public static string Format(IFormatProvider? provider, string format, object? one) => Format(provider, format, (ReadOnlySpan<object?>)[one]);

    /// <inheritdoc cref="string.Format(IFormatProvider, string, object, object)"/>
    public static string Format(IFormatProvider? provider, string format, object? one, object? two) => Format(provider, format, (ReadOnlySpan<object?>)[one, two]);

    /// <inheritdoc cref="string.Format(IFormatProvider, string, object, object, object)"/>
    public static string Format(IFormatProvider? provider, string format, object? one, object? two, object? three) =>
        Format(provider, format, (ReadOnlySpan<object?>)[one, two, three]);

    /// <inheritdoc cref="string.Format(IFormatProvider, string, object[])"/>
    public static string Format(IFormatProvider? provider, string format, params object?[] parts) => Format(provider, format, (ReadOnlySpan<object?>)parts);

    /// <inheritdoc cref="string.Format(IFormatProvider, string, ReadOnlySpan{object})"/>
    public static string Format(IFormatProvider? provider, string format, params ReadOnlySpan<object?> parts)
    {
        LibraryCharge.Format(format, Meter.Current);
        var longest = 0L;
        foreach (var part in parts)
            longest = Math.Max(longest, Extent.Bytes(part) / 2);
        LibraryCharge.NewPieces(format.Length + (longest * (format.AsSpan().Count('{') + 1)));
        return LibraryCharge.Limited(string.Format(provider, format, parts));
    }
}
