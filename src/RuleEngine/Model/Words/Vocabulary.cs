using System.Collections;

namespace RuleEngine.Model.Words;

/// <summary>All words that one property of the format may take, in the order in which they are documented.</summary>
public sealed class Vocabulary<T> : IReadOnlyList<T> where T : Word
{
    private readonly T[] _words;

    internal Vocabulary(params T[] words) => _words = words;

    /// <summary>What the words read, in the same order.</summary>
    internal string[] Texts => field ??= Array.ConvertAll(_words, word => word.Text);

    /// <inheritdoc/>
    public int Count => _words.Length;

    /// <inheritdoc/>
    public T this[int index] => _words[index];

    /// <summary>The word that is written so, to the letter; null where there is none.</summary>
    public T? Find(string text) => Array.Find(_words, word => word.Text == text);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
