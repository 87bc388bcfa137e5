using System.Reflection;
using System.Text;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Scripting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Scripting;

/// <summary>Compiled scripts on disk: found only where they are exactly what would be compiled, and never needed.</summary>
public class ScriptCacheTests
{
    private const string Path = "set/IV1-rule.csx";

    private TemporaryFolder _temporary = null!;

    private string Folder => System.IO.Path.Combine(_temporary.Path, "cache", "rules");

    private string[] Entries => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    [SetUp]
    public void MakeFolder() => _temporary = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _temporary.Dispose();

    [Test]
    public void What_is_kept_is_loaded_and_nothing_is_compiled()
    {
        Read(InventedPack.Script("yield return arrangement.Report(Right, \"kept\");"));
        Assert.That(Entries, Has.Length.EqualTo(1));
        var (pack, compiled) = Read(InventedPack.Script("yield return arrangement.Report(Right, \"kept\");"));
        Assert.That(compiled, Is.Zero);
        Assert.That(pack.Faults, Is.Empty);
        Assert.That(Verdict(pack), Is.EqualTo("upheld: kept"));
    }

    [Test]
    public void Another_text_or_path_is_another_entry()
    {
        Read(InventedPack.Script("yield return arrangement.Report(Right, \"one\");"));
        var (pack, compiled) = Read(InventedPack.Script("yield return arrangement.Report(Wrong, \"two\");"));
        Assert.That(compiled, Is.EqualTo(1));
        Assert.That(Verdict(pack), Is.EqualTo("violated: two"));
        Read(InventedPack.Script("yield return arrangement.Report(Right, \"one\");"), "other/IV1-rule.csx");
        Assert.That(Entries, Has.Length.EqualTo(3));
    }

    [Test]
    public void Line_ends_and_a_byte_order_mark_make_no_other_entry()
    {
        var script = InventedPack.Script("yield return arrangement.Report(Right, \"\"\"\n  a\n  b\n  \"\"\");").ReplaceLineEndings("\n");
        Read(script);
        foreach (var other in new[] { script.ReplaceLineEndings("\r\n"), script.ReplaceLineEndings("\r"), "\uFEFF" + script, "\uFEFF\uFEFF" + script.ReplaceLineEndings("\r\n") })
        {
            var (pack, compiled) = Read(other);
            Assert.That(compiled, Is.Zero);
            Assert.That(Verdict(pack), Is.EqualTo("upheld: a\nb"));
        }
    }

    [Test]
    public void Only_what_changed_is_compiled_again()
    {
        using var pack = new InventedPack();
        for (var number = 1; number <= 9; number++)
            pack.Add($"set/IV{number}-rule.csx", InventedPack.Script("").Replace("IV1", $"IV{number}"));
        Compiled(() => PackReader.Read(pack.Folder, "pack", Cache));
        pack.Add("set/IV5-rule.csx", InventedPack.Script("// another").Replace("IV1", "IV5"));
        Assert.That(Compiled(() => PackReader.Read(pack.Folder, "pack", Cache)), Is.EqualTo(1));
        Assert.That(Compiled(() => PackReader.Read(pack.Folder, "pack", Cache)), Is.Zero);
    }

    // Every way in which an entry can be wrong: cut, one byte changed anywhere, empty, or another script's, as long, under this one's name.
    [TestCase("cut")]
    [TestCase("flipped")]
    [TestCase("empty")]
    [TestCase("foreign")]
    [TestCase("a folder")]
    public void An_entry_that_is_not_what_it_should_be_is_rebuilt(string damage)
    {
        var script = InventedPack.Script("yield return arrangement.Report(Right, \"mine\");");
        Read(InventedPack.Script("yield return arrangement.Report(Wrong, \"ours\");"));
        var foreign = File.ReadAllBytes(Entries.Single());
        File.Delete(Entries.Single());
        Read(script);
        var entry = Entries.Single();
        var whole = File.ReadAllBytes(entry);
        foreach (var at in damage is "cut" or "flipped" ? Enumerable.Range(0, 60).Select(step => step * (whole.Length - 1) / 59) : [0])
        {
            File.Delete(entry);
            if (damage == "a folder")
                Directory.CreateDirectory(entry);
            else
                File.WriteAllBytes(entry, damage == "cut" ? whole[..at] : damage == "empty" ? [] : damage == "foreign" ? foreign : Flipped(whole, at));
            var (pack, compiled) = Read(script);
            Assert.That(compiled, Is.EqualTo(1), $"{damage} at {at}");
            Assert.That(Verdict(pack), Is.EqualTo("upheld: mine"));
            if (damage != "a folder")
                Assert.That(File.ReadAllBytes(entry), Is.EqualTo(whole));
        }
    }

