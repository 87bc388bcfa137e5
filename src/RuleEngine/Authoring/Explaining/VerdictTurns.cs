using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Parsing.Patching;
using RuleEngine.Scripting;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Authoring.Explaining;

/// <summary>
/// The smallest changes of a proposal that would turn the verdict of a principle: each single change of <see cref="ProposalFile.Changes"/>, and
/// where none of them decides, pairs of those that change what is found.
/// </summary>
public sealed class VerdictTurns
{
    /// <summary>So many changes with the same effect are tried in pairs.</summary>
    private const int MostAlike = 3;

    /// <summary>So many pairs are tried, and fewer of a long proposal.</summary>
    private const int MostPairs = 4000;

    /// <summary>So many bytes of changed text are read for single changes, and half as many for pairs; of a long proposal, those nearest to what decides come first.</summary>
    private const long MostBytes = 96L * 1024 * 1024;

    private readonly Principle _principle;
    private readonly PrincipleResult _result;
    private readonly string _effect;
    private readonly ChangeRank _ranks;
    private readonly List<VerdictTurn> _turns = [];
    private readonly Dictionary<string, List<PatchOperation>> _byEffect = [];

    private VerdictTurns(Principle principle, PrincipleResult result) => (_principle, _result, _effect, _ranks) = (principle, result, Effect(result), new ChangeRank(result));

    /// <summary>The changes that turn it: those to the verdict that is wanted most first, then those nearest to what decides now.</summary>
    public IReadOnlyList<VerdictTurn> Turns => _turns;

    /// <summary>How many single changes were tried, those left out that no proposal could have.</summary>
    public int Singles { get; private set; }

    /// <summary>How many single changes were not tried, since the proposal is too long.</summary>
    public int Left { get; private set; }

    /// <summary>How many pairs of changes were tried; 0 where a single one was enough.</summary>
    public int Pairs { get; private set; }

    /// <summary>How many pairs were not tried, since there are too many.</summary>
    public int PairsLeft { get; private set; }

    /// <summary>The verdicts that a reader wants to reach from this one, most wanted first.</summary>
    public static IReadOnlyList<Verdict> Wanted(Verdict from) =>
        from == Verdict.Violated ? [Verdict.Upheld, Verdict.Undetermined, Verdict.NotApplicable]
        : from == Verdict.Undetermined ? [Verdict.Upheld, Verdict.Violated, Verdict.NotApplicable]
        : from == Verdict.Upheld ? [Verdict.Undetermined, Verdict.Violated, Verdict.NotApplicable]
        : [Verdict.Upheld, Verdict.Violated, Verdict.Undetermined];

    /// <summary>Looks for them, for several principles at once.</summary>
    /// <param name="file">A proposal without faults.</param>
    /// <param name="pack">Its pack.</param>
    /// <param name="principles">The principles.</param>
    /// <returns>What was found, in the order of the principles; nothing for one that failed.</returns>
    public static IReadOnlyList<VerdictTurns> Of(ProposalFile file, RulePack pack, IReadOnlyList<Principle> principles) => RuleStack.Run(() =>
    {
        file.Arrangement!.Registry = pack.Registry;
        var searches = principles.Select(principle => new VerdictTurns(principle, Run(principle, file, pack)!)).ToList();
        var changes = file.Changes();
        var most = (int)Math.Min(changes.Count, MostBytes / file.Bytes.Length);
        var tried = most == changes.Count ? changes : [.. changes.OrderBy(change => searches.Min(search => search._ranks.Of(change))).Take(most)];
        foreach (var change in tried)
        {
            var changed = file.With(change);
            searches.ForEach(search => search.Try(change, changed, pack));
        }

        searches.ForEach(search => search.Finish(file, pack, changes.Count - most));
        return searches;
    });

    private static PrincipleResult? Run(Principle principle, ProposalFile file, RulePack pack)
    {
        if (file.Arrangement is not { } arrangement)
            return null;
        arrangement.Registry = pack.Registry;
        return Evaluation.Of(principle, arrangement, Budget.Of(arrangement), withExcerpts: false).ToResult();
    }

    private void Try(PatchOperation change, ProposalFile changed, RulePack pack)
    {
        if (Run(_principle, changed, pack) is not { } result)
            return;
        Singles++;
        if (Turned(result))
            _turns.Add(new VerdictTurn([change], result.Verdict));
        if (result.Verdict != Verdict.Error && result.Verdict != Wanted(_result.Verdict)[0] && Effect(result) is var effect && effect != _effect)
            Remember(change, effect);
    }

    private void Remember(PatchOperation change, string effect)
    {
        if (!_byEffect.TryGetValue(effect, out var alike))
            _byEffect.Add(effect, alike = []);
        if (alike.Count < MostAlike)
            alike.Add(change);
    }

    private bool Turned(PrincipleResult result) => result.Verdict != _result.Verdict && result.Verdict != Verdict.Error;

    private void Finish(ProposalFile file, RulePack pack, int left)
    {
        Left = left;
        if (_result.Verdict != Verdict.Upheld && !_turns.Exists(turn => turn.Verdict == Wanted(_result.Verdict)[0]))
            TryPairs(file, pack);
        var ordered = _turns.OrderBy(turn => Wanted(_result.Verdict).ToList().IndexOf(turn.Verdict)).ThenBy(turn => turn.Operations.Count)
            .ThenBy(turn => turn.Operations.Max(_ranks.Of)).ToList();
        _turns.Clear();
        _turns.AddRange(ordered);
    }

    /// <summary>Pairs of changes that each change what is found, those nearest to what decides first.</summary>
    private void TryPairs(ProposalFile file, RulePack pack)
    {
        var changes = _byEffect.Values.SelectMany(alike => alike).OrderBy(_ranks.Of).ToList();
        var pairs = (from second in Enumerable.Range(0, changes.Count) from first in Enumerable.Range(0, second) where PatchOrder.AreApart(changes[first], changes[second]) orderby first + second select (First: first, Second: second)).ToList();
        var most = (int)Math.Min(MostPairs, MostBytes / 4 / file.Bytes.Length);
        PairsLeft = Math.Max(0, pairs.Count - most);
        foreach (var (first, second) in pairs.Take(most))
        {
            var pair = PatchOrder.Sorted(changes[first], changes[second]);
            Pairs++;
            if (Run(_principle, file.With(pair[0]).With(pair[1]), pack) is { } result && Turned(result) && !_turns.Exists(turn => turn.Operations.Count == 1 && turn.Verdict == result.Verdict))
                _turns.Add(new VerdictTurn(pair, result.Verdict));
        }
    }

    /// <summary>What decides, in one text.</summary>
    private static string Effect(PrincipleResult result) =>
        string.Join('\n', result.Findings.Where(finding => finding.Role != Role.Concern && finding.Role != Role.Support).Select(finding => finding.Id + finding.Message).Order(StringComparer.Ordinal));
}
