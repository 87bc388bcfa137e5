using System.Globalization;
using System.Text;
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
    public override void Write(Report report, ReportOptions options, Stream output) => JunitXml.Write(() => Suites(report, options), output);

    private static IEnumerable<JunitSuite> Suites(Report report, ReportOptions options)
    {
        foreach (var faults in report.Faults.GroupBy(fault => fault.Path))
            yield return new JunitSuite(ReportPath.Relative(faults.Key, options), Cases("error", faults));
        foreach (var outcome in report.Outcomes)
        {
            if (outcome is ProposalResult result)
                yield return new JunitSuite(ReportPath.Relative(result.Path, options), [.. result.Principles.Select(principle => Of(principle, options))]) { Alignment = result.Alignment };
            else if (outcome is InvalidInput invalid)
                yield return new JunitSuite(ReportPath.Relative(invalid.Path, options), Cases("error", invalid.Faults));
        }

        foreach (var notices in report.Notices.GroupBy(notice => notice.Path))
            yield return new JunitSuite(ReportPath.Relative(notices.Key, options), Cases("skipped", notices));
    }

    private static JunitCase Of(PrincipleResult principle, ReportOptions options)
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
            return new JunitCase(name, "error", fault.Kind.Id, $"{fault.Path}: {fault.Message}", "", null);
        var message = $"{principle.Verdict}{(deciding is null ? "" : $": {deciding.Message}{(deciding.Waived is { } by ? $" [{ReportWords.Sentence(by)}]" : "")}")}";
        var outcome = principle.FailsRun(options.FailOn) ? "failure" : principle.Verdict == Verdict.Upheld ? null : "skipped";
        return new JunitCase(name, outcome, deciding?.Id ?? "", message, text.ToString(), deciding?.Location.Line);
    }

    /// <summary>A case for each fault. Servers take only the first of those that have one name: places, and numbers at one place, tell them apart.</summary>
    private static List<JunitCase> Cases(string outcome, IEnumerable<Fault> faults)
    {
        var cases = new List<JunitCase>();
        foreach (var fault in faults)
        {
            var name = $"{fault.Kind.Id} {fault.Kind.Title}{(fault.Location is { } at ? string.Create(CultureInfo.InvariantCulture, $" at {at.Line}:{at.Column}") : "")}";
            var before = cases.Count(each => each.Name == name || each.Name.StartsWith(name + " #", StringComparison.Ordinal));
            cases.Add(new JunitCase(before == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} #{before + 1}"), outcome, fault.Kind.Id, $"{fault.Kind.Id} {fault.Message}", "", fault.Location?.Line));
        }

        return cases;
    }
}
