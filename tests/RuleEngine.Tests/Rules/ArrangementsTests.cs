using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>The real arrangements, each with its recorded report beside it.</summary>
public class ArrangementsTests
{
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void The_report_is_recorded(string name)
    {
        var path = "rules/examples/" + name;
        var outcome = Shipped.Checker.Check(ProposalFile.Read(path, File.ReadAllBytes(Repository.PathOf(path))), path);
        var report = new Report(Tool.Alone(), [outcome], [], []);
        using var output = new MemoryStream();
        new MarkdownFormat().Write(report, new ReportOptions { Verbose = true }, output);
        Snapshot.VerifyFile(System.Text.Encoding.UTF8.GetString(output.ToArray()), Repository.PathOf(path[..^".json".Length]), "md");
    }

    [TestCaseSource(nameof(Files))]
    public void The_id_is_the_files_name(string name)
    {
        var file = ProposalFile.Read(name, File.ReadAllBytes(Repository.PathOf("rules/examples/" + name)));
        Assert.That(file.Arrangement?.Id, Is.EqualTo(Path.GetFileNameWithoutExtension(name)), () => string.Join("\n", file.Faults));
    }
}
