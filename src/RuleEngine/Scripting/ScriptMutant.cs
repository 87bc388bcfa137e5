using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Location = RuleEngine.Model.Places.Location;

namespace RuleEngine.Scripting;

/// <summary>A script with one small change: a condition that always or never holds, the other comparison, a check that is left out.</summary>
/// <param name="Text">The changed script.</param>
/// <param name="Location">What was changed, in the script as it is.</param>
/// <param name="Change">The change: what was there, and what is there now.</param>
/// <param name="Explanation">What the script says on that line about why no example can notice; null where it says nothing.</param>
internal sealed record ScriptMutant(string Text, Location Location, string Change, string? Explanation)
{
    /// <summary>What a line says after this is why no example can notice a change of it.</summary>
    private const string Explained = "// unnoticed:";

    /// <summary>So much of the code is shown.</summary>
    private const int MostUnits = 120;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    private static readonly Dictionary<SyntaxKind, string> Opposites = new()
    {
        [SyntaxKind.GreaterThanExpression] = ">=", [SyntaxKind.GreaterThanOrEqualExpression] = ">", [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<", [SyntaxKind.EqualsExpression] = "!=", [SyntaxKind.NotEqualsExpression] = "==",
    };

    /// <summary>All changes of a script, in its order. Some of them do not compile.</summary>
    /// <param name="text">The script, its line ends as LF.</param>
    public static IEnumerable<ScriptMutant> Of(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, Options).GetRoot();
        return root.DescendantNodes().SelectMany(Changes).Distinct().OrderBy(change => change.Start).ThenBy(change => change.Length).ThenBy(change => change.Now, StringComparer.Ordinal)
            .Select(change => Make(text, change));
    }

    private static IEnumerable<Replacement> Changes(SyntaxNode node)
    {
        var condition = node switch
        {
            WhereClauseSyntax where => where.Condition,
            IfStatementSyntax statement => statement.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            _ => null,
        };
        return node switch
        {
            _ when condition is not null => [Of(condition, "true"), Of(condition, "false")],
            BinaryExpressionSyntax binary => Changes(binary),
            PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => [Of(not.OperatorToken, "")],
            RelationalPatternSyntax pattern => [Of(pattern.OperatorToken, pattern.OperatorToken.Text.EndsWith('=') ? pattern.OperatorToken.Text[..1] : pattern.OperatorToken.Text + "=")],
            LiteralExpressionSyntax { Token.Value: int number } literal => [Of(literal.Token, FormattableString.Invariant($"{number + 1}"))],
            CollectionExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "Checks" or "Concerns" } } } checks => Without(checks),
            _ => [],
        };
    }

    private static IEnumerable<Replacement> Changes(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression))
            return [Of(binary, $"({binary.Left})"), Of(binary, $"({binary.Right})"), Of(binary.OperatorToken, binary.IsKind(SyntaxKind.LogicalAndExpression) ? "||" : "&&")];
        return Opposites.TryGetValue(binary.Kind(), out var opposite) ? [Of(binary.OperatorToken, opposite)] : [];
    }

    /// <summary>One entry less each, with the comma that stands after it.</summary>
    private static IEnumerable<Replacement> Without(CollectionExpressionSyntax list) =>
        list.Elements.Select((element, index) => new Replacement(
            element.SpanStart, (index < list.Elements.SeparatorCount ? list.Elements.GetSeparator(index).Span.End : element.Span.End) - element.SpanStart, ""));

    private static Replacement Of(SyntaxNode node, string now) => new(node.SpanStart, node.Span.Length, now);

    private static Replacement Of(SyntaxToken token, string now) => new(token.SpanStart, token.Span.Length, now);

    private static ScriptMutant Make(string text, Replacement change)
    {
        var end = change.Start + change.Length;
        var was = string.Join(' ', text[change.Start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var lineStart = text.LastIndexOf('\n', change.Start) + 1;
        var line = text[lineStart..(text.IndexOf('\n', change.Start) is var lineEnd and >= 0 ? lineEnd : text.Length)];
        var number = 1 + text.AsSpan(0, lineStart).Count('\n');
        var column = change.Start - lineStart + 1;
        return new ScriptMutant(
            string.Concat(text.AsSpan(0, change.Start), change.Now, text.AsSpan(end)),
            new Location(number, column, number, column + 1, null, null),
            change.Now == "" ? $"{Cut(was)} left out" : $"{Cut(was)} as {Cut(change.Now)}",
            ExplanationOf(line));
    }

    /// <summary>What a line says about why no example can notice a change of it; null where it says nothing.</summary>
    public static string? ExplanationOf(string line) =>
        line.IndexOf(Explained, StringComparison.Ordinal) is var at and >= 0 ? line[(at + Explained.Length)..].Trim() : null;

    private static string Cut(string code) => code.Length <= MostUnits ? $"`{code}`" : $"`{code[..(MostUnits / 2)]} … {code[^(MostUnits / 2)..]}`";

    private readonly record struct Replacement(int Start, int Length, string Now);
}
