using RuleEngine.Model.Places;

namespace RuleEngine.Model.Rules;

/// <summary>What the files of a pack were when somebody looked at them: <c>pack.lock.json</c>.</summary>
public sealed class PackLock : Node
{
    internal PackLock(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The pack's name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The pack's version.</summary>
    public string Version { get; internal set; } = "";

    /// <summary>The hash of the pack, as reports print it.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>The SHA-256 of each file, line ends as LF, by its path in the pack: 64 hexadecimal digits.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Files { get; internal set; } = [];

    /// <summary>Where the hash of a file stands, or that of the pack.</summary>
    internal Place At(string property) => Place.Member(property);
}
