using System.CommandLine;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine compile</c>, by which the build makes the assemblies of the shipped pack. Users have no need of it.</summary>
internal static class CompileCommand
{
    public static Command Make(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Where the assemblies go." };
        var command = new Command("compile", "Compiles the shipped rule pack.") { folder };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var pack = CompiledRules.ReadShippedPack(ScriptCache.Filling(Path.GetFullPath(parsed.GetValue(folder)!, terminal.Folder)));
            foreach (var fault in pack.Faults)
                terminal.Error.WriteLine($"{fault.Path}({fault.Location?.Line ?? 1},{fault.Location?.Column ?? 1}): error {fault.Kind.Id}: {fault.Message}");
            return pack.Faults.Count == 0 ? ExitCode.Clean : ExitCode.Incomplete;
        });
        return command;
    }
}
