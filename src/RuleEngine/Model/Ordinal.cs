namespace RuleEngine.Model;

/// <summary>
/// The order of texts by their UTF-16 units. That of <see cref="string.CompareOrdinal(string, string)"/>, whose code is made anew at each
/// start, since it is as wide as the processor.
/// </summary>
internal static class Ordinal
{
    /// <summary>Below 0 where the first comes first; null comes before every text.</summary>
    public static int Compare(string? one, string? other)
    {
        if (ReferenceEquals(one, other))
            return 0;
        if (one is null || other is null)
            return one is null ? -1 : 1;
        var common = Math.Min(one.Length, other.Length);
        for (var index = 0; index < common; index++)
        {
            if (one[index] != other[index])
                return one[index] - other[index];
        }

        return one.Length - other.Length;
    }
}
