namespace RuleEngine.Parsing;

/// <summary>A few words, found by what is written without making a text of it.</summary>
internal sealed class WordTable
{
    private readonly string[] _words;

    /// <summary>For each remainder of <see cref="Mark"/>, the first word that has it, counted from 1; 0 for none.</summary>
    private readonly short[] _first;

    /// <summary>For each word, the next with the same remainder, counted from 1; 0 for none.</summary>
    private readonly short[] _next;

    /// <param name="words">The words, which have ASCII letters only.</param>
    public WordTable(string[] words)
    {
        _words = words;
        _first = new short[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * words.Length) + 1)];
        _next = new short[words.Length];
        for (var index = words.Length - 1; index >= 0; index--)
        {
            var word = words[index];
            ref var first = ref _first[Mark(word.Length, word[0], word[^1], word[word.Length / 2]) & (_first.Length - 1)];
            (_next[index], first) = (first, (short)(index + 1));
        }
    }

    /// <summary>The words, in the order in which they were given.</summary>
    public string[] Words => _words;

    /// <summary>Which of the words is written so; -1 for none of them.</summary>
    public int IndexOf(ReadOnlySpan<byte> written)
    {
        if (written.IsEmpty)
            return -1;
        for (int at = _first[Mark(written.Length, written[0], written[^1], written[written.Length / 2]) & (_first.Length - 1)]; at > 0; at = _next[at - 1])
        {
            if (Says(written, _words[at - 1]))
                return at - 1;
        }

        return -1;
    }

    /// <summary>Whether the word is written so.</summary>
    public static bool Says(ReadOnlySpan<byte> written, string word) => System.Text.Ascii.Equals(written, word);

    /// <summary>What tells most words apart.</summary>
    private static int Mark(int length, int first, int last, int middle) => length + (first * 5) + (last * 11) + (middle * 23);
}
