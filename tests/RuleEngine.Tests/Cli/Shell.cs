using System.Text;
using RuleEngine.Cli;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary>Runs the program in this process, in a folder of its own.</summary>
internal sealed class Shell : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _other;

    public Shell()
    {
    }

    /// <summary>In a folder that is there.</summary>
    public Shell(string folder) => _other = folder;

    public string Folder => _other ?? _folder.Path;

    public Shell With(string relative, string text)
    {
        _folder.Write(relative, text);
        return this;
    }

    public Ran Run(params string[] arguments) => RunWith("", arguments);

    public Ran RunWith(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), output, () => error, Folder, null, false);
        var code = CommandLine.Run(arguments, terminal);
        return new Ran(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}

internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>The same without the lines in which <c>concise</c> says what kind of alignment each proposal is.</summary>
    public Ran Findings => this with { Output = string.Concat(Output.Split('\n').Where(line => !line.Contains(": info alignment ")).Select((line, index) => index == 0 ? line : "\n" + line)) };
}
