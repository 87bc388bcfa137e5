using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Conventions;

/// <summary>Code uses its own floor and those below, and each library stays on its floor.</summary>
public class FloorsTests
{
    private static readonly string[] Floors = ["Model", "Parsing", "Scripting", "Engine", "Reporting", "Authoring"];

    private static readonly (string Namespace, string Floor)[] Libraries =
    [
        ("Newtonsoft", "Parsing"), ("Microsoft.CodeAnalysis", "Scripting"), ("Mono.Cecil", "Scripting"), ("NuGet.Versioning", "Scripting"), ("NuGet.Packaging", "Authoring"), ("System.Runtime.Loader", "Scripting"), ("System.Text.Json", "Reporting"), ("CsvHelper", "Reporting"), ("Fluid", "Reporting"),
        ("Microsoft.Extensions.FileSystemGlobbing", "Engine"), ("System.CommandLine", "the roof"), ("Spectre", "the roof"),
    ];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private static readonly Lazy<CSharpCompilation> House = new(() => Compile(SourceFiles().Select(path => (path, File.ReadAllText(path)))));

    [Test]
    public void Each_floor_uses_only_the_floors_below() => Assert.That(Offences(House.Value), Is.Empty);

    [Test]
    public void The_namespace_is_the_folder()
    {
        var wrong = from tree in House.Value.SyntaxTrees
                    from space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                    let folder = "RuleEngine." + Path.GetRelativePath(Repository.PathOf("src/RuleEngine"), Path.GetDirectoryName(tree.FilePath)!).Replace(Path.DirectorySeparatorChar, '.')
                    where space.Name.ToString() != folder
                    select tree.FilePath;
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_house_is_seen_whole()
    {
        Assert.That(House.Value.SyntaxTrees.Count(), Is.GreaterThan(80));
        Assert.That(House.Value.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
    }

    [TestCase("namespace RuleEngine.Model; class Planted { RuleEngine.Engine.Report? report; }", "RuleEngine.Engine.Report")]
    [TestCase("namespace RuleEngine.Parsing; class Planted { object x = RuleEngine.Reporting.ReportFormat.All; }", "RuleEngine.Reporting.ReportFormat")]
    [TestCase("namespace RuleEngine.Engine; class Planted { Newtonsoft.Json.JsonToken token; }", "Newtonsoft.Json.JsonToken")]
    [TestCase("namespace RuleEngine.Engine; class Planted { Mono.Cecil.ModuleDefinition module; }", "Mono.Cecil.ModuleDefinition")]
    [TestCase("namespace RuleEngine.Model; class Planted { object x = Microsoft.CodeAnalysis.CSharp.SyntaxKind.None; }", "Microsoft.CodeAnalysis.CSharp.SyntaxKind")]
    public void A_planted_offence_is_found(string source, string used)
    {
        var planted = House.Value.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Language, "Planted.cs"));
        Assert.That(Offences(planted), Has.Some.EqualTo($"Planted.cs uses {used}"));
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.PathOf("src/RuleEngine"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> sources)
    {
        const string implicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("RuleEngine.dll" or "RuleEngine.Cli.dll" or "RuleEngine.Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("House",
            [CSharpSyntaxTree.ParseText(implicitUsings, Language), .. sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, Language, source.Path))],
            references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static SortedSet<string> Offences(CSharpCompilation house)
    {
        var offences = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in house.SyntaxTrees.Where(tree => tree.FilePath != ""))
        {
            var model = house.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                var own = model.GetEnclosingSymbol(name.SpanStart)?.ContainingNamespace?.ToDisplayString() ?? "";
                if (type is not null && IsAbove(type.ContainingNamespace.ToDisplayString(), own))
                    offences.Add($"{Path.GetFileName(tree.FilePath)} uses {type.OriginalDefinition.ToDisplayString()}");
            }
        }

        return offences;
    }

    private static bool IsAbove(string used, string own)
    {
        var ownFloor = FloorOf(own);
        if (ownFloor < 0)
            return false;
        if (FloorOf(used) is var usedFloor and >= 0)
            return usedFloor > ownFloor;
        var library = Array.Find(Libraries, library => used == library.Namespace || used.StartsWith(library.Namespace + ".", StringComparison.Ordinal));
        return library.Floor is not null && library.Floor != Floors[ownFloor];
    }

    private static int FloorOf(string space) =>
        space.Split('.') is ["RuleEngine", var floor, ..] ? Array.IndexOf(Floors, floor) : -1;
}
