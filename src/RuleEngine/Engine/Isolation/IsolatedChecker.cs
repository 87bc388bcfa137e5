using RuleEngine.Model;
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
    public const int Window = 32;

    private readonly Queue<Pending> _pending = new();

    /// <summary>The principles that have a rule, by the number of its script.</summary>
    private readonly Dictionary<int, Principle> _principles = pack.Asked.Where(principle => principle.Rule is not null).ToDictionary(principle => rules.NumberOf(principle.Path));

    private readonly IReadOnlyList<Principle> _asked = pack.Asked;

    /// <summary>The scripts that nobody asks about, by number.</summary>
    private readonly int[] _left = [.. pack.Principles.Except(pack.Asked).Where(principle => principle.Rule is not null).Select(principle => rules.NumberOf(principle.Path))];

    /// <summary>Begins to check a proposal.</summary>
    /// <returns>What waits for the verdicts.</returns>
    public Func<Outcome> Begin(ProposalFile file, string path)
    {
        if (_principles.Count == 0)
            return () => Result(file, path, Failed);
        while (_pending.Count >= Window)
            Finish();
        var pending = new Pending(file, path);
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
        catch (Exception exception) when (IsLost(exception))
        {
            rules.Start();
            pending.Outcome = Carefully(pending);
            foreach (var other in _pending)
                Send(other, isCareful: false);
        }
    }

    private Outcome Carefully(Pending pending)
    {
        while (true)
        {
            var checking = -1;
            Send(pending, isCareful: true);
            try
            {
                return Receive(pending, number => checking = number);
            }
            catch (Exception exception) when (IsLost(exception))
            {
                foreach (var number in checking >= 0 ? [checking] : _principles.Keys.ToList())
                    pending.Lost.TryAdd(number, rules.Fault(number, exception, "was stopped on this proposal"));
                rules.Start();
            }
        }
    }

    private void Send(Pending pending, bool isCareful) => rules.Worker.Send(wire =>
    {
        wire.Write(isCareful);
        wire.Write(pending.Path);
        wire.Write(pending.File.Bytes.Length);
        wire.Write(pending.File.Bytes);
        wire.WriteAll([.. _left, .. pending.Lost.Keys], wire.Write);
    });

    private ProposalResult Receive(Pending pending, Action<int>? checks = null)
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
            var byNumber = new Dictionary<int, PrincipleResult>();
            NodeIndex? nodes = null;
            for (var left = content.ReadInt32(); left > 0; left--)
            {
                var number = content.ReadInt32();
                byNumber.Add(number, content.ReadResult(_principles.TryGetValue(number, out var principle) ? principle : throw new InvalidDataException(), NodeAt, withExcerpts));
            }

            return Result(pending.File, pending.Path, principle => principle.Rule is null ? Failed(principle)
                : byNumber.TryGetValue(rules.NumberOf(principle.Path), out var result) ? result
                : pending.Lost.TryGetValue(rules.NumberOf(principle.Path), out var fault) ? Failed(principle, fault)
                : throw new InvalidDataException());

            Node NodeAt(int token) => (nodes ??= new NodeIndex(pending.File.Arrangement!)).At(token) ?? throw new InvalidDataException();
        }
    }

    private ProposalResult Result(ProposalFile file, string path, Func<Principle, PrincipleResult> result) =>
        ProposalResult.Of(path, file.Arrangement!, [.. _asked.Select(result)]);

    private static PrincipleResult Failed(Principle principle) => Failed(principle, principle.Fault!);

    private static PrincipleResult Failed(Principle principle, Fault fault) => new(principle.Id, principle.Set, principle.Title, Verdict.Error, [], fault);

    private static bool IsLost(Exception exception) => exception is WorkerLostException or InvalidDataException or EndOfStreamException or ArgumentException;

    private sealed class Pending(ProposalFile file, string path)
    {
        public ProposalFile File => file;

        public string Path => path;

        /// <summary>The rules that took their process with them on this proposal.</summary>
        public Dictionary<int, Fault> Lost { get; } = [];

        public Outcome? Outcome { get; set; }
    }
}
