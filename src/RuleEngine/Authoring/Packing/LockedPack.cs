using System.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Authoring.Packing;

/// <summary>A pack and its lock: the hashes of its files when somebody looked at them.</summary>
public sealed class LockedPack
{
    /// <summary>What the lock is called, which stands in the pack's folder.</summary>
    public const string FileName = PackFiles.LockFile;

    private readonly PackFiles _files;
    private readonly PackManifest? _manifest;
    private readonly List<Fault> _faults = [];

    private LockedPack(PackSource source)
    {
        _files = PackFiles.Read(source.Location, source.ShownAs, _faults);
        _manifest = _files.File(PackFiles.ManifestFile) is { } file ? PackDocuments.ReadManifest(file.Path, file.Bytes, _faults) : null;
        if (_faults.Count > 0)
            return;
        if (_manifest is null)
            _faults.Add(new Fault(RuleFaults.NoPack, source.ShownAs, $"It has no {PackFiles.ManifestFile}, which says the pack's name and version."));
        else if (!_files.Scripts.Any())
            _faults.Add(_files.WithoutRule);
        else
            ManifestReview.CheckToPublish(_manifest, _files, _faults);
    }

    /// <summary>All that is wrong; empty when nothing is.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Name and version, as far as they are known.</summary>
    public string Title => _manifest is null ? "" : $"{_manifest.Name} {_manifest.Version}";

    /// <summary>How many files count.</summary>
    public int Count => _files.All.Count;

    /// <summary>The pack's hash as it is now.</summary>
    public string Hash => _files.Hash;

    /// <summary>Reads a pack to lock it.</summary>
    public static LockedPack Read(PackSource source) => new(source);

    /// <summary>Reads a pack and holds it against its lock: whatever cannot be told is a fault.</summary>
    public static LockedPack Verify(PackSource source)
    {
        var pack = new LockedPack(source);
        if (pack._faults.Count == 0)
            LockReview.Check(pack._files, pack._manifest, pack._faults);
        return pack;
    }

    /// <summary>The lock of the pack as it is now: <c>pack.lock.json</c>, for a pack without faults.</summary>
    public string LockText()
    {
        var text = new StringBuilder("{\n");
        foreach (var (name, value) in new[] { ("name", _manifest!.Name), ("version", _manifest.Version), ("hash", _files.Hash) })
            text.Append($"  {JsonText.Quoted(name)}: {JsonText.Quoted(value)},\n");
        text.Append("  \"files\": {\n");
        text.AppendJoin(",\n", _files.All.Select(file => $"    {JsonText.Quoted(file.Path)}: {JsonText.Quoted(PackFiles.HashOf(file))}"));
        return text.Append("\n  }\n}\n").ToString();
    }
}
