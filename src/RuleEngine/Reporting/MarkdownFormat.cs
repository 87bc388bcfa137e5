using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>The report as Markdown, for a merge request or to stand beside a proposal.</summary>
public sealed class MarkdownFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "markdown";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var fault in report.Faults)
            Write(writer, "error", fault);
        if (report.Faults.Count > 0)
            writer.WriteLine();
        WriteMatrix(writer, report);
        foreach (var outcome in report.Outcomes)
        {
            if (outcome is ProposalResult result)
                Write(writer, result, options);
            else if (outcome is InvalidInput invalid)
                Write(writer, invalid);
        }

        foreach (var notice in report.Notices)
            Write(writer, "notice", notice);
        if (report.Notices.Count > 0)
            writer.WriteLine();
        writer.WriteLine(ReportWords.Sentence(report));
    }

    /// <summary>Several proposals at a glance; one needs no table of its own.</summary>
    private static void WriteMatrix(StreamWriter writer, Report report)
    {
        if (report.Summary.Checked < 2)
            return;
        var isFirst = true;
        foreach (var result in report.Results)
        {
            if (isFirst)
            {
                writer.WriteLine($"| | verdict | alignment | {string.Join(" | ", result.Principles.Select(principle => principle.Id))} |");
                writer.WriteLine($"|---|---|---|{string.Concat(result.Principles.Select(_ => ":-:|"))}");
            }

            isFirst = false;
            writer.WriteLine($"| {Escaped(result.Title)} | **{result.Verdict}** | {result.Alignment?.Kind} | {string.Join(" | ", result.Principles.Select(principle => ReportWords.SymbolOf(principle.Verdict)))} |");
        }

        writer.WriteLine($"\n{string.Join(", ", Verdict.All.Select(verdict => $"{ReportWords.SymbolOf(verdict)} {verdict}"))}\n");
    }

    private static void Write(StreamWriter writer, InvalidInput invalid)
    {
        writer.WriteLine($"## {Escaped(invalid.Path)}\n");
        foreach (var fault in invalid.Faults)
            Write(writer, "error", fault);
        writer.WriteLine();
    }

    private static void Write(StreamWriter writer, string severity, Fault fault) =>
        writer.WriteLine($"- **{severity} {fault.Kind.Id}**: {Escaped(fault.Message)} ({Escaped(fault.Path)}{Position(fault.Location)})");

    private static void Write(StreamWriter writer, ProposalResult result, ReportOptions options)
    {
        writer.WriteLine($"## {Escaped(result.Title)}\n\n{Code(result.Path)}: **{result.Verdict}**");
        if (result.Alignment is { } alignment)
            writer.WriteLine($"\nAlignment: {Escaped(ReportWords.Sentence(alignment))}");
        foreach (var set in result.Principles.GroupBy(principle => principle.Set))
        {
            writer.WriteLine($"\n### {Escaped(ReportWords.TitleOf(set.Key))}\n\n| principle | verdict | |\n|---|---|---|");
            foreach (var principle in set)
                writer.WriteLine($"| {principle.Id} | **{principle.Verdict}** | {Escaped(principle.Title)} |");
            writer.WriteLine($"\n{Escaped(ReportWords.SentenceOn(set.Key, [.. set]))}");
            foreach (var principle in set)
                Write(writer, principle, options);
        }

        writer.WriteLine();
    }

    private static void Write(StreamWriter writer, PrincipleResult principle, ReportOptions options)
    {
        var shown = principle.Findings.Where(options.Shows).ToList();
        if (shown.Count == 0 && principle.Fault is null)
            return;
        writer.WriteLine($"\n#### {principle.Id}: {Escaped(principle.Title)}\n");
        if (principle.Fault is { } fault)
            Write(writer, "error", fault);
        foreach (var finding in shown)
        {
            writer.WriteLine($"- **{finding.Role} {finding.Id}**{(finding.Limb is null ? "" : $" ({Escaped(finding.Limb)})")}{(finding.IsSeverityChanged ? $" \\[{finding.Severity}\\]" : "")}: {Escaped(finding.Message)}  ");
            writer.WriteLine($"  line {finding.Location.Line}, {(finding.Location.Missing ? "not stated: " : "")}{Address(finding.Location)}");
            foreach (var related in finding.Related)
                writer.WriteLine($"  - line {related.Location.Line}: {Escaped(related.Message)}");
            if (finding.Waived is { } waived)
                writer.WriteLine($"  - **{Escaped(ReportWords.Sentence(waived))}**");
            if (finding.Note is { } note)
                writer.WriteLine($"  - note: {Escaped(note)}");
        }
    }

    private static string Address(Location location) => string.IsNullOrEmpty(location.Address) ? "the whole"
        : Code(location.Address);

    /// <summary>Text to the letter, between more back-ticks than stand in it one after another (CommonMark 6.1).</summary>
    private static string Code(string text)
    {
        var fence = "`";
        while (text.Contains(fence))
            fence += "`";
        return fence.Length == 1 ? $"`{Printable.Text(text)}`" : $"{fence} {Printable.Text(text)} {fence}";
    }

    private static string Position(Location? location) => location is null ? "" : $", line {location.Line}, column {location.Column}";

    private const string Marks = @"\`*_[]<>|#&~$";

    /// <summary>Text in which nothing is markup, a link or a mention: control characters made visible, punctuation escaped, one line.</summary>
    internal static string Escaped(string text)
    {
        var safe = Printable.Text(text.ReplaceLineEndings(" "));
        if (safe.AsSpan().IndexOfAny(Marks) >= 0)
            safe = string.Concat(safe.Select(letter => Marks.Contains(letter) ? "\\" + letter : letter.ToString()));
        return safe.Replace("://", "\\://").Replace("www.", "www\\.").Replace("@", "@\u2060");
    }
}
