using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;

namespace RuleEngine.Scripting;

/// <summary>Holds the files of a pack against its lock. Whatever cannot be told is a fault.</summary>
internal static class LockReview
{
    /// <param name="pack">The pack's files.</param>
    /// <param name="manifest">What the pack says about itself; null where it says nothing.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(PackFiles pack, PackManifest? manifest, List<Fault> faults)
    {
        if (Lock(pack, faults) is not { } packLock)
            return;
        var before = faults.Count;
        var locked = packLock.Files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        foreach (var file in pack.All)
        {
            if (!locked.Remove(file.Path, out var hash))
                Report(file.Path, "The lock knows no such file.");
            else if (hash != PackFiles.HashOf(file))
                Report(file.Path, "Its content is another.");
        }

        foreach (var path in locked.Keys.Order(StringComparer.Ordinal))
            Report(path, "The lock lists it, and the pack does not have it.");
        if (faults.Count == before && packLock.Hash != pack.Hash)
            faults.Add(packLock.At("hash").Fault(RuleFaults.NotAsLocked, $"The pack has the hash {pack.Hash}."));
        if (packLock.Name != manifest?.Name || packLock.Version != manifest.Version)
            faults.Add(packLock.At("version").Fault(RuleFaults.NotAsLocked, $"The pack is {manifest?.Name} {manifest?.Version}, and the lock is of {packLock.Name} {packLock.Version}."));

        void Report(string path, string message) => faults.Add(new Fault(RuleFaults.NotAsLocked, $"{pack.ShownAs}/{path}", message));
    }

    /// <summary>The lock; null, and a fault, where there is none that can be read.</summary>
    private static PackLock? Lock(PackFiles pack, List<Fault> faults)
    {
        var path = $"{pack.ShownAs}/{PackFiles.LockFile}";
        try
        {
            var found = new List<Fault>();
            if (pack.Lock is { } file && PackDocuments.ReadLock(file.Path, file.Bytes, found) is { } packLock)
                return packLock;
            faults.Add(new Fault(RuleFaults.NoLock, path, found is [var first, ..] ? first.Message : "There is no lock.", found is [{ Location: { } place }, ..] ? place : null));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(RuleFaults.NoLock, path, exception.Message));
        }

        return null;
    }
}
