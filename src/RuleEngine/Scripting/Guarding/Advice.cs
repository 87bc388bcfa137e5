namespace RuleEngine.Scripting.Guarding;

/// <summary>What to use instead of what a rule may not.</summary>
internal static class Advice
{
    private static readonly Lazy<List<(string Prefix, string Text)>> Known = new(Read);

    /// <summary>A sentence or two: why it is refused, and what there is instead.</summary>
    /// <param name="type">The type, as <see cref="MemberName"/> calls it.</param>
    /// <param name="member">The member; null where the type itself is refused.</param>
    public static string For(string type, string? member)
    {
        var name = member ?? type;
        if (Known.Value.Where(advice => name.StartsWith(advice.Prefix, StringComparison.Ordinal)).OrderByDescending(advice => advice.Prefix.Length).Select(advice => advice.Text).FirstOrDefault() is { } known)
            return known;
        var bare = member is null ? "" : member[..(member.IndexOf('(') + 1)];
        var others = bare == "" ? [] : AllowList.Shared.Members.Where(pair => pair.Key.StartsWith(bare, StringComparison.Ordinal) && AllowList.Shared.Allows(type, pair.Key))
            .Select(pair => pair.Key[(type.Length + 1)..]).ToList();
        return others.Count > 0 ? $"a rule may use {string.Join(", ", others.Take(4))}{(others.Count > 4 ? " and others" : "")}." : "it is not among what a rule may use.";
    }

    private static List<(string, string)> Read()
    {
        using var stream = typeof(Advice).Assembly.GetManifestResourceStream("RuleEngine.Scripting.Guarding.Advice.txt")!;
        using var reader = new StreamReader(stream);
        var known = new List<(string, string)>();
        var prefixes = new List<string>();
        foreach (var line in reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            if (line == "" || line[0] == '#')
                prefixes.Clear();
            else if (line[0] == ' ')
                known.AddRange(prefixes.Select(prefix => (prefix, line.Trim())));
            else
                prefixes.AddRange(line.Split(' '));
        }

        return known;
    }
}
