using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// Has proposals checked by the process that runs the rules, some of them on their way while others are read. When it is lost, a new one
/// checks the proposal it was at rule by rule; the rule that it died of fails there, and all else is done.
/// </summary>
internal sealed class IsolatedChecker(IsolatedRules rules, RulePack pack, bool withExcerpts)
{
    /// <summary>How many proposals are on their way at a time.</summary>
    private const int Window = 32;

    private readonly Queue<Pending> _pending = new();

    /// <summary>The principles that have a rule, by the number of its script.</summary>
    private readonly Dictionary<int, Principle> _principles = pack.Asked.Where(principle => principle.Rule is not null).ToDictionary(principle => rules.NumberOf(principle.Path));

    private readonly IReadOnlyList<Principle> _asked = pack.Asked;

    /// <summary>The scripts that nobody asks about or that could not be loaded, by number.</summary>
    private int[] Left => field ??= [.. Enumerable.Range(0, rules.Count).Except(_principles.Keys)];

    /// <summary>Begins to check a proposal.</summary>
    /// <param name="path">What reports call it.</param>
    /// <param name="bytes">Its content, which must not change.</param>
    /// <param name="isNamed">Whether the user named it.</param>
    /// <param name="withContent">Whether somebody asks for the content of findings.</param>
    /// <returns>What waits for the outcome.</returns>
    public Func<Outcome> Begin(string path, byte[] bytes, bool isNamed, bool withContent)
    {
        var pending = new Pending(path, bytes, isNamed, (withExcerpts ? AskedEvidence.Excerpts : AskedEvidence.None) | (withContent ? AskedEvidence.Content : AskedEvidence.None));
        if (_principles.Count == 0)
            return () => WithoutRules(pending);
        while (_pending.Count >= Window)
            Finish();
        _pending.Enqueue(pending);
        Send(pending, isCareful: false);
        return () =>
        {
            while (pending.Outcome is null)
                Finish();
            return pending.Outcome;
        };
    }

    /// <summary>Waits for the proposal that was begun first.</summary>
    private void Finish()
    {
        var pending = _pending.Dequeue();
        try
        {
            pending.Outcome = Receive(pending);
        }
        catch (Exception exception) when (IsolatedRules.IsLost(exception))
        {
            rules.Start();
            pending.Outcome = Carefully(pending);
            foreach (var other in _pending)
                Send(other, isCareful: false);
        }
    }

    private Outcome Carefully(Pending pending)
    {
        while (!_principles.Keys.All(pending.Lost.ContainsKey))
        {
            var checking = -1;
            Send(pending, isCareful: true);
            try
            {
                return Receive(pending, number => checking = number);
            }
            catch (Exception exception) when (IsolatedRules.IsLost(exception))
            {
                foreach (var number in checking >= 0 ? [checking] : _principles.Keys.ToList())
                    pending.Lost.TryAdd(number, rules.Fault(number, exception, "was stopped on this proposal"));
                rules.Start();
            }
        }

        return WithoutRules(pending);
    }

    private void Send(Pending pending, bool isCareful) => rules.Worker.Send(wire =>
    {
        wire.Write(isCareful ? Message.CheckCarefully : Message.Check);
        wire.Write(pending.Path);
        wire.Write(pending.IsNamed);
        wire.Write((byte)pending.Evidence);
        wire.Write(pending.Bytes.Length);
        wire.Write(pending.Bytes);
        wire.WriteAll([.. Left, .. pending.Lost.Keys], wire.Write7BitEncodedInt);
    });

    private Outcome Receive(Pending pending, Action<int>? checks = null)
    {
        while (true)
        {
            var (tag, content) = rules.Worker.Next(rules.Limits.Checking);
            if (tag == Frame.Checks)
            {
                checks?.Invoke(content.ReadInt32());
                continue;
            }

            if (tag != Frame.Checked)
                throw new InvalidDataException();
            var (outcome, byNumber) = content.ReadOutcome(pending.Path, _principles);
            return outcome is ProposalResult result ? WithAll(result, pending, byNumber) : outcome;
        }
    }

    /// <summary>The verdicts of all principles: those that came, and failures of rules that were lost or could not be loaded.</summary>
    private ProposalResult WithAll(ProposalResult result, Pending pending, Dictionary<int, PrincipleResult> byNumber) => new(result.Path, result.Proposal, result.Title,
    [
        .. _asked.Select(principle => principle.Rule is null ? Failed(principle, principle.Fault!)
            : byNumber.TryGetValue(rules.NumberOf(principle.Path), out var its) ? its
            : pending.Lost.TryGetValue(rules.NumberOf(principle.Path), out var fault) ? Failed(principle, fault)
            : throw new InvalidDataException()),
    ])
    { Alignment = result.Alignment };

    /// <summary>What is left to this process where no rule can be asked: to read the proposal.</summary>
    private Outcome WithoutRules(Pending pending)
    {
        var file = ProposalFile.Read(pending.Path, pending.Bytes);
        return Admission.Refusal(file, pending.Path, pending.IsNamed)
            ?? (file.Arrangement is { } arrangement ? WithAll(ProposalResult.Of(pending.Path, arrangement, []), pending, []) : new InvalidInput(pending.Path, file.Faults));
    }

    private static PrincipleResult Failed(Principle principle, Fault fault) => new(principle.Id, principle.Set, principle.Title, Verdict.Error, [], fault);

    private sealed class Pending(string path, byte[] bytes, bool isNamed, AskedEvidence evidence)
    {
        public string Path => path;

        public byte[] Bytes => bytes;

        public bool IsNamed => isNamed;

        public AskedEvidence Evidence => evidence;

        /// <summary>The rules that took their process with them on this proposal.</summary>
        public Dictionary<int, Fault> Lost { get; } = [];

        public Outcome? Outcome { get; set; }
    }
}
