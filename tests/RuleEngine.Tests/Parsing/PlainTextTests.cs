using System.Text;
using CsCheck;
using NUnit.Framework;
using RuleEngine.Parsing;

namespace RuleEngine.Tests.Parsing;

/// <summary>What is looked at many bytes at a time is what it would be one by one, wherever it begins and ends.</summary>
public class PlainTextTests
{
    private static readonly Gen<byte> Bytes = Gen.Frequency((4, Gen.Const((byte)'a')), (2, Gen.Const((byte)' ')), (1, Gen.Const((byte)'\n')), (1, Gen.Const((byte)'\r')), (1, Gen.Const((byte)'\t')), (4, Gen.Byte));

    // A run of one kind is what the wide steps are for.
    private static readonly Gen<byte[]> Runs = Gen.Select(Bytes, Gen.Int[0, 40]).Array[0, 6].Select(runs => runs.SelectMany(run => Enumerable.Repeat(run.Item1, run.Item2)).ToArray());

    [Test]
    public void Plain_text_ends_at_the_first_byte_that_is_none() => Gen.Select(Runs, Bytes, Gen.Int[0, 50]).Sample((runs, last, from) =>
    {
        var bytes = (byte[])[.. runs, last];
        from = Math.Min(from, bytes.Length);
        var expected = Array.FindIndex(bytes, from, each => each is < 0x20 or >= 0x80 or (byte)'"' or (byte)'\\');
        return PlainText.End(bytes, from) == (expected < 0 ? bytes.Length : expected);
    }, iter: 20_000);

    [Test]
    public void White_space_ends_at_the_first_byte_that_is_none() => Gen.Select(Runs, Bytes, Gen.Int[0, 50]).Sample((runs, last, from) =>
    {
        var bytes = (byte[])[.. runs, last];
        from = Math.Min(from, bytes.Length);
        var expected = Array.FindIndex(bytes, from, each => each is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'));
        return PlainText.SkipWhiteSpace(bytes, from) == (expected < 0 ? bytes.Length : expected);
    }, iter: 20_000);

    [Test]
    public void A_word_is_found_where_it_is_written_to_the_letter() => Gen.Select(Letters("ab", 1).Array[1, 40], Letters("abé", 0)).Sample((words, written) =>
    {
        words = [.. words.Distinct()];
        return new WordTable(words).IndexOf(Encoding.UTF8.GetBytes(written)) == Array.IndexOf(words, written);
    }, iter: 20_000);

    private static Gen<string> Letters(string letters, int fewest) => Gen.Int[0, letters.Length - 1].Array[fewest, 4].Select(chosen => string.Concat(chosen.Select(index => letters[index])));
}
