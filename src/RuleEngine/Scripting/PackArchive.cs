using System.IO.Compression;

namespace RuleEngine.Scripting;

/// <summary>
/// A rule pack in a NuGet package. Its root is where its one <c>pack.json</c> stands. It is read in memory: nothing of it is written anywhere.
/// </summary>
internal static class PackArchive
{
    public const string Ending = ".nupkg";

    private const int MostFiles = 10_000;
    private const long MostBytes = 64L * 1024 * 1024;

    public static bool IsOne(string location) => location.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(location);

    /// <summary>The files below the root, by their paths relative to it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no archive, holds no pack or several, or is larger than a pack can be.</exception>
    public static IReadOnlyList<PackFiles.PackFile> Read(string file)
    {
        using var archive = new ZipArchive(File.OpenRead(file), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostFiles)
            throw new InvalidDataException($"It has more than {MostFiles} files.");
        var manifests = archive.Entries.Where(entry => entry.Name == PackFiles.ManifestFile).ToList();
        if (manifests.Count != 1)
            throw new InvalidDataException($"It has {(manifests.Count == 0 ? "no" : "several")} {PackFiles.ManifestFile}: a package holds one pack.");
        var root = manifests[0].FullName[..^PackFiles.ManifestFile.Length];
        var left = MostBytes;
        var files = new List<PackFiles.PackFile>();
        foreach (var entry in archive.Entries.Where(entry => entry.Name != "" && entry.FullName.StartsWith(root, StringComparison.Ordinal)))
        {
            // Names are escaped as in a URI, as the packaging conventions have it.
            var path = Uri.UnescapeDataString(entry.FullName[root.Length..]).Replace('\\', '/');
            if (path.Split('/').Any(name => name is "" or "." or "..") || path.Any(char.IsControl))
                throw new InvalidDataException($"\"{path}\" is no path in a pack.");
            files.Add(new PackFiles.PackFile(path, Read(entry, ref left)));
        }

        return files.DistinctBy(each => each.Path).Count() == files.Count ? files : throw new InvalidDataException("It has two files of one name.");
    }

    /// <summary>The content, however long the archive says that it is.</summary>
    private static byte[] Read(ZipArchiveEntry entry, ref long left)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            left -= read;
            if (left < 0)
                throw new InvalidDataException($"It holds more than {MostBytes >> 20} MiB.");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
