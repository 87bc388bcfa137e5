using System.Globalization;

namespace RuleEngine.Parsing.Patching;

/// <summary>In which order two operations that were found on one text can be applied to it, so that neither moves what the other means.</summary>
internal static class PatchOrder
{
    /// <summary>Whether neither changes what the other changes, or what it stands in.</summary>
    public static bool AreApart(PatchOperation one, PatchOperation other) =>
        (one.Pointer == other.Pointer && one.Pointer.EndsWith("/-", StringComparison.Ordinal)) || !(Holds(one, other) || Holds(other, one));

    /// <summary>What adds and replaces comes first, what removes last, and of a list the later member first.</summary>
    public static PatchOperation[] Sorted(PatchOperation one, PatchOperation other)
    {
        var isInOrder = (one.Kind == PatchKind.Remove) == (other.Kind == PatchKind.Remove) ? Compare(one.Pointer, other.Pointer) >= 0 : other.Kind == PatchKind.Remove;
        return isInOrder ? [one, other] : [other, one];
    }

    private static bool Holds(PatchOperation one, PatchOperation other) => (other.Pointer + "/").StartsWith(one.Pointer + "/", StringComparison.Ordinal);

    private static int Compare(string one, string other)
    {
        foreach (var (left, right) in one.Split('/').Zip(other.Split('/')))
        {
            var order = int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
                ? first.CompareTo(second) : string.CompareOrdinal(left, right);
            if (order != 0)
                return order;
        }

        return 0;
    }
}
