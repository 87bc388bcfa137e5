using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;

namespace RuleEngine.Engine.Isolation;

/// <summary>How records of a batch go to the process that runs the rules, and what they came to comes back.</summary>
internal static class PieceWire
{
    /// <param name="wire">Where they go.</param>
    /// <param name="records">The records.</param>
    /// <param name="withBytes">Whether their bytes go there too.</param>
    public static void Write(this BinaryWriter wire, IReadOnlyList<Record> records, bool withBytes)
    {
        BatchSource? source = null;
        wire.WriteAll(records, record =>
        {
            wire.Write(record.Source != source);
            if (record.Source != source)
            {
                source = record.Source;
                wire.Write(source.Path);
                wire.Write(source.File);
                wire.Write(source.IsNamed);
            }

            wire.Write(record.Number);
            wire.Write(record.Line);
            wire.Write(record.Bytes.Length);
            if (withBytes)
                wire.Write(record.Bytes);
            wire.WriteOptional(record.Fault, wire.Write);
            wire.WriteOptional(record.Hash, wire.Write);
        });
    }

    /// <param name="wire">Where they come from.</param>
    /// <param name="elsewhere">Reads bytes of all of them, which stand one after another: from where, and to where; null where they come with the records.</param>
    public static List<Record> ReadRecords(this BinaryReader wire, Action<int, byte[]>? elsewhere)
    {
        var offset = 0;
        BatchSource? source = null;
        return wire.ReadAll(() =>
        {
            if (wire.ReadBoolean())
                source = new BatchSource(wire.ReadString(), wire.ReadString(), wire.ReadBoolean(), true, false, 0, () => throw new NotSupportedException());
            return new Record(source!, wire.ReadInt64(), wire.ReadInt64(), Bytes(wire.ReadInt32()), wire.ReadOptional(wire.ReadFault), wire.ReadOptional(wire.ReadString));
        });

        byte[] Bytes(int length)
        {
            if (elsewhere is null)
                return wire.ReadBytes(length);
            var bytes = new byte[length];
            elsewhere(offset, bytes);
            offset += length;
            return bytes;
        }
    }

    public static void Write(this BinaryWriter wire, Tally tally)
    {
        foreach (var count in (int[])[.. Counts(tally.Summary), tally.Waived, tally.Failing, tally.Open])
            wire.Write7BitEncodedInt(count);
        wire.WriteAll([.. tally.Alignments], alignment =>
        {
            wire.Write(alignment.Kind.Text);
            wire.Write7BitEncodedInt(alignment.Proposals);
        });
        wire.WriteAll([.. tally.Principles], principle =>
        {
            wire.Write(principle.Id);
            wire.Write(principle.Set);
            wire.Write(principle.Title);
            foreach (var verdict in Verdict.All)
                wire.Write7BitEncodedInt(principle.Of(verdict));
        });
        wire.WriteAll([.. tally.Findings], finding =>
        {
            wire.Write(finding.Id);
            wire.Write(finding.Role.Text);
            wire.Write(finding.Title);
            wire.Write7BitEncodedInt(finding.Proposals);
        });
    }

    /// <exception cref="InvalidDataException">It says what no tally is.</exception>
    public static Tally ReadTally(this BinaryReader wire)
    {
        var tally = new Tally { Summary = new Summary(Count(), Count(), Count(), Count(), Count(), Count(), Count(), Count()), Waived = Count(), Failing = Count(), Open = Count() };
        foreach (var (kind, proposals) in wire.ReadAll(() => (AlignmentKind.All.Find(wire.ReadString()) ?? throw new InvalidDataException(), Count())))
            tally.Count(kind, proposals);
        wire.ReadAll(() =>
        {
            var principle = tally.Of(wire.ReadString(), wire.ReadString(), wire.ReadString());
            foreach (var verdict in Verdict.All)
                principle.Add(verdict, Count());
            return principle;
        });
        wire.ReadAll(() =>
        {
            var finding = tally.Of(wire.ReadString(), Role.All.Find(wire.ReadString()) ?? throw new InvalidDataException(), wire.ReadString());
            finding.Add(Count());
            return finding;
        });
        return tally;

        int Count() => wire.Read7BitEncodedInt() is >= 0 and var count ? count : throw new InvalidDataException();
    }

    /// <exception cref="InvalidDataException">There is no such fate.</exception>
    public static List<WaiverFate> ReadFates(this BinaryReader wire) =>
        wire.ReadAll(() => (WaiverFate)wire.ReadByte() is var fate && Enum.IsDefined(fate) ? fate : throw new InvalidDataException());

    /// <summary>The verdicts of a record, without their evidence; nothing for what got none.</summary>
    public static void WriteVerdicts(this BinaryWriter wire, Outcome outcome)
    {
        wire.WriteOptional(outcome as ProposalResult, result =>
        {
            wire.Write(result.Proposal);
            wire.WriteAll(result.Principles, principle => wire.Write(principle.Verdict.Text));
        });
    }

    /// <summary>The verdicts of a record; null where it got none.</summary>
    /// <exception cref="InvalidDataException">They are none of these principles.</exception>
    public static ProposalResult? ReadVerdicts(this BinaryReader wire, Record record, IReadOnlyList<Principle> principles) => wire.ReadOptional(() =>
    {
        var proposal = wire.ReadString();
        var verdicts = wire.ReadAll(() => Verdict.All.Find(wire.ReadString()) ?? throw new InvalidDataException());
        return verdicts.Count != principles.Count ? throw new InvalidDataException()
            : new ProposalResult(record.Source.Path, proposal, "", [.. principles.Zip(verdicts, (principle, verdict) => new PrincipleResult(principle.Id, principle.Set, principle.Title, verdict, []))])
            {
                Origin = new Origin(record.Number, record.Line, record.HashOrReckoned),
            };
    });

    private static int[] Counts(Summary summary) =>
        [summary.Checked, summary.Upheld, summary.Violated, summary.Undetermined, summary.NotApplicable, summary.Failed, summary.Invalid, summary.NotProposals];
}
