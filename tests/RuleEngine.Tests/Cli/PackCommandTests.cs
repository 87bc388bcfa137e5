using System.IO.Compression;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;
using static RuleEngine.Tests.Cli.RiverPack;

namespace RuleEngine.Tests.Cli;

/// <summary><c>pack</c>: what is locked, built and released.</summary>
public class PackCommandTests
{
    [Test]
    public void The_shipped_pack_is_as_locked()
    {
        using var shell = new Shell(Repository.PathOf("."));
        Assert.That(shell.Run("pack", "verify", "rules").Output, Does.StartWith("rules is as locked: eurasian-security "));
        Assert.That((string)JObject.Parse(File.ReadAllText(Repository.PathOf("rules/pack.lock.json")))["hash"]!, Is.EqualTo(Shipped.Pack.Hash));
    }

    [Test]
    public void A_lock_names_every_file_that_is_not_as_it_was()
    {
        using var shell = Packs();
        Assert.That(shell.Run("pack", "lock", "packs/river").Output, Does.StartWith("packs/river/pack.lock.json is written: river 1.0.0, 3 files, sha256 "));
        Assert.That(shell.Run("pack", "verify", "packs/river").Code, Is.Zero);
        Change("packs/river/river/RV1-river.csx", text => text.Replace("\n", "\r\n"));
        Assert.That(shell.Run("pack", "verify", "packs/river").Code, Is.Zero, "Line ends do not count.");
        Change("packs/river/river/RV1-river.csx", text => text.Replace("Look at it", "Look away"));
        Change("packs/river/pack.json", text => text.Replace("1.0.0", "1.0.1"));
        File.Delete(Path.Combine(shell.Folder, "packs/river/institutions.json"));
        shell.With("packs/river/more/MO1-more.csx", "return null!;");
        var ran = shell.Run("pack", "verify", "packs/river");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error.TrimEnd().Split('\n'), Is.EqualTo(new[]
        {
            "packs/river/more/MO1-more.csx: error RP024 The lock knows no such file.",
            "packs/river/pack.json: error RP024 Its content is another.",
            "packs/river/river/RV1-river.csx: error RP024 Its content is another.",
            "packs/river/institutions.json: error RP024 The lock lists it, and the pack does not have it.",
            "packs/river/pack.lock.json:3:14: error RP024 The pack is river 1.0.1, and the lock is of river 1.0.0.",
        }));

