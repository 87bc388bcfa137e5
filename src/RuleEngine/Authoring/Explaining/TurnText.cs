using System.Globalization;
using RuleEngine.Parsing;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Authoring.Explaining;

/// <summary>Changes that turn a verdict, in words: single ones at one place are one sentence; of pairs at the same two places, the first.</summary>
internal static class TurnText
{
    private const int MostValues = 3;
    private const int MostUnits = 120;

    /// <summary>Stands for whatever name there may be.</summary>
    private const string AnyName = "\"\u2026\"";

    /// <summary>What would have to be so, for each place where a change turns the verdict the same way.</summary>
    /// <param name="turns">The changes.</param>
    /// <param name="file">The proposal, whose places are named by article and kind, with their lines.</param>
    public static IEnumerable<string> Conditions(IEnumerable<VerdictTurn> turns, ProposalFile file) => turns
        .GroupBy(turn => string.Join('\n', turn.Operations.Select(operation => $"{operation.Kind} {operation.Pointer}")))
        .Select(alike => alike.First().Operations is { Count: > 1 } pair
            ? string.Join(" and ", pair.Select(operation => Condition([operation], file)))
            : Condition([.. alike.Select(turn => turn.Operations[0])], file));

    private static string Condition(List<PatchOperation> alike, ProposalFile file)
    {
        var kind = alike[0].Kind;
        var location = file.PlaceOf(alike[0]);
        var isNewMember = alike[0].Pointer.EndsWith("/-", StringComparison.Ordinal);
        var place = $"{(isNewMember ? location.Address![..^2] : location.Address)} ({location})";
        if (kind == PatchKind.Remove)
            return IsMember(alike[0].Pointer) ? $"{place} were removed" : $"{place} were not stated";
        if (alike.TrueForAll(operation => operation.Value == AnyName))
            return kind == PatchKind.Replace ? $"{place} were another" : $"{place} were stated";
        var values = Listed([.. alike.Select(operation => operation.Value!)]);
        return kind == PatchKind.Replace ? $"{place} were {values}" : isNewMember ? $"{place} had one more: {values}" : $"{place} were stated: {values}";
    }

    private static bool IsMember(string pointer) => int.TryParse(pointer[(pointer.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The first values, as many as a line holds.</summary>
    private static string Listed(List<string> values)
    {
        var shown = new List<string>();
        foreach (var value in values.Take(MostValues).Select(value => value is ['"', ..] ? value.Trim('"') : value))
        {
            if (shown.Count > 0 && shown.Sum(each => each.Length) + value.Length > MostUnits)
                break;
            shown.Add(value.Length <= MostUnits ? value : $"{value[..MostUnits]}…");
        }

        var more = values.Count - shown.Count;
        return more > 0 ? $"{string.Join(", ", shown)} or {more} other{(more == 1 ? "" : "s")}"
            : shown.Count == 1 ? shown[0]
            : $"{string.Join(", ", shown.SkipLast(1))} or {shown[^1]}";
    }
}
