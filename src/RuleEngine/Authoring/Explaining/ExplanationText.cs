using System.Globalization;
using RuleEngine.Engine;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring.Explaining;

/// <summary>An explanation for people: the verdict and its findings, what would turn it, and all that the rule read, in order.</summary>
public sealed class ExplanationText : ExplanationFormat
{
    /// <summary>So many places are named for each verdict that could be reached.</summary>
    private const int MostConditions = 5;

    /// <summary>So many places are named of facts that are alike.</summary>
    private const int MostPlaces = 3;

    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override void Write(Explanation explanation, Tool tool, ReportOptions options, Stream output)
    {
        using var pen = new Pen(output, options);
        var result = explanation.Result;
        pen.Wrapped($"{pen.In(Ink.Title, result.Id)} is {pen.In(result.Verdict, result.Verdict.Text)}: ", result.Id.Length + result.Verdict.Text.Length + 6, result.Title);
        pen.Line($"  {Printable.Line(ReportPath.Relative(explanation.Proposal.Path, options))}, by {Printable.Line(explanation.Script)}");
        WriteFindings(explanation, pen, options);
        WriteTurns(explanation, pen);
        WriteFacts(explanation, pen);
    }

    private static void WriteFindings(Explanation explanation, Pen pen, ReportOptions options)
    {
        var path = ReportPath.Relative(explanation.Proposal.Path, options);
        foreach (var finding in explanation.Result.Findings)
            pen.Wrapped($"  {pen.In(finding.Severity, finding.Id)} ", finding.Id.Length + 3, $"{finding.Role} at {path}:{finding.Location}: {finding.Message}{(finding.Limb is null ? "" : $" ({finding.Limb})")}");
    }

    private static void WriteTurns(Explanation explanation, Pen pen)
    {
        pen.Line();
        pen.Line(pen.In(Ink.Title, "What would turn it"));
        var turns = explanation.Turns;
        foreach (var verdict in VerdictTurns.Wanted(explanation.Result.Verdict))
        {
            var conditions = TurnText.Conditions(turns.Turns.Where(turn => turn.Verdict == verdict), explanation.File).ToList();
            if (conditions.Count == 0)
                continue;
            foreach (var condition in conditions.Take(MostConditions))
                pen.Wrapped($"  {pen.In(verdict, verdict.Text)} if ", verdict.Text.Length + 6, condition);
            if (conditions.Count > MostConditions)
                pen.Line(string.Create(CultureInfo.InvariantCulture, $"  {verdict} by changes at {Number(conditions.Count - MostConditions, "more place")}"));
        }

        pen.Wrapped("  ", 2, string.Create(CultureInfo.InvariantCulture, $"{(turns.Turns.Count == 0 ? "Nothing does, of " : "Found by trying ")}{Number(turns.Singles, "single change")}{(turns.Pairs == 0 ? "" : $" and {Number(turns.Pairs, "pair")}")}{(turns.Left + turns.PairsLeft == 0 ? "" : $"; {Number(turns.Left + turns.PairsLeft, "more")}, farther off, were not tried")}."), Ink.Faint);
    }

    private static void WriteFacts(Explanation explanation, Pen pen)
    {
        pen.Line();
        pen.Line(pen.In(Ink.Title, "What was read, in order (line of the script; * decides: with another answer a finding that gives the verdict would be gone)"));
        (string?, string)? at = null;
        foreach (var group in Alike(explanation.Facts))
        {
            var alike = group.ToList();
            var fact = alike[0];
            if (at != (fact.Limb, fact.Check))
            {
                at = (fact.Limb, fact.Check);
                pen.Line($"  {(fact.Limb is null ? "" : Printable.Line(fact.Limb) + ", ")}{Printable.Line(fact.Check)}");
            }

            var places = string.Join(", ", alike.Take(MostPlaces).Select(each => Place(each, explanation.Proposal.Path))) + (alike.Count > MostPlaces ? $" and {alike.Count - MostPlaces} more" : "");
            if (fact.IsFinding)
                pen.Wrapped($"      {pen.In(Ink.Info, "reports " + fact.Member)} ", fact.Member.Length + 15, $"at {places}");
            else
                pen.Wrapped($"    {(fact.Decides ? "*" : " ")} {(fact.Line is { } line ? $"{line,4}" : "    ")}  ", 12, $"{fact.Member}: {fact.Value}, at {places}{(alike.Count > 1 || fact.Written is null || fact.Written.Trim('"') == fact.Value ? "" : $": {fact.Written}")}", fact.Decides ? Ink.Title : Ink.Plain);
        }

        if (!explanation.IsWhole)
            pen.Line("  Not all of it was tried: the proposal is too long.");
    }

    /// <summary>What a function read, facts that differ by nothing but their place together, where the first of them was read.</summary>
    private static IEnumerable<IGrouping<ExplainedFact, ExplainedFact>> Alike(IReadOnlyList<ExplainedFact> facts) => facts
        .GroupBy(fact => (fact.Limb, fact.Check))
        .SelectMany(ofCheck => ofCheck.GroupBy(fact => fact.IsFinding ? fact : fact with { Path = "", Location = ofCheck.First().Location, Written = null }));

    private static string Place(ExplainedFact fact, string path) =>
        $"{(fact.Location.Address is "" or null ? "the whole" : fact.Location.Address)} ({(fact.Location.Missing ? "missing at " : "")}{(fact.Path == path ? "" : fact.Path + ":")}{fact.Location})";

    private static string Number(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 || noun == "more" ? "" : "s")}");
}
