namespace RuleEngine.Engine.Batch;

/// <summary>
/// Goes on with results that were interrupted: reads them beside the inputs that they are of, and leaves the reader where they end. Inputs
/// that have changed since are found by their hashes.
/// </summary>
/// <param name="path">What messages call the results.</param>
/// <param name="reader">The inputs, from their beginning.</param>
/// <param name="done">The results, their first line read.</param>
/// <param name="words">What understands their lines.</param>
public sealed class Resumption(string path, BatchReader reader, ResultReader done, ResultWords words)
{
    /// <summary>How many bytes of the results stay; what follows is torn, or will be written again.</summary>
    public long Kept { get; private set; } = done.Passed;

    /// <summary>What the results come to that stay.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Reads on to where the results end.</summary>
    /// <param name="met">Called with each outcome and the record that it is of.</param>
    /// <exception cref="ResultFormatException">The results are of other inputs.</exception>
    public void Run(Action<Record, Outcome> met)
    {
        while (done.Read() && done.IsLineEnded && Next() is { } line && line.Notices.Count == 0 && line.Totals is null)
        {
            if (line.Outcome is { } outcome)
            {
                var record = Find(outcome);
                Tally.Add(outcome);
                met(record, outcome);
            }

            Kept = done.Passed;
        }
    }

    /// <summary>The line at hand; null where it is torn.</summary>
    private ResultLine? Next()
    {
        try
        {
            return words.ReadLine(done.Bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private Record Find(Outcome outcome)
    {
        while (reader.Read() is { } record)
        {
            if (Is(record, outcome))
                return record;
            if (record.Source.IsNamed)
                break;

            // What is no proposal has no line.
            Tally.Add(new OtherJson(record.Source.Path));
        }

        var which = outcome.Origin is { } origin ? $"record {origin.Record} of {outcome.Path}" : outcome.Path;
        throw new ResultFormatException($"{path} was made of other inputs: {which} is not where or what it was. Delete it to begin anew.");
    }

    private static bool Is(Record record, Outcome outcome) =>
        record.Source.Path == outcome.Path
        && record.Number == (outcome.Origin?.Record ?? 0)
        && (outcome.Origin?.Input is not { } hash || hash == record.HashOrReckoned);
}
