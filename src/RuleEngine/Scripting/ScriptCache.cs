using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text;

namespace RuleEngine.Scripting;

/// <summary>
/// Compiled scripts on disk, each under a name that follows from all that it was compiled from, so that a stale one is never found.
/// What cannot be read or written is done without.
/// </summary>
public sealed class ScriptCache
{
    /// <summary>Nothing is found in it, and nothing kept.</summary>
    public static readonly ScriptCache None = new(null, null);

    /// <summary>How many assemblies are compiled to machine code together: the compiler takes some 4 MB for each.</summary>
    private const int Together = 16;

    /// <summary>
    /// What a script is compiled with, its own text aside. The engine's module version follows from the engine's code and from the
    /// versions of what it was built with, so it stands for the model, the compiler and its options; a framework keeps its interface
    /// for all versions that share the first two numbers; and machine code is of one platform.
    /// </summary>
    private static readonly byte[] Basis =
    [
        .. typeof(ScriptCache).Module.ModuleVersionId.ToByteArray(), (byte)Environment.Version.Major, (byte)Environment.Version.Minor,
        (byte)RuntimeInformation.ProcessArchitecture, OperatingSystem.IsWindows() ? (byte)'w' : OperatingSystem.IsMacOS() ? (byte)'m' : (byte)'l',
    ];

    private readonly AssemblyFolder? _shipped;
    private readonly CacheFolder? _folder;
    private readonly bool _fillsShipped;
    private readonly MachineCode? _machineCode;

    /// <param name="shipped">A folder of assemblies that were compiled with the tool and are as trustworthy; null for none.</param>
    /// <param name="folder">Where compiled scripts are kept; null for nowhere. It is made when there is something to keep.</param>
    /// <param name="compiler">The folder of the compiler to machine code; null for none.</param>
    public ScriptCache(string? shipped, string? folder, string? compiler = null)
    {
        _machineCode = folder is null ? null : MachineCode.In(compiler);
        _shipped = Directory.Exists(shipped) ? new AssemblyFolder(shipped) : null;
        _folder = folder is null ? null : new CacheFolder(folder);
    }

    private ScriptCache(AssemblyFolder shipped) => (_shipped, _fillsShipped) = (shipped, true);

    /// <summary>Keeps what is compiled as the assemblies that are shipped with the tool.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static ScriptCache Filling(string folder) => new(new AssemblyFolder(Directory.CreateDirectory(folder).FullName));

    /// <summary>The compiled script, loaded; null where none is kept that can be trusted.</summary>
    internal Assembly? Load(ScriptSource source, AssemblyLoadContext context)
    {
        if (_shipped is null && _folder is null)
            return null;
        var name = Name(source);
        if (_shipped?.Load(name, context) is { } shipped)
            return shipped;
        return _folder?.Find(name, Identity(source)) is { } file ? AssemblyFolder.Loaded(file, context) : null;
    }

    /// <summary>Keeps a compiled script, where that is possible.</summary>
    internal void Keep(ScriptSource source, byte[] assembly)
    {
        if (_fillsShipped)
            _shipped!.Write(Name(source), assembly);
        _folder?.Write(Name(source), Identity(source), assembly);
    }

    /// <summary>Keeps compiled scripts with machine code, where that is possible.</summary>
    internal void KeepReady(IEnumerable<(ScriptSource Source, byte[] Assembly)> compiled)
    {
        // A compiler that has failed once is not asked again: it may have taken all the time it has.
        var machineCode = _folder?.IsOpen() == true ? _machineCode : null;
        foreach (var some in compiled.Chunk(Together))
        {
            var ready = machineCode?.AddTo(Array.ConvertAll(some, each => each.Assembly), _folder!.PartOf("compiling"));
            if (ready is null)
                machineCode = null;
            for (var index = 0; index < some.Length; index++)
                Keep(some[index].Source, ready?[index] ?? some[index].Assembly);
        }
    }

    private static byte[] Identity(ScriptSource source)
    {
        var path = Encoding.UTF8.GetBytes(source.RelativePath + "\n");
        var identity = new byte[Basis.Length + path.Length + source.Content.Length];
        Basis.CopyTo(identity, 0);
        path.CopyTo(identity, Basis.Length);
        source.Content.CopyTo(identity, Basis.Length + path.Length);
        return identity;
    }

    private static string Name(ScriptSource source) =>
        Checksum.Of(source.Content, Checksum.Of(Encoding.UTF8.GetBytes(source.RelativePath), Checksum.Of(Basis))).ToString("x16", CultureInfo.InvariantCulture);
}