    // Another engine, model or compiler gives the engine's module another version, and another framework another number.
    [Test]
    public void An_entry_is_bound_to_the_engine_and_the_framework()
    {
        Read(InventedPack.Script(""));
        byte[] basis = [.. typeof(ScriptCache).Module.ModuleVersionId.ToByteArray(), (byte)Environment.Version.Major, (byte)Environment.Version.Minor];
        var entry = File.ReadAllBytes(Entries.Single()).AsSpan();
        var platform = basis.Length + 2;
        Assert.That(Encoding.UTF8.GetString(entry[(entry.IndexOf(basis) + platform)..]), Does.StartWith(Path + "\n" + InventedPack.Script("").ReplaceLineEndings("\n")));
    }

    // An assembly's version leaves out the compiler's last number: the engine states the whole of it, so that its module version follows.
    [Test]
    public void The_engine_states_its_compiler()
    {
        var stated = typeof(ScriptCache).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ScriptCompiler").Value;
        var compiler = typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.That(stated, Does.Match(@"^\d+\.\d+\.\d+$"));
        Assert.That(compiler, Does.StartWith(stated!));
    }

    [Test]
    public void A_script_with_a_fault_is_not_kept()
    {
        var (pack, _) = Read("return new Rule { };");
        Assert.That(pack.Faults, Is.Not.Empty);
        Assert.That(Entries, Is.Empty);
    }

