using System.Text.RegularExpressions;
using NUnit.Framework;
using PublicApiGenerator;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Conventions;

public class SourceTests
{
    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}"));

    [Test]
    public void The_public_interface_is_recorded() => Snapshot.Verify(
        typeof(Rule).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n"));

    [Test]
    public void No_source_file_is_longer_than_250_lines() =>
        Assert.That(Files("src", "*.cs").Where(path => File.ReadLines(path).Count() > 250), Is.Empty);

    [Test]
    public void No_snapshot_is_left_without_what_it_describes()
    {
        var dangling = Files("tests", "*.verified.*").Concat(Files("rules", "*.verified.*")).Where(path => !IsClaimed(path));
        Assert.That(dangling, Is.Empty);
    }

    [Test]
    public void Every_fault_has_an_id_of_its_own_and_is_listed()
    {
        Assert.That(FaultKind.All.Select(kind => kind.Id), Is.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        var declared = new[] { typeof(ConfigurationFaults), typeof(InputFaults), typeof(RuleFaults) }.SelectMany(type => type.GetFields()).Where(field => field.FieldType == typeof(FaultKind)).Select(field => field.GetValue(null));
        Assert.That(FaultKind.All, Is.EquivalentTo(declared));
        Assert.That(FaultKind.All.Select(kind => kind.Id), Has.All.Match("^(CF|IN|RP)[0-9]{3}$"));
    }

    [Test]
    public void Every_fault_is_seen_in_a_test()
    {
        var tests = string.Join("\n", Files("tests", "*.cs").Select(File.ReadAllText));
        Assert.That(FaultKind.All.Select(kind => kind.Id).Where(id => !tests.Contains(id)), Is.Empty);
    }

    [TestCase("Helper")]
    [TestCase("Manager")]
    [TestCase("Utils")]
    public void No_type_is_called(string word) =>
        Assert.That(Files("src", "*.cs").Where(path => Path.GetFileNameWithoutExtension(path).Contains(word)), Is.Empty);

    /// <summary>A snapshot of a test belongs to a method of the class it is named for; one of a rule or an arrangement to the file beside it.</summary>
    private static bool IsClaimed(string path)
    {
        var stem = Regex.Match(path, @"^(.*)\.verified\.\w+$").Groups[1].Value;
        if (File.Exists(stem + ".csx") || File.Exists(stem + ".json") || Path.GetFileName(stem) == "conflicts")
            return true;
        var name = Path.GetFileName(stem).Split('.', 2);
        var source = Path.Combine(Path.GetDirectoryName(path)!, name[0] + ".cs");
        return name.Length == 2 && File.Exists(source) && Regex.IsMatch(File.ReadAllText(source), $@"\b{Regex.Escape(Regex.Match(name[1], "^(.*?)(_[a-z]+=.*)?$").Groups[1].Value)}\b");
    }
}
