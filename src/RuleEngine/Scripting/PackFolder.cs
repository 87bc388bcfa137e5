using System.Security.Cryptography;
using System.Text;
using RuleEngine.Model.Faults;

namespace RuleEngine.Scripting;

/// <summary>The files of a rule pack that count: its scripts, its registry and its manifest, by relative path in ordinal order.</summary>
internal sealed class PackFolder
{
    public const string RegistryFile = "institutions.json";
    public const string ManifestFile = "pack.json";

    private readonly List<PackFile> _files = [];
    private readonly string _shownAs;

    private PackFolder(string shownAs) => _shownAs = shownAs;

    /// <summary>SHA-256 over relative paths and contents, line ends as LF.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in _files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n"));
                hash.AppendData(Encoding.UTF8.GetBytes(Text(file.Bytes) + "\n"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    public IEnumerable<ScriptSource> Scripts
    {
        get
        {
            foreach (var file in _files)
            {
                if (file.Path.EndsWith(".csx", StringComparison.Ordinal))
                    yield return ScriptSource.Of(Shown(file.Path), file.Path, Text(file.Bytes));
            }
        }
    }

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

        pack._files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return pack;
    }

    /// <summary>The path that reports show, and the content; null where the pack has no such file.</summary>
    public PackFile? File(string relative) =>
        _files.Find(file => file.Path == relative) is { } file ? file with { Path = Shown(relative) } : null;

    private void Add(string relative, string path, List<Fault> faults)
    {
        try
        {
            _files.Add(new PackFile(relative, System.IO.File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(RuleFaults.UnreadableScript, Shown(relative), exception.Message));
        }
    }

    private string Shown(string relative) => $"{_shownAs}/{relative}";

    private static string Text(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    internal sealed record PackFile(string Path, byte[] Bytes);
}
