using System.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Reporting;
using Spectre.Console;

namespace RuleEngine.Cli;

/// <summary>Where the program reads and writes, and what a reader's screen can show.</summary>
/// <param name="OpenIn">Opens standard input.</param>
/// <param name="Out">Standard output.</param>
/// <param name="OpenError">Opens standard error, when there is something to say.</param>
/// <param name="Folder">The working folder.</param>
/// <param name="Width">The columns of the screen; null where output is redirected.</param>
/// <param name="Colour">Whether the screen shows colour.</param>
internal sealed record Terminal(Func<Stream> OpenIn, Stream Out, Func<TextWriter> OpenError, string Folder, int? Width, bool Colour)
{
    /// <summary>Standard error.</summary>
    public TextWriter Error => field ??= OpenError();

    /// <summary>Whether somebody watches standard error.</summary>
    public bool IsErrorScreen => _isErrorScreen?.Value ?? false;

    private Lazy<bool>? _isErrorScreen;

    /// <summary>Says on standard error what is wrong. Nothing in it moves the cursor or changes colours.</summary>
    public void Complain(string text) => Error.WriteLine(string.Join('\n', text.Split('\n').Select(Printable.Text)));

    /// <summary>Says on standard error what is wrong with a file.</summary>
    public void Complain(Fault fault) => Complain($"{fault.Position}: error {fault.Kind.Id} {fault.Message}");

    /// <summary>The process's own.</summary>
    public static Terminal Open()
    {
        var isScreen = IsScreen(1);
        return new Terminal(
            () => Standard(0, FileAccess.Read), Standard(1, FileAccess.Write),
            () => new StreamWriter(Standard(2, FileAccess.Write), new UTF8Encoding(false)) { AutoFlush = true }, Directory.GetCurrentDirectory(),
            isScreen ? ScreenWidth() : null, isScreen && ShowsColour())
        {
            _isErrorScreen = new Lazy<bool>(() => IsScreen(2)),
        };
    }

    /// <summary>A console that draws on <see cref="Out"/>.</summary>
    public IAnsiConsole Canvas(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width ?? int.MaxValue / 4;
        return console;
    }

    private static Stream Standard(int handle, FileAccess access) =>
        !OperatingSystem.IsWindows() ? new StandardStream(handle, access)
        : access == FileAccess.Read ? Console.OpenStandardInput()
        : handle == 1 ? Console.OpenStandardOutput()
        : Console.OpenStandardError();

    private static bool IsScreen(int handle) =>
        OperatingSystem.IsWindows() ? !(handle == 1 ? Console.IsOutputRedirected : Console.IsErrorRedirected) : StandardStream.IsScreen(handle);

    private static int ScreenWidth() => AnsiConsole.Profile.Width;

    private static bool ShowsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && AnsiConsole.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };
}
