using System.Collections;

namespace RuleEngine.Model.Words;

/// <summary>All words that one property of the format may take, in the order in which they are documented.</summary>
public sealed class Vocabulary<T> : IReadOnlyList<T> where T : Word
{
    private readonly T[] _words;

    internal Vocabulary(params T[] words) => _words = words;

    /// <inheritdoc/>
    public int Count => _words.Length;

    /// <inheritdoc/>
    public T this[int index] => _words[index];

    /// <summary>The word that is written so, to the letter; null where there is none.</summary>
    public T? Find(string text) => Find(text.Equals);

    /// <summary>The word whose text is the one asked for; null where none is.</summary>
    internal T? Find(Predicate<string> isAskedFor)
    {
        foreach (var word in _words)
        {
            if (isAskedFor(word.Text))
                return word;
        }

        return null;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
