using System.Text.RegularExpressions;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

public class ReleasesTests
{
    [Test]
    public void Releases_list_every_finding_with_its_role_and_no_other()
    {
        var declared = from principle in Shipped.Principles
                       from kind in principle.Rule!.Findings
                       select (kind.Id, kind.Role.Text);
        var listed = Regex.Matches(File.ReadAllText(Repository.PathOf("rules/releases.md")), @"^\| ([A-Z]+\d+) \| (\w+) \|", RegexOptions.Multiline)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value));
        Assert.That(listed, Is.EquivalentTo(declared));
    }
}
