using System.Globalization;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>A comparison of two drafts for people: each principle that changed, and the clauses that did it: + found now, - found before, ~ found as before of a clause that changed.</summary>
public static class ComparisonText
{
    /// <summary>Writes the comparison as UTF-8, and leaves the stream open.</summary>
    public static void Write(Comparison comparison, ReportOptions options, Stream output)
    {
        using var pen = new Pen(output, options);
        new Page(pen, options).Write(comparison);
    }

    /// <summary>One comparison being written.</summary>
    private sealed class Page(Pen pen, ReportOptions options)
    {
        public void Write(Comparison comparison)
        {
            pen.Wrapped("", 0, comparison.New.Title);
            pen.Line(pen.In(Ink.Faint, Printable.Text($"{comparison.Old.Path} -> {comparison.New.Path}")));
            if (comparison.Old.Proposal != comparison.New.Proposal)
                pen.Wrapped("", 0, $"The two have different ids, {comparison.Old.Proposal} and {comparison.New.Proposal}: they may be no drafts of one arrangement.", Ink.Warning);
            if (comparison.Old.Alignment?.Kind is { } old && comparison.New.Alignment is { } alignment)
                pen.Wrapped("Alignment: ", 11, (old == alignment.Kind ? "still " : $"{old} -> ") + ReportWords.Sentence(alignment));
            pen.Line();
            var shown = 0;
            foreach (var change in comparison.Principles)
            {
                if (Write(change, comparison))
                    shown++;
            }

            var worse = comparison.Principles.Count(change => change.IsWorse);
            var better = comparison.Principles.Count(change => change.IsBetter);
            var other = comparison.Principles.Count(change => change is { IsChanged: true, IsWorse: false, IsBetter: false });
            var same = comparison.Principles.Count - worse - better - other;
            pen.Line(pen.In(worse > 0 ? Ink.Error : Ink.Good, string.Create(
                CultureInfo.InvariantCulture, $"{worse} worse, {better} better, {(other > 0 ? $"{other} otherwise changed, " : "")}{same} with the same verdict{(shown == 0 ? " and the same evidence" : "")}.")));
        }

        private bool Write(PrincipleChange change, Comparison comparison)
        {
            var added = change.Added.Where(finding => IsTold(finding, change)).ToList();
            var gone = change.Gone.Where(finding => IsTold(finding, change)).ToList();
            var altered = change.Altered.Where(finding => IsTold(finding, change)).ToList();
            if (!change.IsChanged && added.Count + gone.Count + altered.Count == 0)
                return false;
            var verdicts = change.IsChanged ? $"{change.Old.Verdict} -> {change.New.Verdict}" : $"still {change.New.Verdict}";
            var word = change.IsWorse ? "worse: " : change.IsBetter ? "better: " : "";
            var ink = change.IsWorse ? Ink.Error : change.IsBetter ? Ink.Good : Ink.Plain;
            pen.Wrapped($"  {change.New.Id}  {pen.In(ink, word + verdicts)}  ", 6 + change.New.Id.Length + word.Length + verdicts.Length, change.New.Title);
            foreach (var finding in added)
                Write("+", finding, comparison.New.Path);
            foreach (var finding in gone)
                Write("-", finding, comparison.Old.Path);
            foreach (var finding in altered)
                Write("~", finding, comparison.New.Path);
            if (change.New.Fault is { } fault)
                pen.Wrapped("    ", 4, $"{fault.Kind.Id} {fault.Path}: {fault.Message}", Ink.Error);
            pen.Line();
            return true;
        }

        /// <summary>Concerns decide nothing; what more upholds a principle that stays what it was is no news.</summary>
        private static bool IsTold(ReportedFinding finding, PrincipleChange change) =>
            finding.Role == Role.Violation || finding.Role == Role.Gap || (finding.Role == Role.Support && change.IsChanged);

        private void Write(string sign, ReportedFinding finding, string path)
        {
            var label = $"{sign} {finding.Role} {finding.Id}{(finding.Limb is null ? "" : $" ({finding.Limb})")}: ";
            pen.Wrapped($"    {label}", 4 + label.Length, finding.Message);
            pen.Line($"      {pen.In(Ink.Faint, "-->")} {Printable.Text(string.Create(CultureInfo.InvariantCulture, $"{path}:{finding.Location.Line}:{finding.Location.Column}"))}");
            if (finding.Excerpt is { } excerpt)
                CodeFrame.Write(pen, excerpt, finding.Location, finding.Role == Role.Violation ? Ink.Error : finding.Role == Role.Gap ? Ink.Warning : Ink.Good, options.Width);
        }
    }
}
