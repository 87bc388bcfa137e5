using System.Diagnostics;
using System.Text;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting.Metering;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Scripting.Metering;

/// <summary>Scripts that would never end, or take all memory, or the stack: a budget ends each, at its line.</summary>
public class BudgetTests
{
    internal const string Proposal = """
        { "id": "a", "title": "A", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
          "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }, { "kind": "consultation" }] }] }
        """;

    // The id, the statements of a check, members beside it. The line where the budget runs out ends with //!
    internal static readonly (string Id, string Statements, string Members)[] Scripts =
    [
        ("RP017", "while (true) { } //!", ""),
        ("RP017", "for (var i = 0; ; i++) arrangement.Parties.Any(); //!", ""),
        ("RP017", "again: goto again; //!", ""),
        ("RP017", "do { try { throw new Exception(); } catch { } } while (true); //!", ""),
        ("RP017", "while (true) try { while (true) { } } catch (Exception) { } //!", ""),
        ("RP017", "while (true) try { while (true) { } } finally { continue_(); } //!", "static void continue_() { }"),
        ("RP017", "while (true) try { while (true) { } } catch (Exception) when (true) { } //!", ""),
        ("RP017", "try { while (true) { } } catch (Exception) { Say(\"swallowed\"); return []; } //!", ""),
        ("RP017", "Say(Forever().Count());", "IEnumerable<int> Forever() { while (true) yield return 1; } //!"),
        ("RP017", "foreach (var x in Forever()) { } //!", "IEnumerable<int> Forever() { for (; ; ) yield return 1; } //!"),
        ("RP017", "var xs = Enumerable.Empty<int>().Append(1); for (var i = 0; i < 60; i++) xs = xs.Concat(xs); Say(xs.Count()); //!", ""),
        ("RP017", "var xs = new int[1000]; Say(xs.SelectMany(x => xs).SelectMany(x => xs).SelectMany(x => xs).Count()); //!", ""),
        ("RP017", "var xs = new int[1000]; Say((from a in xs from b in xs from c in xs from d in xs select 1).Count()); //!", ""),
        ("RP017", "var xs = new string[1000]; for (; ; ) xs.Contains(\"a\"); //!", ""),
        ("RP017", "var xs = new List<int>(new int[1000]); for (; ; ) xs.Distinct().Count(); //!", ""),
        ("RP017", "var xs = new HashSet<int>([1, 2, 3]); for (; ; ) xs.SetEquals([1, 2, 3]); //!", ""),
        ("RP017", "var xs = \"\".PadLeft(100000); for (; ; ) xs.Contains('a'); //!", ""),
        ("RP017", "var xs = \"\".PadLeft(100000); var ys = \" \" + xs[1..]; var n = 0; for (; ; ) if (xs == ys) n++; //!", ""),
        ("RP017", "var xs = \"\".PadLeft(100000); var set = new HashSet<string>(); for (; ; ) set.Contains(xs); //!", ""),
        ("RP017", "var xs = \"\".PadLeft(100000); Func<string, bool> known = xs.Contains; for (; ; ) known(\"b\"); //!", ""),
        ("RP017", "var xs = \"\".PadLeft(100000); for (; ; ) arrangement.Parties.GroupBy(p => xs).Count(); //!", ""),
        ("RP017", "var xs = \"\".PadLeft(100000); for (; ; ) arrangement.Parties.GroupBy(p => (xs, 1)).Count(); //!", ""),
        ("RP017", "IEnumerable<int> xs = new List<int>(); for (var i = 0; i < 60; i++) xs = xs.Concat(xs); Say(xs.Count()); //!", ""),
        ("RP017", "IEnumerable<int> xs = new List<int>(); for (var i = 0; i < 60; i++) { var y = xs; xs = y.Reverse().Concat(y.Order()); } foreach (var x in xs) { } //!", ""),
        ("RP017", "IEnumerable<int> xs = new int[3]; for (var i = 0; i < 4000; i++) xs = xs.Concat(new int[0]); for (; ; ) xs.Count(); //!", ""),
        ("RP017", "IEnumerable<int> xs = new List<int>(); for (var i = 0; i < 4000; i++) xs = xs.Where(x => true); for (; ; ) xs.Any(); //!", ""),
        ("RP017", "Say(Deep(new List<int>(), 60)); //!", "int Deep(IEnumerable<int> xs, int n) => n == 0 ? xs.Count() : Deep(xs.Concat(xs), n - 1); //!"),
        ("RP017", "Say(new int[60].Aggregate((IEnumerable<int>)new List<int>(), (acc, x) => acc.Concat(acc)).Count()); //!", ""),
        ("RP017", "object o = 1, p = 1; for (var i = 0; i < 40; i++) { o = (o, o); p = (p, p); } Say(o.Equals(p)); //!", ""),
        ("RP019", "Func<int, int> f = x => x; for (var i = 0; i < 400000; i++) { var g = f; f = g.Invoke; } var t = 0; for (; ; ) t += f(1); //!", ""),
        ("RP018", "var a = Make<Wide>(4000000); Say(a.Length);", "struct Wide { public long A, B, C, D, E, F, G, H, I, J, K, L; } T[] Make<T>(int n) => new T[n]; //!"),
        ("RP018", "var d = new Dictionary<int, Wide>(); for (var i = 0; ; i++) d[i] = default; //!", "struct Wide { public long A, B, C, D, E, F, G, H, I, J, K, L; }"),
        ("RP018", "var big = \"\".PadLeft(1000000); Say(big.Length); //!", ""),
        ("RP017", "Say(new Carrier());", "class Carrier { public override string ToString() { while (true) { } } } //!"),
        ("RP017", "Say(new Carrier().Equals(null));", "class Carrier { public override bool Equals(object? o) { while (true) { } } public override int GetHashCode() => 1; } //!"),
        ("RP017", "Say(new[] { new Carrier(), new Carrier() }.Distinct().Count());", "class Carrier { public override int GetHashCode() { while (true) { } } public override bool Equals(object? o) => true; } //!"),
        ("RP017", "Say(arrangement.Parties.OrderBy(p => p.Name, new Slow()).Count()); Say(arrangement.Parties.OrderBy(p => p.Name, new Slow()).ToList());", "class Slow : IComparer<string> { public int Compare(string? a, string? b) { while (true) { } } } //!"),
        ("RP017", "arrangement.Parties.Select(p => p.Name).ToList().Sort((a, b) => { while (true) { } }); //!", ""),
        ("RP017", "Say(new Held().X);", "class Held { static int Turn() { while (true) { } } public int X = Turn(); } //!"),
        ("RP017", "string s = new Carrier();", "class Carrier { public static implicit operator string(Carrier c) { while (true) { } } } //!"),
        ("RP017", "using (new Closing()) { }", "class Closing : IDisposable { public void Dispose() { while (true) { } } } //!"),
        ("RP017", "foreach (var p in arrangement.Provisions) for (; ; ) arrangement.FirstOf(Domain.Energy); //!", ""),
        ("RP017", "var x = 0; while (x == 0) x = Odd() ? 0 : 0; //!", "bool Odd() => false; //!"),
        ("RP018", "var s = \"x\"; while (true) s = s + s; //!", ""),
        ("RP018", "var s = \"xx\"; while (true) s = $\"{s}{s}\"; //!", ""),
        ("RP018", "var s = \"xx\"; while (true) s = s.Replace(\"x\", \"xx\"); //!", ""),
        ("RP018", "Say(string.Join(\"\".PadLeft(1000000), new string[100000])); //!", ""),
        ("RP018", "Say(string.Concat(Enumerable.Empty<string>().Append(\"\".PadLeft(100000)).Append(\"\".PadLeft(100000)))); //!", ""),
        ("RP018", "Say(\"\".PadLeft(int.MaxValue)); //!", ""),
        ("RP018", "Say($\"{1,1000000000}\"); //!", ""),
        ("RP018", "Say($\"{1,-1000000000}\"); //!", ""),
        ("RP018", "Say($\"{1:D999999999}\"); //!", ""),
        ("RP018", "Say(1.ToString(\"D999999999\")); //!", ""),
        ("RP018", "Say(string.Format(\"{0,999999999}\", 1)); //!", ""),
        ("RP018", "Say(new int[int.MaxValue - 100].Length); //!", ""),
        ("RP018", "Say(new List<string>(2000000000).Count); //!", ""),
        ("RP018", "var xs = new List<object>(); while (true) xs.Add(new byte[1000000]); //!", ""),
        ("RP017", "var xs = new List<int> { 1 }; while (true) xs.AddRange(xs); //!", ""),
        ("RP017", "int[] xs = [1]; while (true) xs = [.. xs, .. xs]; //!", ""),
        ("RP018", "List<int> xs = [1]; while (true) xs = [.. xs, .. xs]; //!", ""),
        ("RP018", "var xs = new int[1000000]; while (true) xs = xs.ToArray(); //!", ""),
        ("RP017", "var b = new System.Text.StringBuilder(\"x\"); while (true) b.Append(b); //!", ""),
        ("RP018", "var b = new System.Text.StringBuilder(); while (true) b.Append('x', 10000000); //!", ""),
        ("RP018", "var s = \"\".PadLeft(1000000); while (true) s.Split(' '); //!", ""),
        ("RP017", "var s = \"\".PadLeft(100000); while (true) s.ToUpperInvariant(); //!", ""),
        ("RP018", "object o = 1; while (true) o = new object[] { o, new long[100000] }; //!", ""),
        ("RP019", "int Down(int n) => 1 + Down(n + 1); Say(Down(0)); //!", ""),
        ("RP019", "Say(Even(0));", "bool Even(int n) => Odd(n + 1); bool Odd(int n) => Even(n + 1); //!"),
        ("RP019", "Func<int, int> f = null!; f = n => f(n + 1); Say(f(0)); //!", ""),
        ("RP019", "Say(new Node());", "class Node { public Node Next { get; } = new(); } //!"),
        ("RP019", "Say(new Node(1).ToString());", "record Node(int X) { public Node Me => this; public override string ToString() => $\"{Me}\"; } //!"),
        ("RP019", "IEnumerable<int> Deep(int n) { foreach (var x in Deep(n + 1)) yield return x; } Say(Deep(0).Count()); //!", ""),
        ("RP019", "Ring r = new(null, 1), s = new(null, 1); for (var i = 0; i < 10000; i++) { r = new(r, i); s = new(s, i); } Say(r == s); //!", "record Ring(Ring? Next, int X);"),
        ("RP019", "Say(arrangement.Parties.Select(p => Again(p)).First());", "string Again(Party p) => new[] { p }.Select(Again).First(); //!"),
    ];