    [TestCase("a file in its place")]
    [TestCase("below a file")]
    [TestCase("not a path\0")]
    public void A_folder_that_cannot_be_is_done_without(string trouble)
    {
        var file = _temporary.Write("file", "");
        var folder = trouble == "a file in its place" ? file : trouble == "below a file" ? System.IO.Path.Combine(file, "rules") : trouble;
        using var pack = new InventedPack().Add(Path, InventedPack.Script("yield return arrangement.Report(Right, \"without\");"));
        Assert.That(Verdict(PackReader.Read(pack.Folder, "pack", new ScriptCache(null, folder))), Is.EqualTo("upheld: without"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void The_folder_is_the_users_alone_and_one_that_others_may_write_is_not_used()
    {
        if (OperatingSystem.IsWindows())
            return;
        var script = InventedPack.Script("");
        Read(script);
        Assert.That(File.GetUnixFileMode(Folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherWrite);
        Assert.That(Read(script).Compiled, Is.EqualTo(1));
    }

    [Test]
    public void Old_entries_and_what_a_killed_process_left_go_and_fresh_ones_stay()
    {
        Read(InventedPack.Script("// fresh"));
        var fresh = Entries.Single();
        var old = File.Create(System.IO.Path.Combine(Folder, "0123456789abcdef.rule"));
        old.Dispose();
        File.SetLastWriteTimeUtc(old.Name, DateTime.UtcNow.AddDays(-31));
        var part = _temporary.Write("cache/rules/0123456789abcdef.1.2.part", "");
        File.SetLastWriteTimeUtc(part, DateTime.UtcNow.AddDays(-2));
        Read(InventedPack.Script("// another"));
        Assert.That(Entries, Has.Length.EqualTo(2).And.Contains(fresh));
    }

    [Test]
    public void The_folder_does_not_grow_without_bound()
    {
        Directory.CreateDirectory(Folder);
        for (var number = 0; number < 5; number++)
        {
            using var large = File.Create(System.IO.Path.Combine(Folder, $"{number:x16}.rule"));
            large.SetLength(CacheFolder.MostBytes / 4);
            File.SetLastWriteTimeUtc(large.SafeFileHandle, DateTime.UtcNow.AddHours(number - 10));
        }

        Read(InventedPack.Script(""));
        Assert.That(Entries.Sum(entry => new FileInfo(entry).Length), Is.LessThanOrEqualTo(CacheFolder.MostBytes + 100_000));
        Assert.That(Entries.Select(System.IO.Path.GetFileName), Has.No.Member("0000000000000000.rule"));
    }

    [Test]
    public void An_entry_in_use_is_marked_as_used()
    {
        Read(InventedPack.Script(""));
        File.SetLastWriteTimeUtc(Entries.Single(), DateTime.UtcNow.AddDays(-20));
        Read(InventedPack.Script(""));
        Assert.That(File.GetLastWriteTimeUtc(Entries.Single()), Is.GreaterThan(DateTime.UtcNow.AddDays(-1)));
    }

    [Test]
    public void A_failure_in_a_kept_script_names_the_line_whatever_the_pack_is_called()
    {
        var script = InventedPack.Script("int zero = arrangement.Stakes.Count;\n    if (1 / zero > 0) yield break;");
        using var pack = new InventedPack().Add(Path, script);
        foreach (var shownAs in new[] { "pack", "elsewhere/pack" })
        {
            var fault = Result(PackReader.Read(pack.Folder, shownAs, Cache)).Fault!;
            Assert.That((fault.Path, fault.Location!.Line), Is.EqualTo(($"{shownAs}/{Path}", 15)));
        }
    }

    // Kept and freshly compiled rules give the same bytes, over all examples and in every format.
    [Test]
    public void Kept_and_fresh_rules_give_the_same_bytes()
    {
        var fresh = Reports(Shipped.Pack);
        Assert.That(Compiled(() => PackReader.Read(Repository.PathOf("rules"), "rules", Cache)), Is.EqualTo(Shipped.Pack.Principles.Count));
        RulePack kept = null!;
        Assert.That(Compiled(() => kept = PackReader.Read(Repository.PathOf("rules"), "rules", Cache)), Is.Zero);
        Assert.That(Reports(kept), Is.EqualTo(fresh));
        var shipped = PackReader.Read(Repository.PathOf("rules"), "rules", new ScriptCache(System.IO.Path.Combine(AppContext.BaseDirectory, "compiled"), null));
        Assert.That(Reports(shipped), Is.EqualTo(fresh));
    }

    [Test]
    public void The_shipped_pack_is_compiled_already() => Assert.That(
        Compiled(() => PackReader.Read(Repository.PathOf("rules"), "rules", new ScriptCache(System.IO.Path.Combine(AppContext.BaseDirectory, "compiled"), null))),
        Is.Zero);

    [Test]
    public void A_shipped_assembly_that_is_spoilt_is_done_without()
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "compiled")))
            _temporary.Write("compiled/" + System.IO.Path.GetFileName(file), "spoilt");
        var pack = PackReader.Read(Repository.PathOf("rules"), "rules", new ScriptCache(System.IO.Path.Combine(_temporary.Path, "compiled"), Folder));
        Assert.That(pack.Faults, Is.Empty);
    }

    // Whatever the compiler to machine code does, the script is kept, and runs.
    [TestCase("exit 3")]
    [TestCase("for each in $(dirname ${1#@})/*.dll; do echo garbage > ${each%.dll}.ni.dll; done; exit 1")]
    [TestCase("kill -9 $$")]
    [TestCase(null)]
    public void A_compiler_to_machine_code_that_fails_is_done_without(string? what)
    {
        var compiler = what is null ? System.IO.Path.GetDirectoryName(_temporary.Write("compiler/crossgen2", "nothing that runs")) : Compiler(what);
        using var own = new InventedPack().Add(Path, InventedPack.Script("yield return arrangement.Report(Right, \"kept\");"));
        foreach (var expected in new[] { 1, 0 })
        {
            RulePack pack = null!;
            Assert.That(Compiled(() => pack = PackReader.Read(own.Folder, "pack", new ScriptCache(null, Folder, compiler))), Is.EqualTo(expected));
            Assert.That(Verdict(pack), Is.EqualTo("upheld: kept"));
        }
    }

