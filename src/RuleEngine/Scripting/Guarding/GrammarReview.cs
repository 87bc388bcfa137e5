using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RuleEngine.Model.Faults;

namespace RuleEngine.Scripting.Guarding;

/// <summary>Features of C# that a rule may not use, found where they are written.</summary>
internal static class GrammarReview
{
    public static void Check(SyntaxNode root, Refusals refusals)
    {
        foreach (var node in root.DescendantNodes(descendIntoTrivia: true))
        {
            if (Refused(node) is { } message)
                refusals.Add(RuleFaults.ForbiddenFeature, node, message);
        }

        CheckOrder((CompilationUnitSyntax)root, refusals);
        foreach (var token in root.DescendantTokens())
        {
            if (RefusedModifier(token) is { } message)
                refusals.Add(RuleFaults.ForbiddenFeature, token.GetLocation(), message);
        }
    }

    /// <summary>What a script sets below its <c>return</c> is never set, and nothing else says so.</summary>
    private static void CheckOrder(CompilationUnitSyntax script, Refusals refusals)
    {
        foreach (var member in script.Members.SkipWhile(member => member is not GlobalStatementSyntax { Statement: ReturnStatementSyntax }))
        {
            if (member is FieldDeclarationSyntax { Declaration.Variables: [{ Initializer: not null, Identifier.Text: var variable }, ..] } field && !field.Modifiers.Any(SyntaxKind.ConstKeyword) && !field.Modifiers.Any(SyntaxKind.StaticKeyword))
                refusals.Add(RuleFaults.ForbiddenFeature, member, $"`{variable}` stands below `return`, where it is never set: put it above.");
            else if (member is PropertyDeclarationSyntax { Initializer: not null, Identifier.Text: var property } declared && !declared.Modifiers.Any(SyntaxKind.StaticKeyword))
                refusals.Add(RuleFaults.ForbiddenFeature, member, $"`{property}` stands below `return`, where it is never set: put it above.");
        }
    }

    private static string? Refused(SyntaxNode node) => node switch
    {
        ReferenceDirectiveTriviaSyntax => "A script refers to nothing: `#r` has no place in it. What it needs of the framework is there.",
        LoadDirectiveTriviaSyntax => "A rule is one script: write what `#load` would bring into it.",
        AttributeListSyntax => "A rule has no use for attributes: leave it out.",
        UnsafeStatementSyntax or FixedStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax => "A rule is safe C#: no pointers.",
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "A rule makes arrays with `new`, not on the stack.",
        RefExpressionSyntax or RefTypeSyntax => "A rule has no use for references to variables: leave `ref` out and hand on the value.",
        MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => "A rule is safe C#: no typed references.",
        AwaitExpressionSyntax => "A rule waits for nothing: call what is there already.",
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }
            or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } => "A rule waits for nothing: leave `await` out.",
        LockStatementSyntax => "A rule runs on one thread: there is nothing to lock.",
        DestructorDeclarationSyntax => "A finalizer runs when the runtime likes: leave it out.",
        ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword) => "A static constructor runs when the runtime likes: use a constant or a variable of the script.",
        EventDeclarationSyntax or EventFieldDeclarationSyntax => "A rule has no events: call the method.",
        ExternAliasDirectiveSyntax => "A script refers to nothing else.",
        ArrayRankSpecifierSyntax { Rank: > 1 } => "Use an array of arrays: one with several dimensions is not counted.",
        _ => null,
    };

    private static string? RefusedModifier(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.AsyncKeyword => "A rule waits for nothing: leave `async` out.",
        SyntaxKind.UnsafeKeyword when token.Parent is not UnsafeStatementSyntax => "A rule is safe C#: leave `unsafe` out.",
        SyntaxKind.ExternKeyword when token.Parent is not ExternAliasDirectiveSyntax => "A rule calls no foreign code.",
        SyntaxKind.VolatileKeyword => "A rule runs on one thread: leave `volatile` out.",
        _ => null,
    };
}
