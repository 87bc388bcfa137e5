using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>Whether a form that a script returned is filled in as it must be.</summary>
internal static class FormReview
{
    /// <summary>Adds what is wrong with the form.</summary>
    public static void Check(ScriptSource source, Rule rule, List<Fault> faults)
    {
        if (rule.Checks.Count == 0 == (rule.Limbs.Count == 0))
            faults.Add(source.Fault(RuleFaults.IncompleteForm, "A rule has either Checks or Limbs.", "new Rule"));
        for (var index = 0; index < rule.Limbs.Count; index++)
        {
            var limb = rule.Limbs[index];
            if (limb.Checks.Count == 0)
                faults.Add(source.Fault(RuleFaults.IncompleteForm, $"The limb \"{limb.Name}\" has no checks.", $"\"{limb.Name}\""));
            if (IsRepeated(rule.Limbs, index))
                faults.Add(source.Fault(RuleFaults.IncompleteForm, $"Two limbs are called \"{limb.Name}\".", $"\"{limb.Name}\"", 2));
        }

        if (rule.Findings.Count == 0)
            faults.Add(source.Fault(RuleFaults.IncompleteForm, "The rule declares no findings.", "Findings"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in rule.Findings)
        {
            if (!seen.Add(kind.Id))
                faults.Add(source.Fault(RuleFaults.BadFindingId, $"{kind.Id} is declared twice.", $"\"{kind.Id}\"", 2));
            else if (!IsRightId(source.Id, kind))
                faults.Add(source.Fault(RuleFaults.BadFindingId, $"{kind.Id} is no id of a {kind.Role} of {source.Id}: {source.Id}{Range(kind.Role)} are.", $"\"{kind.Id}\""));
        }
    }

    private static bool IsRepeated(IReadOnlyList<Limb> limbs, int index)
    {
        for (var before = 0; before < index; before++)
        {
            if (limbs[before].Name == limbs[index].Name)
                return true;
        }

        return false;
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
