using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Isolation;

/// <summary>How verdicts come back from the process that runs the rules: places as what they are of the document, which both ends have.</summary>
internal static class ResultWire
{
    private const byte Done = 0;
    private const byte Failed = 1;

    public static void Write(this BinaryWriter wire, PrincipleResult result)
    {
        wire.Write(result.Verdict.Text);
        wire.Write(result.Fault is null ? Done : Failed);
        if (result.Fault is { } fault)
            wire.Write(fault);
        wire.WriteAll(result.Findings, found =>
        {
            wire.Write(found.Id);
            wire.WriteOptional(found.Limb);
            wire.Write(found.Message);
            wire.Write(found.Finding.Place);
            wire.WriteAll(found.Finding.Related, related =>
            {
                wire.Write(related.Place);
                wire.Write(related.Message);
            });
        });
    }

    /// <exception cref="InvalidDataException">It names what the rule or the document does not have.</exception>
    public static PrincipleResult ReadResult(this BinaryReader wire, Principle principle, Func<int, Node> nodeAt, bool withExcerpts)
    {
        var verdict = Verdict.All.Find(wire.ReadString()) ?? throw new InvalidDataException();
        var fault = wire.ReadByte() == Failed ? wire.ReadFault() : null;
        var findings = wire.ReadAll(() =>
        {
            var kind = KindOf(principle, wire.ReadString());
            var limb = wire.ReadOptional();
            var message = wire.ReadString();
            var finding = new Finding(kind, wire.ReadPlace(nodeAt), message);
            var related = wire.ReadAll(() => new RelatedPlace(wire.ReadPlace(nodeAt), wire.ReadString()));
            return new ReportedFinding(related.Count == 0 ? finding : finding with { Related = related }, limb, withExcerpts);
        });
        return new PrincipleResult(principle.Id, principle.Set, principle.Title, verdict, findings.AsReadOnly(), fault);
    }

    private static FindingKind KindOf(Principle principle, string id)
    {
        foreach (var kind in principle.Rule!.Findings)
        {
            if (kind.Id == id)
                return kind;
        }

        return EngineFindings.Of(principle.Id).FirstOrDefault(kind => kind.Id == id) ?? throw new InvalidDataException();
    }

    private static void Write(this BinaryWriter wire, Place place)
    {
        wire.Write7BitEncodedInt(place.Node.Token);
        wire.Write7BitEncodedInt(place.Token);
        wire.WriteOptional(place.Missing);
    }

    private static Place ReadPlace(this BinaryReader wire, Func<int, Node> nodeAt)
    {
        var node = nodeAt(wire.Read7BitEncodedInt());
        var token = wire.Read7BitEncodedInt();
        return token >= 0 && token < node.Document.Size ? new Place(node, token, wire.ReadOptional()) : throw new InvalidDataException();
    }

    private static void WriteOptional(this BinaryWriter wire, string? text)
    {
        wire.Write(text is not null);
        if (text is not null)
            wire.Write(text);
    }

    private static string? ReadOptional(this BinaryReader wire) => wire.ReadBoolean() ? wire.ReadString() : null;
}
