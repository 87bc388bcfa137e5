using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Batch;

/// <summary>
/// What has become of the verdicts of an earlier batch: the review of a changed rule over a corpus. Proposals are known by their input and
/// id; of several that share both, by their record's number. Several threads may add outcomes.
/// </summary>
public sealed class VerdictComparison
{
    private readonly Dictionary<(string Path, string Proposal), List<Old>> _old = [];
    private readonly List<VerdictChange> _changes = [];
    private readonly Lock _lock = new();
    private readonly Causes _causes;

    private VerdictComparison(string path, Causes causes) => (Path, _causes) = (path, causes);

    /// <summary>The results that are compared with.</summary>
    public string Path { get; }

    /// <summary>Whether the pack or the engine is another one, whatever became of it.</summary>
    public bool IsOfOtherRules => _causes != Causes.None;

    /// <summary>Proposals that both have.</summary>
    public int Compared { get; private set; }

    /// <summary>Proposals that only the new results have.</summary>
    public int Added { get; private set; }

    /// <summary>Proposals that only the old results have.</summary>
    public int Gone => _old.Values.Sum(alike => alike.Count(old => !old.IsMet));

    /// <summary>Proposals with another verdict on some principle.</summary>
    public int Changed { get; private set; }

    /// <summary>Every verdict that changed: by principle, then by input, record and proposal.</summary>
    public IEnumerable<VerdictChange> Changes => _changes
        .OrderBy(change => change.Principle, StringComparer.Ordinal).ThenBy(change => change.Path, StringComparer.Ordinal)
        .ThenBy(change => change.Record).ThenBy(change => change.Proposal, StringComparer.Ordinal);

    /// <summary>Reads the earlier results.</summary>
    /// <param name="path">What messages call them.</param>
    /// <param name="results">Their content, perhaps compressed; it is closed.</param>
    /// <param name="tool">What makes the new ones.</param>
    /// <exception cref="ResultFormatException">They are none.</exception>
    public static VerdictComparison With(string path, Stream results, Tool tool)
    {
        using var reader = new ResultReader(path, results);
        var causes = (reader.Head.Rules == tool.Rules ? Causes.None : Causes.Pack) | (reader.Head.Version == tool.Version ? Causes.None : Causes.Engine);
        var comparison = new VerdictComparison(path, causes);
        var words = new ResultWords(new Dictionary<string, FindingKind>());
        while (reader.Read())
        {
            if (reader.Understood(words.ReadLine).Outcome is ProposalResult result)
                comparison.Keep(result);
        }

        return comparison;
    }

    /// <summary>Compares one more outcome.</summary>
    public void Add(Outcome outcome)
    {
        if (outcome is not ProposalResult result)
            return;
        lock (_lock)
        {
            if (Find(result) is not { } old)
            {
                Added++;
                return;
            }

            old.IsMet = true;
            Compared++;
            var before = _changes.Count;
            Compare(old, result);
            Changed += _changes.Count > before ? 1 : 0;
        }
    }

    private void Keep(ProposalResult result)
    {
        var key = (string.Intern(result.Path), result.Proposal);
        if (!_old.TryGetValue(key, out var alike))
            _old[key] = alike = [];
        alike.Add(new Old(result.Origin, [.. result.Principles.Select(principle => (string.Intern(principle.Id), principle.Verdict))]));
    }

    private Old? Find(ProposalResult result)
    {
        if (!_old.TryGetValue((result.Path, result.Proposal), out var alike))
            return null;
        return alike is [{ IsMet: false } only] ? only : alike.Find(old => !old.IsMet && old.Origin?.Record == result.Origin?.Record);
    }

    private void Compare(Old old, ProposalResult result)
    {
        var isOther = old.Origin?.Input is { } before && result.Origin?.Input is { } now && before != now;
        var causes = _causes | (isOther ? Causes.Proposal : Causes.None);
        var left = old.Verdicts.ToDictionary(each => each.Principle, each => each.Verdict, StringComparer.Ordinal);
        foreach (var principle in result.Principles)
        {
            var was = left.Remove(principle.Id, out var verdict) ? verdict : null;
            if (was != principle.Verdict)
                Change(principle.Id, was, principle.Verdict);
        }

        foreach (var (principle, verdict) in left)
            Change(principle, verdict, null);

        void Change(string principle, Verdict? was, Verdict? now) =>
            _changes.Add(new VerdictChange(principle, result.Path, result.Origin?.Record, result.Proposal, was, now, causes));
    }

    /// <summary>A proposal of the old results.</summary>
    private sealed class Old(Origin? origin, (string Principle, Verdict Verdict)[] verdicts)
    {
        public Origin? Origin => origin;

        public (string Principle, Verdict Verdict)[] Verdicts => verdicts;

        /// <summary>Whether the new results have it too.</summary>
        public bool IsMet { get; set; }
    }
}
