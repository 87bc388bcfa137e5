using System.Globalization;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What came of testing rules, for people: a line a rule, and under it what failed, at its line of the script.</summary>
public sealed class RuleTestText : RuleTestFormat
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override void Write(RuleTestReport report, ReportOptions options, Stream output)
    {
        using var pen = new Pen(output, options);
        foreach (var fault in report.Faults)
            pen.Wrapped($"{pen.In(Ink.Error, fault.Kind.Id)} ", fault.Kind.Id.Length + 1, $"{fault.Position}: {fault.Message}");
        foreach (var test in report.Tests)
            Write(test, pen);
        pen.Line();
        pen.Line(pen.In(report.Faults.Count + report.Failed > 0 ? Ink.Error : Ink.Good, report.Sentence));
    }

    private static void Write(RuleTest test, Pen pen)
    {
        var id = test.Principle.Id;
        pen.Line(string.Create(CultureInfo.InvariantCulture,
            $"{id}  {(test.Faults.Count == 0 ? pen.In(Ink.Good, "passes") : pen.In(Ink.Error, "fails "))}  {Number(test.Runs.Count, "example")}, {test.FindingsSeen} of {Number(test.Principle.Rule!.Findings.Count, "finding")} seen, at most {test.Steps:N0} steps, {test.Time.TotalMilliseconds:0} ms{Mutations(test.Mutation)}"));
        foreach (var fault in test.Faults)
        {
            var lines = fault.Message.Split('\n');
            pen.Wrapped($"  {pen.In(Ink.Error, fault.Kind.Id)} ", fault.Kind.Id.Length + 3, $"{fault.Position}: {lines[0]}");
            foreach (var line in lines.Skip(1))
                pen.Line("    " + (line.StartsWith('-') ? pen.In(Ink.Error, Printable.Line(line)) : line.StartsWith('+') ? pen.In(Ink.Good, Printable.Line(line)) : Printable.Line(line)));
        }
    }

    private static string Mutations(RuleMutation? mutation) => mutation is null ? ""
        : $"; {Number(mutation.Noticed, "change")} and {Number(mutation.ReadsNoticed, "read")} noticed, {mutation.Survivors.Count} not{(mutation.Explained == 0 ? "" : $", {mutation.Explained} explained")}";

    private static string Number(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
