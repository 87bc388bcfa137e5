using System.Text;

namespace RuleEngine.Model.Places;

/// <summary>
/// Where something stands. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.
/// </summary>
public sealed class Location : IEquatable<Location>
{
    /// <summary>Pointer and address as UTF-8, one after the other; null where they are given as text, or there are none.</summary>
    private readonly byte[]? _names;
    private readonly int _pointerLength;

    /// <param name="line">The line of the first character.</param>
    /// <param name="column">The column of the first character.</param>
    /// <param name="endLine">The line of the last character.</param>
    /// <param name="endColumn">The column after the last character.</param>
    /// <param name="pointer">JSON Pointer; null in a text that is not JSON.</param>
    /// <param name="address">The address; null in a text that is not JSON.</param>
    /// <param name="missing">Whether the place is that of something absent.</param>
    public Location(int line, int column, int endLine, int endColumn, string? pointer, string? address, bool missing = false)
    {
        (Line, Column, EndLine, EndColumn, Missing) = (line, column, endLine, endColumn, missing);
        (Pointer, Address) = (pointer, address);
    }

    /// <summary>The same, its names still to be made text of.</summary>
    internal Location(int line, int column, int endLine, int endColumn, byte[] names, int pointerLength, bool missing)
    {
        (Line, Column, EndLine, EndColumn, Missing) = (line, column, endLine, endColumn, missing);
        (_names, _pointerLength) = (names, pointerLength);
    }

    /// <summary>The line of the first character.</summary>
    public int Line { get; }

    /// <summary>The column of the first character.</summary>
    public int Column { get; }

    /// <summary>The line of the last character.</summary>
    public int EndLine { get; }

    /// <summary>The column after the last character.</summary>
    public int EndColumn { get; }

    /// <summary>JSON Pointer (RFC 6901); for what is absent, the pointer it would have; null in a text that is not JSON.</summary>
    public string? Pointer => field ??= _names is null ? null : Encoding.UTF8.GetString(PointerUtf8);

    /// <summary>The pointer with each index replaced by who stands there: <c>/articles[V]/provisions[defense]</c>; null in a text that is not JSON.</summary>
    public string? Address => field ??= _names is null ? null : Encoding.UTF8.GetString(AddressUtf8);

    /// <summary>Whether the place is that of something absent: the opening bracket of what lacks it.</summary>
    public bool Missing { get; }

    /// <summary>Whether the names are at hand as UTF-8.</summary>
    internal bool HasUtf8 => _names is not null;

    internal ReadOnlySpan<byte> PointerUtf8 => _names.AsSpan(0, _pointerLength);

    internal ReadOnlySpan<byte> AddressUtf8 => _names.AsSpan(_pointerLength);

    /// <inheritdoc/>
    public bool Equals(Location? other) =>
        other is not null && (Line, Column, EndLine, EndColumn, Missing) == (other.Line, other.Column, other.EndLine, other.EndColumn, other.Missing)
        && Pointer == other.Pointer && Address == other.Address;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Location);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Line, Column, EndLine, EndColumn, Missing);

    /// <summary>Line and column, as compilers print them.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
