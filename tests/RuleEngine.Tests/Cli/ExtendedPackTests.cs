using System.IO.Compression;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Tests.Testing;
using static RuleEngine.Tests.Cli.RiverPack;

namespace RuleEngine.Tests.Cli;

/// <summary>Packs that a configuration extends, and packs that are not as they should be when they are asked.</summary>
public class ExtendedPackTests
{
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
}
