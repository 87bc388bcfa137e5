using System.Text;

namespace RuleEngine.Authoring;

/// <summary>A rule to begin with: it compiles, decides something, and has one example for each verdict.</summary>
public static class RuleDraft
{
    private const int MostUnits = 60;

    private const string Form = """
        return new Rule
        {
            Title = "@title",
            Source = "Where the principle comes from",
            Why = @quotes
                What the principle decides, and why it matters: this text is the rule's documentation.
                @quotes,
            Findings = [Kept, Broken, Open],
            Checks = [Kindnesses, Breaches, Silence],
            Examples =
            [
                Upheld("A clause that upholds it", @quotes
                    {
                      "id": "upheld", "title": "River arrangement",
                      "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
                      "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
                    }
                    @quotes),
                Violated("A clause that breaks it", @quotes
                    {
                      "id": "violated", "title": "River arrangement",
                      "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
                      "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "decoupling" }] }]
                    }
                    @quotes),
                Undetermined("Nothing is said of it", @quotes
                    {
                      "id": "silent", "title": "River arrangement",
                      "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
                      "articles": [{ "number": "1", "provisions": [{ "kind": "energy" }] }]
                    }
                    @quotes),
            ],
        };

        FindingKind Kept => Support("@id80", "a clause that upholds it");

        // What upholds the principle: a finding stands at the smallest value that shows it.
        IEnumerable<Finding> Kindnesses(Arrangement arrangement) =>
            from provision in arrangement.Provisions
            where provision.Is(Trade)
            select provision.Report(Kept, $"{provision.Label} lets {provision.Beneficiaries} trade.");

        FindingKind Broken => Violation("@id01", "a clause that breaks it");

        // What breaks it.
        IEnumerable<Finding> Breaches(Arrangement arrangement) =>
            from provision in arrangement.Provisions
            where provision.Is(Decoupling)
            select provision.Report(Broken, $"{provision.Label} makes decoupling an aim.");

        FindingKind Open => Gap("@id50", "nothing is said of it");

        // Which fact would decide, where none is stated: silence is never consent.
        IEnumerable<Finding> Silence(Arrangement arrangement)
        {
            if (!arrangement.Provisions.Any(provision => provision.Is(Trade, Decoupling)))
                yield return arrangement.At.Articles.NewItem.Report(Open, "No clause speaks of trade; one would decide.");
        }

        """;

    /// <summary>The script.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="title">Its title.</param>
    public static string Script(string id, string title) =>
        Form.ReplaceLineEndings("\n").Replace("@quotes", "\"\"\"").Replace("@id", id).Replace("@title", title.Replace("\\", "\\\\").Replace("\"", "\\\""));

    /// <summary>The script's file name: the id, and the title in kebab-case.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="title">Its title; <c>rule</c> stands for one without a letter or digit of ASCII.</param>
    public static string FileName(string id, string title)
    {
        var name = new StringBuilder();
        foreach (var unit in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(unit))
                name.Append(unit);
            else if (unit is not ('\'' or '’') && name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        var words = name.ToString(0, Math.Min(name.Length, MostUnits)).TrimEnd('-');
        return $"{id}-{(words == "" ? "rule" : words)}.csx";
    }
}
