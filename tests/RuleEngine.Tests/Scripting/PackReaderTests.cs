using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Scripting;

public class PackReaderTests
{
    private const string Good = "set/IV1-good.csx";

    [TestCase("A misspelt part", "return new Rule { Titel = \"\" };", "RP001", 1, "CS0117")]
    [TestCase("A forgotten part", "\nreturn new Rule { Title = \"\", Source = \"\", Findings = [], Examples = [] };", "RP001", 2, "CS9035")]
    [TestCase("A possible null", "string? nothing = null;\nint length = nothing.Length;\nreturn null!;", "RP001", 2, "CS8602")]
    [TestCase("A null for text", "return new Rule { Title = null, Source = \"\", Why = \"\", Findings = [], Examples = [] };", "RP001", 1, "CS8625")]
    [TestCase("No return", "\nnew Rule { Title = \"\", Source = \"\", Why = \"\", Findings = [], Examples = [] };", "RP002", 2, "return")]
    [TestCase("Nothing", "", "RP002", 1, "empty")]
    [TestCase("Nothing but a remark", "// to do", "RP002", 1, "empty")]
    [TestCase("Nothing but a directive", "using System.Text;", "RP002", 1, "empty")]
    [TestCase("A throw while loading", "\nint zero = 0;\nint never = 1 / zero;\nreturn null!;", "RP006", 3, "DivideByZero")]
    [TestCase("A reference", "#r \"System.Net.Http\"\nreturn null!;", "RP014", 1, "#r")]
    [TestCase("A load", "#load \"other.csx\"\nreturn null!;", "RP014", 1, "#load")]
    public void A_bad_script_is_reported_at_its_line_and_the_others_load(string what, string script, string id, int line, string message)
    {
        using var pack = new InventedPack().Add("set/IV2-bad.csx", script).Add(Good, InventedPack.Script("yield return arrangement.Report(Right, \"Right.\");"));
        var fault = pack.Pack.Faults[0];
        Assert.That((fault.Path, fault.Kind.Id, fault.Location?.Line), Is.EqualTo(("pack/set/IV2-bad.csx", id, line)), what);
        Assert.That(pack.Pack.Faults.Select(each => each.Message), Has.Some.Contains(message));
        Assert.That(pack.Pack.Principles.Select(principle => (principle.Id, principle.Rule is null)), Is.EqualTo(new[] { ("IV1", false), ("IV2", true) }));
    }

    [TestCase("Two checks and limbs", "Checks = [Look], Limbs = [Limb(\"a\", Look)],", "RP009")]
    [TestCase("Neither checks nor limbs", "", "RP009")]
    [TestCase("Two limbs of one name", "Limbs = [Limb(\"a\", Look), Limb(\"a\", Look)],", "RP009")]
    [TestCase("A limb without checks", "Limbs = [Limb(\"a\")],", "RP009")]
    public void A_form_that_is_not_filled_in_is_reported(string what, string part, string id)
    {
        using var pack = new InventedPack().Add("set/IV1-form.csx", InventedPack.Script("", part));
        Assert.That(pack.Pack.Faults.Select(fault => fault.Kind.Id), Is.EqualTo(new[] { id }), what);
    }