    [TestCaseSource(nameof(Scripts))]
    public void A_budget_ends_it_at_its_line_and_the_other_rule_has_its_verdict((string Id, string Statements, string Members) script)
    {
        var text = Hostile.Script(script.Statements, script.Members);
        using var pack = new InventedPack().Add("set/IV1-hostile.csx", text).Add("set/IV2-good.csx", InventedPack.Script("yield return arrangement.Report(Right, \"\");").Replace("IV1", "IV2"));
        Assert.That(pack.Pack.Faults.Select(fault => $"{fault.Kind.Id} {fault.Location?.Line} {fault.Message}"), Is.Empty);
        var watch = Stopwatch.StartNew();
        var results = ((ProposalResult)pack.Check(Proposal)).Principles;
        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms");
        var fault = results[0].Fault;
        Assert.That((results[0].Verdict, fault?.Kind.Id), Is.EqualTo((Verdict.Error, script.Id)), fault?.Message ?? string.Join(", ", results[0].Findings.Select(finding => finding.Message)));
        Assert.That(text.Split('\n')[fault!.Location!.Line - 1], Does.Contain("//!"), $"line {fault.Location.Line}");
        Assert.That(fault.Message, Does.Match("[0-9,]+ (steps|bytes of objects|deep|characters)|the stack"));
        Assert.That(results[1].Verdict, Is.EqualTo(Verdict.Upheld));
    }

