using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting.Guarding;
using CodeAnalysis = Microsoft.CodeAnalysis;

namespace RuleEngine.Scripting;

/// <summary>
/// Compiles scripts. It uses the compiler beneath Microsoft.CodeAnalysis.CSharp.Scripting, whose <c>CSharpScript</c> would make a set
/// of references for each script; here all scripts share one.
/// </summary>
internal static class ScriptCompiler
{
    /// <summary>What a script may use without naming its namespace or class.</summary>
    public static IReadOnlyList<string> Imports { get; } =
    [
        "System", "System.Collections.Generic", "System.Linq",
        "RuleEngine.Model", "RuleEngine.Model.Words", "RuleEngine.Model.Places", "RuleEngine.Model.Rules",
        "RuleEngine.Model.Rules.RuleForm", "RuleEngine.Model.Words.ProvisionKind",
    ];

    /// <summary>Libraries of which a rule may use nothing, so that it is told so by name.</summary>
    private static readonly string[] OutOfReach =
    [
        "System.Collections.Concurrent", "System.Console", "System.Diagnostics.Process", "System.Linq.Expressions", "System.Linq.Parallel", "System.Net.Http", "System.Net.NameResolution",
        "System.Net.Primitives", "System.Net.Sockets", "System.Private.Uri", "System.Runtime.Numerics", "System.Security.Cryptography", "System.Text.Json", "System.Text.RegularExpressions",
        "System.Threading", "System.Threading.Tasks.Parallel", "System.Memory", "Microsoft.CSharp",
    ];

    private static readonly string[] Allowed = ["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, kind: CodeAnalysis.SourceCodeKind.Script);

    private static readonly Lazy<CodeAnalysis.MetadataReference[]> References = new(() =>
    [
        .. AllowedReferences.Concat(OutOfReach.Select(Library)).Select(path => CodeAnalysis.MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>The full paths of the assemblies of which a script may use something.</summary>
    public static IEnumerable<string> AllowedReferences => Allowed.Select(Library).Append(typeof(Rule).Assembly.Location);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(
            CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: CompiledScript.ClassName,
            usings: Imports,
            optimizationLevel: CodeAnalysis.OptimizationLevel.Release,
            deterministic: true,
            allowUnsafe: false,
            concurrentBuild: false)
        .WithNullableContextOptions(CodeAnalysis.NullableContextOptions.Enable);

    private static readonly Lock OneAtATime = new();

    /// <summary>The compiled script; null where it does not compile, with the faults. Two at once would take twice the memory.</summary>
    public static byte[]? Compile(ScriptSource source, bool isMetered, List<Fault> faults)
    {
        lock (OneAtATime)
            return CompileNow(source, isMetered, faults);
    }

    /// <summary>How many scripts this process has compiled, also those with faults.</summary>
    public static int Compiled { get; private set; }

    private static byte[]? CompileNow(ScriptSource source, bool isMetered, List<Fault> faults)
    {
        Compiled++;
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), ParseOptions, source.RelativePath);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"rule-{source.Id}", tree, References.Value, Options, returnType: typeof(Rule));
        var refusals = new Refusals(source);
        var state = Review(compilation.GetSemanticModel(tree), tree.GetRoot(), refusals);
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        var errors = emitted.Diagnostics.Where(IsError).Select(diagnostic => ToFault(source, diagnostic)).Where(fault => !refusals.HasLine(fault.Location!.Line)).ToList();
        if (errors.Count == 0 && assembly.Length == 0 && !refusals.Faults.Any())
            errors.Add(source.Fault(RuleFaults.ReturnsNothing, "The script is empty: it returns its form with `return new Rule { … };`."));
        var linked = errors.Count == 0 && !refusals.Faults.Any() ? ScriptLinker.Link(assembly.ToArray(), tree.GetRoot(), refusals, state.NeedsFreshForm, isMetered) : null;
        faults.AddRange(errors.Concat(refusals.Faults).OrderBy(fault => (fault.Location!.Line, fault.Location.Column)));
        return linked;
    }

    private static string Library(string name) => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll");

    private static StateReview Review(CodeAnalysis.SemanticModel model, CodeAnalysis.SyntaxNode root, Refusals refusals)
    {
        GrammarReview.Check(root, refusals);
        var review = new OperationReview(model, refusals);
        review.Check(root);
        var state = new StateReview(model, refusals);
        state.Check(root, review.Operations);
        return state;
    }

    private static bool IsError(CodeAnalysis.Diagnostic diagnostic) =>
        diagnostic.Severity == CodeAnalysis.DiagnosticSeverity.Error
        || (diagnostic.Severity == CodeAnalysis.DiagnosticSeverity.Warning && IsAboutNull(int.Parse(diagnostic.Id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The compiler's nullable warnings, as its documentation groups them.</summary>
    private static bool IsAboutNull(int code) =>
        code is 8597 or (>= 8600 and <= 8670) or 8714 or (>= 8762 and <= 8777) or 8819 or 8824 or 8825 or 8847;

    private static Fault ToFault(ScriptSource source, CodeAnalysis.Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan().Span;
        return source.Fault(RuleFaults.DoesNotCompile,
            $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}",
            new Location(span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1, null, null));
    }
}
