using RuleEngine.Model.Rules;

namespace RuleEngine.Authoring.Packing;

/// <summary>
/// The list of every finding id by the release that brought it, <c>releases.md</c>, as Roslyn keeps its <c>AnalyzerReleases</c>: an id that was
/// published means the same for ever.
/// </summary>
public sealed class Releases
{
    /// <summary>What the list is called, which stands in the pack's folder.</summary>
    public const string FileName = "releases.md";

    private const string Start = "# Releases\n\nEvery finding id by the release that brought it. An id is never used again.\n";

    private readonly List<string> _lines;

    private Releases(List<string> lines) => _lines = lines;

    /// <summary>The ids that were added, in order; empty when none was missing.</summary>
    public IReadOnlyList<string> Added { get; private set; } = [];

    /// <summary>What cannot stand together: an id whose role is another than when it was published.</summary>
    public IReadOnlyList<string> Contradictions { get; private set; } = [];

    /// <summary>The list as it is now.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>Adds what the rules declare and no release lists, to the release of the pack's version.</summary>
    /// <param name="text">The list as it was; null where there is none.</param>
    /// <param name="pack">The pack, with a version.</param>
    public static Releases With(string? text, RulePack pack)
    {
        var releases = new Releases([.. (text ?? Start).ReplaceLineEndings("\n").Split('\n')]);
        var listed = releases._lines.Select(Row).OfType<(string Id, string Role)>().DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Role, StringComparer.Ordinal);
        var declared = pack.Principles.SelectMany(principle => principle.Rule?.Findings ?? []).OrderBy(kind => kind.Id, StringComparer.Ordinal).ToList();
        releases.Contradictions = [.. declared.Where(kind => listed.TryGetValue(kind.Id, out var role) && role != kind.Role.Text)
            .Select(kind => $"{kind.Id} was published as a {listed[kind.Id]}, and is a {kind.Role} now: give it another id.")];
        var missing = declared.Where(kind => !listed.ContainsKey(kind.Id)).ToList();
        if (missing.Count > 0 && releases.Contradictions.Count == 0)
            releases.Add(pack.Version, missing);
        return releases;
    }

    private void Add(string version, List<FindingKind> kinds)
    {
        var rows = kinds.Select(kind => $"| {kind.Id} | {kind.Role} | {kind.Title.Replace("|", "\\|")} |").ToList();
        var heading = _lines.FindIndex(line => line.TrimEnd() == $"## {version}");
        var first = _lines.FindIndex(line => line.StartsWith("## ", StringComparison.Ordinal));
        if (heading < 0)
        {
            heading = first < 0 ? _lines.Count : first;
            _lines.InsertRange(heading, [.. first < 0 && _lines[^1] != "" ? [""] : Array.Empty<string>(), $"## {version}", ""]);
            heading = _lines.FindIndex(heading, line => line.StartsWith("## ", StringComparison.Ordinal));
        }

        var table = Table(heading);
        foreach (var row in rows)
            Insert(table, row);
        Added = [.. kinds.Select(kind => kind.Id)];
    }

    /// <summary>The first row of the table below a heading; where there is none, one is made.</summary>
    private int Table(int heading)
    {
        for (var at = heading + 1; at < _lines.Count && !_lines[at].StartsWith('#'); at++)
        {
            if (_lines[at].StartsWith('|'))
                return at + 2;
        }

        _lines.InsertRange(Math.Min(heading + 2, _lines.Count), [.. heading + 1 < _lines.Count && _lines[heading + 1] == "" ? Array.Empty<string>() : [""], "| id | role | finding |", "|---|---|---|", ""]);
        return _lines.FindIndex(heading, line => line.StartsWith('|')) + 2;
    }

    /// <summary>Into the table that begins there, in the order of ids.</summary>
    private void Insert(int table, string row)
    {
        var at = table;
        while (at < _lines.Count && _lines[at].StartsWith('|') && string.CompareOrdinal(_lines[at], row) < 0)
            at++;
        _lines.Insert(at, row);
    }

    private static (string Id, string Role)? Row(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is ["", { Length: > 0 } id, { Length: > 0 } role, _, ..] && char.IsAsciiDigit(id[^1]) ? (id, role) : null;
}
