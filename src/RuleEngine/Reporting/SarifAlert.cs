using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>A result of a SARIF log.</summary>
/// <param name="Order">Its number in the report.</param>
/// <param name="Path">The proposal's file.</param>
/// <param name="Finding">What was found.</param>
internal sealed record SarifAlert(int Order, string Path, ReportedFinding Finding)
{
    /// <summary>What services show, at most so many, and how much is left out; no more is kept of a report of any size.</summary>
    public static (IEnumerable<SarifAlert> Shown, int Cut) Shown(Report report, ReportOptions options, int most)
    {
        var ranks = Enumerable.Range(0, 2 * Role.All.Count).Select(_ => new List<SarifAlert>()).ToList();
        var count = 0;
        foreach (var result in report.Results)
        {
            foreach (var finding in result.Findings)
            {
                if (!options.Verbose && (finding.Waived == Acceptance.Baseline || (finding.Role != Role.Violation && finding.Role != Role.Gap)))
                    continue;
                var rank = ranks[Rank(finding)];
                if (rank.Count < most)
                    rank.Add(new SarifAlert(count, result.Path, finding));
                count++;
            }
        }

        var kept = ranks.SelectMany(rank => rank);
        return (count > most ? kept.Take(most) : kept.OrderBy(each => each.Order), Math.Max(0, count - most));
    }

    /// <summary>What is not accepted goes first, and what is worse before what is less.</summary>
    private static int Rank(ReportedFinding finding) => (finding.Waived is null ? 0 : Role.All.Count) + Role.All.TakeWhile(role => role != finding.Role).Count();
}
