using System.IO.Compression;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary><c>pack</c>, and configurations that extend packs.</summary>
public class PackCommandTests
{
    private const string Proposal = """{ "id": "p", "title": "P", "parties": [{ "id": "x", "name": "X" }], "institutions": [{ "id": "river-bank" }], "articles": [{ "number": "1", "provisions": [{ "kind": "decoupling" }] }] }""";

    private const string Registry = """{ "institutions": [{ "id": "river-bank", "name": "River Bank", "founded": 1990, "domains": ["financial"] }] }""";

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

    [TestCase("packs/river")]
    [TestCase("river.1.0.0.nupkg")]
    public void A_configuration_extends_a_pack_whose_rules_are_asked_beside_the_shipped_ones(string pack)
    {
        using var shell = Packs();
        Build(shell);
        shell.With("ruleengine.json", $$"""{ "extends": "{{pack}}" }""").With("p.json", Proposal);
        foreach (var isolate in (string[][])[[], ["--isolate"]])
        {
            var ran = shell.Run(["check", "p.json", "--format", "json", .. isolate]);
            Assert.That((ran.Code, ran.Error), Is.EqualTo((1, "")));
            var principles = JObject.Parse(ran.Output).SelectTokens("$.results[0].principles[*]").ToDictionary(each => (string)each["id"]!);
            Assert.That(principles.Keys, Has.Count.EqualTo(Shipped.Pack.Principles.Count + 1));
            Assert.That((string)principles["RV1"]["verdict"]!, Is.EqualTo("violated"));
            Assert.That((string)principles["RV1"].SelectToken("findings[0].message")!, Is.EqualTo("River Bank was founded in 1990."), "The pack's own registry is known.");
        }

        Assert.That(shell.Run("rules").Output, Does.Contain("RV1 river").And.Contain("FA2 five-always"));
        Assert.That(shell.Run("check", "p.json", "--show-config", "p.json").Output, Does.Match($@"extends\s+the rules of {pack}\s+ruleengine.json:1:14"));
        Assert.That(shell.Run("check", "p.json", "--explain", "RV1").Output, Does.StartWith("RV1 is violated: ").And.Contain($"p.json, by {pack}/river/RV1-river.csx"));
        Assert.That(shell.Run("check", "p.json", "--rules", "packs/river").Output, Does.Not.Contain("FA2"), "A pack that is given is the whole.");
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
    public void A_pinned_hash_is_that_of_all_packs_together()
    {
        using var shell = Packs().With("p.json", Proposal).With("ruleengine.json", """{ "extends": ["packs/river"] }""");
        var hash = (string)JObject.Parse(shell.Run("check", "p.json", "--format", "json").Output).SelectToken("$.tool.rules")!;
        Assert.That(hash, Is.Not.EqualTo(Shipped.Pack.Hash));
        shell.With("ruleengine.json", $$"""{ "extends": ["packs/river"], "rulesHash": "{{hash}}" }""");
        Assert.That(shell.Run("check", "p.json").Code, Is.EqualTo(1));
        shell.With("packs/river/institutions.json", Registry.Replace("1990", "1991"));
        var ran = shell.Run("check", "p.json");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output + ran.Error, Does.Contain("CF010").And.Contain("eurasian-security + river"));
    }

