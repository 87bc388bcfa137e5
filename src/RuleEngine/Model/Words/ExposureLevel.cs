namespace RuleEngine.Model.Words;

/// <summary>How much a party is exposed to a threat.</summary>
public sealed class ExposureLevel : Word
{
    private ExposureLevel(string text, int rank) : base(text) => Rank = rank;

    /// <summary>none is 0, each word one more than the one before.</summary>
    public int Rank { get; }

    /// <summary><c>none</c></summary>
    public static readonly ExposureLevel None = new("none", 0);

    /// <summary><c>low</c></summary>
    public static readonly ExposureLevel Low = new("low", 1);

    /// <summary><c>moderate</c></summary>
    public static readonly ExposureLevel Moderate = new("moderate", 2);

    /// <summary><c>high</c></summary>
    public static readonly ExposureLevel High = new("high", 3);

    /// <summary>Every word, the least first.</summary>
    public static Vocabulary<ExposureLevel> All { get; } = new(None, Low, Moderate, High);
}
