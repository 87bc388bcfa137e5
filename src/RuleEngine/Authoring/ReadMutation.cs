using System.Collections;
using System.Text;
using RuleEngine.Authoring.Explaining;
using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Parsing.Patching;
using RuleEngine.Scripting;
using RuleEngine.Scripting.Metering;
using RuleEngine.Scripting.Recording;

namespace RuleEngine.Authoring;

/// <summary>
/// Whether each fact that a rule reads matters: the examples are changed in one place at a time, and where a line of the script reads something
/// else than before, an example must come to something else for one such change.
/// </summary>
internal sealed class ReadMutation
{
    private readonly Principle _principle;
    private readonly RecordedRule _rule;
    private readonly RulePack _pack;

    /// <summary>What no change was noticed of so far, by line and member, in the order of the script.</summary>
    private readonly SortedSet<(int Line, string Member)> _open = [];

    private int _all;

    private ReadMutation(Principle principle, RecordedRule rule, RulePack pack) => (_principle, _rule, _pack) = (principle, rule, pack);

    /// <summary>How many things the script reads of which a change is noticed.</summary>
    public int Noticed => _all - _open.Count;

    /// <summary>What it reads, and no example notices: the line and the member.</summary>
    public IEnumerable<(int Line, string Member)> Unnoticed => _open;

    /// <summary>Changes the examples along what the rule reads in them; null where the script cannot be loaded.</summary>
    public static ReadMutation? Of(Principle principle, ScriptSource script, RulePack pack)
    {
        if (RecordedRule.Load(script, []) is not { } rule)
            return null;
        var mutation = new ReadMutation(principle, rule, pack);
        var examples = principle.Rule!.Examples.Select(example => ProposalFile.Read("example", Encoding.UTF8.GetBytes(example.Json))).Where(file => file.Arrangement is not null).ToList();
        RuleStack.Run(() =>
        {
            var runs = examples.ConvertAll(mutation.Run);
            mutation._open.UnionWith(runs.SelectMany(run => run!.Reads.Keys));
            mutation._all = mutation._open.Count;
            for (var index = 0; index < examples.Count && mutation._open.Count > 0; index++)
                mutation.Change(examples[index], runs[index]!);
            return true;
        });
        return mutation;
    }

    private void Change(ProposalFile example, ExampleReads before)
    {
        foreach (var change in Changes(example).Where(change => before.Reads.Keys.Any(_open.Contains) && change.Any(operation => before.Covers(operation.Pointer))))
        {
            if (Run(change.Aggregate(example, (file, operation) => file.With(operation))) is { } after && after.Outcome != before.Outcome)
                _open.RemoveWhere(site => before.Differs(after, site, ShiftedBy(change)));
        }
    }

    /// <summary>The list of which a member is removed, so that those after it are no longer where they were; null where there is none.</summary>
    private static string? ShiftedBy(PatchOperation[] change) =>
        change is [{ Kind: PatchKind.Remove, Pointer: var pointer }] && char.IsAsciiDigit(pointer[^1]) ? pointer[..(pointer.LastIndexOf('/') + 1)] : null;

    /// <summary>Each small change, and for each provision that who owes it and who benefits change places.</summary>
    private static IEnumerable<PatchOperation[]> Changes(ProposalFile example)
    {
        var swaps = example.Arrangement!.AllProvisions.Where(provision => provision is { NamedObligors: not null, NamedBeneficiaries: not null })
            .Select(provision => (PatchOperation[])[Put(provision.At.Obligors, provision.NamedBeneficiaries!), Put(provision.At.Beneficiaries, provision.NamedObligors!)]);
        return swaps.Concat(example.Changes().OrderBy(change => change.Kind == PatchKind.Remove ? 0 : change.Kind == PatchKind.Replace ? 1 : 2).Select(change => (PatchOperation[])[change]));
    }

    private static PatchOperation Put(Place list, PartyList parties) =>
        new(PatchKind.Replace, list.Location.Pointer!, $"[{string.Join(", ", parties.Select(party => JsonText.Quoted(party.Id)))}]");

    private ExampleReads? Run(ProposalFile file)
    {
        if (file.Arrangement is not { } arrangement)
            return null;
        arrangement.Registry = _pack.Registry;
        PrincipleResult? result = null;
        var events = FactRecorder.Record(recorder => result = Evaluation.Of(_principle with { Rule = _rule.For(recorder) }, arrangement, Budget.Of(arrangement), withExcerpts: false).ToResult());
        return new ExampleReads(events.OfType<ReadFact>(), RuleMutation.OutcomeOf(result!.Verdict, result.Findings, result.Fault is { } fault ? [fault] : []), arrangement);
    }

    /// <summary>What a rule read in one example, and what came of it.</summary>
    private sealed class ExampleReads
    {
        private readonly HashSet<string> _places = [];

        /// <param name="facts">What was read. An id is a name for references: what it is, decides nothing.</param>
        /// <param name="outcome">What came of it.</param>
        /// <param name="arrangement">The example.</param>
        public ExampleReads(IEnumerable<ReadFact> facts, string outcome, Arrangement arrangement)
        {
            Outcome = outcome;
            foreach (var site in facts.Where(fact => fact.Line > 0 && fact.Member != nameof(Party.Id)).GroupBy(fact => (fact.Line, fact.Member.Split('(')[0])))
            {
                Reads.Add(site.Key, site.GroupBy(fact => (Owner(fact, arrangement), fact.Member)).ToDictionary(alike => alike.Key, alike => Value(alike.First().Value)));
                _places.UnionWith(site.Select(fact => FactPlace.Of(fact, arrangement)).Select(place => place.Location.Pointer!));
            }
        }

        public string Outcome { get; }

        /// <summary>What was read, by line and member, of each object that was asked.</summary>
        public Dictionary<(int Line, string Member), Dictionary<(string Owner, string Member), string>> Reads { get; } = [];

        /// <summary>Whether something that was asked in both runs gave another answer there.</summary>
        public bool Differs(ExampleReads other, (int Line, string Member) site, string? shifted) =>
            Reads.TryGetValue(site, out var reads) && other.Reads.TryGetValue(site, out var others)
            && reads.Any(read => !(shifted is not null && read.Key.Owner.StartsWith(shifted, StringComparison.Ordinal)) && others.TryGetValue(read.Key, out var value) && value != read.Value);

        /// <summary>Whether something was read there, or in what stands there, or of what it stands in.</summary>
        public bool Covers(string pointer) => _places.Any(place => (place + "/").StartsWith(pointer + "/", StringComparison.Ordinal) || (pointer + "/").StartsWith(place + "/", StringComparison.Ordinal));

        /// <summary>Who was asked. The registry cannot be changed by an example, which can name another body of it.</summary>
        private static string Owner(ReadFact fact, Arrangement arrangement) =>
            fact.Owner is Node node ? node.Document == arrangement.Document ? node.Place.Location.Pointer! : "the registry" : "";

        private static string Value(object? value) => value switch
        {
            Party party => $"{party.Id} {party.Name}",
            Node node => $"{node.Place} {node.Place.Content}",
            string text => text,
            IEnumerable list => string.Join(',', list.Cast<object?>().Select(Value)),
            _ => FactText.Of(value),
        };
    }
}
