using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RuleEngine.Model.Faults;

namespace RuleEngine.Scripting.Guarding;

/// <summary>
/// What the author's expressions and statements mean: every member that they use must be on the <see cref="AllowList"/>, whatever it is
/// called by (a query, a loop, an operator, a conversion, a pattern), and every type that they name or have. What the compiler adds to
/// innocent code is no author's, and <see cref="EmittedReview"/> looks at it.
/// </summary>
internal sealed class OperationReview(SemanticModel model, Refusals refusals)
{
    private readonly List<IOperation> _operations = [];

    /// <summary>All that the author's code does, in the order of the script.</summary>
    public IReadOnlyList<IOperation> Operations => _operations;

    public void Check(SyntaxNode root)
    {
        var nodes = new Stack<(SyntaxNode Node, bool IsSeen)>([(root, false)]);
        while (nodes.TryPop(out var next))
        {
            var (node, isSeen) = next;
            var operation = isSeen ? null : model.GetOperation(node);
            if (operation is not null)
                Visit(operation);
            CheckNode(node);

            // What an operation holds has been visited with it; a type holds members that are none of it.
            isSeen |= operation is not null && node is not (TypeDeclarationSyntax or CompilationUnitSyntax);
            foreach (var child in node.ChildNodes().Reverse())
            {
                if (child is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } })
                    nodes.Push((child, isSeen && child is not MemberDeclarationSyntax));
            }
        }
    }

    private void CheckNode(SyntaxNode node)
    {
        if (node is TypeSyntax name and not IdentifierNameSyntax { IsVar: true } && SyntaxFacts.IsInTypeOnlyContext(name) && !IsQualifier(name) && model.GetSymbolInfo(name).Symbol is ITypeSymbol type)
            CheckType(type, name);
        if (node is BaseTypeSyntax { Type: var based } && model.GetTypeInfo(based).Type is INamedTypeSymbol baseType && !IsOwn(baseType) && !AllowList.Shared.IsBase(MemberName.Of(baseType)))
            refusals.Add(RuleFaults.Forbidden, node, $"A rule's type derives from `{baseType.ToDisplayString()}`: {Advice.For(MemberName.Of(baseType), null)}");
        if (node is CommonForEachStatementSyntax loop)
            CheckLoop(loop);
    }

    private void Visit(IOperation root)
    {
        var left = new Stack<IOperation>([root]);
        while (left.TryPop(out var operation))
        {
            if (operation is INameOfOperation or IAttributeOperation)
                continue;
            _operations.Add(operation);
            Check(operation);
            foreach (var child in operation.ChildOperations.Reverse())
                left.Push(child);
        }
    }

    private void Check(IOperation operation)
    {
        foreach (var (member, isWritten) in Members(operation))
            CheckMember(member, isWritten, operation);
        if (Feature(operation) is { } message)
            refusals.Add(RuleFaults.ForbiddenFeature, operation.Syntax, message);
        foreach (var type in Types(operation))
            CheckType(type, operation.Syntax);
        if (IsTextOfException(operation))
            refusals.Add(RuleFaults.Forbidden, operation.Syntax, "An exception as text or as a value: what it prints is not the same on every machine: use its Message.");
    }

    private static IEnumerable<ITypeSymbol> Types(IOperation operation)
    {
        if (operation is { IsImplicit: false, Type: { } type } and not ICollectionExpressionOperation)
            yield return type;
        if ((operation switch
        {
            IIsTypeOperation test => test.TypeOperand,
            ITypePatternOperation pattern => pattern.MatchedType,
            IDeclarationPatternOperation pattern => pattern.MatchedType,
            IRecursivePatternOperation pattern => pattern.MatchedType,
            ICatchClauseOperation clause => clause.ExceptionType,
            _ => null,
        }) is { } named)
        {
            yield return named;
        }
    }

    /// <summary>Whether an exception is used for anything but being asked, told from others, kept and thrown.</summary>
    private static bool IsTextOfException(IOperation operation) => IsException(operation.Type) && operation.Parent switch
    {
        IConversionOperation conversion => !IsException(conversion.Type),
        IArgumentOperation argument => !IsException(argument.Parameter?.OriginalDefinition.Type),
        IInterpolationOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or ITupleOperation { Parent: not IDeconstructionAssignmentOperation } or IAnonymousObjectCreationOperation => true,
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IAnonymousObjectCreationOperation } } or ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation } => true,
        _ => false,
    };

    private static bool IsException(ITypeSymbol? type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            if (each is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static IEnumerable<(ISymbol? Member, bool IsWritten)> Members(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => [(invocation.TargetMethod, false)],
        IObjectCreationOperation creation => [(creation.Constructor, false)],
        IPropertyReferenceOperation property => Accessors(property.Property, property),
        IFieldReferenceOperation field => Accessors(field.Field.CorrespondingTupleField ?? field.Field, field),
        IMethodReferenceOperation method => [(method.Method, false)],
        IEventReferenceOperation @event => [(@event.Event, false)],
        IConversionOperation conversion => [(conversion.OperatorMethod, false)],
        IBinaryOperation binary => [(binary.OperatorMethod, false)],
        IUnaryOperation unary => [(unary.OperatorMethod, false)],
        IIncrementOrDecrementOperation step => [(step.OperatorMethod, false)],
        ICompoundAssignmentOperation assignment => [(assignment.OperatorMethod, false), (assignment.InConversion.MethodSymbol, false), (assignment.OutConversion.MethodSymbol, false)],
        IRecursivePatternOperation pattern => [(pattern.DeconstructSymbol, false)],
        IListPatternOperation pattern => [(pattern.LengthSymbol, false), (pattern.IndexerSymbol, false)],
        ISlicePatternOperation pattern => [(pattern.SliceSymbol, false)],
        IImplicitIndexerReferenceOperation indexer => [(indexer.LengthSymbol, false), (indexer.IndexerSymbol, false)],
        IRangeOperation range => [(range.Method, false)],
        IWithOperation with => [(with.CloneMethod, false)],
        ICollectionExpressionOperation collection => [(collection.ConstructMethod is { MethodKind: MethodKind.Constructor } ? collection.ConstructMethod : null, false)],
        _ => [],
    };

    private static IEnumerable<(ISymbol? Member, bool IsWritten)> Accessors(ISymbol member, IOperation reference)
    {
        var isTarget = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference || reference.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref };
        if (isTarget)
            yield return (member, true);
        if (!isTarget || reference.Parent is not ISimpleAssignmentOperation)
            yield return (member, false);
    }

    private void CheckMember(ISymbol? member, bool isWritten, IOperation operation)
    {
        if (member is null or IFieldSymbol { IsConst: true, ContainingType.TypeKind: TypeKind.Enum } || IsOwn(member.ContainingType) || member.ContainingType is { IsAnonymousType: true })
            return;
        if (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator })
            return;
        var type = MemberName.Of(member.ContainingType);
        var name = member switch
        {
            IMethodSymbol method => MemberName.Of(method),
            IPropertySymbol property => isWritten ? MemberName.OfSetter(property) : MemberName.OfGetter(property),
            IFieldSymbol field => MemberName.Of(field, isWritten),
            _ => type + "." + member.Name,
        };
        if (AllowList.Shared.Allows(type, name) || (operation.IsImplicit && AllowList.Shared.IsCompilers(type, name) && AllowList.Shared.Of(type, name) is not null))
            return;
        if (member is IMethodSymbol { Name: "Deconstruct" } or IFieldSymbol { IsConst: true } && AllowList.Shared.HasType(type))
            return;
        refusals.Add(RuleFaults.Forbidden, operation.Syntax, $"`{Shown(member)}`: {Advice.For(type, name)}");
    }

    private void CheckType(ITypeSymbol type, SyntaxNode node)
    {
        if (Refused(type) is not { } refused)
            return;
        if (refused is IArrayTypeSymbol)
            refusals.Add(RuleFaults.ForbiddenFeature, node, "An array holds lists and not sequences that are yet to be made: ToList() makes one.");
        else if (refused.TypeKind == TypeKind.Dynamic)
            refusals.Add(RuleFaults.ForbiddenFeature, node, "`dynamic` is bound when the rule runs: name the type.");
        else if (refused is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            refusals.Add(RuleFaults.ForbiddenFeature, node, "A rule is safe C#: no pointers.");
        else
            refusals.Add(RuleFaults.Forbidden, node, $"`{refused.ToDisplayString()}`: {Advice.For(refused is INamedTypeSymbol named ? MemberName.Of(named) : refused.MetadataName, null)}");
    }

    /// <summary>The first type in it that is not allowed; null where all are.</summary>
    private ITypeSymbol? Refused(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol => null,
        IArrayTypeSymbol { ElementType: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } } => type,
        IArrayTypeSymbol array => Refused(array.ElementType),
        INamedTypeSymbol { IsAnonymousType: true } => null,
        INamedTypeSymbol named => IsOwn(named) || AllowList.Shared.HasType(MemberName.Of(named)) ? named.TypeArguments.Select(Refused).FirstOrDefault(refused => refused is not null) : named,
        _ => type,
    };

    private static string? Feature(IOperation operation) => operation switch
    {
        IAwaitOperation => "A rule waits for nothing: leave `await` out.",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation => "`dynamic` is bound when the rule runs: name the type.",
        IAddressOfOperation => "A rule is safe C#: no pointers.",
        ITypeOfOperation => "A rule asks values and not types: use `is` or a switch.",
        IBinaryOperation { Type.TypeKind: TypeKind.Delegate, OperatorMethod: null } or ICompoundAssignmentOperation { Type.TypeKind: TypeKind.Delegate, OperatorMethod: null } =>
            "Functions are not added up: call one after the other.",
        _ => null,
    };

    private void CheckLoop(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        foreach (var member in (ISymbol?[])[info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod])
        {
            if (member is not null && !IsOwn(member.ContainingType) && model.GetOperation(loop.Expression) is { Type.TypeKind: not TypeKind.Array } over)
                CheckMember(member, false, over);
        }
    }

    private bool IsOwn(ITypeSymbol? type) => type is null || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly);

    /// <summary>Whether a type is named only to say of what a member is, which is looked at itself, or in a directive that calls nothing.</summary>
    private static bool IsQualifier(TypeSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name) || name.Parent is QualifiedNameSyntax || name.Ancestors().Any(node => node is UsingDirectiveSyntax);

    private static string Shown(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"new {constructor.ContainingType.Name}({string.Join(", ", constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})",
        IMethodSymbol method => $"{method.ContainingType.Name}.{method.Name}({string.Join(", ", (method.ReducedFrom ?? method).Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})",
        _ => $"{member.ContainingType.Name}.{member.Name}",
    };
}
