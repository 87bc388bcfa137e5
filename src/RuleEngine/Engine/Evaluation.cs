using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Engine;

/// <summary>What one principle comes to on one arrangement.</summary>
internal sealed class Evaluation
{
    /// <summary>So many are compared one by one before a set of them pays.</summary>
    private const int FewFindings = 32;

    private readonly Principle _principle;
    private readonly bool _withExcerpts;

    private readonly Fault? _fault;
    private long _steps;
    private readonly bool _applies;

    /// <summary>What was found; nothing where the rule failed or does not apply.</summary>
    private readonly List<ReportedFinding> _found;

    private Evaluation(Principle principle, bool withExcerpts, List<ReportedFinding>? found) =>
        (_principle, _withExcerpts, _found, _applies) = (principle, withExcerpts, found ?? [], found is not null);

    private Evaluation(Principle principle, bool withExcerpts, Fault fault) =>
        (_principle, _withExcerpts, _found, _fault) = (principle, withExcerpts, [], fault);

    /// <summary>The verdict with its evidence in the order of reports.</summary>
    public PrincipleResult ToResult()
    {
        _found.Sort(ReportedFinding.Compare);
        var verdict = _fault is not null ? Verdict.Error : _applies ? VerdictOf(_found) : Verdict.NotApplicable;
        return new PrincipleResult(_principle.Id, _principle.Set, _principle.Title, verdict, _found.Count == 0 ? [] : _found.AsReadOnly(), _fault) { Steps = _steps };
    }

    /// <summary>Asks whether the rule applies, and runs it.</summary>
    public static Evaluation Of(Principle principle, Arrangement arrangement, Budget budget, bool withExcerpts)
    {
        if (principle.Rule is not { } rule)
            return new Evaluation(principle, withExcerpts, principle.Fault!);
        var failure = Run(principle.Id, rule, arrangement, budget, withExcerpts, out var found, out var steps);
        var evaluation = failure is null ? new Evaluation(principle, withExcerpts, found) : new Evaluation(principle, withExcerpts, FaultOf(principle, failure));
        evaluation._steps = steps;
        return evaluation;
    }

    /// <summary>Runs a rule: what it found, null where it does not apply; how many steps it took; and why it failed, null where it did not.</summary>
    private static Exception? Run(string id, Rule rule, Arrangement arrangement, Budget budget, bool withExcerpts, out List<ReportedFinding>? found, out long steps)
    {
        List<ReportedFinding>? reported = null;
        var failure = MeteredRun.Of(budget, () =>
        {
            var form = rule.ForOneCheck;
            reported = form.AppliesTo is { } applies && !applies(arrangement) ? null : Findings(id, form, arrangement, withExcerpts);
        }, out steps);
        found = reported;
        return failure;
    }

    /// <summary>
    /// The same, with a concern where provisions that do not bind would change the findings: the rule is run once more on the
    /// arrangement, which now takes every provision as binding.
    /// </summary>
    public Evaluation WithNonBinding(Arrangement arrangement, Budget budget)
    {
        if (_fault is not null)
            return this;
        if (Run(_principle.Id, _principle.Rule!, arrangement, budget, _withExcerpts, out var foundIfAllBound, out _) is { } failure)
            return new Evaluation(_principle, _withExcerpts, FaultOf(_principle, failure));
        if (NonBinding(arrangement, foundIfAllBound) is { } concern)
            _found.Add(new ReportedFinding(concern, null, _withExcerpts));
        return this;
    }

    /// <summary>
    /// What the limbs and concerns find, and what the engine adds: a gap for each limb that would end without a violation, gap or
    /// support, which in a full text without provisions says just that.
    /// </summary>
    /// <exception cref="UndeclaredFindingException">A check reported what the rule does not declare.</exception>
    private static List<ReportedFinding> Findings(string id, Rule rule, Arrangement arrangement, bool withExcerpts)
    {
        var found = new List<ReportedFinding>(8);
        var isEmptyText = !arrangement.IsPartialText && !arrangement.IsFullText;
        for (var index = 0; index < rule.AllLimbs.Count; index++)
        {
            var limb = rule.AllLimbs[index];
            var before = found.Count;
            for (var check = 0; check < limb.Checks.Count; check++)
                Add(found, rule, limb.Name, limb.Checks[check](arrangement), withExcerpts);
            if (isEmptyText)
                found.Add(new ReportedFinding(EmptyText(id, arrangement), limb.Name, withExcerpts));
            else if (IsSilent(found, before))
                found.Add(new ReportedFinding(Silence(id, limb, arrangement), limb.Name, withExcerpts));
        }

        if (rule.Concerns.Count == 0)
            return found;
        var ofLimbs = new FindingsOf([.. found]);
        for (var concern = 0; concern < rule.Concerns.Count; concern++)
            Add(found, rule, null, rule.Concerns[concern](arrangement, ofLimbs), withExcerpts);
        return found;
    }