    // Of 40 rules sixteen are compiled together; a compiler that failed on the first is not asked again, and of a large pack it is never asked.
    [TestCase(40, "for each in $(dirname ${1#@})/*.dll; do cp $each ${each%.dll}.ni.dll; done", 3)]
    [TestCase(40, "exit 1", 1)]
    [TestCase(64, "for each in $(dirname ${1#@})/*.dll; do cp $each ${each%.dll}.ni.dll; done", 4)]
    [TestCase(65, "for each in $(dirname ${1#@})/*.dll; do cp $each ${each%.dll}.ni.dll; done", 0)]
    public void Machine_code_is_made_for_sixteen_rules_at_a_time_and_for_no_large_pack(int rules, string what, int times)
    {
        var calls = System.IO.Path.Combine(_temporary.Path, "calls");
        var compiler = Compiler($"echo called >> '{calls}'\n{what}");
        using var own = new InventedPack();
        for (var number = 0; number < rules; number++)
        {
            var id = $"{(char)('A' + (number / 10))}X{number % 10}";
            own.Add($"set/{id}-rule.csx", InventedPack.Script("").Replace("IV1", id));
        }

        Assert.That(PackReader.Read(own.Folder, "pack", new ScriptCache(null, Folder, compiler)).Faults, Is.Empty);
        Assert.That(File.Exists(calls) ? File.ReadAllLines(calls).Length : 0, Is.EqualTo(times));
        Assert.That(Entries, Has.Length.EqualTo(rules));
        Assert.That(Directory.GetDirectories(Folder), Is.Empty);
    }

    [Test]
    public void What_a_killed_process_was_compiling_is_swept_and_what_another_compiles_is_not()
    {
        Read(InventedPack.Script(""));
        foreach (var (name, age) in new[] { ("old.part", 2.0), ("new.part", 0.1), ("old.other", 2.0) })
        {
            var folder = Directory.CreateDirectory(System.IO.Path.Combine(Folder, name)).FullName;
            File.WriteAllText(System.IO.Path.Combine(folder, "0.dll"), "");
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddHours(-age));
        }

        Read(InventedPack.Script("// another"));
        Assert.That(Directory.GetDirectories(Folder).Select(System.IO.Path.GetFileName), Is.EquivalentTo(new[] { "new.part", "old.other" }));
    }

    /// <summary>A folder with a shell script in place of the compiler to machine code.</summary>
    private string Compiler(string what)
    {
        var compiler = _temporary.Write("compiler/crossgen2", $"#!/bin/sh\n{what}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(compiler, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return System.IO.Path.GetDirectoryName(compiler)!;
    }

    private ScriptCache Cache => new(null, Folder);

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[at] ^= 0x10;
        return flipped;
    }

    private (RulePack Pack, int Compiled) Read(string script, string path = Path)
    {
        using var pack = new InventedPack().Add(path, script);
        RulePack? read = null;
        var compiled = Compiled(() => read = PackReader.Read(pack.Folder, "pack", Cache));
        return (read!, compiled);
    }

    private static int Compiled(Action action)
    {
        var before = ScriptCompiler.Compiled;
        action();
        return ScriptCompiler.Compiled - before;
    }

    private static PrincipleResult Result(RulePack pack) =>
        ((ProposalResult)new Checker(pack, withExcerpts: true).Check(ProposalFile.Read("a.json", "{ \"id\": \"a\", \"title\": \"A\", \"parties\": [{ \"id\": \"a\", \"name\": \"A\" }] }"u8.ToArray()), "a.json")).Principles.Single();

    private static string Verdict(RulePack pack) => $"{Result(pack).Verdict}: {Result(pack).Findings[0].Message}";

    private static string Reports(RulePack pack)
    {
        var checker = new Checker(pack, withExcerpts: true);
        var outcomes = Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => checker.Check(ProposalFile.Read("a.json", File.ReadAllBytes(file)), System.IO.Path.GetFileName(file))).ToList();
        using var output = new MemoryStream();
        foreach (var format in ReportFormat.All)
            format.Write(new Report(Tool.With(pack), outcomes, pack.Faults, []), new ReportOptions { Verbose = true, Excerpts = true }, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
