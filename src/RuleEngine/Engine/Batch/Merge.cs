using System.Buffers;
using System.Globalization;
using System.Text;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Batch;

/// <summary>Puts the results of parts together: the same bytes as one run over all inputs would have written.</summary>
public sealed class Merge
{
    private const int Relief = 1 << 18;

    private readonly List<PartFile> _parts;

    /// <param name="parts">All parts, in any order.</param>
    /// <exception cref="ResultFormatException">One is missing, twice there, or of another batch.</exception>
    public Merge(IReadOnlyList<PartFile> parts)
    {
        _parts = [.. parts.OrderBy(part => part.Head.Part!.Number)];
        var first = parts[0];
        foreach (var part in parts)
        {
            var other = part.Head.Version != first.Head.Version ? $"was made by version {part.Head.Version}, {first.Path} by {first.Head.Version}"
                : part.Head.Rules != first.Head.Rules ? $"was made with another rule pack than {first.Path}"
                : string.Join(' ', part.Head.Sets ?? []) != string.Join(' ', first.Head.Sets ?? []) ? $"was made with other sets of principles than {first.Path}"
                : part.Head.Part!.Of != first.Head.Part!.Of ? $"is part {part.Head.Part}, {first.Path} is part {first.Head.Part}"
                : part.Head.Inputs != first.Head.Inputs ? $"is of other inputs than {first.Path}"
                : part.Head.Settings != first.Head.Settings || part.Totals.Waivers.Count != first.Totals.Waivers.Count ? $"was made with another configuration or other options than {first.Path}"
                : null;
            if (other is not null)
                throw new ResultFormatException($"{part.Path} {other}: they are of different batches.");
        }

        for (var number = 1; number <= first.Head.Part!.Of; number++)
        {
            var found = _parts.FindAll(part => part.Head.Part!.Number == number);
            if (found.Count == 0)
                throw new ResultFormatException($"Part {number}/{first.Head.Part.Of} is missing.");
            if (found.Count > 1)
                throw new ResultFormatException($"{found[0].Path} and {found[1].Path} are both part {found[0].Head.Part}.");
        }
    }

    /// <summary>How many inputs came to what, in all parts.</summary>
    public Summary Summary => _parts.Aggregate(Summary.None, (sum, part) => sum.With(part.Totals.Summary));

    /// <summary>What a reader should know about waivers, from all parts.</summary>
    public IEnumerable<Fault> Notices => WaiverState.Together([.. _parts.Select(part => part.Totals.Waivers)]).Select(state => state.Notice).OfType<Fault>();

    /// <summary>Writes all lines but the notices, each with the number that it has in the whole.</summary>
    /// <param name="open">Opens a part.</param>
    /// <param name="write">Where the lines go, whole ones at a time.</param>
    public void Write(Func<PartFile, Stream> open, Action<ReadOnlySpan<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>(Relief * 2);
        var (path, records, lines) = ((string?)null, 0L, 0L);
        foreach (var part in _parts)
        {
            using var reader = new ResultReader(part.Path, open(part), leaveOpen: false);
            if (part.Head.Part!.Number == 1)
                output.Write(WithoutPart(reader.Bytes));
            for (var left = part.Head.Faults; left > 0 && reader.Read(); left--)
            {
                if (part.Head.Part.Number == 1)
                    WriteLine(reader.Bytes, output);
            }

            var isMoved = part.Totals.Begins is { } begins && begins == path && (records > 0 || lines > 0);
            while (reader.Read() && reader.Passed <= part.Content)
            {
                isMoved = isMoved && TryMove(reader, path!, records, lines, output);
                if (!isMoved)
                    WriteLine(reader.Bytes, output);
                if (output.WrittenCount > Relief)
                    HandOn();
            }

            var isSame = part.Totals.Goes is { } goes && goes == part.Totals.Begins && goes == path;
            (path, records, lines) = (part.Totals.Goes, (isSame ? records : 0) + part.Totals.Records, (isSame ? lines : 0) + part.Totals.Lines);
        }

        HandOn();

        void HandOn()
        {
            write(output.WrittenSpan);
            output.ResetWrittenCount();
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        output.Write(line);
        output.Write("\n"u8);
    }

    /// <summary>The first line as a whole batch has it.</summary>
    private static byte[] WithoutPart(byte[] line)
    {
        var start = JsonView.Read(line).Span("part").Start.Value;
        return [.. line.AsSpan(0, line.AsSpan(0, start).LastIndexOf((byte)',')), (byte)'}', (byte)'\n'];
    }

    /// <summary>Writes a line of the input that goes on, with numbers counted from the input's beginning; false, and nothing, for a line of another input.</summary>
    private static bool TryMove(ResultReader reader, string path, long records, long lines, ArrayBufferWriter<byte> output)
    {
        var bytes = reader.Bytes;
        var view = reader.Understood(JsonView.Read);
        if (view.OptionalText("path") != path)
            return false;
        if (!view.Has("record"))
        {
            WriteLine(bytes, output);
            return true;
        }

        var (record, line) = (view.Span("record"), view.Span("line"));
        output.Write(bytes.AsSpan(0, record.Start.Value));
        WriteNumber(view.Number("record") + records, output);
        output.Write(bytes.AsSpan(record.End.Value..line.Start.Value));
        WriteNumber(view.Number("line") + lines, output);
        WriteLine(bytes.AsSpan(line.End.Value), output);
        return true;
    }

    private static void WriteNumber(long number, ArrayBufferWriter<byte> output) => output.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
}
