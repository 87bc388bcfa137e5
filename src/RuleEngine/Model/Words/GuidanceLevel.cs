namespace RuleEngine.Model.Words;

/// <summary>The level at which an arrangement, or an instrument it cites, is guided.</summary>
public sealed class GuidanceLevel : Word
{
    private GuidanceLevel(string text) : base(text)
    {
    }

    /// <summary><c>head-of-state</c></summary>
    public static readonly GuidanceLevel HeadOfState = new("head-of-state");

    /// <summary><c>head-of-government</c></summary>
    public static readonly GuidanceLevel HeadOfGovernment = new("head-of-government");

    /// <summary><c>ministerial</c></summary>
    public static readonly GuidanceLevel Ministerial = new("ministerial");

    /// <summary><c>agency</c></summary>
    public static readonly GuidanceLevel Agency = new("agency");

    /// <summary><c>supranational-body</c></summary>
    public static readonly GuidanceLevel SupranationalBody = new("supranational-body");

    /// <summary><c>unspecified</c></summary>
    public static readonly GuidanceLevel Unspecified = new("unspecified");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<GuidanceLevel> All { get; } = new(
        HeadOfState, HeadOfGovernment, Ministerial, Agency, SupranationalBody, Unspecified);
}
