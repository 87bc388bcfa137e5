using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

/// <summary>A pack of one rule and one body, in the folder <c>packs/river</c>, and a proposal that it has something to say of.</summary>
internal static class RiverPack
{
    public const string Proposal = """{ "id": "p", "title": "P", "parties": [{ "id": "x", "name": "X" }], "institutions": [{ "id": "river-bank" }], "articles": [{ "number": "1", "provisions": [{ "kind": "decoupling" }] }] }""";

    public const string Registry = """{ "institutions": [{ "id": "river-bank", "name": "River Bank", "founded": 1990, "domains": ["financial"] }] }""";

    public static void Build(Shell shell)
    {
        Assert.That(shell.Run("pack", "lock", "packs/river").Code, Is.Zero);
        var ran = shell.Run("pack", "build", "packs/river", "--output", "river.1.0.0.nupkg");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Assert.That(ran.Output, Does.StartWith("river.1.0.0.nupkg is written: river 1.0.0, 3 files, "));
    }

    public static Shell Packs() => new Shell().With("packs/river/pack.json", """{ "name": "river", "version": "1.0.0" }""").With("packs/river/institutions.json", Registry)
        .With("packs/river/river/RV1-river.csx", Script("RV1")).With("packs/river/releases.md", "# Releases\n").With("packs/river/notes.txt", "mine").With("packs/river/drafts/draft.json", "{}");

    public static string Script(string id) => $$""""
        return new Rule
        {
            Title = "The river", Source = "A test", Why = "Look at it.", Findings = [Young, Open], Checks = [Look],
            Examples = [Undetermined("Open", """{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }] }""")],
        };

        FindingKind Young => Violation("{{id}}01", "young");

        FindingKind Open => Gap("{{id}}50", "open");

        IEnumerable<Finding> Look(Arrangement arrangement) =>
            from body in arrangement.Institutions
            where body.Registered is { Founded: > 1900 }
            select body.Report(Young, $"{body.Registered!.Name} was founded in {body.Registered.Founded}.");
        """";
}
