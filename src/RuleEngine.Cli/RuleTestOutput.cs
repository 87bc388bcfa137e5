using RuleEngine.Authoring;
using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>A format of what came of testing rules, and where it goes.</summary>
/// <param name="Name">The format.</param>
/// <param name="File">The full path of the file; null for standard output.</param>
internal sealed record RuleTestOutput(string Name, string? File)
{
    private static readonly string[] Names = ["text", "junit", "json", "github"];

    /// <exception cref="UsageException">A format is unknown, or two go to one place.</exception>
    public static List<RuleTestOutput> Of(IReadOnlyList<string> given, string folder)
    {
        var outputs = new List<RuleTestOutput>();
        foreach (var asked in given)
        {
            var equals = asked.IndexOf('=');
            var name = equals < 0 ? asked : asked[..equals];
            var path = equals < 0 ? null : Path.GetFullPath(asked[(equals + 1)..], folder);
            if (!Names.Contains(name))
                throw new UsageException($"There is no format \"{Spelling.Cut(name)}\" here. {Spelling.Suggestion(name, Names)}");
            if (path is not null)
                ReportOutput.RequireFile(path);
            if (outputs.Exists(output => output.File == path))
                throw new UsageException(path is null ? $"Only one format goes to standard output: write --format {name}=FILE." : $"Two formats go to {asked[(equals + 1)..]}.");
            outputs.Add(new RuleTestOutput(name, path));
        }

        return outputs.Count == 0 ? [new RuleTestOutput("text", null)] : outputs;
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(IReadOnlyList<RuleTest> tests, IReadOnlyList<Fault> faults, Tool tool, Terminal terminal)
    {
        var options = new ReportOptions { Folder = terminal.Folder, Width = File is null ? terminal.Width : null, Colour = File is null && terminal.Colour };
        if (File is null)
            WriteTo(terminal.Out);
        else
            ReportOutput.WriteFile(File, WriteTo);

        void WriteTo(Stream output)
        {
            if (Name == "text")
                RuleTestText.Write(tests, faults, options, output);
            else if (Name == "json")
                RuleTestJson.Write(tests, faults, tool, output);
            else if (Name == "junit")
                RuleTestJunit.Write(tests, faults, options, output);
            else
                RuleTestText.WriteAnnotations(tests, faults, tool, options, output);
        }
    }
}
