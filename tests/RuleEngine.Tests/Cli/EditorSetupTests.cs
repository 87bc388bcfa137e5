using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Authoring;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary>
/// <c>init --rules</c>: an editor knows a script's types. The package source has no language server that knows scripts, so the project is made
/// here as OmniSharp makes it of the files (ScriptProjectProvider), and asked through the services that the server asks.
/// </summary>
public class EditorSetupTests
{
    private static IEnumerable<string> Scripts => Directory.EnumerateFiles(Repository.PathOf("rules"), "*.csx", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Scripts))]
    public async Task A_shipped_script_has_no_squiggle(string name)
    {
        using var shell = New();
        var document = Open(shell, File.ReadAllText(Directory.EnumerateFiles(Repository.PathOf("rules"), name, SearchOption.AllDirectories).Single()));
        Assert.That(await Errors(document), Is.Empty);
    }

    [Test]
    public async Task What_is_wrong_is_marked_at_its_place()
    {
        using var shell = New();
        var text = Draft(shell).Replace("provision.Is(Decoupling)", "provision.IsDecoupling");
        var errors = await Errors(Open(shell, text));
        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(text.AsSpan(errors[0].Location.SourceSpan.Start, errors[0].Location.SourceSpan.Length).ToString(), Is.EqualTo("IsDecoupling"));
    }

    [Test]
    public async Task Members_complete_with_their_documentation_and_nothing_out_of_reach_is_offered()
    {
        using var shell = New();
        var text = Draft(shell).Replace("provision.Is(Decoupling)", "provision.");
        var document = Open(shell, text);
        var offered = await Offered(document, text.IndexOf("provision.\n", StringComparison.Ordinal) + "provision.".Length);
        Assert.That(offered, Is.SupersetOf(new[] { "IsPledge", "Trigger", "At", "Report" }));
        text = Draft(shell).Replace("where provision.Is(Decoupling)", "where ");
        document = Open(shell, text);
        offered = await Offered(document, text.IndexOf("where \n", StringComparison.Ordinal) + "where ".Length);
        Assert.That(offered, Is.SupersetOf(new[] { "provision", "Decoupling", "Violation", "Domain" }));
        Assert.That(offered, Has.No.Member("Process").And.No.Member("HttpClient").And.No.Member("Regex"));
    }

    [Test]
    public async Task A_member_tells_what_it_means_and_where_it_is()
    {
        using var shell = New();
        var text = Draft(shell).Replace("provision.Is(Decoupling)", "provision.IsPledge");
        var document = Open(shell, text);
        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, text.IndexOf("IsPledge", StringComparison.Ordinal) + 2);
        Assert.That(string.Concat(info!.Sections.Select(section => section.Text)), Does.Contain("bool Provision.IsPledge").And.Contain("a pledge to fight"));
        var own = await Symbol(document, text.IndexOf("[Kept, Broken", StringComparison.Ordinal) + 2);
        Assert.That(own.Locations.Single().SourceSpan.Start, Is.EqualTo(text.IndexOf("Kept =>", StringComparison.Ordinal)));
        var engines = await Symbol(document, text.IndexOf("IsPledge", StringComparison.Ordinal) + 2);
        Assert.That(engines.Locations.Single().MetadataModule!.Name, Is.EqualTo("RuleEngine.dll"), "Which a server shows decompiled.");
    }

    [Test]
    public void The_task_of_Visual_Studio_Code_takes_each_fault_apart()
    {
        using var shell = New();
        var script = "rules/river/RV1-the-river.csx";
        var path = Path.Combine(shell.Folder, script);
        File.WriteAllText(path, File.ReadAllText(path).Replace("Upheld(\"", "Violated(\""));
        var pattern = JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, ".vscode/tasks.json"))).SelectToken("$.tasks[0].problemMatcher.pattern")!;
        var found = shell.Run("test-rules", "rules").Output.Split('\n').Select(line => Regex.Match(line, (string)pattern["regexp"]!)).Where(match => match.Success).ToList();
        Assert.That(found, Is.Not.Empty);
        foreach (var match in found)
        {
            Assert.That(match.Groups[(int)pattern["code"]!].Value, Does.Match("^RP03[0-4]$"));
            Assert.That(match.Groups[(int)pattern["file"]!].Value, Is.EqualTo(script));
            Assert.That(int.Parse(match.Groups[(int)pattern["line"]!].Value), Is.InRange(1, File.ReadLines(path).Count()));
            Assert.That(match.Groups[(int)pattern["message"]!].Value, Is.Not.Empty);
        }
    }

    [Test]
    public void It_overwrites_only_what_is_of_this_machine()
    {
        using var shell = new Shell().With("omnisharp.json", "mine").With(EditorSetup.References, "old");
        var ran = shell.Run("init", "--rules", "my/rules");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Assert.That(ran.Output, Does.Contain("omnisharp.json is there already, and stays as it is.\n").And.Contain("my/rules/pack.json is written.\n"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "omnisharp.json")), Is.EqualTo("mine"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, EditorSetup.References)), Does.Contain("RuleEngine.dll"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, ".ruleengine/.gitignore")), Is.EqualTo("*\n"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, ".vscode/tasks.json")), Does.Contain("\"my/rules\""));
        Assert.That(shell.Run("init", "--rules", "../elsewhere").Code, Is.EqualTo(2));
    }

    [Test]
    public void This_repository_is_set_up_the_same_way()
    {
        foreach (var (path, text) in EditorSetup.Shared("rules").Where(file => !file.Path.EndsWith(".gitignore", StringComparison.Ordinal)))
            Assert.That(JToken.Parse(File.ReadAllText(Repository.PathOf(path))), Is.EqualTo(JToken.Parse(text)).Using<JToken>(JToken.DeepEquals), path);
        Assert.That(File.ReadAllLines(Repository.PathOf(".gitignore")), Has.Member(".ruleengine/"));
    }

    private static Shell New()
    {
        var shell = new Shell();
        Assert.That(shell.Run("init", "--rules").Code, Is.Zero);
        Assert.That(shell.Run("new-rule", "RV1", "The river", "--set", "river").Code, Is.Zero);
        return shell;
    }

    private static string Draft(Shell shell) => File.ReadAllText(Path.Combine(shell.Folder, "rules/river/RV1-the-river.csx"));

    private static async Task<List<Diagnostic>> Errors(Document document) =>
        [.. (await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static async Task<IEnumerable<string>> Offered(Document document, int at) =>
        (await CompletionService.GetService(document)!.GetCompletionsAsync(document, at)).ItemsList.Select(item => item.DisplayText);

    private static async Task<ISymbol> Symbol(Document document, int at) => (await SymbolFinder.FindSymbolAtPositionAsync(document, at))!;

    /// <summary>The script in the project that OmniSharp makes of <c>omnisharp.json</c> and the response file.</summary>
    private static Document Open(Shell shell, string text)
    {
        var server = JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "omnisharp.json")));
        var arguments = CSharpCommandLineParser.Script.Parse([$"@{Path.Combine(shell.Folder, (string)server.SelectToken("script.rspFilePath")!)}"], shell.Folder, null);
        Assert.That(arguments.Errors, Is.Empty);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: arguments.CompilationOptions.Usings, allowUnsafe: true)
            .WithMetadataReferenceResolver(ScriptMetadataResolver.Default.WithBaseDirectory(shell.Folder));
        var references = arguments.ResolveMetadataReferences(options.MetadataReferenceResolver!).ToList();
        Assert.That(references.OfType<UnresolvedMetadataReference>(), Is.Empty);
        var documented = references.Select(reference => MetadataReference.CreateFromFile(reference.Display!, documentation: Documentation(reference.Display!)));
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "RV1.csx", "RV1.csx.dll", LanguageNames.CSharp, compilationOptions: options,
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script), metadataReferences: documented, isSubmission: true));
        return workspace.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(project.Id), "RV1.csx", sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Create()))));
    }

    private static DocumentationProvider? Documentation(string assembly) =>
        Path.ChangeExtension(assembly, ".xml") is var file && File.Exists(file) ? XmlDocumentationProvider.CreateFromFile(file) : null;
}
