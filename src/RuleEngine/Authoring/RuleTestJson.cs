using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What came of testing rules as one JSON object, <c>schemaVersion</c> 1, for programs.</summary>
public static class RuleTestJson
{
    /// <summary>Writes it, and leaves the stream open.</summary>
    /// <param name="tests">The rules that could be loaded.</param>
    /// <param name="faults">What is wrong with the pack beside them.</param>
    /// <param name="tool">What tested them.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(IReadOnlyList<RuleTest> tests, IReadOnlyList<Fault> faults, Tool tool, Stream output)
    {
        var json = new JsonPen(isIndented: true);
        var report = new JsonReport(json, withExcerpts: false, withContent: false);
        json.Open();
        report.WriteTool(tool);
        json.OpenList("rules"u8);
        foreach (var test in tests)
            Write(test, json, report);
        json.CloseList();
        report.Write("errors"u8, faults);
        json.Close();
        json.EndLine();
        json.HandOn(output);
    }

    private static void Write(RuleTest test, JsonPen json, JsonReport report)
    {
        json.Open();
        json.Property("id"u8, test.Principle.Id);
        json.Property("path"u8, test.Principle.Path);
        json.Property("passes"u8, test.Faults.Count == 0);
        json.Property("findings"u8, test.Principle.Rule!.Findings.Count);
        json.Property("findingsSeen"u8, test.FindingsSeen);
        json.Property("steps"u8, test.Steps);
        json.Property("milliseconds"u8, (long)Math.Round(test.Time.TotalMilliseconds));
        if (test.Mutation is { } mutation)
        {
            json.Property("changesNoticed"u8, mutation.Noticed);
            json.Property("changesExplained"u8, mutation.Explained);
        }

        json.OpenList("examples"u8);
        foreach (var run in test.Runs)
        {
            json.Open();
            json.Property("title"u8, run.Example.Title);
            json.Property("states"u8, run.Example.Verdict.Text);
            json.Property("verdict"u8, run.Verdict.Text);
            json.Property("steps"u8, run.Steps);
            json.Close();
        }

        json.CloseList();
        report.Write("errors"u8, test.Faults);
        json.Close();
    }
}
