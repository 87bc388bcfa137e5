namespace RuleEngine.Model;

/// <summary>What a misspelt word may have been meant to be.</summary>
public static class Spelling
{
    /// <summary>
    /// The known word nearest to what was written (by insertions, deletions, replacements and swaps of neighbours, case ignored), as a
    /// sentence; where none is near, the known words themselves if they are few.
    /// </summary>
    public static string Suggestion(string written, IReadOnlyList<string> known)
    {
        var nearest = known.MinBy(word => Distance(Fold(written), Fold(word)));
        if (nearest is not null && Distance(Fold(written), Fold(nearest)) <= Math.Max(1, Math.Max(nearest.Length, written.Length) * 2 / 5))
            return $"Did you mean {nearest}?";
        return nearest is null ? "Nothing is known here."
            : known.Count > 13 ? $"The nearest known is {nearest}."
            : $"Known here: {string.Join(", ", known)}.";
    }

    /// <summary>At most 40 characters of what was written.</summary>
    public static string Cut(string written) => written.Length <= 40 ? written : written[..(char.IsHighSurrogate(written[39]) ? 39 : 40)] + "…";

    private static string Fold(string word) => word.Length > 64 ? word[..64].ToLowerInvariant() : word.ToLowerInvariant();

    /// <summary>Optimal string alignment distance.</summary>
    private static int Distance(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var replace = cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[one.Length, other.Length];
    }
}