        void Change(string path, Func<string, string> change) => shell.With(path, change(File.ReadAllText(Path.Combine(shell.Folder, path))));
    }

    [TestCase(null, "packs/river/pack.lock.json: error RP023 There is no lock.")]
    [TestCase("{", "packs/river/pack.lock.json:1:2: error RP023 ")]
    [TestCase("{ \"name\": \"river\", \"version\": \"1.0.0\", \"hash\": \"x\", \"files\": {} }", "packs/river/pack.lock.json:1:48: error RP023 The hash of a rule pack has 64")]
    [TestCase("{ \"name\": \"river\", \"version\": \"1.0.0\", \"files\": {}, \"more\": 1 }", "error RP023 \"hash\" is missing.")]
    [TestCase("{ \"name\": \"river\", \"version\": \"1.0.0\", \"hash\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"files\": {} }", "error RP024 The lock knows no such file.")]
    public void What_cannot_be_told_is_not_trusted(string? packLock, string message)
    {
        using var shell = Packs();
        if (packLock is not null)
            shell.With("packs/river/pack.lock.json", packLock);
        var ran = shell.Run("pack", "verify", "packs/river");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(shell.Run("pack", "build", "packs/river", "--output", "river.nupkg").Code, Is.EqualTo(2));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "river.nupkg")), Is.False);
    }

    [TestCase("packs/none", "packs/none: error RP010 There is no such folder.")]
    [TestCase("empty", "empty: error RP010 It has no pack.json")]
    [TestCase("broken.nupkg", "broken.nupkg: error RP010 ")]
    public void What_is_no_pack_is_said(string pack, string message)
    {
        using var shell = Packs().With("empty/x/XX1-x.csx", "return null!;").With("broken.nupkg", "no archive");
        Assert.That(shell.Run("pack", "verify", pack).Error, Does.StartWith(message));
        Assert.That(shell.Run("pack", "lock", pack).Code, Is.EqualTo(2));
    }

    [Test]
    public void A_package_is_the_pack_and_the_same_pack_gives_the_same_bytes()
    {
        using var shell = Packs();
        Build(shell);
        var first = File.ReadAllBytes(Path.Combine(shell.Folder, "river.1.0.0.nupkg"));
        Thread.Sleep(2100);
        File.SetLastWriteTimeUtc(Path.Combine(shell.Folder, "packs/river/pack.json"), new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));
        Build(shell);
        Assert.That(File.ReadAllBytes(Path.Combine(shell.Folder, "river.1.0.0.nupkg")), Is.EqualTo(first));
        var hash = shell.Run("pack", "verify", "packs/river").Output.Split("sha256 ")[1];
        Assert.That(shell.Run("pack", "verify", "river.1.0.0.nupkg").Output, Does.EndWith("sha256 " + hash));
        using var archive = new ZipArchive(new MemoryStream(first));
        Assert.That(archive.Entries.Select(entry => entry.FullName), Is.SupersetOf(new[] { "river.nuspec", "rules/pack.json", "rules/pack.lock.json", "rules/river/RV1-river.csx", "rules/releases.md" }));
        Assert.That(archive.Entries.Select(entry => entry.FullName), Has.None.Contains("notes.txt").And.None.Contains("draft"));
    }

    [Test]
    public void A_release_lists_what_no_release_lists_and_an_id_keeps_its_role()
    {
        using var shell = Packs();
        File.Delete(Path.Combine(shell.Folder, "packs/river/releases.md"));
        Assert.That(shell.Run("pack", "release", "packs/river").Output, Is.EqualTo("packs/river/releases.md lists RV101, RV150 in release 1.0.0.\n"));
        const string first = "# Releases\n\nEvery finding id by the release that brought it. An id is never used again.\n\n## 1.0.0\n\n| id | role | finding |\n|---|---|---|\n| RV101 | violation | young |\n| RV150 | gap | open |\n";
        Assert.That(Listed(), Is.EqualTo(first));
        Assert.That(shell.Run("pack", "release", "packs/river").Output, Is.EqualTo("packs/river/releases.md lists every finding already.\n"));
        shell.With("packs/river/river/RV0-spring.csx", Script("RV0"));
        shell.Run("pack", "release", "packs/river");
        Assert.That(Listed(), Is.EqualTo(first.Replace("| RV101", "| RV001 | violation | young |\n| RV050 | gap | open |\n| RV101")));
        shell.With("packs/river/river/RV2-lake.csx", Script("RV2")).With("packs/river/pack.json", """{ "name": "river", "version": "1.1.0" }""");
        shell.Run("pack", "release", "packs/river");
        Assert.That(Listed(), Does.Contain("again.\n\n## 1.1.0\n\n| id | role | finding |\n|---|---|---|\n| RV201 | violation | young |\n| RV250 | gap | open |\n\n## 1.0.0\n"));
        shell.With("packs/river/river/RV2-lake.csx", Script("RV2").Replace("Gap(\"RV250\"", "Violation(\"RV249\"").Replace("RV101", "RV201")).With("packs/river/releases.md", Listed().Replace("RV250 | gap", "RV249 | gap"));
        var ran = shell.Run("pack", "release", "packs/river");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Is.EqualTo("packs/river/releases.md: RV249 was published as a gap, and is a violation now: give it another id.\n"));

        string Listed() => File.ReadAllText(Path.Combine(shell.Folder, "packs/river/releases.md"));
    }

    [TestCase("# Releases\n\n## 1.0.0\n", "# Releases\n\n## 1.0.0\n\n| id | role | finding |\n|---|---|---|\n| RV101 | violation | young |\n| RV150 | gap | open |\n")]
    [TestCase("# Releases\n\n## 1.0.0 \n\nNothing yet.\n\n## 0.1.0\n\n| id | role | finding |\n|---|---|---|\n| RV150 | gap | open |\n", "# Releases\n\n## 1.0.0 \n\n| id | role | finding |\n|---|---|---|\n| RV101 | violation | young |\n\nNothing yet.\n\n## 0.1.0\n\n| id | role | finding |\n|---|---|---|\n| RV150 | gap | open |\n")]
    [TestCase("## 0.1.0\n\n| id | role | finding |\n|---|---|---|\n| RV101 | violation | young |\n| RV101 | violation | young |\n| RV150 | gap | open |\n", null)]
    public void A_list_of_any_form_is_gone_on_with(string before, string? after)
    {
        using var shell = Packs().With("packs/river/releases.md", before);
        Assert.That(shell.Run("pack", "release", "packs/river").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "packs/river/releases.md")), Is.EqualTo(after ?? before));
    }

    [Test]
    public void Two_files_and_one_that_holds_both_have_other_hashes()
    {
        using var shell = new Shell().With("p.json", Proposal).With("a/#a/RV1-one.csx", Script("RV1")).With("a/#pragma/RV2-two.csx", Script("RV2"))
            .With("b/#a/RV1-one.csx", Script("RV1") + "\n#pragma/RV2-two.csx\n" + Script("RV2"));
        var hashes = new[] { "a", "b" }.Select(pack => (string)JObject.Parse(shell.Run("check", "p.json", "--rules", pack, "--format", "json").Output).SelectToken("$.tool.rules")!);
        Assert.That(hashes, Is.Unique);
    }

    [TestCase("\"version\": \"banana\"", "packs/river/pack.json:1:31: error RP021 \"banana\" is no version as packages have it")]
    [TestCase("\"version\": \"1.0.0\", \"engine\": \"soon\"", "is no range of versions.")]
    [TestCase("\"version\": \"1.0.0\", \"sets\": [\"lakes\"]", "error RP022 ")]
    public void What_nobody_could_use_is_not_locked(string properties, string message)
    {
        using var shell = Packs().With("packs/river/pack.json", $$"""{ "name": "river", {{properties}} }""");
        var ran = shell.Run("pack", "lock", "packs/river");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain(message));
    }

    [Test]
    public void Names_of_any_form_are_locked_and_what_a_package_cannot_hold_is_said()
    {
        using var shell = Packs().With("packs/river/river/RV2-a\"b.csx", Script("RV2")).With("packs/river/ein Fluß/RV3-c.csx", Script("RV3"));
        Assert.That(shell.Run("pack", "lock", "packs/river").Code, Is.Zero);
        Assert.That(shell.Run("pack", "verify", "packs/river").Code, Is.Zero);
        File.Delete(Path.Combine(shell.Folder, "packs/river/river/RV2-a\"b.csx"));
        shell.With("packs/river/half %41/RV4-d.csx", Script("RV4"));
        Assert.That(shell.Run("pack", "lock", "packs/river").Code, Is.Zero);
        var ran = shell.Run("pack", "build", "packs/river", "-o", "r.nupkg");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain("packs/river can be no package: ").And.Contain("Its files need plainer names."));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "r.nupkg")), Is.False);
    }

    [Test]
    public void The_shipped_releases_list_everything()
    {
        using var shell = new Shell(Repository.PathOf("."));
        Assert.That(shell.Run("pack", "release", "rules").Output, Is.EqualTo("rules/releases.md lists every finding already.\n"));
    }
}
