using RuleEngine.Model;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>A proposal's verdicts.</summary>
/// <param name="Path">The input.</param>
/// <param name="Proposal">The proposal's id.</param>
/// <param name="Title">The proposal's title.</param>
/// <param name="Principles">One a principle of the pack, by id.</param>
public sealed record ProposalResult(string Path, string Proposal, string Title, IReadOnlyList<PrincipleResult> Principles) : Outcome(Path)
{
    internal static ProposalResult Of(string path, Arrangement arrangement, PrincipleResult[] principles) =>
        new(path, arrangement.Id, arrangement.Title, Array.AsReadOnly(principles)) { Alignment = new ReportedAlignment(arrangement) };

    /// <summary>The worst verdict of any principle; not applicable where no principle applies.</summary>
    public Verdict Verdict { get; } = Worst(Principles);

    /// <summary>What kind of alignment it is; null where results of an earlier version do not say.</summary>
    public ReportedAlignment? Alignment { get; init; }

    /// <summary>The evidence of all principles, in their order.</summary>
    public IEnumerable<ReportedFinding> Findings => Principles.SelectMany(principle => principle.Findings);

    /// <summary>The same verdicts with each finding as it is given.</summary>
    internal ProposalResult WithFindings(Func<PrincipleResult, ReportedFinding, ReportedFinding> change) => this with
    {
        Principles = [.. Principles.Select(principle => principle with { Findings = [.. principle.Findings.Select(finding => change(principle, finding))] })],
    };

    private static Verdict Worst(IReadOnlyList<PrincipleResult> principles)
    {
        foreach (var verdict in Verdict.All)
        {
            foreach (var principle in principles)
            {
                if (principle.Verdict == verdict)
                    return verdict;
            }
        }

        return Verdict.NotApplicable;
    }
}
