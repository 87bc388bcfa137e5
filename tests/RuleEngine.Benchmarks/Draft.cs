using System.Text.Json;
using System.Text.Json.Serialization;

namespace RuleEngine.Benchmarks;

/// <summary>A proposal as other programs hold it that need no places: plain objects, read by System.Text.Json.</summary>
public sealed class Draft
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public string Id { get; set; } = "";

    public string? Date { get; set; }

    public string Completeness { get; set; } = "summary";

    public string Accession { get; set; } = "unspecified";

    public List<DraftParty> Parties { get; set; } = [];

    public DraftGuidance? Guidance { get; set; }

    public List<DraftDecision> DecisionMaking { get; set; } = [];

    public List<DraftInstitution> Institutions { get; set; } = [];

    public List<DraftThreat> Threats { get; set; } = [];

    public List<DraftArticle> Articles { get; set; } = [];

    public List<DraftStake> Stakes { get; set; } = [];

    public bool AddressesNoThreat { get; set; }

    [JsonIgnore]
    public List<DraftProvision> All { get; private set; } = [];

    /// <summary>The provisions that bind.</summary>
    [JsonIgnore]
    public List<DraftProvision> Provisions { get; private set; } = [];

    public static Draft Read(ReadOnlySpan<byte> json)
    {
        var draft = JsonSerializer.Deserialize<Draft>(json, Options)!;
        draft.All = [.. draft.Articles.SelectMany(article => article.Provisions)];
        draft.Provisions = draft.All.FindAll(provision => provision.Binding);
        return draft;
    }
}

public sealed record DraftParty(string Id, string Name);

public sealed record DraftGuidance(string? Level, string? Role, string? Overrides, List<DraftInstrument>? Instruments);

public sealed record DraftInstrument(string Title, string? Level);

public sealed record DraftDecision(string? Rule, string? Lead, List<string>? Veto);

public sealed record DraftInstitution(string Id, string? Role, bool New, string? Domain);

public sealed record DraftActor(string Kind, List<string>? Names);

public sealed record DraftThreat(string Id, string Kind, string? Temporality, DraftActor? Actor);

public sealed record DraftArticle(string Number, List<DraftProvision> Provisions);

public sealed record DraftStake(string Party, string Kind);

public sealed class DraftProvision
{
    public string Kind { get; set; } = "";

    public string? Domain { get; set; }

    public List<string>? Obligors { get; set; }

    public List<string>? Beneficiaries { get; set; }

    public DraftActor? Against { get; set; }

    public string? Trigger { get; set; }

    public string? Institution { get; set; }

    public bool Exclusive { get; set; }

    public bool Binding { get; set; } = true;
}
