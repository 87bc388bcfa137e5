using System.Text;
using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What a rule has just found. Lines, columns and addresses are reckoned when they are first asked for.</summary>
/// <param name="finding">The finding.</param>
/// <param name="limb">The limb that reported it.</param>
/// <param name="hasExcerpt">Whether it carries the lines at its place.</param>
internal sealed class FoundEvidence(Finding finding, string? limb, bool hasExcerpt) : Evidence
{
    public Finding Finding => finding;

    public override FindingKind Kind => finding.Kind;

    public override string? Limb => limb;

    public override string Message => field ??= Whole(finding.Message);

    public override Location Location => field ??= Place.Location;

    public override string Address => Document.Address(Place.Token, Place.Missing);

    public override string? Content => Place.Content;

    public override IReadOnlyList<ReportedPlace> Related => field ??= RelatedOf(finding.Related);

    public override Excerpt? Excerpt => hasExcerpt ? field ??= Document.Excerpt(Place.Token, Place.Missing) : null;

    public override string? Note => NoteOn(Place.Node);

    public override string? Source => SourceOf(Place.Node)?.ToString();

    /// <summary>Where it stands in the text, in bytes.</summary>
    public int Offset => Document.Offset(Place.Token);

    private Place Place => finding.Place;

    private Document Document => finding.Place.Node.Document;

    private static ReportedPlace[] RelatedOf(IReadOnlyList<RelatedPlace> related)
    {
        var places = related.Count == 0 ? [] : new ReportedPlace[related.Count];
        for (var index = 0; index < places.Length; index++)
            places[index] = new ReportedPlace(Whole(related[index].Message), related[index].Place.Location);
        return places;
    }

    /// <summary>The same text, U+FFFD for each half of a pair of UTF-16 units that stands alone: no encoding has such a thing.</summary>
    private static string Whole(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsSurrogate(unit))
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }

    /// <summary>The remark on the clause or on what holds it, the arrangement as a whole left out.</summary>
    private static string? NoteOn(Node node) => node is Arrangement ? null : node.Note ?? (node.Parent is { } parent ? NoteOn(parent) : null);

    private static CitedSource? SourceOf(Node node) => node switch
    {
        Provision { Source: { } source } => source,
        Article { Source: { } source } => source,
        Arrangement arrangement => arrangement.Source,
        _ => node.Parent is { } parent ? SourceOf(parent) : null,
    };
}
