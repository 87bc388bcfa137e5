using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Settings;

/// <summary>
/// How loud findings are in one file. What comes later has the last word; within one configuration or override the finding's own id goes
/// before its rule, and the rule before its set.
/// </summary>
public sealed class Loudness
{
    private readonly List<(Dictionary<string, Severity> Words, Place Place)> _said = [];

    /// <param name="settings">The settings of the file.</param>
    /// <param name="file">Its full path.</param>
    public Loudness(EffectiveSettings settings, string file)
    {
        foreach (var layer in settings.Layers)
            Add(layer.Configuration.Severity, layer.Configuration.At("severity"));
        foreach (var layer in settings.Layers)
        {
            foreach (var over in layer.Configuration.Overrides)
            {
                if (new Globs(over.Paths, layer.Folder).Match(file))
                    Add(over.Severity, over.Place.Member("severity"));
            }
        }
    }

    /// <summary>Every id, rule and set of which something is said, in ordinal order: what, and where it is said last.</summary>
    public IEnumerable<(string Id, Severity Severity, Place Place)> Said =>
        from id in _said.SelectMany(said => said.Words.Keys).Distinct().Order(StringComparer.Ordinal)
        let last = _said.FindLast(said => said.Words.ContainsKey(id))
        select (id, last.Words[id], last.Place.Member(id));

    internal Severity Of(PrincipleResult principle, ReportedFinding finding)
    {
        for (var index = _said.Count - 1; index >= 0; index--)
        {
            if (_said[index].Words.TryGetValue(finding.Id, out var own))
                return own;
            if (Wide(_said[index].Words, principle, finding.Role) is { } wide)
                return wide;
        }

        return finding.Severity;
    }

    private void Add(IReadOnlyList<KeyValuePair<string, Severity>> severity, Place place)
    {
        if (severity.Count > 0)
            _said.Add((new Dictionary<string, Severity>(severity, StringComparer.Ordinal), place));
    }

    /// <summary>
    /// What is said of the rule or the set as a whole: it makes no support loud, and hides no violation and no gap. Null where nothing is said.
    /// </summary>
    private static Severity? Wide(Dictionary<string, Severity> words, PrincipleResult principle, Role role)
    {
        foreach (var name in (string[])[principle.Id, principle.Set])
        {
            if (words.TryGetValue(name, out var severity) && (severity == Severity.None ? role == Role.Concern || role == Role.Support : role != Role.Support))
                return severity;
        }

        return null;
    }
}
