using System.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
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
            _faults.Add(new Fault(RuleFaults.NoPack, source.ShownAs, "There is no rule in it: no .csx file in a subfolder."));
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
            pack.Verify(source.ShownAs);
        return pack;
    }

    /// <summary>The lock of the pack as it is now: <c>pack.lock.json</c>, for a pack without faults.</summary>
    public string LockText()
    {
        var json = new JsonPen(isIndented: true);
        json.Open();
        json.Property("name"u8, _manifest!.Name);
        json.Property("version"u8, _manifest.Version);
        json.Property("hash"u8, _files.Hash);
        json.Open("files"u8);
        foreach (var file in _files.All)
            json.Json(Encoding.UTF8.GetBytes(file.Path), JsonText.Quoted(PackFiles.HashOf(file)));
        json.Close();
        json.Close();
        json.EndLine();
        return Encoding.UTF8.GetString(json.Written);
    }

    private void Verify(string shownAs)
    {
        if (Lock(shownAs) is not { } packLock)
            return;
        var locked = packLock.Files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        foreach (var file in _files.All)
        {
            if (!locked.Remove(file.Path, out var hash))
                Report($"{shownAs}/{file.Path}", "The lock knows no such file.");
            else if (hash != PackFiles.HashOf(file))
                Report($"{shownAs}/{file.Path}", "Its content is another.");
        }

        foreach (var path in locked.Keys.Order(StringComparer.Ordinal))
            Report($"{shownAs}/{path}", "The lock lists it, and the pack does not have it.");
        if (_faults.Count == 0 && packLock.Hash != _files.Hash)
            _faults.Add(packLock.At("hash").Fault(RuleFaults.NotAsLocked, $"The pack has the hash {_files.Hash}."));
        if (packLock.Name != _manifest!.Name || packLock.Version != _manifest.Version)
            _faults.Add(packLock.At("version").Fault(RuleFaults.NotAsLocked, $"The pack is {Title}, and the lock is of {packLock.Name} {packLock.Version}."));
    }

    /// <summary>The lock; null, and a fault, where there is none that can be read.</summary>
    private PackLock? Lock(string shownAs)
    {
        var path = $"{shownAs}/{PackFiles.LockFile}";
        try
        {
            var faults = new List<Fault>();
            if (_files.Lock is { } file && PackDocuments.ReadLock(file.Path, file.Bytes, faults) is { } packLock)
                return packLock;
            _faults.Add(new Fault(RuleFaults.NoLock, path, faults is [var first, ..] ? first.Message : "There is no lock.", faults is [{ Location: { } place }, ..] ? place : null));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _faults.Add(new Fault(RuleFaults.NoLock, path, exception.Message));
        }

        return null;
    }

    private void Report(string path, string message) => _faults.Add(new Fault(RuleFaults.NotAsLocked, path, message));
}
