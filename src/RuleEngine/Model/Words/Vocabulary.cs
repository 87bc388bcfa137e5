using System.Collections;

namespace RuleEngine.Model.Words;

/// <summary>All words that one property of the format may take, in the order in which they are documented.</summary>
public sealed class Vocabulary<T> : IReadOnlyList<T> where T : Word
{
    private readonly T[] _words;
    private readonly Dictionary<string, T> _byText;

    internal Vocabulary(params T[] words)
    {
        _words = words;
        _byText = words.ToDictionary(word => word.Text, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => _words.Length;

    /// <inheritdoc/>
    public T this[int index] => _words[index];

    /// <summary>The word that is written so, to the letter; null where there is none.</summary>
    public T? Find(string text) => _byText.GetValueOrDefault(text);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
