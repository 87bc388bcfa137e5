using RuleEngine.Model;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>Runs one rule on one arrangement.</summary>
internal static class Evaluation
{
    /// <summary>
    /// What the limbs and concerns find, and what the engine adds: a gap for each limb that would end without a violation, gap or
    /// support, which in a full text without provisions says just that.
    /// </summary>
    /// <exception cref="UndeclaredFindingException">A check reported what the rule does not declare.</exception>
    public static List<ReportedFinding> Findings(string id, Rule rule, Arrangement arrangement, bool withExcerpts)
    {
        var found = new List<ReportedFinding>();
        var isEmptyText = !arrangement.IsPartialText && !arrangement.IsFullText;
        foreach (var limb in rule.Limbs.Count > 0 ? rule.Limbs : [new Limb(null, rule.Checks)])
        {
            var before = found.Count;
            foreach (var check in limb.Checks)
                Add(found, rule, limb.Name, check(arrangement), withExcerpts);
            if (isEmptyText)
                found.Add(new ReportedFinding(EmptyText(id, arrangement), limb.Name, withExcerpts));
            else if (IsSilent(found, before))
                found.Add(new ReportedFinding(Silence(id, limb, arrangement), limb.Name, withExcerpts));
        }

        if (rule.Concerns.Count == 0)
            return found;
        var ofLimbs = found.ConvertAll(finding => finding.Finding).AsReadOnly();
        foreach (var concern in rule.Concerns)
            Add(found, rule, null, concern(arrangement, ofLimbs), withExcerpts);
        return found;
    }

    /// <summary>The concern for what provisions that do not bind would change; null where they would change nothing.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="arrangement">The arrangement as it is.</param>
    /// <param name="found">What the rule finds in it.</param>
    /// <param name="foundIfAllBound">What the rule finds when every provision binds.</param>
    /// <param name="withExcerpts">Whether the concern carries the lines at its place.</param>
    public static ReportedFinding? NonBinding(string id, Arrangement arrangement, List<ReportedFinding> found, List<ReportedFinding> foundIfAllBound, bool withExcerpts)
    {
        var asItIs = found.Select(finding => finding.Identity).ToHashSet();
        var ifAllBound = foundIfAllBound.Select(finding => finding.Identity).ToHashSet();
        if (asItIs.SetEquals(ifAllBound))
            return null;
        var changes = Change("added", ifAllBound.Except(asItIs)).Concat(Change("gone", asItIs.Except(ifAllBound)));
        var subject = arrangement.NonBinding is [var only] ? $"{only.Label} does not bind and counts for nothing"
            : $"{arrangement.NonBinding.Count} provisions do not bind and count for nothing";
        var finding = arrangement.NonBinding[0].Report(EngineFindings.NonBinding(id), $"{subject}; if bound: {string.Join("; ", changes)}.");
        foreach (var provision in arrangement.NonBinding.Skip(1))
            finding = finding.With(provision.Place, $"{provision.Label} does not bind either.");
        return new ReportedFinding(finding, null, withExcerpts);
    }

    private static IEnumerable<string> Change(string what, IEnumerable<(string Id, string? Limb, string Address)> findings)
    {
        var named = findings.Select(finding => $"{finding.Id} at {(finding.Address == "" ? "the whole" : finding.Address)}")
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (named.Count > 0)
            yield return $"{what} {string.Join(", ", named)}";
    }

    private static void Add(List<ReportedFinding> found, Rule rule, string? limb, IEnumerable<Finding> findings, bool withExcerpts)
    {
        foreach (var finding in findings)
        {
            if (!rule.Declares(finding.Kind))
                throw new UndeclaredFindingException(finding.Kind.Id);
            found.Add(new ReportedFinding(finding, limb, withExcerpts));
        }
    }

    private static bool IsSilent(List<ReportedFinding> found, int from)
    {
        for (var index = from; index < found.Count; index++)
        {
            if (found[index].Role != Role.Concern)
                return false;
        }

        return true;
    }

    private static Finding EmptyText(string id, Arrangement arrangement) =>
        arrangement.At.Articles.NewItem.Report(
            EngineFindings.EmptyText(id), "The text is said to be read in full, and the file has no provision: articles with provisions would decide.");

    private static Finding Silence(string id, Limb limb, Arrangement arrangement) => arrangement.Report(
        EngineFindings.Silence(id),
        limb.Name is null ? "The arrangement says nothing that decides this principle." : $"The arrangement says nothing that decides the limb {limb.Name}.");
}
