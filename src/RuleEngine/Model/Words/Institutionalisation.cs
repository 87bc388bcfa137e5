namespace RuleEngine.Model.Words;

/// <summary>How far an arrangement goes in building common military structures (Leeds and Anac 2005).</summary>
public sealed class Institutionalisation : Word
{
    private Institutionalisation(string text) : base(text)
    {
    }

    /// <summary>A common defence policy, an integrated command or bases.</summary>
    public static readonly Institutionalisation High = new("high");

    /// <summary>Regular military contact, military training or technology, forces under another's command, or a military body.</summary>
    public static readonly Institutionalisation Moderate = new("moderate");

    /// <summary>None of these.</summary>
    public static readonly Institutionalisation None = new("none");
}
