using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Authoring.Explaining;

/// <summary>How near a change is to what decides a principle now: who looks for what to change begins there.</summary>
internal sealed class ChangeRank
{
    private readonly List<string> _deciding;
    private readonly PatchKind[] _kinds;

    public ChangeRank(PrincipleResult result)
    {
        _deciding = [.. result.Findings.Where(finding => IsDeciding(finding, result.Verdict))
            .SelectMany(finding => finding.Related.Select(related => related.Location).Prepend(finding.Location)).Select(location => location.Pointer!).Distinct()];
        _kinds = result.Verdict == Verdict.Undetermined ? [PatchKind.Add, PatchKind.Replace, PatchKind.Remove] : [PatchKind.Replace, PatchKind.Remove, PatchKind.Add];
    }

    /// <summary>Whether the finding is one for which the verdict is what it is.</summary>
    public static bool IsDeciding(ReportedFinding finding, Verdict verdict) => finding.Role ==
        (verdict == Verdict.Violated ? Role.Violation : verdict == Verdict.Undetermined ? Role.Gap : Role.Support);

    /// <summary>The less, the nearer; of two that hold what decides, the one that holds less is nearer.</summary>
    public (int Distance, int Size, int Kind) Of(PatchOperation change)
    {
        var kind = Array.IndexOf(_kinds, change.Kind);
        return _deciding.Exists(pointer => Contains(pointer, change.Pointer)) ? (0, 0, kind)
            : _deciding.Exists(pointer => Contains(change.Pointer, pointer)) ? (1, -change.Pointer.Length, kind)
            : (2, change.Kind == PatchKind.Remove ? -change.Pointer.Length : 0, kind);
    }

    /// <summary>Whether one place is the other or holds it. The whole holds everything, which says nothing.</summary>
    private static bool Contains(string outer, string inner) => outer != "" && (inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal));
}
