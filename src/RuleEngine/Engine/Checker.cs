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
            var found = Evaluation.Findings(principle.Id, rule, arrangement);
            if (arrangement.NonBinding.Count > 0)
            {
                var foundIfAllBound = Evaluation.Findings(principle.Id, rule, allBinding());
                if (Evaluation.NonBinding(principle.Id, arrangement, found, foundIfAllBound) is { } concern)
                    found.Add(concern);
            }

            return new PrincipleResult(principle.Id, principle.Set, principle.Title, VerdictOf(found), Reported(found));
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
    private static Verdict VerdictOf(List<LimbFinding> found) =>
        found.Exists(finding => finding.Role == Role.Violation) ? Verdict.Violated
        : found.Exists(finding => finding.Role == Role.Gap) ? Verdict.Undetermined
        : found.Exists(finding => finding.Role == Role.Support) ? Verdict.Upheld
        : Verdict.Undetermined;

    private IReadOnlyList<ReportedFinding> Reported(List<LimbFinding> found)
    {
        var inOrder = found.ToArray();
        Array.Sort(inOrder, LimbFinding.Compare);
        return Array.ConvertAll(inOrder, Reported).AsReadOnly();
    }

    private ReportedFinding Reported(LimbFinding found)
    {
        var (kind, place, message) = found.Finding;
        return new ReportedFinding(kind.Id, kind.Role, kind.DefaultSeverity, found.Limb, message, place.Location, Reported(found.Finding.Related))
        {
            Excerpt = withExcerpts ? place.Node.Document.Excerpt(place.Token, place.Missing) : null,
            Note = NoteOn(place.Node),
            Source = SourceOf(place.Node)?.ToString(),
        };
    }

    private static IReadOnlyList<ReportedPlace> Reported(IReadOnlyList<RelatedPlace> related)
    {
        if (related.Count == 0)
            return [];
        var places = new ReportedPlace[related.Count];
        for (var index = 0; index < places.Length; index++)
            places[index] = new ReportedPlace(related[index].Message, related[index].Place.Location);
        return Array.AsReadOnly(places);
    }

    /// <summary>The remark on the clause or on what holds it, the arrangement as a whole left out.</summary>
    private static string? NoteOn(Node node) => node is Arrangement ? null : node.Note ?? (node.Parent is { } parent ? NoteOn(parent) : null);

    private static CitedSource? SourceOf(Node node) => node switch
    {
        Provision { Source: { } source } => source,
        Article { Source: { } source } => source,
        Arrangement arrangement => arrangement.Source,
        _ => node.Parent is { } parent ? SourceOf(parent) : null,
    };
}
