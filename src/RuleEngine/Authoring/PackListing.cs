using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What a pack holds: its principles by set, and what each rule can say.</summary>
public static class PackListing
{
    /// <summary>One JSON object, <c>schemaVersion</c> 1, for programs. Leaves the stream open.</summary>
    public static void WriteJson(RulePack pack, Stream output)
    {
        var json = new JsonPen(isIndented: true);
        var report = new JsonReport(json, withExcerpts: false, withContent: false);
        json.Open();
        report.WriteTool(Tool.With(pack));
        json.Open("pack"u8);
        json.Property("name"u8, pack.Name);
        json.Property("version"u8, pack.Version);
        json.Close();
        json.OpenList("rules"u8);
        foreach (var principle in pack.Asked)
            Write(principle, json);
        json.CloseList();
        report.Write("errors"u8, pack.Faults);
        json.Close();
        json.EndLine();
        json.HandOn(output);
    }

    /// <summary>A table for each set, and for each principle what its rule can say.</summary>
    public static string Markdown(RulePack pack)
    {
        var page = new StringBuilder($"# {MarkdownFormat.Escaped(pack.Name)} {MarkdownFormat.Escaped(pack.Version)}".TrimEnd() + "\n");
        foreach (var set in pack.Asked.GroupBy(principle => principle.Set))
        {
            page.Append($"\n## {MarkdownFormat.Escaped(ReportWords.TitleOf(set.Key))}\n");
            foreach (var principle in set)
            {
                page.Append($"\n### {principle.Id}: {MarkdownFormat.Escaped(principle.Title)}\n\n");
                if (principle.Rule is not { } rule)
                {
                    page.Append($"It cannot be loaded: {MarkdownFormat.Escaped(principle.Fault!.Message)}\n");
                    continue;
                }

                page.Append($"{MarkdownFormat.Escaped(rule.Source)}\n\n| id | role | finding |\n|---|---|---|\n");
                foreach (var kind in rule.Findings.OrderBy(kind => kind.Id, StringComparer.Ordinal))
                    page.Append($"| {kind.Id} | {kind.Role} | {MarkdownFormat.Escaped(kind.Title)} |\n");
            }
        }

        return page.ToString();
    }

    private static void Write(Principle principle, JsonPen json)
    {
        json.Open();
        json.Property("id"u8, principle.Id);
        json.Property("set"u8, principle.Set);
        json.Property("title"u8, principle.Title);
        json.Property("path"u8, principle.Path);
        if (principle.Rule is { } rule)
        {
            json.Property("source"u8, rule.Source);
            json.Property("why"u8, rule.Why.Trim());
            json.OpenList("findings"u8);
            foreach (var kind in rule.Findings.OrderBy(kind => kind.Id, StringComparer.Ordinal))
            {
                json.Open();
                json.Property("id"u8, kind.Id);
                json.Property("role"u8, kind.Role.Text);
                json.Property("title"u8, kind.Title);
                json.Close();
            }

            json.CloseList();
        }

        json.Close();
    }
}
