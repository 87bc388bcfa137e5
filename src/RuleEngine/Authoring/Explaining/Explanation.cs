using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;
using RuleEngine.Scripting.Metering;
using RuleEngine.Scripting.Recording;

namespace RuleEngine.Authoring.Explaining;

/// <summary>Why a principle has its verdict on one proposal: what its rule read, which of that decided, and what would turn it.</summary>
public sealed class Explanation
{
    /// <summary>So many times the rule is run in a world in which one fact is another; the facts after that are not tried.</summary>
    private const int MostRuns = 20_000;

    /// <summary>So much is shown of what stands at a fact that decides.</summary>
    private const int MostUnits = 120;

    /// <summary>So many changes that turn the verdict are looked at for what they make of the facts.</summary>
    private const int MostTurned = 60;

    private readonly ProposalFile _file;
    private readonly Principle _principle;
    private readonly RecordedRule _rule;
    private int _runs;

    private Explanation(ProposalFile file, ProposalResult proposal, Principle principle, RecordedRule rule, RulePack pack)
    {
        (_file, _principle, _rule, Proposal) = (file, principle, rule, proposal);
        Result = proposal.Principles[0];
        Turns = VerdictTurns.Of(file, pack, [principle])[0];
        Facts = RuleStack.Run(() => Explained(pack));
    }

    /// <summary>The proposal's file.</summary>
    public ProposalFile File => _file;

    /// <summary>The proposal, with this principle alone.</summary>
    public ProposalResult Proposal { get; }

    /// <summary>What the principle came to.</summary>
    public PrincipleResult Result { get; }

    /// <summary>Where the rule's script is.</summary>
    public string Script => _principle.Path;

    /// <summary>What the rule read and reported, in order; a fact that a function reads again is named once.</summary>
    public IReadOnlyList<ExplainedFact> Facts { get; }

    /// <summary>Whether every fact was tried; in a very long proposal those after some thousands are not.</summary>
    public bool IsWhole => _runs < MostRuns;

    /// <summary>The changes that would turn the verdict.</summary>
    public VerdictTurns Turns { get; }

    /// <summary>Explains a verdict.</summary>
    /// <param name="file">A proposal without faults.</param>
    /// <param name="path">What reports call it.</param>
    /// <param name="principle">A principle whose rule could be loaded, and does not fail on the proposal.</param>
    /// <param name="pack">Its pack.</param>
    /// <param name="fault">Why there is no explanation; null where there is one.</param>
    public static Explanation? Of(ProposalFile file, string path, Principle principle, RulePack pack, out Fault? fault)
    {
        var faults = new List<Fault>();
        var source = ScriptSource.Of(principle.Path, $"{principle.Set}/{principle.Id}-{principle.Name}.csx", pack.Script(principle.Path));
        var proposal = (ProposalResult)new Checker(pack with { Principles = [principle] }, withExcerpts: true).Check(file, path);
        fault = proposal.Principles[0].Fault;
        if (fault is null && RecordedRule.Load(source, faults) is { } rule)
            return new Explanation(file, proposal, principle, rule, pack);
        fault ??= faults[0];
        return null;
    }