    [TestCase("RP017", "while (true) { }", 1)]
    [TestCase("RP018", "var s = new List<object>(); while (true) s.Add(new long[100000]);", 1)]
    [TestCase("RP019", "int Down(int n) => Down(n + 1) + 1; Down(0);", 1)]
    [TestCase("RP017", "try { while (true) { } } catch (Exception) { }", 1)]
    public void Loading_is_under_budget_too(string id, string statement, int line)
    {
        using var pack = new InventedPack().Add("set/IV1-hostile.csx", statement + "\n" + Hostile.Script("")).Add("set/IV2-good.csx", InventedPack.Script("yield return arrangement.Report(Right, \"\");").Replace("IV1", "IV2"));
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Path, fault.Kind.Id, fault.Location?.Line)), Is.EqualTo(new[] { ("pack/set/IV1-hostile.csx", id, (int?)line) }));
        Assert.That(((ProposalResult)pack.Check(Proposal)).Principles.Select(principle => principle.Verdict), Is.EqualTo(new[] { Verdict.Error, Verdict.Upheld }));
    }

    // The largest arrangements have budgets of tens of millions of steps: no chain of sequences that they pay for is deeper than the stack.
    [TestCase("xs.Where(x => x > 0)")]
    [TestCase("xs.Distinct()")]
    [TestCase("xs.OrderBy(x => x)")]
    [TestCase("xs.GroupJoin(one, x => 1, y => 1, (x, y) => x)")]
    public void Sequences_laid_over_one_another_end_before_the_stack_does(string more)
    {
        using var pack = new InventedPack().Add("set/IV1-deep.csx", Hostile.Script($"IEnumerable<int> one = new[] {{ 1 }}, xs = one; for (var i = 0; i < 250000; i++) xs = {more}; Say(xs.Count());"));
        var result = pack.CheckOne($$"""
            { "id": "large", "title": "Large", "parties": [{ "id": "aland", "name": "Aland" }],
              "articles": [{{string.Join(",", Enumerable.Range(0, 60000).Select(number => $$"""{ "number": "{{number}}", "provisions": [{ "kind": "trade" }] }"""))}}] }
            """);
        Assert.That(result.Fault?.Message ?? result.Findings.Single(finding => finding.Id == "IV180").Message, Is.EqualTo("1").Or.Contain("steps"));
    }

    // A question that goes through the arrangement costs more of a larger one, whoever asks it.
    [TestCase("arrangement.HasPledge")]
    [TestCase("arrangement.SpeaksToAlliance")]
    [TestCase("arrangement.Institutionalisation")]
    [TestCase("arrangement.FirstOf(Domain.Energy)")]
    [TestCase("arrangement.United(Offense)")]
    [TestCase("arrangement.Threats[0].AddressedBy.Count")]
    [TestCase("arrangement.Institutions[0].HasPart")]
    [TestCase("arrangement.Provisions.Any(p => p.IsPledge)")]
    [TestCase("arrangement.Provisions.Select(p => p.Kind).Distinct().Count()")]
    [TestCase("arrangement.Provisions.ToList().Select(p => new Held(p)).ToList().Select(h => h.Kept).Distinct().Count()")]
    public void A_question_costs_what_it_goes_through(string question)
    {
        using var pack = new InventedPack().Add("set/IV1-ask.csx", Hostile.Script($"Say({question});", "class Held(Provision kept) { public Provision Kept = kept; }"));
        Assert.That(pack.Pack.Faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(Steps(pack.Pack, 1000) - Steps(pack.Pack, 10), Is.GreaterThanOrEqualTo(990));
    }

    // What a lambda does is counted, however little it is, where a sequence calls it for each of its members.
    [Test]
    public void A_lambda_that_returns_a_field_is_counted() =>
        Assert.That(StepsOf("var held = arrangement.Provisions.ToList().Select(p => new Held(p)).ToList(); var n = 0; for (var i = 0; i < 10; i++) n += held.Select(h => h.Kept).Count(k => k is not null); Say(n);", 1000), Is.GreaterThanOrEqualTo(22_000));

    // Straight on, a script could do as much as it has letters for one step of a loop, and a hundred times that by calls of what is short.
    [TestCase("for (var i = 0; i < 100; i++) { … } Say(x);", "x = x * 3 + i;")]
    [TestCase("for (var i = 0; i < 100; i++) { … } Say(x);", "x = Next(x);")]
    [TestCase("for (var i = 0; i < 100; i++) x += Long(i); Say(x); int Long(int x) { … return x; }", "x = x * 3 + 1;")]
    [TestCase("for (var i = 0; i < 100; i++) arrangement.Parties.Any(p => … false); Say(x);", "IsThere(p) && ")]
    [TestCase("again: … if (x++ < 100_000) goto again; Say(x);", "x += 100 - Next(99);")]
    public void A_step_is_no_more_than_so_many_instructions_however_they_are_written(string statements, string once)
    {
        var steps = StepsOf("var x = 0; " + statements.Replace("…", string.Concat(Enumerable.Repeat(once, 2000))), 1, "int Next(int x) => (x ^ 1) + 1; bool IsThere(Party party) => party is not null;");
        Assert.That(steps, Is.GreaterThanOrEqualTo(100 * 2000 * 4 / 256));
    }

    private static long StepsOf(string statements, int provisions, string members = "class Held(Provision kept) { public Provision Kept = kept; }")
    {
        using var pack = new InventedPack().Add("set/IV1-ask.csx", Hostile.Script(statements, members));
        Assert.That(pack.Pack.Faults.Select(fault => fault.Message), Is.Empty);
        return Steps(pack.Pack, provisions);
    }

    private static long Steps(RulePack pack, int provisions)
    {
        var arrangement = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes($$"""
            { "id": "a", "title": "A", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }], "institutions": [{ "id": "council", "role": "mention" }],
              "threats": [{ "id": "flood", "kind": "natural-disaster" }],
              "articles": [{ "number": "1", "provisions": [{{string.Join(",", Enumerable.Repeat("""{ "kind": "trade", "addresses": ["flood"] }""", provisions))}}] }] }
            """)).Arrangement!;
        var meter = Meter.Start(Budget.Of(arrangement));
        try
        {
            Assert.That(pack.Principles[0].Rule!.Checks[0](arrangement).Count(), Is.EqualTo(1));
            return meter.Steps;
        }
        finally
        {
            meter.Stop();
        }
    }
}
