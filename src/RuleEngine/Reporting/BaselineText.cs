using System.Text.Json;
using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>A baseline as a file: the findings of a report by what they are about, so that later runs know them again.</summary>
public static class BaselineText
{
    /// <summary>Writes every violation, gap and concern that no waiver accepts, in an order of its own: the files' order is not in it.</summary>
    public static void Write(Report report, Stream output)
    {
        var findings = report.Results
            .SelectMany(result => result.Findings.Select(finding => (result.Proposal, Finding: finding)))
            .Where(each => each.Finding.IsForBaseline)
            .OrderBy(each => each.Proposal, StringComparer.Ordinal)
            .ThenBy(each => each.Finding.Id, StringComparer.Ordinal)
            .ThenBy(each => each.Finding.Limb, StringComparer.Ordinal)
            .ThenBy(each => each.Finding.Address, StringComparer.Ordinal)
            .ThenBy(each => each.Finding.Content, StringComparer.Ordinal);
        using (var json = new Utf8JsonWriter(output, IndentedJson.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteStartArray("findings");
            foreach (var (proposal, finding) in findings)
            {
                json.WriteStartObject();
                json.WriteString("proposal", proposal);
                json.WriteString("id", finding.Id);
                if (finding.Limb is { } limb)
                    json.WriteString("limb", limb);
                json.WriteString("address", finding.Address);
                if (finding.Content is { } content)
                    json.WriteString("content", content);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
