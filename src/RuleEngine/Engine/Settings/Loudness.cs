using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Settings;

/// <summary>
/// How loud findings are in one file. Configurations that build on each other come to one word for each id; an override has the last word
/// before them and before those above it. In each, the finding's own id goes before its rule, and the rule before its set.
/// </summary>
public sealed class Loudness
{
    /// <summary>What is said, the last word last.</summary>
    private readonly List<Dictionary<string, (Severity Severity, Place Place)>> _said = [];

    /// <param name="settings">The settings of the file.</param>
    /// <param name="file">Its full path.</param>
    public Loudness(EffectiveSettings settings, string file)
    {
        var merged = new Dictionary<string, (Severity, Place)>(StringComparer.Ordinal);
        _said.Add(merged);
        foreach (var layer in settings.Layers)
            Add(merged, layer.Configuration.Severity, layer.Configuration.At("severity"));
        foreach (var layer in settings.Layers)
        {
            foreach (var over in layer.Configuration.Overrides)
            {
                if (!new Globs(over.Paths, layer.Folder).Match(file))
                    continue;
                _said.Add(new Dictionary<string, (Severity, Place)>(StringComparer.Ordinal));
                Add(_said[^1], over.Severity, over.Place.Member("severity"));
            }
        }
    }

    /// <summary>What is said of each id, rule and set, and where; the last word last.</summary>
    public IEnumerable<(string Id, Severity Severity, Place Place)> Said =>
        from words in _said
        from word in words.OrderBy(word => word.Key, StringComparer.Ordinal)
        select (word.Key, word.Value.Severity, word.Value.Place);

    internal Severity Of(PrincipleResult principle, ReportedFinding finding)
    {
        for (var index = _said.Count - 1; index >= 0; index--)
        {
            if (_said[index].TryGetValue(finding.Id, out var own))
                return own.Severity;
            if (Wide(_said[index], principle, finding.Role) is { } wide)
                return wide;
        }

        return finding.Severity;
    }

    private static void Add(Dictionary<string, (Severity, Place)> words, IReadOnlyList<KeyValuePair<string, Severity>> severity, Place place)
    {
        foreach (var (id, word) in severity)
            words[id] = (word, place.Member(id));
    }

    /// <summary>
    /// What is said of the rule or the set as a whole: it makes no support loud, and hides no violation and no gap. Null where nothing is said.
    /// </summary>
    private static Severity? Wide(Dictionary<string, (Severity Severity, Place Place)> words, PrincipleResult principle, Role role)
    {
        foreach (var name in (string[])[principle.Id, principle.Set])
        {
            if (words.TryGetValue(name, out var word) && (word.Severity == Severity.None ? role == Role.Concern || role == Role.Support : role != Role.Support))
                return word.Severity;
        }

        return null;
    }
}
