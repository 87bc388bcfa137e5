using RuleEngine.Model.Faults;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What came of testing rules as JUnit XML: a suite a script, a test case an example, and one for what the examples do not show.</summary>
public sealed class RuleTestJunit : RuleTestFormat
{
    /// <inheritdoc/>
    public override string Name => "junit";

    /// <inheritdoc/>
    public override void Write(RuleTestReport report, ReportOptions options, Stream output)
    {
        var suites = report.Faults.GroupBy(fault => fault.Path)
            .Select(file => new JunitSuite(ReportPath.Relative(file.Key, options), [.. file.Select((fault, index) => new JunitCase($"{fault.Kind.Id} {fault.Kind.Title} #{index + 1}", "error", fault.Kind.Id, fault.Message, "", fault.Location?.Line))]))
            .Concat(report.Tests.Select(test => new JunitSuite(ReportPath.Relative(test.Principle.Path, options), [.. Cases(test)]))).ToList();
        JunitXml.Write(() => suites, output);
    }

    private static IEnumerable<JunitCase> Cases(RuleTest test)
    {
        var wrong = test.Faults.Where(fault => fault.Kind == RuleFaults.WrongVerdict).ToList();
        var index = 0;
        foreach (var run in test.Runs)
            yield return run.IsRight ? new JunitCase(run.Example.Title, null, "", "", "", null) : Failure(run.Example.Title, [wrong[index++]]);
        foreach (var (name, kinds) in new (string, FaultKind[])[]
        {
            ("every finding and verdict is shown", [RuleFaults.UnseenFinding, RuleFaults.UnseenVerdict]),
            ("the page is as recorded", [RuleFaults.OtherPage]),
            ("every condition is noticed", [RuleFaults.Survivor]),
        })
        {
            if (kinds[0] == RuleFaults.Survivor && test.Mutation is null)
                continue;
            var failed = test.Faults.Where(fault => kinds.Contains(fault.Kind)).ToList();
            yield return failed.Count == 0 ? new JunitCase(name, null, "", "", "", null) : Failure(name, failed);
        }
    }

    private static JunitCase Failure(string name, List<Fault> faults) => new(
        name, "failure", faults[0].Kind.Id, faults[0].Message.Split('\n')[0], string.Join('\n', faults.Select(fault => $"{fault.Position}: {fault.Message}")), faults[0].Location?.Line);
}
