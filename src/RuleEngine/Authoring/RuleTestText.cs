using System.Globalization;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What came of testing rules, for people: a line a rule, and under it what failed, at its line of the script.</summary>
public static class RuleTestText
{
    /// <summary>Writes UTF-8, and leaves the stream open.</summary>
    /// <param name="tests">The rules that could be loaded.</param>
    /// <param name="faults">What is wrong with the pack beside them.</param>
    /// <param name="options">What the screen can show.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(IReadOnlyList<RuleTest> tests, IReadOnlyList<Fault> faults, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var pen = new Pen(writer, options);
        foreach (var fault in faults)
            pen.Wrapped($"{pen.In(Ink.Error, fault.Kind.Id)} ", fault.Kind.Id.Length + 1, $"{fault.Position}: {fault.Message}");
        foreach (var test in tests)
            Write(test, pen);
        pen.Line();
        pen.Line(pen.In(faults.Count > 0 || tests.Any(test => test.Faults.Count > 0) ? Ink.Error : Ink.Good, Sentence(tests, faults)));
    }

    /// <summary>Annotations for a pull request, and the sentence that ends the text.</summary>
    /// <param name="tests">The rules that could be loaded.</param>
    /// <param name="faults">What is wrong with the pack beside them.</param>
    /// <param name="tool">What tested them.</param>
    /// <param name="options">To which folder paths are relative.</param>
    /// <param name="output">Where they go.</param>
    public static void WriteAnnotations(IReadOnlyList<RuleTest> tests, IReadOnlyList<Fault> faults, Tool tool, ReportOptions options, Stream output) =>
        GithubFormat.Write(new Report(tool, [], [.. faults, .. tests.SelectMany(test => test.Faults)], []), Sentence(tests, faults), options, output);

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
        : $"; {Number(mutation.Noticed, "change")} noticed, {mutation.Survivors.Count} not{(mutation.Explained == 0 ? "" : $", {mutation.Explained} explained")}";

    private static string Sentence(IReadOnlyList<RuleTest> tests, IReadOnlyList<Fault> faults)
    {
        var failed = tests.Count(test => test.Faults.Count > 0);
        var passed = tests.Count - failed;
        return $"{Number(tests.Count, "rule")} tested: {passed} {(passed == 1 ? "passes" : "pass")}{(failed == 0 ? "" : $", {failed} {(failed == 1 ? "fails" : "fail")}")}."
            + (faults.Count == 0 ? "" : " Not all could be loaded.");
    }

    private static string Number(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
