using System.Reflection;
using System.Runtime.Loader;

namespace RuleEngine.Scripting;

/// <summary>A folder of compiled scripts that is part of the tool: its assemblies are trusted as the tool's own are.</summary>
internal sealed class AssemblyFolder(string path)
{
    /// <summary>The assembly; null where there is none, or it cannot be loaded.</summary>
    public Assembly? Load(string name, AssemblyLoadContext context)
    {
        var file = File(name);
        return System.IO.File.Exists(file) ? Loaded(file, context) : null;
    }

    /// <summary>The assembly in a file; null where it cannot be loaded.</summary>
    public static Assembly? Loaded(string file, AssemblyLoadContext context)
    {
        try
        {
            return context.LoadFromAssemblyPath(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }

    public void Write(string name, byte[] assembly) => System.IO.File.WriteAllBytes(File(name), assembly);

    private string File(string name) => Path.Combine(path, name + ".dll");
}
