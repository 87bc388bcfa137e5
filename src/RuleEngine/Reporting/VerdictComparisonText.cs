using System.Globalization;
using System.Text;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>Which verdicts of a corpus changed, for people: by principle, cause and direction, with the proposals.</summary>
public static class VerdictComparisonText
{
    private const int MostProposals = 5;

    /// <param name="comparison">What changed.</param>
    /// <param name="isWhole">Whether every proposal is named, not only the first of each kind.</param>
    public static string Of(VerdictComparison comparison, bool isWhole)
    {
        var text = new StringBuilder();
        foreach (var principle in comparison.Changes.GroupBy(change => change.Principle))
        {
            text.Append(CultureInfo.InvariantCulture, $"{principle.Key}  {Count(principle.Count(), "verdict")} changed\n");
            foreach (var kind in principle.GroupBy(change => (change.Causes, change.Old, change.New)).OrderByDescending(kind => kind.Count()).ThenBy(kind => Words(kind.Key.Causes), StringComparer.Ordinal).ThenBy(kind => Arrow(kind.Key.Old, kind.Key.New), StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Arrow(kind.Key.Old, kind.Key.New)}: {Count(kind.Count(), "proposal")}, {Words(kind.Key.Causes)}\n");
                var named = 0;
                foreach (var change in kind.Take(isWhole ? int.MaxValue : MostProposals))
                {
                    text.Append(CultureInfo.InvariantCulture, $"    {Printable.Text(change.Path)}{(change.Record is { } record ? $" record {record}" : "")} ({change.Proposal})\n");
                    named++;
                }

                if (kind.Count() > named)
                    text.Append(CultureInfo.InvariantCulture, $"    and {kind.Count() - named:N0} more; --verbose names them.\n");
            }

            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"Compared with {Printable.Text(comparison.Path)}: {Count(comparison.Compared, "proposal")}, {comparison.Changed:N0} of them with another verdict on some principle");
        if (comparison.Added > 0)
            text.Append(CultureInfo.InvariantCulture, $"; {comparison.Added:N0} new");
        if (comparison.Gone > 0)
            text.Append(CultureInfo.InvariantCulture, $"; {comparison.Gone:N0} gone");
        return text.Append(comparison.IsOfOtherRules ? ". The rules are other ones.\n" : ". The rules are the same.\n").ToString();
    }

    private static string Words(Causes causes)
    {
        var changed = new List<string>();
        if (causes.HasFlag(Causes.Pack))
            changed.Add("pack");
        if (causes.HasFlag(Causes.Engine))
            changed.Add("engine");
        if (causes.HasFlag(Causes.Proposal))
            changed.Add("proposal");
        return changed.Count == 0 ? "with the same pack and the same text" : $"{string.Join(" and ", changed)} changed";
    }

    private static string Arrow(Verdict? old, Verdict? @new) => $"{old?.Text ?? "not asked"} -> {@new?.Text ?? "not asked"}";

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
