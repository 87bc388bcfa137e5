using System.Globalization;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>The report for people: verdicts by set and principle, and under each the evidence in its own lines.</summary>
public sealed class TextFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using var pen = new Pen(output, options);
        new Page(pen, options).Write(report);
    }

    /// <summary>One report being written.</summary>
    private sealed class Page(Pen pen, ReportOptions options)
    {
        public void Write(Report report)
        {
            foreach (var fault in report.Faults)
                Write("error", Ink.Error, fault);
            foreach (var outcome in report.Outcomes)
            {
                if (outcome is ProposalResult result)
                    Write(result);
                else if (outcome is InvalidInput invalid)
                    Write(invalid);
                else if (options.Verbose)
                    pen.Line(pen.In(Ink.Faint, $"{Printable.Text(outcome.Path)} is no proposal."));
            }

            foreach (var notice in report.Notices)
                Write("notice", Ink.Info, notice);
            WriteSummary(report);
        }

        private void Write(ProposalResult result)
        {
            pen.Wrapped("", 0, result.Title);
            pen.Line(pen.In(Ink.Faint, Printable.Text(result.Path)));
            if (result.Alignment is { } alignment)
                pen.Wrapped("Alignment: ", 11, ReportWords.Sentence(alignment));
            foreach (var set in ReportWords.BySet(result.Principles))
            {
                pen.Line();
                pen.Line(pen.In(Ink.Title, ReportWords.TitleOf(set[0].Set)));
                foreach (var principle in set.TrueForAll(IsOutOfQuestion) ? [] : set)
                    Write(principle, result.Path);
                pen.Wrapped("  ", 2, ReportWords.SentenceOn(set[0].Set, set));
            }

            pen.Line();
        }

        /// <summary>Of a set in which nothing applies and nothing was found, its sentence says all.</summary>
        private static bool IsOutOfQuestion(PrincipleResult principle) => principle.Verdict == Verdict.NotApplicable && principle.Findings.Count == 0;

        private void Write(PrincipleResult principle, string path)
        {
            var verdict = principle.Verdict.Text + Pen.Spaces(Math.Max(2, 14 - principle.Verdict.Text.Length));
            pen.Wrapped($"  {principle.Id}  {pen.In(principle.Verdict, verdict)}", 4 + principle.Id.Length + verdict.Length, principle.Title + (principle.IsAccepted ? " [accepted]" : ""));
            if (principle.Fault is { } fault)
                pen.Wrapped("    ", 4, $"{fault.Kind.Id} {fault.Position}: {fault.Message}", Ink.Error);
            var isAnyShown = false;
            foreach (var finding in principle.Findings)
            {
                if (!options.Shows(finding))
                    continue;
                Write(finding, path);
                isAnyShown = true;
            }

            if (isAnyShown)
                pen.Line();
        }

        private void Write(ReportedFinding finding, string path)
        {
            var word = finding.Role.Text;
            var limb = (finding.Limb is null ? "" : $" ({finding.Limb})") + (finding.IsSeverityChanged ? $" [{finding.Severity}]" : "");
            var label = $"{word} {finding.Id}{limb}: ";
            pen.Line();
            pen.Wrapped($"    {pen.In(finding.Severity, $"{word} {finding.Id}")}{limb}: ", 4 + label.Length, finding.Message);
            Where(path, finding.Location);
            if (finding.Excerpt is { } excerpt)
                CodeFrame.Write(pen, excerpt, finding.Location, InkOf(finding.Severity), options.Width);
            if (finding.Location.Missing)
                Remark("not stated", finding.Location.Pointer!);
            foreach (var related in finding.Related)
                Remark("see", $"{Position(path, related.Location)} {related.Message}");
            if (finding.Waived is { } waived)
                Remark("accepted", ReportWords.Sentence(waived));
            if (finding.Note is { } note)
                Remark("note", note);
            if (finding.Source is { } source)
                Remark("source", source);
            Remark("more", $"ruleengine explain {finding.Id}");
        }

        private void Write(InvalidInput invalid)
        {
            foreach (var fault in invalid.Faults)
                Write("error", Ink.Error, fault);
        }

        private void Write(string word, Ink ink, Fault fault)
        {
            var label = $"{word} {fault.Kind.Id}: ";
            pen.Wrapped($"{pen.In(ink, label.TrimEnd())} ", label.Length, fault.Message);
            Where(fault.Path, fault.Location);
            if (fault is { Location: { } location, Excerpt: { } excerpt })
                CodeFrame.Write(pen, excerpt, location, ink, options.Width);
            Remark("more", $"ruleengine explain {fault.Kind.Id}");
            pen.Line();
        }

        private void Where(string path, Location? location) =>
            pen.Line($"    {pen.In(Ink.Faint, "-->")} {Printable.Text(Position(path, location))}");

        private static string Position(string path, Location? location) =>
            location is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path}:{location.Line}:{location.Column}");

        private void Remark(string word, string text) => pen.Wrapped($"    {pen.In(Ink.Faint, $"= {word}:")} ", word.Length + 8, text);

        private void WriteSummary(Report report)
        {
            var summary = report.Summary;
            var worst = summary.Invalid + summary.Failed + summary.Violated > 0 ? Ink.Error : summary.Undetermined > 0 ? Ink.Warning : Ink.Good;
            pen.Wrapped("", 0, ReportWords.Sentence(report) + (summary.NotProposals > 0 && !options.Verbose ? " --verbose names what is no proposal." : ""), worst);
        }

        private static Ink InkOf(Severity severity) =>
            severity == Severity.Error ? Ink.Error : severity == Severity.Warning ? Ink.Warning : severity == Severity.Info ? Ink.Info : Ink.Good;
    }
}
