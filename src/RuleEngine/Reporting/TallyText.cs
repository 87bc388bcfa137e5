using System.Globalization;
using System.Text;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>What a batch came to, for people: a sentence, and where it is asked for a table of the principles and the most frequent findings.</summary>
public static class TallyText
{
    private const int MostFindings = 10;

    private static readonly Verdict[] Columns = [Verdict.Upheld, Verdict.Violated, Verdict.Undetermined, Verdict.NotApplicable, Verdict.Error];

    /// <param name="tally">What it came to.</param>
    /// <param name="isWhole">Whether the table and the findings are shown.</param>
    public static string Of(Tally tally, bool isWhole)
    {
        var text = new StringBuilder();
        if (isWhole && tally.Principles.Count > 0)
        {
            WritePrinciples(tally, text);
            WriteAlignments(tally, text);
            WriteFindings(tally, text);
        }

        return text.Append(ReportWords.Sentence(tally.Summary, tally.Waived, 0)).Append('\n').ToString();
    }

    /// <summary>How much could not be done, in a sentence that says where the reasons stand.</summary>
    public static string Errors(Tally tally)
    {
        var parts = new List<string>();
        if (tally.Summary.Invalid > 0)
            parts.Add(tally.Summary.Invalid == 1 ? "1 input could not be read as a proposal" : $"{Number(tally.Summary.Invalid)} inputs could not be read as proposals");
        if (tally.Summary.Failed > 0)
            parts.Add(tally.Summary.Failed == 1 ? "a rule failed on 1 proposal" : $"a rule failed on {Number(tally.Summary.Failed)} proposals");
        return $"{string.Join(", and ", parts)}; \"errors\" and \"error\" in the results say why.";
    }

    private static void WritePrinciples(Tally tally, StringBuilder text)
    {
        var shown = Array.FindAll(Columns, verdict => verdict == Verdict.Upheld || verdict == Verdict.Violated || verdict == Verdict.Undetermined || tally.Principles.Any(each => each.Of(verdict) > 0));
        var width = Math.Max(4, tally.Principles.Max(each => each.Id.Length));
        text.Append(Pen.Spaces(width));
        foreach (var verdict in shown)
            text.Append("  ").Append(verdict.Text.PadLeft(12));
        text.Append('\n');
        foreach (var principle in tally.Principles)
        {
            text.Append(principle.Id.PadRight(width));
            foreach (var verdict in shown)
                text.Append("  ").Append(Number(principle.Of(verdict)).PadLeft(12));
            text.Append("  ").Append(Printable.Text(principle.Title)).Append('\n');
        }

        text.Append('\n');
    }

    private static void WriteAlignments(Tally tally, StringBuilder text)
    {
        var kinds = tally.Alignments.Select(each => $"{each.Kind} {Number(each.Proposals)}").ToList();
        if (kinds.Count > 0)
            text.Append("Alignment: ").AppendJoin(", ", kinds).Append(".\n\n");
    }

    private static void WriteFindings(Tally tally, StringBuilder text)
    {
        var findings = tally.Findings.Take(MostFindings).ToList();
        if (findings.Count == 0)
            return;
        text.Append("Most frequent, in so many proposals:\n");
        foreach (var finding in findings)
            text.Append(Number(finding.Proposals).PadLeft(12)).Append("  ").Append(finding.Id).Append("  ").Append(finding.Role.Text.PadRight(9)).Append("  ").Append(Printable.Text(finding.Title)).Append('\n');
        text.Append('\n');
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
