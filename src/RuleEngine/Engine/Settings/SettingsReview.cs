using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;

namespace RuleEngine.Engine.Settings;

/// <summary>Holds what configurations name against the rule pack: ids that it does not know, findings that cannot be hidden or waived.</summary>
public sealed class SettingsReview
{
    private readonly RulePack _pack;
    private readonly Dictionary<string, FindingKind> _findings;
    private readonly HashSet<string> _wide;
    private readonly List<Fault> _faults = [];

    private SettingsReview(RulePack pack)
    {
        _pack = pack;
        _findings = EngineFindings.WithThoseOf(pack.Principles);
        _wide = pack.Principles.SelectMany(principle => (string[])[principle.Id, principle.Set]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All that is wrong beyond single inputs: with reading the configurations, with what they name, and with the pack.</summary>
    /// <param name="reader">What has read the configurations.</param>
    /// <param name="run">The settings of the run as a whole.</param>
    /// <param name="pack">The pack.</param>
    public static IReadOnlyList<Fault> Faults(SettingsReader reader, EffectiveSettings run, RulePack pack)
    {
        if (reader.HasMetNone)
            return pack.Faults;
        var faults = new List<Fault>(reader.Faults);
        faults.AddRange(Faults(reader.Layers, pack));
        if (OtherPack(run, pack) is { } other)
            faults.Add(other);
        faults.AddRange(pack.Faults);
        return faults;
    }

    /// <summary>Whether one of the faults stands in what a notice is about, so that the notice says nothing more.</summary>
    public static bool IsExplained(Fault notice, IEnumerable<Fault> faults) => notice.Location?.Pointer is { } pointer
        && faults.Any(fault => fault.Path == notice.Path && fault.Location?.Pointer?.StartsWith(pointer + "/", StringComparison.Ordinal) == true);

    /// <summary>What is wrong with the configurations; empty when nothing is.</summary>
    public static IReadOnlyList<Fault> Faults(IEnumerable<Layer> layers, RulePack pack)
    {
        var review = new SettingsReview(pack);
        foreach (var layer in layers)
        {
            review.Severity(layer.Configuration.Severity, layer.Configuration.At("severity"));
            foreach (var over in layer.Configuration.Overrides)
                review.Severity(over.Severity, over.Place.Member("severity"));
            foreach (var waiver in layer.Configuration.Waivers)
                review.Waived(waiver);
        }

        return review._faults;
    }

    /// <summary>That the pack is not the one that the settings pin; null where it is, or where none is pinned.</summary>
    public static Fault? OtherPack(EffectiveSettings settings, RulePack pack)
    {
        if (settings.Stating(configuration => configuration.RulesHash is not null)?.Configuration is not { } pinning || pinning.RulesHash == pack.Hash)
            return null;
        return pinning.At("rulesHash").Fault(ConfigurationFaults.OtherPack, $"The rule pack {pack.Name} has the hash {pack.Hash}, and another one is asked for.");
    }

    private void Severity(IReadOnlyList<KeyValuePair<string, Severity>> severity, Place place)
    {
        foreach (var (id, word) in severity)
        {
            if (_findings.TryGetValue(id, out var kind))
            {
                if (word == Model.Rules.Severity.None && (kind.Role == Role.Violation || kind.Role == Role.Gap))
                    _faults.Add(place.Member(id).Fault(ConfigurationFaults.HiddenFinding, $"{id} is a {kind.Role} and cannot be hidden. Make it info, or waive it with a reason where it stands."));
            }
            else if (!_wide.Contains(id))
            {
                Unknown(id, place.Member(id), "finding, rule or set", [.. _findings.Keys, .. _wide]);
            }
        }
    }

    private void Waived(Waiver waiver)
    {
        if (!_findings.TryGetValue(waiver.Id, out var kind))
            Unknown(waiver.Id, waiver.At("id"), "finding", [.. _findings.Keys]);
        else if (kind.Role == Role.Support)
            _faults.Add(waiver.At("id").Fault(ConfigurationFaults.NothingToWaive, $"{waiver.Id} is a support: there is nothing to waive."));
    }

    /// <summary>Of a rule that cannot be loaded it cannot be told what it knows.</summary>
    private void Unknown(string id, Place place, string what, IReadOnlyList<string> known)
    {
        if (!_pack.Principles.Any(principle => principle.Rule is null && id.StartsWith(principle.Id, StringComparison.Ordinal)))
            _faults.Add(place.Fault(ConfigurationFaults.UnknownId, $"The rule pack has no {what} \"{Spelling.Cut(id)}\". {Spelling.Suggestion(id, known)}"));
    }
}
