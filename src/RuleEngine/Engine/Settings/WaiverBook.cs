using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Settings;

namespace RuleEngine.Engine.Settings;

/// <summary>The waivers that a run has met, and what came of each.</summary>
/// <param name="today">The day on which they must still hold.</param>
internal sealed class WaiverBook(DateOnly today)
{
    private readonly Dictionary<Waiver, Entry> _entries = [];
    private readonly Dictionary<EffectiveSettings, List<Entry>> _bySettings = new(ReferenceEqualityComparer.Instance);

    /// <summary>The waivers that cover the file that was asked about last.</summary>
    private (EffectiveSettings? Settings, string File, List<Entry> Entries) _covering = (null, "", []);

    /// <summary>The waivers of a file, by the finding that they accept.</summary>
    public ILookup<string, Entry> For(EffectiveSettings settings, string file, ProposalResult result)
    {
        var proposal = result.Proposal;
        if (_covering.Settings != settings || _covering.File != file)
            _covering = (settings, file, EntriesOf(settings).FindAll(entry => entry.Path.Match(file)));
        var covering = _covering.Entries;
        var meant = covering.FindAll(entry => (entry.Waiver.Proposal ?? proposal) == proposal);
        foreach (var entry in covering)
            entry.IsAsked |= (entry.Path.IsOneFile || meant.Contains(entry)) && result.Principles.Any(principle => EngineFindings.IsOf(principle.Id, entry.Waiver.Id));
        return meant.ToLookup(entry => entry.Waiver.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether a waiver covers the file and means the proposal.</summary>
    public bool Covers(EffectiveSettings settings, string file, string proposal) =>
        EntriesOf(settings).Exists(entry => entry.Path.Match(file) && (entry.Path.IsOneFile || (entry.Waiver.Proposal ?? proposal) == proposal));

    /// <summary>What has become of each waiver of the settings, in their order.</summary>
    public List<WaiverState> States(EffectiveSettings settings) => [.. EntriesOf(settings).Select(entry => new WaiverState(FateOf(entry), Notice(entry)))];

    /// <summary>The same in a word each.</summary>
    public List<WaiverFate> Fates(EffectiveSettings settings) => EntriesOf(settings).ConvertAll(FateOf);

    /// <summary>Takes over what has become of each waiver of the settings elsewhere.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="fates">As <see cref="Fates"/> gives them.</param>
    public void Recall(EffectiveSettings settings, IReadOnlyList<WaiverFate> fates)
    {
        foreach (var (entry, fate) in EntriesOf(settings).Zip(fates))
        {
            entry.IsAsked |= fate != WaiverFate.NotAsked;
            entry.IsReplaced |= fate == WaiverFate.Replaced;
            entry.IsChanged |= fate == WaiverFate.Changed;
            entry.IsMatched |= fate == WaiverFate.Matched;
        }
    }

    private WaiverFate FateOf(Entry entry) =>
        entry.Waiver.Expires < today ? WaiverFate.Expired
        : entry.IsMatched ? WaiverFate.Matched
        : entry.IsChanged ? WaiverFate.Changed
        : entry.IsReplaced ? WaiverFate.Replaced
        : entry.IsAsked ? WaiverFate.Unmatched
        : WaiverFate.NotAsked;

    private List<Entry> EntriesOf(EffectiveSettings settings)
    {
        if (!_bySettings.TryGetValue(settings, out var entries))
            _bySettings[settings] = entries = [.. settings.Layers.SelectMany(layer => layer.Configuration.Waivers.Select(waiver => EntryOf(waiver, layer)))];
        return entries;
    }

    /// <summary>That one of the waivers accepts the finding; null where none does.</summary>
    public Acceptance? Accept(IEnumerable<Entry> entries, ReportedFinding finding)
    {
        Acceptance? accepted = null;
        var others = new List<Entry>();
        foreach (var entry in entries)
        {
            var waiver = entry.Waiver;
            if ((waiver.Limb ?? finding.Limb) != finding.Limb || waiver.Address != finding.Address)
                continue;
            if (waiver.Content != finding.Content)
            {
                others.Add(entry);
                continue;
            }

            entry.IsMatched = true;
            if (waiver.Expires >= today)
                accepted ??= new Acceptance("waiver", waiver.Reason, waiver.Owner, waiver.ExpiresText);
        }

        foreach (var other in others)
        {
            other.IsChanged |= accepted is null;
            other.IsReplaced |= accepted is not null;
        }

        return accepted;
    }

    /// <summary>Waivers that have expired, that accept what has changed since, or that match nothing; in the order of the files.</summary>
    public IEnumerable<Fault> Notices() =>
        from entry in _entries.Values
        let notice = Notice(entry)
        where notice is not null
        select notice;

    private Fault? Notice(Entry entry)
    {
        var waiver = entry.Waiver;
        var where = Place.InWords(waiver.Address);
        return FateOf(entry) switch
        {
            WaiverFate.Expired => waiver.At("expires").Fault(ConfigurationFaults.Expired, $"The waiver of {waiver.Id} held until {waiver.ExpiresText}; ask {waiver.Owner}."),
            WaiverFate.Changed => waiver.At("content").Fault(ConfigurationFaults.Changed, waiver.Content is null
                ? $"The waiver of {waiver.Id} at {where} does not say by a hash what it accepts, and so accepts nothing. `ruleengine waive` writes the hash."
                : $"What {waiver.Owner} accepted at {where} has changed, and {waiver.Id} counts again. `ruleengine waive` accepts it anew."),
            WaiverFate.Replaced => waiver.Place.Fault(ConfigurationFaults.Unmatched, $"Another waiver accepts {waiver.Id} at {where} as it stands now; this one can go."),
            WaiverFate.Unmatched => waiver.Place.Fault(ConfigurationFaults.Unmatched, $"No finding {waiver.Id} stands at {where} in the files that were checked."),
            WaiverFate.NotAsked when !entry.Path.MeanAnything() => waiver.At("path").Fault(ConfigurationFaults.Unmatched, $"The waiver of {waiver.Id} is about {waiver.Path}, and no such file is there."),
            _ => null,
        };
    }

    private Entry EntryOf(Waiver waiver, Layer layer)
    {
        if (!_entries.TryGetValue(waiver, out var entry))
            _entries[waiver] = entry = new Entry(waiver, new Globs([waiver.Path], layer.Folder));
        return entry;
    }

    /// <summary>One waiver.</summary>
    internal sealed class Entry(Waiver waiver, Globs path)
    {
        public Waiver Waiver => waiver;

        public Globs Path => path;

        /// <summary>Whether a file that it is about was checked.</summary>
        public bool IsAsked { get; set; }

        /// <summary>Whether it stands for a finding, expired or not.</summary>
        public bool IsMatched { get; set; }

        /// <summary>Whether a finding at its address is about other content, and nobody accepts it.</summary>
        public bool IsChanged { get; set; }

        /// <summary>Whether a finding at its address is about other content, which another waiver accepts.</summary>
        public bool IsReplaced { get; set; }
    }
}
