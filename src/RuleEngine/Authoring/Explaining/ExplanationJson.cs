using RuleEngine.Engine;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring.Explaining;

/// <summary>An explanation as one JSON object, <c>schemaVersion</c> 1, for programs. Changes are JSON Patches (RFC 6902).</summary>
public sealed class ExplanationJson : ExplanationFormat
{
    private const int MostTurns = 100;

    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override void Write(Explanation explanation, Tool tool, ReportOptions options, Stream output)
    {
        var json = new JsonPen(isIndented: true);
        var parts = new JsonReport(json, withExcerpts: false, withContent: false);
        json.Open();
        parts.WriteTool(tool);
        json.OpenList("results"u8);
        json.Open();
        parts.WriteMembers(explanation.Proposal);
        json.Close();
        json.CloseList();
        json.OpenList("facts"u8);
        foreach (var fact in explanation.Facts)
            Write(fact, json, parts);
        json.CloseList();
        var turns = explanation.Turns;
        json.Open("turns"u8);
        json.Property("singlesTried"u8, turns.Singles);
        json.Property("pairsTried"u8, turns.Pairs);
        json.Property("found"u8, turns.Turns.Count);
        json.OpenList("changes"u8);
        foreach (var turn in turns.Turns.Take(MostTurns))
            Write(turn, json);
        json.CloseList();
        json.Close();
        json.Close();
        json.EndLine();
        json.HandOn(output);
    }

    private static void Write(ExplainedFact fact, JsonPen json, JsonReport parts)
    {
        json.Open();
        json.Property("limb"u8, fact.Limb);
        json.Property("check"u8, fact.Check);
        if (fact.IsFinding)
        {
            json.Property("reports"u8, fact.Member);
            json.Property("message"u8, fact.Value);
        }
        else
        {
            json.Property("fact"u8, fact.Member);
            json.Property("value"u8, fact.Value);
            json.Property("decides"u8, fact.Decides);
            if (fact.Line is { } line)
                json.Property("scriptLine"u8, line);
        }

        json.Property("path"u8, fact.Path);
        parts.Write(fact.Location);
        json.Close();
    }

    private static void Write(VerdictTurn turn, JsonPen json)
    {
        json.Open();
        json.Property("verdict"u8, turn.Verdict.Text);
        json.OpenList("patch"u8);
        foreach (var operation in turn.Operations)
        {
            json.Open();
            json.Property("op"u8, operation.Kind.ToString().ToLowerInvariant());
            json.Property("path"u8, operation.Pointer);
            if (operation.Value is { } value)
                json.Json("value"u8, value);
            json.Close();
        }

        json.CloseList();
        json.Close();
    }
}
