using System.Security.Cryptography;
using System.Text;
using RuleEngine.Model.Faults;

namespace RuleEngine.Scripting;

/// <summary>The files of a rule pack that count: its scripts, its registry and its manifest, by relative path in ordinal order.</summary>
internal sealed class PackFolder
{
    public const string RegistryFile = "institutions.json";
    public const string ManifestFile = "pack.json";

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly string _shownAs;

    private PackFolder(string shownAs) => _shownAs = shownAs;

    /// <summary>SHA-256 over relative paths and contents, line ends as LF.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (path, bytes) in _files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
                hash.AppendData(Encoding.UTF8.GetBytes(Text(bytes) + "\n"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    public IEnumerable<ScriptSource> Scripts =>
        from file in _files
        where file.Key.EndsWith(".csx", StringComparison.Ordinal)
        select ScriptSource.Of(Shown(file.Key), file.Key, Text(file.Value));

    public static PackFolder Read(string folder, string shownAs, List<Fault> faults)
    {
        var pack = new PackFolder(shownAs);
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
                if (relative is RegistryFile or ManifestFile || relative.EndsWith(".csx", StringComparison.Ordinal))
                    pack.Add(relative, path, faults);
            }
        }
        catch (DirectoryNotFoundException)
        {
            faults.Add(new Fault(RuleFaults.NoPack, shownAs, "There is no such folder."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(RuleFaults.NoPack, shownAs, exception.Message));
        }

        return pack;
    }

    /// <summary>The path that reports show, and the content; null where the pack has no such file.</summary>
    public (string Path, byte[] Bytes)? File(string relative) =>
        _files.TryGetValue(relative, out var bytes) ? (Shown(relative), bytes) : null;

    private void Add(string relative, string path, List<Fault> faults)
    {
        try
        {
            _files.Add(relative, System.IO.File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(RuleFaults.UnreadableScript, Shown(relative), exception.Message));
        }
    }

    private string Shown(string relative) => $"{_shownAs}/{relative}";

    private static string Text(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
