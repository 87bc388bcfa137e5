using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>
/// The runtime's ahead-of-time compiler (crossgen2), which a published tool carries. What it has compiled is ready when it is loaded, as the
/// tool's own code is; all else the runtime compiles anew in every process.
/// </summary>
internal sealed class MachineCode
{
    private const string Compiled = ".ni.dll";

    /// <summary>How long it may take: a rule takes some 30 ms.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly string _compiler;

    private MachineCode(string compiler) => _compiler = compiler;

    /// <summary>The compiler in a folder; null where there is none.</summary>
    public static MachineCode? In(string? folder)
    {
        var compiler = folder is null ? null : Path.Combine(folder, OperatingSystem.IsWindows() ? "crossgen2.exe" : "crossgen2");
        return File.Exists(compiler) ? new MachineCode(compiler) : null;
    }

    /// <summary>The same assemblies with machine code, in the same order; null where there is none to be had.</summary>
    /// <param name="assemblies">The assemblies.</param>
    /// <param name="folder">Where they may lie meanwhile: a folder that is not there yet.</param>
    public IReadOnlyList<byte[]>? AddTo(IReadOnlyList<byte[]> assemblies, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var inputs = assemblies.Select((_, index) => Path.Combine(folder, $"{index}.dll")).ToList();
            for (var index = 0; index < inputs.Count; index++)
                File.WriteAllBytes(inputs[index], assemblies[index]);
            var arguments = Path.Combine(folder, "arguments.rsp");
            File.WriteAllLines(arguments, [.. inputs, .. Options]);
            return Run(arguments) ? [.. inputs.Select(input => File.ReadAllBytes(Output(input)))] : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception)
        {
            return null;
        }
        finally
        {
            CacheFolder.RemoveFolder(folder);
        }
    }

    private static IEnumerable<string> Options =>
    [
        "--single-file-compilation", "--out-near-input", "-O",
        $"-r:{Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")}", $"-r:{typeof(Rule).Assembly.Location}",
        $"--targetos:{(OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux")}",
        $"--targetarch:{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
    ];

    private static string Output(string input) => Path.ChangeExtension(input, null) + Compiled;

    /// <summary>Runs the compiler; whether it says, in time, that all is well.</summary>
    private bool Run(string arguments)
    {
        var start = new ProcessStartInfo(_compiler, ["@" + arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Clear();
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(Limit))
            return process.ExitCode == 0;
        process.Kill(entireProcessTree: true);
        return false;
    }
}
