using System.Globalization;
using System.Text.Json;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>GitLab's code quality report: one entry a finding, known by its fingerprint from one commit to the next.</summary>
public sealed class GitlabFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "gitlab";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, IndentedJson.Options))
        {
            var entries = new Entries(json, options);
            json.WriteStartArray();
            foreach (var fault in report.AllFaults)
                entries.Write("blocker", fault, "");
            foreach (var result in report.Results)
            {
                if (result.Alignment is { } alignment)
                    entries.Write(result.Path, alignment);
                foreach (var principle in result.Principles)
                {
                    if (principle.Fault is { } fault && !report.Faults.Contains(fault))
                        entries.Write("blocker", fault, $"{principle.Id} is not decided for {result.Path}: ");
                    foreach (var finding in principle.Findings.Where(options.Shows))
                        entries.Write(result.Path, finding);
                }
            }

            foreach (var notice in report.Notices)
                entries.Write("info", notice, "");
            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The entries being written.</summary>
    private sealed class Entries(Utf8JsonWriter json, ReportOptions options)
    {
        /// <summary>How often each fingerprint was met: the service drops all but one of those that are the same.</summary>
        private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);

        public void Write(string severity, Fault fault, string about) =>
            Write(fault.Path, fault.Location, severity, fault.Kind.Id, about + fault.Message, Fingerprint.Of(fault.Path, fault.Kind.Id, about, fault.Message));

        /// <summary>An entry of its own, so that a merge request shows an arrangement that becomes another kind of alignment.</summary>
        public void Write(string path, ReportedAlignment alignment) => Write(
            path, null, "info", "alignment", $"Alignment: {ReportWords.Sentence(alignment)}", Fingerprint.Of(ReportPath.Relative(path, options), "alignment", alignment.Kind.Text));

        public void Write(string path, ReportedFinding finding)
        {
            var severity = finding.Waived is not null ? "info"
                : finding.Severity == Severity.Error ? "critical"
                : finding.Severity == Severity.Warning ? "minor"
                : "info";
            var waived = finding.Waived is null ? "" : $" [{ReportWords.Sentence(finding.Waived)}]";
            Write(path, finding.Location, severity, finding.Id, finding.Message + waived, Fingerprint.Of(ReportPath.Relative(path, options), Fingerprint.Of(finding)));
        }

        private void Write(string path, Location? location, string severity, string id, string description, string fingerprint)
        {
            var before = _met.GetValueOrDefault(fingerprint);
            _met[fingerprint] = before + 1;
            json.WriteStartObject();
            json.WriteString("description", Printable.Text(description));
            json.WriteString("check_name", id);
            json.WriteString("fingerprint", before == 0 ? fingerprint : Fingerprint.Of(fingerprint, before.ToString(CultureInfo.InvariantCulture)));
            json.WriteString("severity", severity);
            json.WriteStartObject("location");
            json.WriteString("path", ReportPath.Relative(path, options));
            json.WriteStartObject("lines");
            json.WriteNumber("begin", location?.Line ?? 1);
            json.WriteNumber("end", location?.EndLine ?? 1);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            IndentedJson.Relieve(json);
        }
    }
}
