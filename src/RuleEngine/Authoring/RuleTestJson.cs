using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What came of testing rules as one JSON object, <c>schemaVersion</c> 1, for programs.</summary>
public sealed class RuleTestJson : RuleTestFormat
{
    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override void Write(RuleTestReport report, ReportOptions options, Stream output)
    {
        var json = new JsonPen(isIndented: true);
        var parts = new JsonReport(json, withExcerpts: false, withContent: false);
        json.Open();
        parts.WriteTool(report.Tool);
        json.OpenList("rules"u8);
        foreach (var test in report.Tests)
            Write(test, json, parts);
        json.CloseList();
        parts.Write("errors"u8, report.Faults);
        json.Close();
        json.EndLine();
        json.HandOn(output);
    }

    private static void Write(RuleTest test, JsonPen json, JsonReport parts)
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
            json.Property("readsNoticed"u8, mutation.ReadsNoticed);
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
        parts.Write("errors"u8, test.Faults);
        json.Close();
    }
}