    [TestCase("Violation(\"IV150\", \"\")")]
    [TestCase("Violation(\"IV100\", \"\")")]
    [TestCase("Gap(\"IV167\", \"\")")]
    [TestCase("Gap(\"IV169\", \"\")")]
    [TestCase("Concern(\"IV179\", \"\")")]
    [TestCase("Support(\"IV179\", \"\")")]
    [TestCase("Support(\"IV280\", \"\")")]
    [TestCase("Support(\"IV18\", \"\")")]
    [TestCase("Support(\"IV1800\", \"\")")]
    public void A_finding_id_outside_its_range_is_reported_at_its_line(string declaration)
    {
        var script = InventedPack.Script("").Replace("Findings = [Wrong, Open, Odd, Right],", $"Findings = [\n{declaration}],");
        using var pack = new InventedPack().Add("set/IV1-ids.csx", script);
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Kind.Id, fault.Location!.Line)), Is.EqualTo(new[] { ("RP005", 5) }));
    }

    [Test]
    public void A_finding_id_declared_twice_is_reported_at_the_second()
    {
        var script = InventedPack.Script("").Replace("Findings = [Wrong, Open, Odd, Right],", "Findings = [Violation(\"IV101\", \"one\"),\nViolation(\"IV101\", \"two\")],");
        using var pack = new InventedPack().Add("set/IV1-ids.csx", script);
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Kind.Id, fault.Location!.Line)), Is.EqualTo(new[] { ("RP005", 5) }));
    }

    [TestCase("set/no-id.csx")]
    [TestCase("set/A1-one-capital.csx")]
    [TestCase("set/AB-no-digit.csx")]
    [TestCase("set/AB1.csx")]
    [TestCase("AB1-no-set.csx")]
    public void A_file_name_that_is_no_rules_is_reported_and_stays_in_the_pack(string path)
    {
        using var pack = new InventedPack().Add(path, InventedPack.Script(""));
        Assert.That(pack.Pack.Faults.Select(fault => fault.Kind.Id), Is.EqualTo(new[] { "RP003" }));
        Assert.That(pack.Pack.Principles, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_rule_id_twice_is_reported_and_the_first_holds()
    {
        using var pack = new InventedPack().Add("set/IV1-a.csx", InventedPack.Script("")).Add("set/IV1-b.csx", InventedPack.Script(""));
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Path, fault.Kind.Id)), Is.EqualTo(new[] { ("pack/set/IV1-b.csx", "RP004") }));
        Assert.That(pack.Pack.Principles.Select(principle => principle.Rule is null), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void The_hash_is_the_same_for_other_line_ends_and_another_for_other_text()
    {
        using var lf = new InventedPack().Add(Good, InventedPack.Script("").ReplaceLineEndings("\n")).Add("pack.json", "{ \"name\": \"p\", \"version\": \"1\" }");
        using var crlf = new InventedPack().Add(Good, InventedPack.Script("").ReplaceLineEndings("\r\n")).Add("pack.json", "{ \"name\": \"p\", \"version\": \"1\" }");
        using var other = new InventedPack().Add(Good, InventedPack.Script("").ReplaceLineEndings("\n")).Add("pack.json", "{ \"name\": \"p\", \"version\": \"2\" }");
        using var noise = new InventedPack().Add(Good, InventedPack.Script("").ReplaceLineEndings("\n")).Add("pack.json", "{ \"name\": \"p\", \"version\": \"1\" }").Add("README.md", "x");
        Assert.That(crlf.Pack.Hash, Is.EqualTo(lf.Pack.Hash));
        Assert.That(noise.Pack.Hash, Is.EqualTo(lf.Pack.Hash));
        Assert.That(other.Pack.Hash, Is.Not.EqualTo(lf.Pack.Hash));
        Assert.That(lf.Pack.Hash, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void A_registry_knows_ids_and_aliases_and_reports_one_that_stands_for_two()
    {
        using var pack = new InventedPack().Add(Good, InventedPack.Script("")).Add("institutions.json", """
            { "institutions": [
              { "id": "river-council", "name": "River council", "founded": 1990, "domains": ["environment"], "aliases": ["RC"] },
              { "id": "delta-bank", "name": "Delta bank", "founded": 1991, "domains": ["financial"], "aliases": ["DB", "RC"] } ] }
            """);
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Kind.Id, fault.Location!.Address)), Is.EqualTo(new[] { ("RP012", "/institutions[delta-bank]/aliases/1") }));
        Assert.That(pack.Pack.Registry, Is.Null);
    }

    [TestCase("founded", "\"1990\"", "IN033")]
    [TestCase("founded", "1990.5", "IN039")]
    [TestCase("domains", "[]", "IN036")]
    public void A_fault_of_the_registry_has_its_place(string property, string value, string id)
    {
        var entry = new Dictionary<string, string> { ["id"] = "\"x\"", ["name"] = "\"X\"", ["founded"] = "1990", ["domains"] = "[\"financial\"]", [property] = value };
        using var pack = new InventedPack().Add(Good, InventedPack.Script("")).Add("institutions.json",
            $"{{ \"institutions\": [{{ {string.Join(", ", entry.Select(pair => $"\"{pair.Key}\": {pair.Value}"))} }}] }}");
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Kind.Id, fault.Location!.Address)), Is.EqualTo(new[] { (id, $"/institutions[x]/{property}") }));
    }

    [Test]
    public void A_folder_without_rules_is_no_pack()
    {
        using var pack = new InventedPack().Add("README.md", "");
        Assert.That(pack.Pack.Faults.Select(fault => fault.Kind.Id), Is.EqualTo(new[] { "RP010" }));
    }

    [Test]
    public void A_script_that_cannot_be_read_is_reported_and_the_others_load()
    {
        using var pack = new InventedPack().Add(Good, InventedPack.Script(""));
        File.CreateSymbolicLink(Path.Combine(pack.Folder, "set", "IV2-gone.csx"), Path.Combine(pack.Folder, "nowhere"));
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Path, fault.Kind.Id)), Is.EqualTo(new[] { ("pack/set/IV2-gone.csx", "RP011") }));
        Assert.That(pack.Pack.Principles.Select(principle => principle.Id), Is.EqualTo(new[] { "IV1" }));
    }
}
