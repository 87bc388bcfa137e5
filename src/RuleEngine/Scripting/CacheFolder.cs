using System.Buffers.Binary;

namespace RuleEngine.Scripting;

/// <summary>
/// A folder of compiled scripts that belongs to one user. An entry is an assembly that can be loaded from where it is, behind it the identity
/// of what was compiled and a checksum of both; it appears whole or not at all, whatever else writes there at the same time.
/// </summary>
internal sealed class CacheFolder(string path)
{
    /// <summary>The most bytes that stay in the folder; the entries used last stay.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>How long an entry stays that nobody uses.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromDays(30);

    private const string Extension = ".rule";

    private const string Part = ".part";

    /// <summary>How long a file may be in the making.</summary>
    private static readonly TimeSpan InTheMaking = TimeSpan.FromHours(1);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private bool _isSwept;

    /// <summary>The file of the assembly; null where there is no entry, or it is damaged or of another identity.</summary>
    public string? Find(string name, ReadOnlySpan<byte> identity)
    {
        var file = Path.Combine(path, name + Extension);
        try
        {
            if (!File.Exists(file) || !IsPrivate())
                return null;
            var entry = File.ReadAllBytes(file);
            if (entry.Length < sizeof(int) + identity.Length + sizeof(ulong))
                return null;
            var content = entry.AsSpan(0, entry.Length - sizeof(ulong));
            var stated = content.Length - sizeof(int);
            var isRight = BinaryPrimitives.ReadInt32LittleEndian(content[stated..]) == identity.Length
                && content.Slice(stated - identity.Length, identity.Length).SequenceEqual(identity)
                && BinaryPrimitives.ReadUInt64LittleEndian(entry.AsSpan(content.Length)) == Checksum.Of(content);
            if (!isRight)
                return null;
            Touch(file);
            return file;
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            return null;
        }
    }

    /// <summary>Whether anything can be kept.</summary>
    public bool IsOpen()
    {
        var part = PartOf("open");
        try
        {
            Make();
            File.WriteAllBytes(part, []);
            File.Delete(part);
            return IsPrivate();
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            return false;
        }
    }

    /// <summary>Keeps an assembly. Where that fails, there is none.</summary>
    public void Write(string name, ReadOnlySpan<byte> identity, byte[] assembly)
    {
        var entry = new byte[assembly.Length + identity.Length + sizeof(int) + sizeof(ulong)];
        assembly.CopyTo(entry, 0);
        identity.CopyTo(entry.AsSpan(assembly.Length));
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(assembly.Length + identity.Length), identity.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(entry.AsSpan(^sizeof(ulong)..), Checksum.Of(entry.AsSpan(..^sizeof(ulong))));
        var part = PartOf(name);
        try
        {
            Make();
            if (!IsPrivate())
                return;
            Sweep();
            File.WriteAllBytes(part, entry);
            File.Move(part, Path.Combine(path, name + Extension), overwrite: true);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            Remove(part);
        }
    }

    /// <summary>A name that nobody else uses, for what is in the making.</summary>
    public string PartOf(string name) => Path.Combine(path, $"{name}.{Environment.ProcessId}.{Guid.NewGuid():N}{Part}");

    private static bool IsOfDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private void Make()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>Whether nobody else may put an entry there. Windows keeps a user's folders so by itself.</summary>
    private bool IsPrivate() => OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;

    /// <summary>Marks an entry as used, once a day.</summary>
    private static void Touch(string file)
    {
        try
        {
            var now = DateTime.UtcNow;
            if (now - File.GetLastWriteTimeUtc(file) > TimeSpan.FromDays(1))
                File.SetLastWriteTimeUtc(file, now);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            // A folder that is read only serves as well.
        }
    }

    /// <summary>Once a run, before the first entry is added: removes what is old or too much, and what a killed process left.</summary>
    private void Sweep()
    {
        if (_isSwept)
            return;
        _isSwept = true;
        var now = DateTime.UtcNow;
        var room = MostBytes;
        foreach (var folder in new DirectoryInfo(path).EnumerateDirectories("*" + Part).Where(folder => now - folder.LastWriteTimeUtc > InTheMaking))
            RemoveFolder(folder.FullName);
        foreach (var file in new DirectoryInfo(path).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc))
        {
            if (file.Extension is not (Extension or Part))
                continue;
            room -= file.Length;
            if (room < 0 || now - file.LastWriteTimeUtc > (file.Extension == Extension ? Unused : InTheMaking))
                Remove(file.FullName);
        }
    }

    /// <summary>Removes a folder that was made for what is in the making.</summary>
    public static void RemoveFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            // What stays is swept later.
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            // Another process has it, or had it first.
        }
    }
}
