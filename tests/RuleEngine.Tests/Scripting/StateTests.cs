using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Scripting;

/// <summary>No check finds what an earlier one left, also where that cannot be seen in the script.</summary>
public class StateTests
{
    private const string Proposal = """{ "id": "a", "title": "A", "parties": [{ "id": "aland", "name": "Aland" }] }""";

    [TestCase("a list under another name", "var same = seen; same.Add(arrangement.Id); Say(same.Count);", "List<string> seen = [];")]
    [TestCase("a list handed on", "Note(seen, arrangement.Id); Say(seen.Count);", "List<string> seen = []; static void Note(List<string> to, string what) => to.Add(what);")]
    [TestCase("a function with a variable", "Say(next());", "Func<int> Counter() { var n = 0; return () => ++n; } Func<int> next = null!; next = Counter();")]
    [TestCase("a sequence at hand", "each.MoveNext(); Say(each.Current);", "IEnumerator<int> each = new List<int> { 1, 2, 3 }.Select(x => x).GetEnumerator();")]
    [TestCase("an array behind an interface", "((int[])all)[0]++; Say(all[0]);", "IReadOnlyList<int> all = new[] { 0 };")]
    [TestCase("a list behind an old interface", "((List<int>)xs).Add(1); Say(((List<int>)xs).Count);", "System.Collections.IEnumerable xs = new List<int>();")]
    [TestCase("a value that holds a list", "((S)v).L.Add(1); Say(((S)v).L.Count);", "ValueType v = new S([]); record struct S(List<int> L);")]
    [TestCase("an object behind an interface", "((C)d).N++; Say(((C)d).N);", "IDisposable d = new C(); class C : IDisposable { public int N; public void Dispose() { } }")]
    [TestCase("a function as a delegate", "Say(((Func<int>)d)());", "MulticastDelegate d = Make(); Func<int> Make() { var n = 0; return () => ++n; }")]
    [TestCase("an enumerator", "e.MoveNext(); Say(e.Current);", "System.Collections.Immutable.ImmutableList<int>.Enumerator e = System.Collections.Immutable.ImmutableList.Create(new[] { 1, 2, 3, 4 }).GetEnumerator();")]
    [TestCase("a limb that holds a function", "foreach (var f in keep.Checks[0](arrangement)) Say(f.Message);", "Limb keep = Made(); Limb Made() { var n = 0; return new Limb(\"x\", [a => { n++; return [a.Report(Support(\"IV180\", \"said\"), n.ToString())]; }]); }")]
    public void What_a_check_leaves_is_gone_for_the_next(string what, string statements, string members)
    {
        using var pack = new InventedPack().Add("set/IV1-state.csx", Hostile.Script(statements, members));
        Assert.That(pack.Pack.Faults.Select(fault => fault.Message), Is.Empty, what);
        Assert.That(Enumerable.Range(0, 3).Select(_ => Message(pack.CheckOne(Proposal))), Is.EqualTo(new[] { "1", "1", "1" }), what);
    }

    [Test]
    public void A_check_that_is_a_function_with_a_variable_starts_anew()
    {
        var script = Hostile.Script("").Replace("Checks = [Look]", "Checks = [Counter()]")
            + "\nCheck Counter() { var n = 0; return arrangement => { n++; return [arrangement.Report(Said, n.ToString())]; }; }";
        using var pack = new InventedPack().Add("set/IV1-state.csx", script);
        Assert.That(pack.Pack.Faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(Enumerable.Range(0, 3).Select(_ => Message(pack.CheckOne(Proposal))), Is.EqualTo(new[] { "1", "1", "1" }));
    }

    // A form is made once and for all where nothing in it can change, as in every rule that is shipped.
    [TestCase("Say(Most + names.Length + words.Count); Say(names.Contains(arrangement.Id)); foreach (var n in names) Say(n); Say(names[0]);", "const int Most = 3; string[] names = [\"a\"]; System.Collections.Immutable.ImmutableArray<Domain> words2 = [Domain.Energy]; HashSet<Domain> words = [Domain.Energy];", false)]
    [TestCase("Say(limit); Say(kind); Say(date); Say(pair);", "int limit = 3; FindingKind kind = Support(\"IV180\", \"said\"); DateOnly? date = null; (int, string) pair = (1, \"\");", false)]
    [TestCase("Say(names.Select(n => n).Count()); Say(string.Join(\",\", names));", "string[] names = [\"a\"];", false)]
    [TestCase("Say(names.AsEnumerable().Count());", "string[] names = [\"a\"];", true)]
    [TestCase("Say(Total(names));", "string[] names = [\"a\"]; int Total(string[] of) => of.Length;", true)]
    public void A_form_is_made_anew_only_where_something_in_it_could_change(string statements, string members, bool anew)
    {
        using var pack = new InventedPack().Add("set/IV1-state.csx", Hostile.Script(statements, members));
        Assert.That(pack.Pack.Faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(pack.Pack.Principles[0].Rule!.LoadAgain is not null, Is.EqualTo(anew));
    }

    [Test]
    public void The_shipped_rules_are_made_once() => Assert.That(Shipped.Principles.Where(principle => principle.Rule!.LoadAgain is not null).Select(principle => principle.Id), Is.Empty);

    // What a form hands over is read once, under the budget of loading: a list that answers otherwise later is none of the engine's.
    [Test]
    public void A_form_does_not_change_with_the_lists_that_it_was_made_of()
    {
        var script = Hostile.Script("").Replace("Checks = [Look]", "Checks = checks").Replace("return new Rule", "var checks = new List<Check> { Look }; var rule = new Rule").Replace("Examples = [],\n};", "Examples = [],\n};\nchecks.Clear();\nreturn rule;");
        using var pack = new InventedPack().Add("set/IV1-state.csx", script);
        Assert.That(pack.Pack.Faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(pack.CheckOne(Proposal).Verdict, Is.EqualTo(Verdict.Upheld));
    }

    private static string Message(PrincipleResult result) => result.Fault?.Message ?? result.Findings.Single(finding => finding.Id == "IV180").Message;
}
