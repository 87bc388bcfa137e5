using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using RuleEngine.Scripting;

namespace RuleEngine.Authoring.Packing;

/// <summary>Makes a NuGet package of a pack: its files, its lock, and its pages and notes for readers. The same pack gives the same bytes.</summary>
public static class PackPackage
{
    private static readonly XNamespace Specification = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    /// <summary>Writes the package.</summary>
    /// <param name="pack">A pack that is as locked.</param>
    /// <param name="folder">The full path of its folder.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="InvalidDataException">Its name or version can be none of a package.</exception>
    public static void Write(LockedPack pack, string folder, Stream output)
    {
        if (pack.Title.Split(' ') is not [var name, var version])
            throw new InvalidDataException($"\"{pack.Title}\" can be no name and version of a package.");
        var specification = new XElement(Specification + "package", new XElement(Specification + "metadata",
            new XElement(Specification + "id", name), new XElement(Specification + "version", version), new XElement(Specification + "authors", name),
            new XElement(Specification + "description", $"A rule pack of ruleengine, sha256 {pack.Hash}."), new XElement(Specification + "tags", "ruleengine-pack")));
        try
        {
            var builder = new PackageBuilder(deterministic: true);
            builder.Populate(Manifest.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes(specification.ToString())), validateSchema: true).Metadata);
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Where(Belongs).Order(StringComparer.Ordinal))
                builder.Files.Add(new PhysicalPackageFile(new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(folder, path)).ReplaceLineEndings("\n")))) { TargetPath = "rules/" + path });
            using var package = new MemoryStream();
            builder.Save(package);
            CopyWithoutTimes(package, output);
        }
        catch (Exception exception) when (exception is PackagingException or ArgumentException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>The same package, in which no file says when it was written.</summary>
    private static void CopyWithoutTimes(MemoryStream package, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }

    /// <summary>What counts, the lock, and what readers of the pack need beside it.</summary>
    private static bool Belongs(string path) =>
        path is PackFiles.ManifestFile or PackFiles.RegistryFile or PackFiles.LockFile or "releases.md" or "README.md" or "LICENSE"
        || path.EndsWith(".csx", StringComparison.Ordinal) || (path.Contains('/') && path.EndsWith(".verified.md", StringComparison.Ordinal) && !path.StartsWith("examples/", StringComparison.Ordinal));
}
