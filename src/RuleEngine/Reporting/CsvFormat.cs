using System.Globalization;
using CsvHelper;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>
/// One row for each proposal and principle, for a spreadsheet: UTF-8 with a mark that spreadsheets look for. Text that a spreadsheet would
/// take for a formula is quoted with an apostrophe. A file that could not be read is one row, its verdict <c>error</c>.
/// </summary>
public sealed class CsvFormat : ReportFormat
{
    private static readonly string[] Columns =
    [
        "path", "proposal", "title", "proposal verdict", "set", "principle", "principle title", "verdict",
        "violations", "gaps", "concerns", "supports", "waived", "in baseline", "finding", "line", "column", "address", "message", "accepted", "alignment", "because",
    ];

    /// <inheritdoc/>
    public override string Name => "csv";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        var form = new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        using var csv = CsvWriter.Create(output, form, leaveOpen: true);
        Row(csv, Columns);
        foreach (var fault in report.AllFaults)
            Row(csv, fault.Path, "", "", "error", "", "", "", "error", "", "", "", "", "", "", fault.Kind.Id, fault.Location?.Line, fault.Location?.Column, fault.Location?.Address, fault.Message, "", "", "");
        foreach (var result in report.Results)
        {
            foreach (var principle in result.Principles)
                Write(csv, result, principle);
        }

        foreach (var notice in report.Notices)
            Row(csv, notice.Path, "", "", "notice", "", "", "", "notice", "", "", "", "", "", "", notice.Kind.Id, notice.Location?.Line, notice.Location?.Column, notice.Location?.Address, notice.Message, "", "", "");
    }

    /// <summary>The finding shown is the one that decides.</summary>
    private static void Write(CsvWriter csv, ProposalResult result, PrincipleResult principle)
    {
        var findings = principle.Findings;
        var shown = ReportWords.Deciding(principle);
        var location = principle.Fault is null ? shown?.Location : principle.Fault.Location;
        Row(csv,
            result.Path, result.Proposal, result.Title, result.Verdict, principle.Set, principle.Id, principle.Title, principle.Verdict,
            Count(Role.Violation), Count(Role.Gap), Count(Role.Concern), Count(Role.Support),
            findings.Count(finding => finding.Waived is { } waived && waived != Acceptance.Baseline), findings.Count(finding => finding.Waived == Acceptance.Baseline),
            principle.Fault?.Kind.Id ?? shown?.Id, location?.Line, location?.Column, location?.Address, principle.Fault?.Message ?? shown?.Message,
            shown?.Waived is { } by ? ReportWords.Sentence(by) : "", result.Alignment?.Kind, string.Join(" ", result.Alignment?.Because ?? []));

        int Count(Role role) => findings.Count(finding => finding.Role == role);
    }

    private static void Row(CsvWriter csv, params IEnumerable<object?> values)
    {
        foreach (var value in values)
            csv.WriteField(value is int number ? number.ToString(CultureInfo.InvariantCulture) : Printable.Text(value?.ToString() ?? ""));
        csv.EndRecord();
    }
}
