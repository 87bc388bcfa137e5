using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>One line a finding, as compilers write them: <c>path:line:column: severity ID message</c>.</summary>
public sealed class ConciseFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "concise";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var fault in report.Faults)
            writer.WriteLine(Line(fault));
        foreach (var outcome in report.Outcomes)
        {
            if (outcome is InvalidInput invalid)
            {
                foreach (var fault in invalid.Faults)
                    writer.WriteLine(Line(fault));
            }
            else if (outcome is ProposalResult result)
            {
                if (result.Alignment is { } alignment)
                    writer.WriteLine(Line(result.Path, null, $"info alignment {ReportWords.Sentence(alignment)}"));
                foreach (var principle in result.Principles)
                    Write(writer, result.Path, principle, options);
            }
        }

        foreach (var notice in report.Notices)
            writer.WriteLine(Line(notice.Path, notice.Location, $"info {notice.Kind.Id} {notice.Message}"));
    }

    private static void Write(StreamWriter writer, string path, PrincipleResult principle, ReportOptions options)
    {
        if (principle.Fault is { } fault)
            writer.WriteLine(Line(path, null, $"error {principle.Id} is not decided: {Line(fault)}"));
        foreach (var finding in principle.Findings)
        {
            if (options.Shows(finding))
            {
                var severity = finding.Severity == Severity.None ? finding.Role.Text : finding.Severity.Text;
                writer.WriteLine(Line(path, finding.Location, $"{severity} {finding.Id} {finding.Message}{(finding.Waived is { } waived ? $" [{ReportWords.Sentence(waived)}]" : "")}"));
            }
        }
    }

    private static string Line(Fault fault) => Line(fault.Path, fault.Location, $"error {fault.Kind.Id} {fault.Message}");

    private static string Line(string path, Location? location, string text)
    {
        var line = new StringBuilder(Printable.Text(path));
        if (location is not null)
            line.Append(':').Append(location.Line).Append(':').Append(location.Column);
        return Printable.NoCommand(line.Append(": ").Append(Printable.Text(text)).ToString());
    }
}
