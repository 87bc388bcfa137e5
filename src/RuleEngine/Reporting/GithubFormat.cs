using System.Globalization;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>
/// Annotations for a pull request: the workflow commands of GitHub Actions, one a line, the worst first. The service keeps ten errors,
/// ten warnings and ten notices of a step, and cuts long messages, so that no more are written, and a last line says what was left out.
/// </summary>
public sealed class GithubFormat : ReportFormat
{
    private const int MostOfALevel = 10;

    /// <summary>The runner cuts longer messages.</summary>
    private const int MostUnits = 4000;

    /// <inheritdoc/>
    public override string Name => "github";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output) => Write(report, ReportWords.Sentence(report), options, output);

    /// <summary>The same, with another last line.</summary>
    internal static void Write(Report report, string sentence, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        string[] levels = ["error", "warning", "notice"];
        var kept = Array.ConvertAll(levels, _ => new List<Annotation>());
        var counts = new int[levels.Length];
        foreach (var annotation in Annotations(report, options))
        {
            var level = Array.IndexOf(levels, annotation.Level);
            if (counts[level]++ < MostOfALevel)
                kept[level].Add(annotation);
        }

        foreach (var result in report.Results)
        {
            if (result.Alignment is { } alignment)
                writer.WriteLine(Printable.NoCommand(Printable.Text($"{ReportPath.Relative(result.Path, options)}: alignment {ReportWords.Sentence(alignment)}")));
        }

        var left = new List<string>();
        for (var level = 0; level < levels.Length; level++)
        {
            foreach (var annotation in kept[level])
                writer.WriteLine(Command(annotation, options));
            if (counts[level] > MostOfALevel)
                left.Add(string.Create(CultureInfo.InvariantCulture, $"{counts[level] - MostOfALevel} of {counts[level]} {levels[level]}s"));
        }

        writer.WriteLine(sentence + (left.Count == 0 ? "" : $" Not annotated, since the service keeps {MostOfALevel} of each level: {string.Join(", ", left)}."));
    }

    private static IEnumerable<Annotation> Annotations(Report report, ReportOptions options)
    {
        foreach (var fault in report.AllFaults)
            yield return Of("error", fault, "");
        foreach (var result in report.Results)
        {
            foreach (var principle in result.Principles)
            {
                if (principle.Fault is { } fault && !report.Faults.Contains(fault))
                    yield return Of("error", fault, $"{principle.Id} is not decided for {result.Path}: ");
                foreach (var finding in principle.Findings.Where(options.Shows))
                    yield return Of(result.Path, finding);
            }
        }

        foreach (var notice in report.Notices)
            yield return Of("notice", notice, "");
    }

    private static Annotation Of(string level, Fault fault, string about) =>
        new(level, fault.Path, fault.Location, $"{fault.Kind.Id}: {fault.Kind.Title}", about + fault.Message);

    private static Annotation Of(string path, ReportedFinding finding)
    {
        var level = finding.Waived is not null ? "notice"
            : finding.Severity == Severity.Error || finding.Severity == Severity.Warning ? finding.Severity.Text
            : "notice";
        var waived = finding.Waived is null ? "" : $" [{ReportWords.Sentence(finding.Waived)}]";
        return new Annotation(level, path, finding.Location, $"{finding.Role} {finding.Id}: {finding.Title}", finding.Message + waived);
    }

    private static string Command(Annotation annotation, ReportOptions options)
    {
        var place = annotation.Location is not { } at ? ""
            : at.Line == at.EndLine ? string.Create(CultureInfo.InvariantCulture, $",line={at.Line},col={at.Column},endColumn={at.EndColumn}")
            : string.Create(CultureInfo.InvariantCulture, $",line={at.Line},endLine={at.EndLine}");
        var file = Property(ReportPath.Relative(annotation.Path, options));
        return $"::{annotation.Level} file={file}{place},title={Property(annotation.Title)}::{Message(annotation.Message)}";
    }

    private static string Message(string text)
    {
        var printable = Printable.Text(text);
        var end = char.IsHighSurrogate(printable[Math.Min(printable.Length, MostUnits) - 1]) ? MostUnits - 1 : MostUnits;
        return (printable.Length <= MostUnits ? printable : printable[..end] + "… (cut)").Replace("%", "%25");
    }

    private static string Property(string text) => Message(text).Replace(":", "%3A").Replace(",", "%2C");

    private sealed record Annotation(string Level, string Path, Location? Location, string Title, string Message);
}
