using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>A numbered part of the arrangement's text.</summary>
public sealed class Article : Node
{
    internal Article(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The number as the text prints it: <c>II</c>, <c>preamble</c>, <c>3(3)</c>.</summary>
    public string Number { get; internal set; } = "";

    /// <summary>The heading; null when not stated.</summary>
    public string? Heading { get; internal set; }

    /// <summary>The wording; null when the file does not carry it.</summary>
    public string? Text => TextToken == 0 ? null : field ??= Document.Text(TextToken);

    /// <summary>Where the wording stands, which nothing reads that only checks; 0 when the file does not carry it.</summary>
    internal int TextToken { get; set; }

    /// <summary>Whether it is published; null when not stated, which the format reads as published.</summary>
    public Publicity? Publicity { get; internal set; }

    /// <summary>Whether it is a secret article.</summary>
    public bool IsSecret => Publicity == Publicity.Secret;

    /// <summary>Where it was found; null when not stated.</summary>
    public CitedSource? Source { get; internal set; }

    /// <summary>What it is called in a sentence: <c>Article II</c>, or <c>Preamble</c> for a part that has a name of its own.</summary>
    public string Label => field ??= !char.IsLetter(Number[0]) || Number.AsSpan().IndexOfAnyExcept("IVXLCDM") < 0
        ? "Article " + Number
        : char.ToUpperInvariant(Number[0]) + Number[1..];

    /// <summary>The places of the properties.</summary>
    public ArticlePlaces At => new(this);

    /// <summary>Every provision, binding or not: rules ask <see cref="Arrangement.Provisions"/>, which holds the binding ones.</summary>
    internal Members<Provision> Provisions { get; set; } = Members<Provision>.None;
}
