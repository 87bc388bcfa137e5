using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Engine.Settings;

/// <summary>Finds and reads configurations, each once.</summary>
/// <param name="workingFolder">The full path of the folder to which reported paths are relative.</param>
public sealed class SettingsReader(string workingFolder)
{
    private readonly Dictionary<string, EffectiveSettings> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EffectiveSettings> _byFile = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];

    /// <summary>All that was wrong with the configurations read so far; where something is, a configuration counts for nothing.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Every configuration read so far, each once.</summary>
    public IEnumerable<Layer> Layers => _byFile.Values.SelectMany(settings => settings.Layers).Distinct();

    /// <summary>Whether no configuration was met.</summary>
    internal bool HasMetNone => _byFile.Count == 0 && _faults.Count == 0;

    /// <summary>The settings of files in a folder: those of the nearest configuration upward from it.</summary>
    /// <param name="folder">The full path.</param>
    public EffectiveSettings For(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
            return known;
        return _byFolder[folder] = Nearest(folder) is { } file ? Read(file, [], null) : EffectiveSettings.None;
    }

    /// <summary>The configuration that <see cref="For"/> finds: its full path; null where there is none.</summary>
    public static string? Nearest(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Combine(at, Configuration.FileName) is var file && File.Exists(file))
                return file;
        }

        return null;
    }

    /// <summary>What reports call a file.</summary>
    public string Shown(string file) => Path.GetRelativePath(workingFolder, file).Replace('\\', '/');

    /// <param name="file">The configuration.</param>
    /// <param name="extending">The configurations that build on it, the nearest first.</param>
    /// <param name="unreadable">Reports that it cannot be read, where it is named; null where nothing names it.</param>
    private EffectiveSettings Read(string file, IReadOnlyList<string> extending, Func<string, Fault>? unreadable)
    {
        if (_byFile.TryGetValue(file, out var known))
            return known;
        byte[] bytes;
        var fault = Directory.Exists(file) ? $"{Shown(file)} is a folder." : null;
        try
        {
            bytes = fault is null ? File.ReadAllBytes(file) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bytes = [];
            fault = exception is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {Shown(file)}." : exception.Message;
        }

        if (fault is not null)
        {
            _faults.Add(unreadable?.Invoke(fault) ?? new Fault(ConfigurationFaults.Unreadable, Shown(file), fault));
            return EffectiveSettings.None;
        }

        var configuration = ConfigurationFile.Read(Shown(file), bytes, _faults);
        return _byFile[file] = configuration is null ? EffectiveSettings.None : With(configuration, file, [.. extending, file]);
    }

    private EffectiveSettings With(Configuration configuration, string file, IReadOnlyList<string> chain)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (configuration.Rules is { } rules && !Directory.Exists(Path.GetFullPath(rules, folder)))
            _faults.Add(configuration.At("rules").Fault(ConfigurationFaults.NoPack, $"There is no folder {Shown(Path.GetFullPath(rules, folder))}."));
        var faults = _faults.Count;
        var layers = new List<Layer>();
        var packs = new List<string>();
        for (var index = 0; index < configuration.Extends.Count; index++)
        {
            var extended = Path.TrimEndingDirectorySeparator(Path.GetFullPath(configuration.Extends[index], folder));
            var place = configuration.At("extends").Item(index);
            if (PackFault(extended) is not { } packFault)
                layers.AddRange(Extended(extended, place, chain));
            else if (packFault == "")
                packs.Add(extended);
            else
                _faults.Add(place.Fault(Directory.Exists(extended) ? ConfigurationFaults.Unreadable : ConfigurationFaults.NoPack, packFault));
        }

        return _faults.Count > faults ? EffectiveSettings.None : new EffectiveSettings([.. layers.Distinct(), new Layer(configuration, folder) { Packs = packs }]);
    }

    private IReadOnlyList<Layer> Extended(string file, Place place, IReadOnlyList<string> chain)
    {
        if (!chain.Contains(file))
            return Read(file, chain, message => place.Fault(ConfigurationFaults.Unreadable, message)).Layers;
        _faults.Add(place.Fault(ConfigurationFaults.Cycle, $"{string.Join(" extends ", chain.Append(file).Select(Shown))}, and so on without end."));
        return [];
    }

    /// <summary>What is wrong with what should be a pack; empty when nothing is, and null for what should be a configuration.</summary>
    private string? PackFault(string path)
    {
        if (Directory.Exists(path))
            return PackSource.IsPack(path) ? "" : $"{Shown(path)} is a folder without pack.json: a pack has one.";
        return !PackSource.IsPack(path) ? null : File.Exists(path) ? "" : $"There is no file {Shown(path)}.";
    }
}
