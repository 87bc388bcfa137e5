using System.ComponentModel;
using System.Text;

namespace RuleEngine.Scripting.Metering;

/// <summary>Texts built piece by piece: each member does what <see cref="StringBuilder"/>'s of the same name and parameters does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StandsInFor(typeof(StringBuilder))]
public static class MeteredBuilding
{
    /// <inheritdoc cref="StringBuilder.Append(object)"/>
    public static StringBuilder Append(this StringBuilder builder, object? part) => builder.Append(MeteredWriting.Text(part));

    /// <inheritdoc cref="StringBuilder.Append(char, int)"/>
    public static StringBuilder Append(this StringBuilder builder, char character, int count)
    {
        LibraryCharge.NewText(Math.Max(0, count));
        return builder.Append(character, count);
    }

    /// <inheritdoc cref="StringBuilder.AppendJoin(string, string[])"/>
    public static StringBuilder AppendJoin(this StringBuilder builder, string? separator, params string?[] parts) =>
        builder.Append(MeteredWriting.Join(separator, parts));

    /// <inheritdoc cref="StringBuilder.AppendJoin{T}(string, IEnumerable{T})"/>
    public static StringBuilder AppendJoin<T>(this StringBuilder builder, string? separator, IEnumerable<T> parts) =>
        builder.Append(MeteredWriting.Join(separator, parts));

    /// <inheritdoc cref="StringBuilder.AppendJoin(string, ReadOnlySpan{string})"/>
    public static StringBuilder AppendJoin(this StringBuilder builder, string? separator, params ReadOnlySpan<string?> parts) =>
        builder.Append(MeteredWriting.Join(separator, parts));
}
