using System.Text.Json;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>
/// SARIF 2.1.0 (OASIS), for code-scanning services. They show every result as an alert, so that supports, concerns and what the baseline knows
/// come only when asked for; every result has a place, and there are no more of them than the services show.
/// </summary>
public sealed class SarifFormat : ReportFormat
{
    /// <summary>How many results GitHub shows of one run: the worst go first.</summary>
    internal const int MostResults = 5000;

    /// <inheritdoc/>
    public override string Name => "sarif";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, IndentedJson.Options))
            new Log(json, report, options).Write();
        output.WriteByte((byte)'\n');
    }

    /// <summary>One log being written.</summary>
    private sealed class Log(Utf8JsonWriter json, Report report, ReportOptions options)
    {
        private readonly List<SarifRule> _rules = SarifRule.Of(report.Tool.Principles);

        public void Write()
        {
            var (shown, cut) = SarifAlert.Shown(report, options, MostResults);
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool();
            WriteInvocation(cut);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var alert in shown)
            {
                Write(alert);
                IndentedJson.Relieve(json);
            }

            json.WriteEndArray();
            WriteAlignments();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        /// <summary>What kind of alignment each proposal is, whether or not it has a result; of very many, the first.</summary>
        private void WriteAlignments()
        {
            json.WriteStartObject("properties");
            json.WriteStartArray("alignments");
            foreach (var result in report.Results.Where(result => result.Alignment is not null).Take(MostResults))
            {
                json.WriteStartObject();
                json.WriteString("uri", ReportPath.Uri(result.Path, options));
                json.WriteString("proposal", Printable.Text(result.Proposal));
                json.WriteString("alignment", Printable.Text(ReportWords.Sentence(result.Alignment!)));
                json.WriteEndObject();
                IndentedJson.Relieve(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteTool()
        {
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", Tool.Name);
            json.WriteString("semanticVersion", report.Tool.Version);
            json.WriteStartArray("rules");
            foreach (var rule in _rules)
                rule.Write(json);
            json.WriteEndArray();
            json.WriteStartArray("notifications");
            foreach (var kind in Told().Select(each => each.Fault.Kind).Distinct().OrderBy(kind => kind.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", kind.Id);
                WriteText("shortDescription", kind.Title);
                WriteText("help", kind.Remedy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("properties");
            json.WriteString("rules", report.Tool.Rules);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        /// <summary>What is told beside results: whether it is of the configuration and the pack, how loud, and what.</summary>
        private IEnumerable<(bool IsOfConfiguration, string Level, Fault Fault)> Told()
        {
            foreach (var fault in report.Faults)
                yield return (true, "error", fault);
            foreach (var notice in report.Notices)
                yield return (true, "note", notice);
            foreach (var outcome in report.Outcomes)
            {
                foreach (var fault in outcome is InvalidInput invalid ? invalid.Faults : [])
                    yield return (false, "error", fault);
                foreach (var principle in outcome is ProposalResult result ? result.Principles : [])
                {
                    if (principle.Fault is { } fault)
                        yield return (false, "error", fault with { Message = $"{principle.Id} is not decided for {outcome.Path}: {fault.Message}" });
                }
            }
        }

        private void WriteInvocation(int cut)
        {
            var told = Told().ToLookup(each => each.IsOfConfiguration);
            json.WriteStartArray("invocations");
            json.WriteStartObject();
            json.WriteBoolean("executionSuccessful", report.Summary.Checked > 0 && Told().All(each => each.Level != "error"));
            json.WriteStartArray("toolConfigurationNotifications");
            foreach (var (_, level, fault) in told[true])
                Write(level, fault);
            json.WriteEndArray();
            json.WriteStartArray("toolExecutionNotifications");
            foreach (var (_, level, fault) in told[false])
                Write(level, fault);
            if (cut > 0)
            {
                json.WriteStartObject();
                json.WriteString("level", "warning");
                WriteText("message", FormattableString.Invariant($"{cut} of {cut + MostResults} results are left out, the least first: code-scanning services show {MostResults}. --format json has them all."));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void Write(string level, Fault fault)
        {
            json.WriteStartObject();
            json.WriteString("level", level);
            WriteText("message", fault.Message);
            json.WriteStartObject("descriptor");
            json.WriteString("id", fault.Kind.Id);
            json.WriteEndObject();
            json.WriteStartArray("locations");
            Write(fault.Path, fault.Location, null);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Write(SarifAlert alert)
        {
            var (_, path, finding) = alert;
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Id);
            if (_rules.FindIndex(rule => rule.Id == finding.Id) is var index and >= 0)
                json.WriteNumber("ruleIndex", index);
            var isQuiet = finding.Role == Role.Support || finding.Severity == Severity.None;
            if (isQuiet)
                json.WriteString("kind", finding.Role == Role.Support ? "pass" : "informational");
            json.WriteString("level", isQuiet ? "none" : SarifRule.Level(finding.Severity));
            WriteText("message", finding.Message);
            json.WriteStartArray("locations");
            Write(path, finding.Location, null);
            json.WriteEndArray();
            if (finding.Related.Count > 0)
            {
                json.WriteStartArray("relatedLocations");
                foreach (var related in finding.Related)
                    Write(path, related.Location, related.Message);
                json.WriteEndArray();
            }

            json.WriteStartObject("partialFingerprints");
            json.WriteString("ruleengine/v1", Fingerprint.Of(finding));
            json.WriteEndObject();
            if (finding.Waived is { } waived)
            {
                json.WriteStartArray("suppressions");
                json.WriteStartObject();
                json.WriteString("kind", "external");
                json.WriteString("status", "accepted");
                json.WriteString("justification", Printable.Text(ReportWords.Sentence(waived)));
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        private void Write(string path, Location? location, string? message)
        {
            json.WriteStartObject();
            if (message is not null)
                WriteText("message", message);
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", ReportPath.Uri(path, options));
            json.WriteEndObject();
            if (location is not null)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", location.Line);
                json.WriteNumber("startColumn", location.Column);
                json.WriteNumber("endLine", location.EndLine);
                json.WriteNumber("endColumn", location.EndColumn);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            if (location?.Address is { Length: > 0 } address)
            {
                json.WriteStartArray("logicalLocations");
                json.WriteStartObject();
                json.WriteString("fullyQualifiedName", Printable.Text(address));
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        private void WriteText(string name, string text) => SarifRule.WriteText(json, name, text);
    }
}
