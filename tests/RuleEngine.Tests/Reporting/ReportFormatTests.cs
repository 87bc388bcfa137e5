using NUnit.Framework;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Reporting;

public class ReportFormatTests
{
    public static IEnumerable<string> Formats => ReportFormat.All.Select(format => format.Name);

    [TestCaseSource(nameof(Formats))]
    public void Writes(string format) => Snapshot.Verify(Written(format, new ReportOptions()), $"format={format}");

    [TestCaseSource(nameof(Formats))]
    public void Writes_the_same_bytes_again(string format) => Assert.That(Written(format, new ReportOptions()), Is.EqualTo(Written(format, new ReportOptions())));

    [TestCaseSource(nameof(Formats))]
    public void Ends_its_lines_with_LF_and_sends_no_control_character(string format) =>
        Assert.That(Written(format, new ReportOptions { Verbose = true }), Has.None.Matches<char>(letter => char.IsControl(letter) && letter != '\n').And.EndsWith("\n"));

    [Test]
    public void Text_shows_supports_and_names_what_is_no_proposal_when_verbose() => Snapshot.Verify(Written("text", new ReportOptions { Verbose = true }));

    [Test]
    public void Text_fits_a_narrow_screen()
    {
        var narrow = Written("text", new ReportOptions { Width = 60 });
        Snapshot.Verify(narrow);
        Assert.That(narrow.Split('\n'), Has.All.Matches<string>(line => Printable.Cells(line) <= 60));
    }

    [Test]
    public void Text_is_coloured_where_the_screen_shows_colour() => Snapshot.Verify(Written("text", new ReportOptions { Width = 100, Colour = true }).Replace("\u001b", "␛"));

    [Test]
    public void Jsonl_carries_excerpts_when_asked()
    {
        Assert.That(Written("jsonl", new ReportOptions { Excerpts = true }), Does.Contain("\"excerpt\":{"));
        Assert.That(Written("jsonl", new ReportOptions()), Does.Not.Contain("\"excerpt\":{"));
    }

    private static string Written(string name, ReportOptions options) => Testing.Written.In(name, SampleReport.Make(), options);
}