    [Test]
    public void Two_packs_share_no_id()
    {
        using var shell = Packs().With("p.json", Proposal).With("packs/other/pack.json", """{ "name": "other", "version": "1.0.0" }""")
            .With("packs/other/lakes/RV1-lake.csx", Script("RV1")).With("packs/other/institutions.json", Registry.Replace("River Bank", "Another Bank"))
            .With("ruleengine.json", """{ "extends": ["packs/river", "packs/other"] }""");
        var ran = shell.Run("check", "p.json", "--format", "concise");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("packs/other/lakes/RV1-lake.csx:1:1: error RP004 RV1 is the id of packs/river/river/RV1-river.csx already."));
        Assert.That(ran.Output, Does.Contain("packs/other/institutions.json:1:20: error RP012 \"river-bank\" stands for River Bank already, in packs/river/institutions.json."));
        shell.With("packs/other/lakes/RV1-lake.csx", Script("LK1")).With("packs/other/institutions.json", Registry);
        File.Move(Path.Combine(shell.Folder, "packs/other/lakes/RV1-lake.csx"), Path.Combine(shell.Folder, "packs/other/lakes/LK1-lake.csx"));
        ran = shell.Run("check", "p.json");
        Assert.That(ran.Code, Is.EqualTo(1), "A body that both list alike is one.");
    }

    [Test]
    public void A_pack_without_a_rule_is_told_from_one_whose_name_begins_alike()
    {
        using var shell = Packs().With("p.json", Proposal).With("packs/riv/pack.json", """{ "name": "riv", "version": "1.0.0" }""").With("packs/river/river/RV2-broken.csx", "no script")
            .With("ruleengine.json", """{ "extends": ["packs/riv", "packs/river"] }""");
        var ran = shell.Run("check", "p.json", "--format", "concise");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("packs/riv: error RP010 There is no rule in it").And.Contain("packs/river/river/RV2-broken.csx:1:"));
    }

    [TestCase("\"engine\": \"[0.1,99)\"", 0, "")]
    [TestCase("\"engine\": \"[99.0,100)\"", 2, "packs/river/pack.json:1:50: error RP021 This engine is version ")]
    [TestCase("\"engine\": \"soon\"", 2, "packs/river/pack.json:1:50: error RP021 \"soon\" is no range of versions.")]
    [TestCase("\"sets\": [\"river\"]", 0, "")]
    [TestCase("\"sets\": [\"river\", \"lakes\"]", 2, "packs/river/pack.json:1:48: error RP022 The folders with scripts are river.")]
    [TestCase("\"sets\": [\"lakes\"]", 2, "RP022 ")]
    public void What_a_pack_says_of_itself_must_hold(string property, int code, string message)
    {
        using var shell = Packs().With("p.json", Proposal.Replace("\"institutions\": [{ \"id\": \"river-bank\" }], ", "")).With("packs/river/pack.json", $$"""{ "name": "river", "version": "1.0.0", {{property}} }""");
        var ran = shell.Run("check", "p.json", "--rules", "packs/river", "--format", "concise");
        Assert.That(ran.Code, Is.EqualTo(code));
        Assert.That(ran.Output, Does.Contain(message));
        Assert.That(shell.Run("check", "p.json", "--rules", "packs/river", "--format", "csv").Output, Does.Contain(message.Contains("RP021") ? ",RV1,river,error," : ",RV1,The river,"));
    }

    [TestCase("packs", "ruleengine.json:1:14: error CF009 packs is a folder without pack.json: a pack has one.")]
    [TestCase("none.nupkg", "ruleengine.json:1:14: error CF013 There is no file none.nupkg.")]
    [TestCase("none.json", "There is no file none.json.")]
    public void What_cannot_be_extended_is_said(string extended, string message)
    {
        using var shell = Packs().With("p.json", Proposal).With("ruleengine.json", $$"""{ "extends": "{{extended}}" }""");
        var ran = shell.Run("check", "p.json", "--format", "concise");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain(message));
    }

    [TestCase("two packs", "It has several pack.json: a package holds one pack.", "a/pack.json", "b/pack.json")]
    [TestCase("no pack", "It has no pack.json: a package holds one pack.", "a/x.csx")]
    [TestCase("a path out", "is no path in a pack.", "rules/pack.json", "rules/../../evil.csx")]
    [TestCase("one name twice", "It has two files of one name.", "pack.json", "river/a.csx", "river/a.csx")]
    public void A_package_that_is_none_is_refused(string why, string message, params string[] entries)
    {
        using var shell = Packs().With("p.json", Proposal).With("ruleengine.json", """{ "extends": "odd.nupkg" }""");
        using (var archive = new ZipArchive(File.Create(Path.Combine(shell.Folder, "odd.nupkg")), ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
                writer.Write("{}");
            }
        }

        var ran = shell.Run("check", "p.json", "--format", "concise");
        Assert.That(ran.Code, Is.EqualTo(2), why);
        Assert.That(ran.Output, Does.Contain("odd.nupkg: error RP010 ").And.Contain(message));
    }

    [Test]
    public void A_package_that_swells_is_refused()
    {
        using var shell = new Shell();
        using (var archive = new ZipArchive(File.Create(Path.Combine(shell.Folder, "bomb.nupkg")), ZipArchiveMode.Create))
        {
            using (var manifest = new StreamWriter(archive.CreateEntry("pack.json").Open()))
                manifest.Write("""{ "name": "bomb", "version": "1.0.0" }""");
            using var stream = archive.CreateEntry("river/RV1-x.csx").Open();
            var zeros = new byte[1 << 20];
            for (var count = 0; count < 70; count++)
                stream.Write(zeros);
        }

        Assert.That(new FileInfo(Path.Combine(shell.Folder, "bomb.nupkg")).Length, Is.LessThan(1 << 20));
        Assert.That(shell.Run("pack", "verify", "bomb.nupkg").Error, Does.StartWith("bomb.nupkg: error RP010 It holds more than 64 MiB."));
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

    [Test]
    public void A_package_that_is_not_as_locked_is_not_asked()
    {
        using var shell = Packs().With("p.json", Proposal).With("ruleengine.json", """{ "extends": "river.1.0.0.nupkg" }""");
        Build(shell);
        using (var archive = ZipFile.Open(Path.Combine(shell.Folder, "river.1.0.0.nupkg"), ZipArchiveMode.Update))
        {
            archive.GetEntry("rules/river/RV1-river.csx")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("rules/river/RV1-river.csx").Open());
            writer.Write(Script("RV1").Replace("> 1900", "> 2900"));
        }

        var ran = shell.Run("check", "p.json", "--format", "concise");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("river.1.0.0.nupkg/river/RV1-river.csx: error RP024 Its content is another.").And.Contain("FA2"));
        Assert.That(shell.Run("check", "p.json", "--format", "csv").Output, Does.Contain(",RV1,river,error,"));
    }

    [Test]
    public void A_pack_in_a_folder_called_rules_is_told_from_the_shipped_one()
    {
        using var shell = new Shell().With("p.json", Proposal).With("rules/pack.json", """{ "name": "mine", "version": "1.0.0", "engine": "[99.0,)" }""")
            .With("rules/river/RV1-river.csx", Script("RV1")).With("ruleengine.json", """{ "extends": ["rules", "rules/", "./rules"] }""");
        var verdicts = shell.Run("check", "p.json", "--format", "csv").Output;
        Assert.That(verdicts, Does.Contain(",RV1,river,error,").And.Not.Contain("RP004"));
        Assert.That(verdicts.Split('\n').Count(line => line.Contains(",error,0,")), Is.EqualTo(1));
    }

    [Test]
    public void After_a_clash_the_rule_that_is_asked_is_explained()
    {
        using var shell = Packs().With("p.json", Proposal).With("packs/river/river/FA2-river.csx", Script("FA2")).With("ruleengine.json", """{ "extends": "packs/river" }""");
        Assert.That(shell.Run("explain", "FA2").Output, Does.StartWith("# FA2: No alliance"));
        Assert.That(shell.Run("check", "p.json", "--explain", "FA201").Output, Does.StartWith("FA2 is undetermined: No alliance"));
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

    private static void Build(Shell shell)
    {
        Assert.That(shell.Run("pack", "lock", "packs/river").Code, Is.Zero);
        var ran = shell.Run("pack", "build", "packs/river", "--output", "river.1.0.0.nupkg");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Assert.That(ran.Output, Does.StartWith("river.1.0.0.nupkg is written: river 1.0.0, 3 files, "));
    }

    private static Shell Packs() => new Shell().With("packs/river/pack.json", """{ "name": "river", "version": "1.0.0" }""").With("packs/river/institutions.json", Registry)
        .With("packs/river/river/RV1-river.csx", Script("RV1")).With("packs/river/releases.md", "# Releases\n").With("packs/river/notes.txt", "mine").With("packs/river/drafts/draft.json", "{}");

    private static string Script(string id) => $$""""
        return new Rule
        {
            Title = "The river", Source = "A test", Why = "Look at it.", Findings = [Young, Open], Checks = [Look],
            Examples = [Undetermined("Open", """{ "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }] }""")],
        };

        FindingKind Young => Violation("{{id}}01", "young");

        FindingKind Open => Gap("{{id}}50", "open");

        IEnumerable<Finding> Look(Arrangement arrangement) =>
            from body in arrangement.Institutions
            where body.Registered is { Founded: > 1900 }
            select body.Report(Young, $"{body.Registered!.Name} was founded in {body.Registered.Founded}.");
        """";
}
