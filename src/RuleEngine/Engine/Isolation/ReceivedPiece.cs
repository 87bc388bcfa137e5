using System.Buffers;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Isolation;

/// <summary>A piece of a batch that the process that runs the rules has checked.</summary>
internal sealed class ReceivedPiece : Piece
{
    private readonly byte[] _lines;
    private readonly int _length;

    private ReceivedPiece(Tally tally, int length)
    {
        Tally = tally;
        _lines = ArrayPool<byte>.Shared.Rent(length);
        _length = length;
    }

    public override ReadOnlySpan<byte> Lines => _lines.AsSpan(0, _length);

    public override Tally Tally { get; }

    public override bool IsWhole => true;

    /// <summary>What had become of each waiver when the thread that checked the piece had done so.</summary>
    public required IReadOnlyList<WaiverFate> Fates { get; init; }

    /// <summary>The verdicts of the records that got some, without their evidence; empty where nobody asked for them.</summary>
    public required IReadOnlyList<ProposalResult> Results { get; init; }

    /// <summary>Reads what a frame says after the slot.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="records">The records of the piece.</param>
    /// <param name="asked">The principles that were asked about.</param>
    /// <param name="withVerdicts">Whether the verdicts were asked for.</param>
    /// <param name="file">The file in which the lines may be; null where the process has none.</param>
    /// <param name="slot">Where in it.</param>
    /// <exception cref="InvalidDataException">It is no answer to what was asked.</exception>
    /// <exception cref="EndOfStreamException">The file holds less than is said.</exception>
    public static ReceivedPiece Read(BinaryReader frame, IReadOnlyList<Record> records, IReadOnlyList<Principle> asked, bool withVerdicts, ExchangeFile? file, int slot)
    {
        var tally = frame.ReadTally();
        var fates = frame.ReadFates();
        var index = 0;
        var results = frame.ReadAll(() => index < records.Count ? frame.ReadVerdicts(records[index++], asked) : throw new InvalidDataException());
        var (length, isInFile) = (frame.ReadInt32(), frame.ReadBoolean());
        var isThere = isInFile ? file is not null && ExchangeFile.Fits(length) : length == frame.BaseStream.Length - frame.BaseStream.Position;
        if (tally.Summary.Inputs != records.Count || results.Count != (withVerdicts ? records.Count : 0) || !isThere)
            throw new InvalidDataException();
        var piece = new ReceivedPiece(tally, length) { Fates = fates, Results = [.. results.OfType<ProposalResult>()] };
        if (isInFile)
            file!.Read(slot, 0, piece._lines.AsSpan(0, length));
        else
            frame.BaseStream.ReadExactly(piece._lines, 0, length);
        return piece;
    }

    public override void Free() => ArrayPool<byte>.Shared.Return(_lines);
}
