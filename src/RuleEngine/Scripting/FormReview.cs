using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>Whether a form that a script returned is filled in as it must be.</summary>
internal static class FormReview
{
    public static IEnumerable<Fault> Faults(ScriptSource source, Rule rule)
    {
        if (rule.Checks.Count == 0 == (rule.Limbs.Count == 0))
            yield return source.Fault(RuleFaults.IncompleteForm, "A rule has either Checks or Limbs.", "new Rule");
        foreach (var limb in rule.Limbs.Where(limb => limb.Checks.Count == 0))
            yield return source.Fault(RuleFaults.IncompleteForm, $"The limb \"{limb.Name}\" has no checks.", $"\"{limb.Name}\"");
        foreach (var limb in rule.Limbs.GroupBy(limb => limb.Name).Where(same => same.Count() > 1))
            yield return source.Fault(RuleFaults.IncompleteForm, $"Two limbs are called \"{limb.Key}\".", $"\"{limb.Key}\"", 2);
        if (rule.Findings.Count == 0)
            yield return source.Fault(RuleFaults.IncompleteForm, "The rule declares no findings.", "Findings");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in rule.Findings)
        {
            var written = $"\"{kind.Id}\"";
            if (!seen.Add(kind.Id))
                yield return source.Fault(RuleFaults.BadFindingId, $"{kind.Id} is declared twice.", written, 2);
            else if (!IsRightId(source.Id, kind))
                yield return source.Fault(RuleFaults.BadFindingId, $"{kind.Id} is no id of a {kind.Role} of {source.Id}: {source.Id}{Range(kind.Role)} are.", written);
        }
    }

    private static bool IsRightId(string rule, FindingKind kind)
    {
        if (kind.Id.Length != rule.Length + 2 || !kind.Id.StartsWith(rule, StringComparison.Ordinal)
            || !char.IsAsciiDigit(kind.Id[^2]) || !char.IsAsciiDigit(kind.Id[^1]))
        {
            return false;
        }

        var number = ((kind.Id[^2] - '0') * 10) + kind.Id[^1] - '0';
        return kind.Role == Role.Violation ? number is >= 1 and <= 49
            : kind.Role == Role.Gap ? number is >= 50 and <= 66
            : kind.Role == Role.Concern ? number is >= 70 and <= 78
            : number >= 80;
    }

    private static string Range(Role role) =>
        role == Role.Violation ? "01 to 49" : role == Role.Gap ? "50 to 66" : role == Role.Concern ? "70 to 78" : "80 to 99";
}
