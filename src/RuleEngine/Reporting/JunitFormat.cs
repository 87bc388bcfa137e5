using System.Globalization;
using System.Text;
using System.Xml;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>
/// JUnit XML, as CI servers read it: a suite for each proposal, a test case for each principle. What fails the run is a failure, what could
/// not be done an error; what is undecided, does not apply or was accepted is skipped.
/// </summary>
public sealed class JunitFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "junit";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Tool.Name);
            WriteCounts(xml, Suites(report, options).Aggregate(Counts.None, (sum, suite) => sum.With(Counts.Of(suite.Cases))));
            foreach (var suite in Suites(report, options))
                Write(xml, suite);
            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<Suite> Suites(Report report, ReportOptions options)
    {
        foreach (var faults in report.Faults.GroupBy(fault => fault.Path))
            yield return new Suite(ReportPath.Relative(faults.Key, options), Cases("error", faults));
        foreach (var outcome in report.Outcomes)
        {
            if (outcome is ProposalResult result)
                yield return new Suite(ReportPath.Relative(result.Path, options), [.. result.Principles.Select(principle => Of(principle, options))]) { Alignment = result.Alignment };
            else if (outcome is InvalidInput invalid)
                yield return new Suite(ReportPath.Relative(invalid.Path, options), Cases("error", invalid.Faults));
        }

        foreach (var notices in report.Notices.GroupBy(notice => notice.Path))
            yield return new Suite(ReportPath.Relative(notices.Key, options), Cases("skipped", notices));
    }

    private static Case Of(PrincipleResult principle, ReportOptions options)
    {
        var evidence = principle.Findings.Where(finding => options.Verbose || finding.Severity != Severity.None).ToList();
        var deciding = ReportWords.Deciding(principle);
        var name = $"{principle.Id} {principle.Title}";
        var text = new StringBuilder();
        foreach (var finding in evidence)
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding.Location.Line}:{finding.Location.Column}: {finding.Role} {finding.Id} {finding.Message}");
            text.Append(finding.Waived is { } waived ? $" [{ReportWords.Sentence(waived)}]\n" : "\n");
        }

        if (principle.Fault is { } fault)
            return new Case(name, "error", fault.Kind.Id, $"{fault.Path}: {fault.Message}", "", null);
        var message = $"{principle.Verdict}{(deciding is null ? "" : $": {deciding.Message}{(deciding.Waived is { } by ? $" [{ReportWords.Sentence(by)}]" : "")}")}";
        var outcome = principle.FailsRun(options.FailOn) ? "failure" : principle.Verdict == Verdict.Upheld ? null : "skipped";
        return new Case(name, outcome, deciding?.Id ?? "", message, text.ToString(), deciding?.Location.Line);
    }

    /// <summary>A case for each fault. Servers take only the first of those that have one name: places, and numbers at one place, tell them apart.</summary>
    private static List<Case> Cases(string outcome, IEnumerable<Fault> faults)
    {
        var cases = new List<Case>();
        foreach (var fault in faults)
        {
            var name = $"{fault.Kind.Id} {fault.Kind.Title}{(fault.Location is { } at ? string.Create(CultureInfo.InvariantCulture, $" at {at.Line}:{at.Column}") : "")}";
            var before = cases.Count(each => each.Name == name || each.Name.StartsWith(name + " #", StringComparison.Ordinal));
            cases.Add(new Case(before == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} #{before + 1}"), outcome, fault.Kind.Id, $"{fault.Kind.Id} {fault.Message}", "", fault.Location?.Line));
        }

        return cases;
    }

    private static void WriteCounts(XmlWriter xml, Counts counts)
    {
        xml.WriteAttributeString("tests", Number(counts.Tests));
        xml.WriteAttributeString("failures", Number(counts.Failures));
        xml.WriteAttributeString("errors", Number(counts.Errors));
        xml.WriteAttributeString("skipped", Number(counts.Skipped));
        xml.WriteAttributeString("time", "0");
    }

    private static void Write(XmlWriter xml, Suite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Text(suite.Path));
        WriteCounts(xml, Counts.Of(suite.Cases));
        if (suite.Alignment is { } alignment)
            Write(xml, alignment);
        foreach (var each in suite.Cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Text(suite.Path));
            xml.WriteAttributeString("name", Text(each.Name));
            xml.WriteAttributeString("file", Text(suite.Path));
            if (each.Line is { } line)
                xml.WriteAttributeString("line", Number(line));
            xml.WriteAttributeString("time", "0");
            WriteOutcome(xml, each);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, ReportedAlignment alignment)
    {
        xml.WriteStartElement("properties");
        Property("alignment", alignment.Kind.Text);
        Property("alignment.because", string.Join(' ', alignment.Because));
        xml.WriteEndElement();

        void Property(string name, string value)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }
    }

    /// <summary>Servers read no text in <c>skipped</c>, so that the evidence goes to <c>system-out</c>.</summary>
    private static void WriteOutcome(XmlWriter xml, Case each)
    {
        if (each.Outcome is not null)
        {
            xml.WriteStartElement(each.Outcome);
            xml.WriteAttributeString("message", Text(each.Message));
            if (each.Outcome != "skipped")
            {
                xml.WriteAttributeString("type", each.Type);
                xml.WriteString(Text(each.Evidence));
            }

            xml.WriteEndElement();
        }

        if (each.Outcome is null or "skipped" && each.Evidence != "")
            xml.WriteElementString("system-out", Text(each.Evidence));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text without the characters that XML 1.0 cannot hold.</summary>
    private static string Text(string text) =>
        string.Join('\n', text.Split('\n').Select(Printable.Text)).Replace('\uFFFE', '?').Replace('\uFFFF', '?');

    private sealed record Counts(int Tests, int Failures, int Errors, int Skipped)
    {
        public static readonly Counts None = new(0, 0, 0, 0);

        public static Counts Of(IReadOnlyList<Case> cases) =>
            new(cases.Count, cases.Count(each => each.Outcome == "failure"), cases.Count(each => each.Outcome == "error"), cases.Count(each => each.Outcome == "skipped"));

        public Counts With(Counts other) => new(Tests + other.Tests, Failures + other.Failures, Errors + other.Errors, Skipped + other.Skipped);
    }

    private sealed record Suite(string Path, IReadOnlyList<Case> Cases)
    {
        /// <summary>What kind of alignment the proposal is; null where the suite is about no proposal.</summary>
        public ReportedAlignment? Alignment { get; init; }
    }

    /// <param name="Name">What it is called.</param>
    /// <param name="Outcome">The element that says what became of it; null for a pass.</param>
    /// <param name="Type">The id of the fault or finding that decides.</param>
    /// <param name="Message">What became of it, in one line.</param>
    /// <param name="Evidence">One line a finding.</param>
    /// <param name="Line">Where that stands.</param>
    private sealed record Case(string Name, string? Outcome, string Type, string Message, string Evidence, int? Line);
}