    /// <summary>The concern for what provisions that do not bind would change; null where they would change nothing.</summary>
    private Finding? NonBinding(Arrangement arrangement, List<ReportedFinding>? foundIfAllBound)
    {
        var wouldApply = foundIfAllBound is not null;
        foundIfAllBound ??= [];
        if (AreSame(_found, foundIfAllBound))
            return null;
        var added = Without(foundIfAllBound, _found);
        var gone = Without(_found, foundIfAllBound);
        if (added.Count + gone.Count == 0)
            return null;
        var changes = new List<string>();
        if (wouldApply != _applies)
            changes.Add(wouldApply ? "the principle would apply" : "the principle would not apply");
        Change(changes, "added", added);
        Change(changes, "gone", gone);
        var subject = arrangement.NonBinding is [var only] ? $"{only.Label} does not bind and counts for nothing"
            : $"{arrangement.NonBinding.Count} provisions do not bind and count for nothing";
        var finding = arrangement.NonBinding[0].Report(EngineFindings.NonBinding(_principle.Id), $"{subject}; if bound: {string.Join("; ", changes)}.");
        foreach (var provision in arrangement.NonBinding.Skip(1))
            finding = finding.With(provision.Place, $"{provision.Label} does not bind either.");
        return finding;
    }

    /// <summary>Whether the same was found in the same order, as it mostly is.</summary>
    private static bool AreSame(List<ReportedFinding> found, List<ReportedFinding> others)
    {
        if (found.Count != others.Count)
            return false;
        for (var index = 0; index < found.Count; index++)
        {
            if (found[index].Identity != others[index].Identity)
                return false;
        }

        return true;
    }

    private static List<ReportedFinding> Without(List<ReportedFinding> findings, List<ReportedFinding> others)
    {
        if (others.Count <= FewFindings)
            return findings.FindAll(finding => !others.Exists(other => other.Identity == finding.Identity));
        var identities = others.Select(finding => finding.Identity).ToHashSet();
        return findings.FindAll(finding => !identities.Contains(finding.Identity));
    }

    private static void Change(List<string> changes, string what, List<ReportedFinding> findings)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings)
            named.Add($"{finding.Id} at {Place.InWords(finding.Address)}");
        if (named.Count > 0)
            changes.Add($"{what} {string.Join(", ", named)}");
    }

    private static void Add(List<ReportedFinding> found, Rule rule, string? limb, IEnumerable<Finding> findings, bool withExcerpts)
    {
        // Most checks go through a list of the model: without a call through an interface, which has as many answers as there are checks.
        if (findings is MembersSequence<Finding> ofMembers)
        {
            foreach (var finding in ofMembers)
                found.Add(Reported(rule, limb, finding, withExcerpts));
            return;
        }

        foreach (var finding in findings)
            found.Add(Reported(rule, limb, finding, withExcerpts));
    }

    private static ReportedFinding Reported(Rule rule, string? limb, Finding finding, bool withExcerpts) =>
        rule.Declares(finding.Kind) ? new ReportedFinding(finding, limb, withExcerpts) : throw new UndeclaredFindingException(finding.Kind.Id);

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

    /// <summary>First match wins: any violation, any gap, any support; a text that is silent decides nothing.</summary>
    private static Verdict VerdictOf(List<ReportedFinding> found) =>
        found.Exists(finding => finding.Role == Role.Violation) ? Verdict.Violated
        : found.Exists(finding => finding.Role == Role.Gap) ? Verdict.Undetermined
        : found.Exists(finding => finding.Role == Role.Support) ? Verdict.Upheld
        : Verdict.Undetermined;

    private static Fault FaultOf(Principle principle, Exception exception) => ScriptFailure.Fault(
        exception is UndeclaredFindingException ? RuleFaults.Undeclared : RuleFaults.ThrewWhileChecking, principle.Path, exception);
}
