using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Engine;

/// <summary>Checks proposals against the principles of a pack.</summary>
/// <param name="pack">The pack.</param>
/// <param name="withExcerpts">Whether findings carry the lines at their place.</param>
public sealed class Checker(RulePack pack, bool withExcerpts)
{
    private volatile bool _isWarm;

    /// <summary>The proposal's verdicts, or why there are none.</summary>
    public Outcome Check(ProposalFile file, string path)
    {
        if (file.Arrangement is not { } arrangement)
            return new InvalidInput(path, file.Faults);
        arrangement.Registry = pack.Registry;
        Arrangement? allBinding = null;
        return new ProposalResult(path, arrangement.Id, arrangement.Title, Array.AsReadOnly(Results(principle => Check(principle, arrangement, AllBinding))));

        Arrangement AllBinding()
        {
            lock (file)
            {
                if (allBinding is null)
                {
                    allBinding = file.ReadAsAllBinding();
                    allBinding.Registry = pack.Registry;
                }

                return allBinding;
            }
        }
    }

    /// <summary>The first proposal finds code that has yet to be made ready: its principles are shared by two threads.</summary>
    private PrincipleResult[] Results(Func<Principle, PrincipleResult> check)
    {
        if (!_isWarm)
        {
            _isWarm = true;
            return Lanes.Share(pack.Principles.Count, index => check(pack.Principles[index]));
        }

        var results = new PrincipleResult[pack.Principles.Count];
        for (var index = 0; index < results.Length; index++)
            results[index] = check(pack.Principles[index]);
        return results;
    }

    private PrincipleResult Check(Principle principle, Arrangement arrangement, Func<Arrangement> allBinding)
    {
        if (principle.Rule is not { } rule)
            return Failed(principle, principle.Fault!);
        try
        {
            if (rule.AppliesTo is { } applies && !applies(arrangement))
                return new PrincipleResult(principle.Id, principle.Set, principle.Title, Verdict.NotApplicable, []);
            var found = Evaluation.Findings(principle.Id, rule, arrangement, withExcerpts);
            if (arrangement.NonBinding.Count > 0)
            {
                var foundIfAllBound = Evaluation.Findings(principle.Id, rule, allBinding(), withExcerpts);
                if (Evaluation.NonBinding(principle.Id, arrangement, found, foundIfAllBound, withExcerpts) is { } concern)
                    found.Add(concern);
            }

            found.Sort(ReportedFinding.Compare);
            return new PrincipleResult(principle.Id, principle.Set, principle.Title, VerdictOf(found), found.AsReadOnly());
        }
        catch (Exception exception)
        {
            var kind = exception is UndeclaredFindingException ? RuleFaults.Undeclared : RuleFaults.ThrewWhileChecking;
            return Failed(principle, ScriptFailure.Fault(kind, principle.Path, exception));
        }
    }

    private static PrincipleResult Failed(Principle principle, Fault fault) =>
        new(principle.Id, principle.Set, principle.Title, Verdict.Error, [], fault);

    /// <summary>First match wins: any violation, any gap, any support; a text that is silent decides nothing.</summary>
    private static Verdict VerdictOf(List<ReportedFinding> found) =>
        found.Exists(finding => finding.Role == Role.Violation) ? Verdict.Violated
        : found.Exists(finding => finding.Role == Role.Gap) ? Verdict.Undetermined
        : found.Exists(finding => finding.Role == Role.Support) ? Verdict.Upheld
        : Verdict.Undetermined;
}
