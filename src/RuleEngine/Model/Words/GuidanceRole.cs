namespace RuleEngine.Model.Words;

/// <summary>What those who guide an arrangement do.</summary>
public sealed class GuidanceRole : Word
{
    private GuidanceRole(string text) : base(text)
    {
    }

    /// <summary><c>directs</c></summary>
    public static readonly GuidanceRole Directs = new("directs");

    /// <summary><c>mandates</c></summary>
    public static readonly GuidanceRole Mandates = new("mandates");

    /// <summary><c>reviews</c></summary>
    public static readonly GuidanceRole Reviews = new("reviews");

    /// <summary><c>signs</c></summary>
    public static readonly GuidanceRole Signs = new("signs");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<GuidanceRole> All { get; } = new(Directs, Mandates, Reviews, Signs);
}
