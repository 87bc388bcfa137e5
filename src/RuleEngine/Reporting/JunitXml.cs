using System.Globalization;
using System.Text;
using System.Xml;
using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>JUnit XML, as CI servers read it.</summary>
internal static class JunitXml
{
    /// <summary>Writes suites.</summary>
    /// <param name="suites">Makes the suites; they are gone through twice, since their counts come first.</param>
    /// <param name="output">Where they go.</param>
    public static void Write(Func<IEnumerable<JunitSuite>> suites, Stream output)
    {
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Tool.Name);
            WriteCounts(xml, suites().Aggregate(Counts.None, (sum, suite) => sum.With(Counts.Of(suite.Cases))));
            foreach (var suite in suites())
                Write(xml, suite);
            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteCounts(XmlWriter xml, Counts counts)
    {
        xml.WriteAttributeString("tests", Number(counts.Tests));
        xml.WriteAttributeString("failures", Number(counts.Failures));
        xml.WriteAttributeString("errors", Number(counts.Errors));
        xml.WriteAttributeString("skipped", Number(counts.Skipped));
        xml.WriteAttributeString("time", "0");
    }

    private static void Write(XmlWriter xml, JunitSuite suite)
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
    private static void WriteOutcome(XmlWriter xml, JunitCase each)
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

        public static Counts Of(IReadOnlyList<JunitCase> cases) =>
            new(cases.Count, cases.Count(each => each.Outcome == "failure"), cases.Count(each => each.Outcome == "error"), cases.Count(each => each.Outcome == "skipped"));

        public Counts With(Counts other) => new(Tests + other.Tests, Failures + other.Failures, Errors + other.Errors, Skipped + other.Skipped);
    }
}

/// <summary>A suite of test cases, all of one file.</summary>
internal sealed record JunitSuite(string Path, IReadOnlyList<JunitCase> Cases)
{
    /// <summary>What kind of alignment the proposal is; null where the suite is about no proposal.</summary>
    public ReportedAlignment? Alignment { get; init; }
}

/// <summary>A test case.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Outcome">The element that says what became of it; null for a pass.</param>
/// <param name="Type">The id of the fault or finding that decides.</param>
/// <param name="Message">What became of it, in one line.</param>
/// <param name="Evidence">One line a finding.</param>
/// <param name="Line">Where that stands.</param>
internal sealed record JunitCase(string Name, string? Outcome, string Type, string Message, string Evidence, int? Line);
