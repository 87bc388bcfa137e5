using RuleEngine.Model.Faults;
using RuleEngine.Model.Settings;

namespace RuleEngine.Engine.Settings;

/// <summary>
/// Says of each finding of a run how loud it is and who has accepted it. It changes no verdict. One thread at a time may use it.
/// </summary>
/// <param name="today">The day on which waivers must still hold.</param>
/// <param name="baseline">The findings that were there already; null where there is no baseline.</param>
public sealed class Settlement(DateOnly today, Baseline? baseline)
{
    private readonly KnownFindings? _known = baseline is null ? null : new KnownFindings(baseline);
    private WaiverBook? _waivers;

    /// <summary>How loud findings are in the file that was settled last.</summary>
    private (EffectiveSettings? Settings, string File, Loudness? Loudness) _loudness = (null, "", null);

    /// <summary>Made when a configuration is met or asked about.</summary>
    private WaiverBook Waivers => _waivers ??= new WaiverBook(today);

    /// <summary>Whether findings are known again by their content.</summary>
    /// <param name="settings">The settings of the files.</param>
    internal bool AsksForContent(EffectiveSettings settings) => settings.Layers.Count > 0 || _known is not null;

    /// <summary>The same verdicts, every finding settled.</summary>
    /// <param name="result">The verdicts of one proposal.</param>
    /// <param name="file">Its full path.</param>
    /// <param name="settings">The settings of its folder.</param>
    public ProposalResult Settle(ProposalResult result, string file, EffectiveSettings settings)
    {
        if (!AsksForContent(settings))
            return result;
        if (_loudness.Settings != settings || _loudness.File != file)
            _loudness = (settings, file, new Loudness(settings, file));
        var loudness = _loudness.Loudness!;
        var waivers = Waivers.For(settings, file, result);
        _known?.Check(result);
        return result.WithFindings(Settled);

        ReportedFinding Settled(PrincipleResult principle, ReportedFinding finding)
        {
            var isKnown = _known is not null && _known.Meets(result.Proposal, finding);
            var waived = waivers.Contains(finding.Id) ? Waivers.Accept(waivers[finding.Id], finding) : null;
            return finding.With(loudness.Of(principle, finding), waived ?? (isKnown ? Acceptance.Baseline : null));
        }
    }

    /// <summary>What a reader should know once all proposals are settled: waivers that no longer do anything, findings that have gone.</summary>
    public IReadOnlyList<Fault> Notices() => _waivers is null && _known is null ? [] : AllNotices();

    private IReadOnlyList<Fault> AllNotices() => [.. _waivers?.Notices() ?? [], .. _known?.Gone() ?? []];

    /// <summary>Whether a waiver is about the proposal, so that it must be settled for the notices to be right.</summary>
    internal bool IsWaiverAbout(string file, string proposal, EffectiveSettings settings) => settings.Layers.Count > 0 && Waivers.Covers(settings, file, proposal);

    /// <summary>Takes over what has become of each waiver of the settings elsewhere.</summary>
    internal void Recall(EffectiveSettings settings, IReadOnlyList<WaiverFate> fates) => Waivers.Recall(settings, fates);

    /// <summary>What has become of each waiver of the settings, in their order.</summary>
    internal List<WaiverState> States(EffectiveSettings settings) => Waivers.States(settings);

    /// <summary>The same in a word each.</summary>
    internal List<WaiverFate> Fates(EffectiveSettings settings) => Waivers.Fates(settings);
}
