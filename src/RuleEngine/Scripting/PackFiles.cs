using System.Security.Cryptography;
using System.Text;
using RuleEngine.Model;
using RuleEngine.Model.Faults;

namespace RuleEngine.Scripting;

/// <summary>
/// The files of a rule pack that count: its scripts, its registry and its manifest, by relative path in ordinal order. They stand in a folder,
/// or in an archive whose <c>pack.json</c> says where.
/// </summary>
internal sealed class PackFiles
{
    public const string RegistryFile = "institutions.json";
    public const string ManifestFile = "pack.json";
    public const string LockFile = "pack.lock.json";

    private readonly List<PackFile> _files = [];
    private Func<byte[]>? _readLock;

    private PackFiles(string shownAs, bool isArchive) => (ShownAs, IsArchive) = (shownAs, isArchive);

    /// <summary>How reports name the pack.</summary>
    public string ShownAs { get; }

    /// <summary>Whether it comes as a package, which somebody has published: it must be as its lock says.</summary>
    public bool IsArchive { get; }

    /// <summary>SHA-256 over the relative path and the hash of the content of each file, so that no two packs read alike.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in _files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\0" + HashOf(file) + "\n"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>The files, their paths relative to the pack.</summary>
    public IReadOnlyList<PackFile> All => _files;

    /// <summary>The lock, its path as reports show it; null where the pack has none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public PackFile? Lock => _readLock is null ? null : new PackFile(Shown(LockFile), _readLock());

    public bool HasScripts => _files.Exists(file => IsScript(file.Path));

    public IEnumerable<ScriptSource> Scripts
    {
        get
        {
            foreach (var file in _files)
            {
                if (IsScript(file.Path))
                    yield return new ScriptSource(Shown(file.Path), file.Path, Content(file.Bytes));
            }
        }
    }

    /// <param name="location">The full path of a folder or of an archive.</param>
    /// <param name="shownAs">How reports name it.</param>
    /// <param name="faults">What cannot be read goes here.</param>
    public static PackFiles Read(string location, string shownAs, List<Fault> faults)
    {
        var pack = new PackFiles(shownAs, PackArchive.IsOne(location));
        if (pack.IsArchive)
            pack.ReadArchive(location, faults);
        else
            pack.ReadFolder(location, faults);
        pack._files.Sort((one, other) => Ordinal.Compare(one.Path, other.Path));
        return pack;
    }

    /// <summary>The SHA-256 of one file, line ends as LF: 64 hexadecimal digits.</summary>
    public static string HashOf(PackFile file) => Convert.ToHexStringLower(SHA256.HashData(Content(file.Bytes)));

    private void ReadArchive(string file, List<Fault> faults)
    {
        try
        {
            foreach (var entry in PackArchive.Read(file))
                Take(entry.Path, () => entry.Bytes, faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            faults.Add(new Fault(RuleFaults.NoPack, ShownAs, exception is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : exception.Message));
        }
    }

    private void ReadFolder(string folder, List<Fault> faults)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                Take(Path.GetRelativePath(folder, path).Replace('\\', '/'), () => System.IO.File.ReadAllBytes(path), faults);
        }
        catch (DirectoryNotFoundException)
        {
            faults.Add(new Fault(RuleFaults.NoPack, ShownAs, "There is no such folder."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(RuleFaults.NoPack, ShownAs, exception.Message));
        }
    }

    /// <summary>The path that reports show, and the content; null where the pack has no such file.</summary>
    public PackFile? File(string relative) =>
        _files.Find(file => file.Path == relative) is { } file ? file with { Path = Shown(relative) } : null;

    /// <summary>Keeps a file if it is one that counts.</summary>
    private void Take(string relative, Func<byte[]> read, List<Fault> faults)
    {
        if (relative == LockFile)
            _readLock = read;
        if (relative is not (RegistryFile or ManifestFile) && !IsScript(relative))
            return;
        try
        {
            _files.Add(new PackFile(relative, read()));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(RuleFaults.UnreadableScript, Shown(relative), exception.Message));
        }
    }

    /// <summary>What is wrong with a pack that has no script.</summary>
    public Fault WithoutRule => new(RuleFaults.NoPack, ShownAs, "There is no rule in it: no .csx file in a subfolder.");

    /// <summary>Whether the fault is of the pack or of a file in it.</summary>
    public bool Holds(Fault fault) => fault.Path == ShownAs || fault.Path.StartsWith(ShownAs + "/", StringComparison.Ordinal);

    private static bool IsScript(string relative) => relative.EndsWith(".csx", StringComparison.Ordinal);

    private string Shown(string relative) => $"{ShownAs}/{relative}";

    /// <summary>The same without byte order marks, its line ends as LF; most files are so already.</summary>
    private static byte[] Content(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        while (rest.StartsWith(ByteOrderMark))
            rest = rest[ByteOrderMark.Length..];
        if (rest.IndexOf((byte)'\r') < 0)
            return rest.Length == bytes.Length ? bytes : rest.ToArray();
        var content = new List<byte>(rest.Length);
        for (var index = 0; index < rest.Length; index++)
        {
            if (rest[index] != '\r')
                content.Add(rest[index]);
            else if (index + 1 == rest.Length || rest[index + 1] != '\n')
                content.Add((byte)'\n');
        }

        return [.. content];
    }

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    internal sealed record PackFile(string Path, byte[] Bytes);
}