    private List<ExplainedFact> Explained(RulePack pack)
    {
        var turned = Turned(pack);
        var (events, result) = Run(null, null);
        var deciding = result.Findings.Where(finding => ChangeRank.IsDeciding(finding, result.Verdict)).Select(finding => finding.Identity).ToHashSet();
        var sources = events.OfType<ReportEvent>().Where(report => deciding.Any(each => each.Id == report.Finding.Kind.Id && each.Limb == report.Limb)).Select(report => (report.Limb, report.Check)).ToHashSet();
        var decides = new Dictionary<(object, string), bool>();
        var seen = new HashSet<(string?, string, object, string)>();
        var facts = new List<ExplainedFact>();
        foreach (var each in events)
        {
            if (each is ReportEvent report)
                facts.Add(Explained(each, null, report.Finding.Kind.Id, report.Finding.Message, report.Finding.Place, decides: false));
            else if (each is ReadFact fact && seen.Add((fact.Limb, fact.Check, fact.Owner, fact.Member)))
                facts.Add(Explained(each, fact.Line, fact.Member, FactText.Of(fact.Value), FactPlace.Of(fact, _file.Arrangement!), Decides(fact)));
        }

        return facts;

        bool Decides(ReadFact fact)
        {
            if (!sources.Contains((fact.Limb, fact.Check)) && fact.Check != nameof(Rule.AppliesTo))
                return false;
            if (!decides.TryGetValue(fact.Identity, out var does))
                decides.Add(fact.Identity, does = FactAlternatives.Of(fact).ToList() is { Count: > 0 } others ? others.Exists(value => IsOther(fact, value, deciding, result.Verdict)) : turned.Any(answers => answers.TryGetValue(Asked(fact), out var answer) && answer != FactText.Of(fact.Value)));
            return does;
        }
    }

    /// <summary>
    /// What is answered once the verdict is turned by a single change. A fact that is absent, or an object, has no other value that could be tried;
    /// it decides where such a change gives it another.
    /// </summary>
    private List<Dictionary<(string Owner, string Member), string>> Turned(RulePack pack)
    {
        var answers = new List<Dictionary<(string, string), string>>();
        foreach (var change in Turns.Turns.Where(turn => turn.Operations.Count == 1).Select(turn => turn.Operations[0]).DistinctBy(operation => (operation.Kind, operation.Pointer)).Take(MostTurned))
        {
            var arrangement = _file.With(change).Arrangement!;
            arrangement.Registry = pack.Registry;
            var facts = FactRecorder.Record(recorder => Evaluation.Of(_principle with { Rule = _rule.For(recorder) }, arrangement, Budget.Of(arrangement), withExcerpts: false));
            answers.Add(facts.OfType<ReadFact>().DistinctBy(Asked).ToDictionary(Asked, fact => FactText.Of(fact.Value)));
        }

        return answers;
    }

    /// <summary>Which question a fact answers, in whatever proposal.</summary>
    private static (string Owner, string Member) Asked(ReadFact fact) => (fact.Owner is Node node ? node.Place.Location.Pointer! : "", fact.Member);

    /// <summary>Whether, in a world in which the fact is this, a finding is gone for which the verdict is what it is.</summary>
    private bool IsOther(ReadFact fact, object? value, HashSet<(string, string?, int, string?)> deciding, Verdict verdict)
    {
        if (++_runs > MostRuns)
            return false;
        var (_, result) = Run(fact, value);
        if (result.Fault is not null)
            return false;
        return deciding.Count == 0 ? result.Verdict != verdict : !deciding.IsSubsetOf(result.Findings.Select(finding => finding.Identity));
    }

    private (IReadOnlyList<RuleEvent> Events, PrincipleResult Result) Run(ReadFact? replaced, object? replacement)
    {
        PrincipleResult? result = null;
        var arrangement = _file.Arrangement!;
        var events = FactRecorder.Record(
            recorder => result = Evaluation.Of(_principle with { Rule = _rule.For(recorder) }, arrangement, Budget.Of(arrangement), withExcerpts: false).ToResult(),
            replaced, replacement);
        return (events, result!);
    }

    private static ExplainedFact Explained(RuleEvent each, int? line, string member, string value, Place place, bool decides) => new(
        each.Limb, each.Check, line is 0 ? null : line, member, value, place.Path, place.Location, decides && place.IsStated && place.Token > 0 ? Written(place) : null, decides, each is ReportEvent);

    private static string Written(Place place)
    {
        var location = place.Location;
        var lines = place.Node.Document.Excerpt(place.Token, null).Lines;
        var text = lines.Count == 1 && location.Line == location.EndLine && location.EndColumn <= lines[0].Length + 1 ? lines[0][(location.Column - 1)..(location.EndColumn - 1)] : string.Join(' ', lines.Select(line => line.Trim()));
        return text.Length <= MostUnits ? text : text[..MostUnits] + "…";
    }
}
