using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// How what became of a proposal comes back from the process that runs the rules: with everything that a report shows, so that the other
/// need not read the proposal.
/// </summary>
internal static class OutcomeWire
{
    private const byte Verdicts = 0;
    private const byte Invalid = 1;
    private const byte Other = 2;

    /// <param name="wire">Where it goes.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="numbers">Of verdicts, the numbers of the rules that they are of.</param>
    /// <param name="asked">What of it is asked for.</param>
    public static void Write(this BinaryWriter wire, Outcome outcome, IReadOnlyList<int> numbers, AskedEvidence asked)
    {
        wire.Write(outcome is ProposalResult ? Verdicts : outcome is InvalidInput ? Invalid : Other);
        if (outcome is InvalidInput invalid)
            wire.WriteAll(invalid.Faults, wire.Write);
        if (outcome is not ProposalResult result)
            return;
        wire.Write(result.Proposal);
        wire.Write(result.Title);
        wire.Write(result.Alignment!.Kind.Text);
        wire.WriteAll(result.Alignment.Because, wire.Write);
        wire.WriteAll(result.Alignment.Clauses!, wire.Write);
        wire.Write7BitEncodedInt(numbers.Count);
        for (var index = 0; index < numbers.Count; index++)
        {
            wire.Write7BitEncodedInt(numbers[index]);
            wire.Write(result.Principles[index], asked);
        }
    }

    /// <summary>The outcome; of verdicts those that came, by the numbers of their rules.</summary>
    /// <param name="wire">Where it comes from.</param>
    /// <param name="path">The input.</param>
    /// <param name="principles">The principles that were asked about, by the numbers of their rules.</param>
    /// <exception cref="InvalidDataException">It says what no outcome is.</exception>
    public static (Outcome Outcome, Dictionary<int, PrincipleResult> ByNumber) ReadOutcome(this BinaryReader wire, string path, IReadOnlyDictionary<int, Principle> principles)
    {
        var byNumber = new Dictionary<int, PrincipleResult>();
        switch (wire.ReadByte())
        {
            case Invalid:
                return (new InvalidInput(path, wire.ReadAll(wire.ReadFault)), byNumber);
            case Other:
                return (new OtherJson(path), byNumber);
            case Verdicts:
                var (proposal, title) = (wire.ReadString(), wire.ReadString());
                var alignment = new ReportedAlignment(AlignmentKind.All.Find(wire.ReadString()) ?? throw new InvalidDataException(), wire.ReadAll(wire.ReadString), wire.ReadAll(wire.ReadString));
                for (var left = wire.Read7BitEncodedInt(); left > 0; left--)
                {
                    var number = wire.Read7BitEncodedInt();
                    byNumber.Add(number, wire.ReadResult(principles.TryGetValue(number, out var principle) ? principle : throw new InvalidDataException()));
                }

                return (new ProposalResult(path, proposal, title, []) { Alignment = alignment }, byNumber);
            default:
                throw new InvalidDataException();
        }
    }

    private static void Write(this BinaryWriter wire, PrincipleResult result, AskedEvidence asked)
    {
        wire.Write(result.Verdict.Text);
        wire.WriteOptional(result.Fault, wire.Write);
        wire.WriteAll(result.Findings, found =>
        {
            wire.Write(found.Id);
            wire.WriteOptional(found.Limb, wire.Write);
            wire.Write(found.Message);
            wire.Write(found.Location);
            wire.WriteOptional(asked.HasFlag(AskedEvidence.Content) ? found.Content : null, wire.Write);
            wire.WriteAll(found.Related, related =>
            {
                wire.Write(related.Message);
                wire.Write(related.Location);
            });
            wire.WriteOptional(asked.HasFlag(AskedEvidence.Excerpts) ? found.Excerpt : null, wire.Write);
            wire.WriteOptional(found.Note, wire.Write);
            wire.WriteOptional(found.Source, wire.Write);
        });
    }

    private static PrincipleResult ReadResult(this BinaryReader wire, Principle principle)
    {
        var verdict = Verdict.All.Find(wire.ReadString()) ?? throw new InvalidDataException();
        var fault = wire.ReadOptional(wire.ReadFault);
        var findings = wire.ReadAll(() =>
        {
            var evidence = new RecordedEvidence(
                KindOf(principle, wire.ReadString()), wire.ReadOptional(wire.ReadString), wire.ReadString(), wire.ReadLocation(), wire.ReadOptional(wire.ReadString),
                wire.ReadAll(() => new ReportedPlace(wire.ReadString(), wire.ReadLocation())), wire.ReadOptional(wire.ReadExcerpt), wire.ReadOptional(wire.ReadString), wire.ReadOptional(wire.ReadString));
            return new ReportedFinding(evidence, evidence.Kind.DefaultSeverity, null);
        });
        return new PrincipleResult(principle.Id, principle.Set, principle.Title, verdict, findings.AsReadOnly(), fault);
    }

    private static FindingKind KindOf(Principle principle, string id)
    {
        foreach (var kind in principle.Rule!.Findings)
        {
            if (kind.Id == id)
                return kind;
        }

        return EngineFindings.Of(principle.Id).FirstOrDefault(kind => kind.Id == id) ?? throw new InvalidDataException();
    }
}
