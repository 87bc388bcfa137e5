using System.Security.Cryptography;
using System.Text;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Settings;

/// <summary>What configurations that build on each other come to.</summary>
/// <param name="Layers">The configurations: what each extends before it, the nearest last.</param>
public sealed record EffectiveSettings(IReadOnlyList<Layer> Layers)
{
    /// <summary>Where there is no configuration: every default.</summary>
    public static EffectiveSettings None { get; } = new([]);

    /// <summary>The folder of the rule pack: the full path; null for the shipped one.</summary>
    public string? Rules => Stating(configuration => configuration.Rules is not null) is { } layer ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(layer.Configuration.Rules!, layer.Folder)) : null;

    /// <summary>The rule packs that are asked beside that one: the full paths of folders and packages, each once.</summary>
    public IReadOnlyList<string> Packs => Layers.Count == 0 ? [] : [.. Layers.SelectMany(layer => layer.Packs).Distinct()];

    /// <summary>What makes a run fail.</summary>
    public FailOn FailOn => Stating(configuration => configuration.FailOn is not null)?.Configuration.FailOn ?? FailOn.Violated;

    /// <summary>Whether a file of a folder is checked, by its full path.</summary>
    public bool Includes(string file) =>
        (_include is null || _include.Match(file)) && (_exclude is null || !_exclude.Match(file));

    /// <summary>What tells these settings from others, where waivers hold or not on that day: 64 hexadecimal digits.</summary>
    /// <param name="today">The day.</param>
    /// <param name="withExcerpts">Whether results carry excerpts.</param>
    public string HashOn(DateOnly today, bool withExcerpts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var layer in Layers)
            hash.AppendData(((JsonText)layer.Configuration.Document).Bytes);
        var hasWaivers = Layers.Any(layer => layer.Configuration.Waivers.Count > 0);
        hash.AppendData(Encoding.UTF8.GetBytes($"{(hasWaivers ? today.DayNumber : 0)} {withExcerpts}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The nearest configuration that states something; null where none does.</summary>
    public Layer? Stating(Predicate<Configuration> states)
    {
        for (var index = Layers.Count - 1; index >= 0; index--)
        {
            if (states(Layers[index].Configuration))
                return Layers[index];
        }

        return null;
    }

    private readonly Globs? _include = Of(Layers, configuration => configuration.Include);
    private readonly Globs? _exclude = Of(Layers, configuration => configuration.Exclude);

    private static Globs? Of(IReadOnlyList<Layer> layers, Func<Configuration, IReadOnlyList<string>?> globs) =>
        layers.Count == 0 ? null : OfNearest(layers, globs);

    private static Globs? OfNearest(IReadOnlyList<Layer> layers, Func<Configuration, IReadOnlyList<string>?> globs) =>
        layers.LastOrDefault(layer => globs(layer.Configuration) is not null) is { } layer ? new Globs(globs(layer.Configuration)!, layer.Folder) : null;
}
