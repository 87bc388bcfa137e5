using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What became of one principle from one draft to the next.</summary>
/// <param name="Old">What it came to before.</param>
/// <param name="New">What it comes to now.</param>
/// <param name="Added">What is found now and was not before, in the order of the later draft.</param>
/// <param name="Gone">What was found before and is not now, in the order of the earlier draft.</param>
/// <param name="Altered">What is found as before, of a clause that reads otherwise now; in the order of the later draft.</param>
public sealed record PrincipleChange(
    PrincipleResult Old, PrincipleResult New, IReadOnlyList<ReportedFinding> Added, IReadOnlyList<ReportedFinding> Gone, IReadOnlyList<ReportedFinding> Altered)
{
    /// <summary>Whether the verdict is another one.</summary>
    public bool IsChanged => Old.Verdict != New.Verdict;

    /// <summary>
    /// Whether the verdict is worse than before: upheld, undetermined, violated, error. Where a principle did not apply, or no longer does,
    /// what is worse or better is a violation or an error; that it is open now is a change like any other.
    /// </summary>
    public bool IsWorse => Badness(New.Verdict) > LeastOf(Old.Verdict);

    /// <summary>Whether the verdict is better than before.</summary>
    public bool IsBetter => Badness(Old.Verdict) > LeastOf(New.Verdict);

    /// <summary>Compares findings by id, limb and address: where a clause stands in the file does not count.</summary>
    internal static PrincipleChange Of(PrincipleResult old, PrincipleResult @new)
    {
        var added = Without(@new.Findings, old.Findings);
        var before = old.Findings.Select(finding => (Key(finding), finding.Content)).ToHashSet();
        var altered = @new.Findings.Where(finding => !added.Contains(finding) && !before.Contains((Key(finding), finding.Content)));
        return new PrincipleChange(old, @new, added, Without(old.Findings, @new.Findings), [.. altered]);
    }

    /// <summary>The findings that others do not match, one for one: first those that say the same, then those of one key.</summary>
    private static List<ReportedFinding> Without(IReadOnlyList<ReportedFinding> findings, IReadOnlyList<ReportedFinding> others)
    {
        var left = others.ToList();
        var unmatched = findings.Where(finding => !Take(other => Key(other) == Key(finding) && other.Message == finding.Message)).ToList();
        return unmatched.FindAll(finding => !Take(other => Key(other) == Key(finding)));

        bool Take(Predicate<ReportedFinding> isMatch)
        {
            var index = left.FindIndex(isMatch);
            if (index >= 0)
                left.RemoveAt(index);
            return index >= 0;
        }
    }

    private static (string Id, string? Limb, string Address) Key(ReportedFinding finding) => (finding.Id, finding.Limb, finding.Address);

    private static int LeastOf(Verdict verdict) => verdict == Verdict.NotApplicable ? Badness(Verdict.Undetermined) : Badness(verdict);

    private static int Badness(Verdict verdict) =>
        verdict == Verdict.Error ? 3 : verdict == Verdict.Violated ? 2 : verdict == Verdict.Undetermined ? 1 : 0;
}
