using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using RuleEngine.Scripting.Guarding;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Tests.Scripting.Guarding;

/// <summary>What a rule may use is really there, under the name that the list gives it.</summary>
public class AllowListTests
{
    private static readonly CSharpCompilation Framework = CSharpCompilation.Create("framework", references:
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "RuleEngine.dll")
            .Select(path => MetadataReference.CreateFromFile(path)));

    [Test]
    public void Every_type_of_the_list_exists()
    {
        Assert.That(AllowList.Shared.Types.Where(type => Find(type) is null), Is.Empty);
        Assert.That(AllowList.Shared.Types.Count(), Is.GreaterThan(150));
    }

    // A member that has another name or other parameters would be refused though it is listed; one that is written wrong would never be missed.
    [Test]
    public void Every_member_of_the_list_exists()
    {
        var existing = AllowList.Shared.Types.Concat(AllowList.Shared.CompilersTypes).Select(Find).OfType<INamedTypeSymbol>().SelectMany(type => type.GetMembers()).SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        Assert.That(AllowList.Shared.Members.Keys.Where(member => !existing.Contains(member)), Is.Empty);
    }

    [Test]
    public void Every_member_that_the_engine_stands_in_for_is_listed_so_and_every_such_has_one()
    {
        var own = AllowList.Shared.Members.Where(member => member.Value == Cost.Own).Select(member => member.Key);
        Assert.That(StandIns.Names, Is.EquivalentTo(own));
    }

    // The model grows: what a new member does and costs is somebody's decision.
    [Test]
    public void No_type_of_the_model_is_taken_as_a_whole_but_those_that_say_so() =>
        Assert.That(AllowList.Shared.Types.Where(type => AllowList.Shared.Of(type, type + ".NoSuchMember()") is not null), Has.All.StartsWith("RuleEngine.Model."));

    private static INamedTypeSymbol? Find(string type) => Framework.GetTypesByMetadataName(type.Replace('/', '+')).FirstOrDefault();

    private static IEnumerable<string> Names(ISymbol member) => member switch
    {
        IMethodSymbol method => [MemberName.Of(method)],
        IFieldSymbol field => [MemberName.Of(field, isWritten: false), MemberName.Of(field, isWritten: true)],
        _ => [],
    };
}
