using System.Text.Json;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>A finding that a rule declares, as SARIF's <c>reportingDescriptor</c>.</summary>
internal sealed record SarifRule(Principle Principle, FindingKind Kind)
{
    public string Id => Kind.Id;

    /// <summary>Everything that the principles' rules, and the engine for them, can say; by id.</summary>
    public static List<SarifRule> Of(IReadOnlyList<Principle> principles) =>
    [
        .. principles
            .SelectMany(principle => (principle.Rule?.Findings ?? []).Concat(EngineFindings.Of(principle.Id)), (principle, kind) => new SarifRule(principle, kind))
            .DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static string Level(Severity severity) => severity == Severity.Info ? "note" : severity.Text;

    /// <summary>Plain text, in which nothing is a placeholder (SARIF 2.1.0, 3.11.5) or a link (3.11.6).</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Printable.Text(text).Replace("{", "{{").Replace("}", "}}").Replace("](", "] ("));
        json.WriteEndObject();
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        WriteText(json, "shortDescription", $"{Kind.Role}: {Kind.Title}");
        WriteText(json, "fullDescription", $"{Principle.Id}: {Principle.Title}");
        json.WriteStartObject("help");
        var why = Principle.Rule?.Why.Trim() ?? "The rule could not be loaded.";
        json.WriteString("text", why);
        json.WriteString("markdown", $"**{Principle.Id}: {Principle.Title}** ({Kind.Role} {Id}: {Kind.Title})\n\n{why}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(Kind.DefaultSeverity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(Principle.Set);
        json.WriteStringValue(Principle.Id);
        json.WriteStringValue(Kind.Role.Text);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
