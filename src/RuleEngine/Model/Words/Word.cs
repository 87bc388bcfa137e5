namespace RuleEngine.Model.Words;

/// <summary>
/// A word of the proposal format, such as a provision's kind. It prints as it stands in the format
/// (<c>cyber-misuse</c>), and two words are equal exactly when they are the same object.
/// </summary>
public abstract class Word
{
    private protected Word(string text) => Text = text;

    /// <summary>The word as a proposal writes it: kebab-case.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
