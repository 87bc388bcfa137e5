using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Settings;

namespace RuleEngine.Engine.Settings;

/// <summary>The findings of a baseline, each counted off as it is met again.</summary>
internal sealed class KnownFindings
{
    private readonly Dictionary<(string Proposal, string Id, string? Limb, string Address, string? Content), Queue<KnownFinding>> _left = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    /// <summary>The principles that proposals are asked about, which are the same for all.</summary>
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<(string Proposal, string Id, string? Limb, string Address)> _places = [];
    private readonly Baseline _baseline;

    public KnownFindings(Baseline baseline)
    {
        _baseline = baseline;
        foreach (var known in baseline.Findings)
        {
            var key = (known.Proposal, known.Id, known.Limb, known.Address, known.Content);
            if (!_left.TryGetValue(key, out var alike))
                _left[key] = alike = new Queue<KnownFinding>();
            alike.Enqueue(known);
        }
    }

    public void Check(ProposalResult result)
    {
        _checked.Add(result.Proposal);
        if (_asked.Count == 0)
            _asked.UnionWith(result.Principles.Select(principle => principle.Id));
    }

    /// <summary>Whether the finding was there already, as often as it has been met now.</summary>
    public bool Meets(string proposal, ReportedFinding finding)
    {
        _places.Add((proposal, finding.Id, finding.Limb, finding.Address));
        return _left.TryGetValue((proposal, finding.Id, finding.Limb, finding.Address, finding.Content), out var alike) && alike.TryDequeue(out _);
    }

    /// <summary>The findings that are there no longer, of the proposals that were checked. What is about other content now is new, not gone.</summary>
    public IEnumerable<Fault> Gone()
    {
        var left = _left.Values.SelectMany(alike => alike).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var known in _baseline.Findings)
        {
            if (left.Contains(known) && _checked.Contains(known.Proposal) && _asked.Any(principle => EngineFindings.IsOf(principle, known.Id)) && !_places.Contains((known.Proposal, known.Id, known.Limb, known.Address)))
            {
                yield return known.Place.Fault(
                    ConfigurationFaults.Gone, $"Gone since the baseline: {known.Id} at {Place.InWords(known.Address)} of {known.Proposal}.");
            }
        }
    }
}
