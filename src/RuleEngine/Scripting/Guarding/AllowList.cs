namespace RuleEngine.Scripting.Guarding;

/// <summary>What a rule may use, from <c>AllowList.txt</c>: the types, and what a call of each member costs.</summary>
internal sealed class AllowList
{
    private static readonly Lazy<AllowList> Read = new(() => new AllowList(Text()));

    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compilers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compilersMembers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cost> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cost> _others = new(StringComparer.Ordinal);

    private AllowList(string text)
    {
        var type = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line == "" || line[0] == '#')
                continue;
            if (line[0] == ' ')
                AddMembers(type, line.Trim());
            else
                type = AddType(line.Split(' '));
        }
    }

    public static AllowList Shared => Read.Value;

    /// <summary>Every member that is named, with its type, as <see cref="MemberName"/> calls it.</summary>
    public IReadOnlyDictionary<string, Cost> Members => _members;

    public IEnumerable<string> Types => _types;

    /// <summary>The types that only the compiler may name.</summary>
    public IEnumerable<string> CompilersTypes => _compilers;

    /// <summary>Whether an author may name the type.</summary>
    public bool HasType(string type) => _types.Contains(type);

    /// <summary>Whether a compiled script may name the type, by what its author or the compiler wrote.</summary>
    public bool HasEmittedType(string type) => _types.Contains(type) || _compilers.Contains(type);

    /// <summary>Whether a script's type may derive from it or implement it.</summary>
    public bool IsBase(string type) => _bases.Contains(type);

    /// <summary>What the member costs; null where the list does not have it.</summary>
    public Cost? Of(string type, string member) =>
        _members.TryGetValue(member, out var cost) || _others.TryGetValue(type, out cost) ? cost : null;

    /// <summary>Whether an author may use the member.</summary>
    public bool Allows(string type, string member) => HasType(type) && Of(type, member) is not (null or Cost.Never) && !IsCompilers(type, member);

    /// <summary>Whether only the compiler may use the member.</summary>
    public bool IsCompilers(string type, string member) => _compilers.Contains(type) || _compilersMembers.Contains(member);

    private string AddType(string[] words)
    {
        (words.Contains("compiler") ? _compilers : _types).Add(words[0]);
        if (words.Contains("base"))
            _bases.Add(words[0]);
        return words[0];
    }

    private void AddMembers(string type, string line)
    {
        var space = line.IndexOf(' ');
        var word = line[..space];
        var isCompilers = word.StartsWith("compiler:", StringComparison.Ordinal);
        var cost = Enum.Parse<Cost>(isCompilers ? word["compiler:".Length..] : word, ignoreCase: true);
        foreach (var member in line[(space + 1)..].Split("; "))
        {
            if (member == "*")
            {
                _others.Add(type, cost);
                continue;
            }

            var name = $"{type}.{Full(member)}";
            _members.Add(name, cost);
            if (isCompilers)
                _compilersMembers.Add(name);
        }
    }

    /// <summary>A member as metadata calls it: a property stands for its getter.</summary>
    private static string Full(string member) =>
        member.StartsWith("this[", StringComparison.Ordinal) ? $"get_Item({member[5..^1]})" : member.EndsWith(')') ? member : $"get_{member}()";

    private static string Text()
    {
        using var stream = typeof(AllowList).Assembly.GetManifestResourceStream("RuleEngine.Scripting.Guarding.AllowList.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
