using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Scripting.Guarding;

/// <summary>What a policy author would write passes untouched, and says what plain C# would.</summary>
public class InnocentScriptTests
{
    private const string Proposal = """
        {
          "id": "river", "title": "River arrangement", "completeness": "full", "date": "2024-07-01",
          "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }, { "id": "syldavia", "name": "Syldavia" }],
          "domains": ["environment", "financial"],
          "articles": [
            { "number": "1", "heading": "Water", "provisions": [{ "kind": "information-exchange", "domain": "environment" }, { "kind": "trade", "obligors": ["aland"] }] },
            { "number": "2", "provisions": [{ "kind": "defense", "trigger": "armed-attack" }, { "kind": "trade", "obligors": ["borduria", "aland"] }] }
          ]
        }
        """;

    // Statements of a check that end by saying something; what it says; members of the script beside it.
    private static readonly (string Statements, string Says, string Members)[] Scripts =
    [
        ("Say((from p in arrangement.Provisions where p.Is(Trade) select p).Count());", "2", ""),
        ("Say(string.Join(\", \", from p in arrangement.Provisions group p by p.Kind into g orderby g.Count() descending, g.Key.Text select $\"{g.Key}: {g.Count()}\"));", "trade: 2, defense: 1, information-exchange: 1", ""),
        ("Say(string.Join(\", \", arrangement.Provisions.GroupBy(p => p.Kind).Select(g => g.Key + \"=\" + g.Count())));", "information-exchange=1, trade=2, defense=1", ""),
        ("Say(string.Join(\" \", from p in arrangement.Provisions from o in p.Obligors let n = o.Name where n.StartsWith(\"A\") select n));", "Aland Aland Aland Aland", ""),
        ("Say(string.Join(\" \", from p in arrangement.Parties join q in arrangement.Provisions on p.Id equals q.Obligors[0].Id select p.Name));", "Aland Aland Aland Borduria", ""),
        ("var count = new Dictionary<string, int>(); foreach (var p in arrangement.Provisions) count[p.Kind.Text] = count.GetValueOrDefault(p.Kind.Text) + 1; Say(string.Join(\";\", count.OrderBy(c => c.Key).Select(c => $\"{c.Key} {c.Value}\")));", "defense 1;information-exchange 1;trade 2", ""),
        ("var seen = new HashSet<Domain>(); Say(arrangement.Provisions.Count(p => seen.Add(p.Domain)));", "3", ""),
        ("Say(string.Join(\" \", arrangement.Parties.OrderByDescending(p => p.Name.Length).ThenBy(p => p.Name).Select(p => p.Id)));", "borduria syldavia aland", ""),
        ("var total = 0; foreach (var (index, p) in arrangement.Provisions.Index()) total += index * p.Obligors.Count; Say(total);", "13", ""),
        ("Say(arrangement.Provisions.Select(p => p.Domain).Distinct().Count());", "3", ""),
        ("Say(arrangement.Parties.Select(p => p.Name).Skip(1).Take(1).Single());", "Borduria", ""),
        ("Say(string.Join(\",\", arrangement.Parties.Select(p => p.Name[..2]).Concat([\"x\"]).Reverse()));", "x,Sy,Bo,Al", ""),
        ("Say(arrangement.Parties.Zip(arrangement.Provisions, (p, q) => p.Name.Length * q.Obligors.Count).Sum());", "47", ""),
        ("Say(arrangement.Parties.Select(p => p.Name).Aggregate((a, b) => a + \"+\" + b));", "Aland+Borduria+Syldavia", ""),
        ("Say(arrangement.Parties.Select((p, i) => (p.Name, i)).Where(t => t.i > 0).Select(t => t.Name).First());", "Borduria", ""),
        ("Say(arrangement.Parties.ToDictionary(p => p.Id, p => p.Name)[\"aland\"]);", "Aland", ""),
        ("Say(arrangement.Parties.MaxBy(p => p.Name)!.Name);", "Syldavia", ""),
        ("Say(string.Join(\",\", arrangement.Parties.Chunk(2).Select(c => c.Length)));", "2,1", ""),
        ("Say(arrangement.Provisions.SelectMany(p => p.Obligors).Distinct().Count());", "3", ""),
        ("Say(new Pair(\"a\", 1) == new Pair(\"a\", 1));", "True", "record Pair(string Name, int Number);"),
        ("Say(new Pair(\"a\", 1) with { Number = 2 });", "Pair { Name = a, Number = 2 }", "record Pair(string Name, int Number);"),
        ("Say(arrangement.Provisions.Select(p => new Pair(p.Kind.Text, p.Obligors.Count)).Distinct().Count());", "4", "record struct Pair(string Name, int Number);"),
        ("Say(arrangement.Provisions.Select(p => new { p.Kind, p.Obligors.Count }).GroupBy(p => p).Count());", "4", ""),
        ("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1); Say(Depth(50));", "50", ""),
        ("bool Has(ProvisionKind kind) { foreach (var p in arrangement.Provisions) if (p.Kind == kind) return true; return false; } Say(Has(Trade) && !Has(Offense));", "True", ""),
        ("Say(arrangement.Parties.Count switch { 0 => \"none\", 1 or 2 => \"few\", > 2 and < 10 => \"some\", _ => \"many\" });", "some", ""),
        ("Say(arrangement.Articles[0] is { Heading: { Length: > 3 } heading, IsSecret: false } ? heading : \"\");", "Water", ""),
        ("Say(arrangement.Parties.Select(p => p.Id).ToArray() is [var first, .., var last] ? first + last : \"\");", "alandsyldavia", ""),
        ("string[] words = [\"a\", .. arrangement.Parties.Select(p => p.Id), \"z\"]; Say(words.Length + words[^1] + string.Join(\"\", words[1..3]));", "5zalandborduria", ""),
        ("IReadOnlyList<string> one = [\"a\"]; IReadOnlyList<string> two = [\"b\", \"c\"]; IEnumerable<int> numbers = [1, 2]; IReadOnlyCollection<string> all = [.. one, .. two]; Say(one[0] + string.Join(\"\", two) + numbers.Sum() + all.Count + Of(\"x\")[0] + Of(3)[0]);", "abc33x3", "static IReadOnlyList<T> Of<T>(T it) => [it];"),
        ("string At(IReadOnlyList<string> of, int at) { try { return of[at]; } catch (IndexOutOfRangeException) { return \"beyond\"; } } Say(At([\"a\", \"b\"], 1) + At([\"a\", \"b\"], arrangement.Parties.Count) + At([\"a\"], 0) + At([\"a\"], arrangement.Parties.Count));", "bbeyondabeyond", ""),
        ("IReadOnlyList<string> two = arrangement.Parties.Count > 5 ? [\"a\"] : [\"b\", \"c\"]; try { ((IList<string>)two).Add(\"d\"); Say(\"changed\"); } catch (NotSupportedException) { Say(two.Count + two.Last()); }", "2c", ""),
        ("List<int> numbers = [1, 2, 3]; numbers.AddRange(numbers); numbers.Sort((a, b) => b - a); numbers.RemoveAll(n => n == 2); Say(string.Join(\"\", numbers));", "3311", ""),
        ("Say($\"{1.5:0.00}|{12,5}|{12,-5}|{1234567.891:#,0.0}|{true}|{'x'}\");", "1.50|   12|12   |1,234,567.9|True|x", ""),
        ("Say(string.Format(\"{0:D3} {1}\", 7, arrangement.Title) + 2.5.ToString(\"F1\"));", "007 River arrangement2.5", ""),
        ("Say(\"Côte d'Ivoire\".ToUpperInvariant() + \" a-b \".Trim().Replace(\"-\", \"+\") + \"x\".PadLeft(3, '.') + \"abc\".Substring(1).IndexOf('c'));", "CÔTE D'IVOIREa+b..x1", ""),
        ("Say(string.Join(\"|\", \"a, b; c\".Split(new[] { ',', ';' }, StringSplitOptions.TrimEntries)) + \"a b\".Split(' ').Length);", "a|b|c2", ""),
        ("var text = new StringBuilder(); foreach (var p in arrangement.Parties) text.Append(p.Name).Append(' ').Append($\"({p.Id})\"); Say(text.ToString().TrimEnd());", "Aland (aland)Borduria (borduria)Syldavia (syldavia)", "using System.Text;"),
        ("Say(int.TryParse(\"12\", out var n) && double.TryParse(\"2.5\", out var d) ? n * d : 0);", "30", ""),
        ("Say(DateOnly.ParseExact(arrangement.Date!, \"yyyy-MM-dd\").AddYears(5).Year - arrangement.Year!.Value);", "5", ""),
        ("Say(Math.Round(2m / 3, 2) + (decimal)Math.Max(1, 2));", "2.67", ""),
        ("try { Say(int.Parse(\"x\")); } catch (FormatException) { Say(\"caught\"); } finally { Say(\"last\"); }", "caught last", ""),
        ("try { throw new InvalidOperationException(\"odd\"); } catch (Exception e) when (e.Message.Length == 3) { Say(e.Message); }", "odd", ""),
        ("Say(nameof(System.IO.File.ReadAllText) + nameof(Console));", "ReadAllTextConsole", ""),
        ("Say(Names(arrangement).Count());", "3", "IEnumerable<string> Names(Arrangement a) { foreach (var p in a.Parties) { if (p.Name == \"\") yield break; yield return p.Name; } }"),
        ("Say(string.Join(\",\", arrangement.Parties.Select(p => p.Id).Where(Known.Contains)));", "aland", "HashSet<string> Known = [\"aland\", \"ruritania\"];"),
        ("Say(arrangement.Parties.Any(p => Known.Contains(p.Id)) && Weights[\"aland\"] == 2);", "True", "string[] Known = [\"aland\"]; Dictionary<string, int> Weights = new() { [\"aland\"] = 2 };"),
        ("Say(arrangement.Parties.All(p => !string.IsNullOrEmpty(p.Name)) + string.Join(\",\", \"1 2\".Split(' ').Select(int.Parse)));", "True1,2", ""),
        ("Say(arrangement.Parties.Select(p => p.Name).Where(string.IsNullOrEmpty).Count());", "0", ""),
        ("var ids = System.Collections.Immutable.ImmutableArray.Create(\"aland\"); Func<string, bool> has = ids.Contains; Func<string> trim = \" x \".Trim; Say(has(\"aland\")); Say(trim());", "True x", ""),
        ("Say(\"b\".Twice());", "bb", "static string Twice(this string text) => text + text;"),
        ("Func<int, int> square = x => x * x; Func<int, Func<int, int>> add = x => y => x + y; Say(square(3) + add(1)(2));", "12", ""),
        ("var i = 0; start: if (i < 3) { i++; goto start; } do { i--; } while (i > 1); for (; ;) { if (i++ > 4) break; } Say(i);", "6", ""),
        ("int? year = arrangement.Year; Say(year?.ToString() ?? \"none\"); Say(year is > 2000 and < 3000);", "2024 True", ""),
        ("var set = new SortedSet<string>(arrangement.Parties.Select(p => p.Id), StringComparer.Ordinal) { \"zembla\" }; Say(set.Max + set.Count);", "zembla4", ""),
        ("var list = System.Collections.Immutable.ImmutableArray.Create(1, 2).Add(3); Say(list.Length + list.Sum());", "9", ""),
        ("var stack = new Stack<int>([1, 2]); var queue = new Queue<int>(stack); Say(stack.Pop() * 10 + queue.Dequeue());", "22", ""),
        ("Say(Level.High > Level.Low); Say(Level.High); Say((int)Level.High);", "True High 1", "enum Level { Low, High }"),
        ("Say(new Money(2) + new Money(3)); Money three = 3; Say(three.Amount);", "5 3", "readonly struct Money(int amount) { public int Amount => amount; public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount); public static implicit operator Money(int amount) => new(amount); public override string ToString() => amount.ToString(); }"),
        ("Say(First([3, 1], x => x > 1) + First([\"a\"], x => true));", "3a", "T First<T>(IEnumerable<T> from, Func<T, bool> isSo) { foreach (var each in from) if (isSo(each)) return each; return from.First(); }"),
        ("Say(new Circle(2).Area() + new Square(2).Area());", "16", "abstract class Shape { public abstract int Area(); } class Circle(int r) : Shape { public override int Area() => 3 * r * r; } class Square(int a) : Shape { public override int Area() => a * a; }"),
        ("Say(string.Join(\",\", new Countdown(3)));", "3,2,1", "class Countdown(int from) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { for (var i = from; i > 0; i--) yield return i; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }"),
        ("Say(string.Join(\",\", arrangement.Parties.Select(p => p.Name).Order(new ByLength())));", "Aland,Borduria,Syldavia", "class ByLength : IComparer<string> { public int Compare(string? a, string? b) => a!.Length - b!.Length; }"),
        ("var (a, b) = (1, 2); (a, b) = (b, a); Say(a * 10 + b); var point = (x: 1, y: 2); Say(point); Say(point == (1, 2));", "21 (1, 2) True", ""),
        ("checked { Say(Math.Abs(-3) + 7 % 4 + (7 >> 1) + (5 & 3) + (char)('a' + 1)); }", "108", ""),
        ("using var each = arrangement.Parties.Select(p => p.Id).GetEnumerator(); each.MoveNext(); Say(each.Current);", "aland", ""),
        ("const int Most = 3; static int Twice(int x) => 2 * x; Say(Twice(Most));", "6", ""),
        ("object value = 3; Say(value is int i and > 2 ? i : 0); Say(value as string ?? \"no\"); Say(value.Equals(3));", "3 no True", ""),
        ("int[] numbers = new int[3]; numbers[1] = 4; int[][] rows = [numbers, [1]]; Say(rows.Sum(r => r.Sum())); Array.Sort(numbers); Say(numbers[2]);", "5 4", ""),
        ("Say(\"\"\"raw {x}\"\"\" + @\"a\\b\" + $$\"\"\"{{1 + 1}}\"\"\");", "raw {x}a\\b2", ""),
        ("Say(string.Join(' ', arrangement.Articles.Select(a => a.Number)) + string.Concat(\"a\", 1, 'c') + string.Concat(arrangement.Parties.Select(p => p.Id[0])));", "1 2a1cabs", ""),
        ("Say(\"a\" == string.Concat(\"a\", \"\") && \"a\" != \"b\" && string.Equals(\"A\", \"a\", StringComparison.OrdinalIgnoreCase) && \"abc\".Contains(\"bc\"));", "True", ""),
        ("foreach (var c in arrangement.Id) if (char.IsLetter(c)) { Say(char.ToUpperInvariant(c)); break; }", "R", ""),
        ("Say(arrangement.Parties.Select(p => p.Name).DefaultIfEmpty(\"x\").Append(\"y\").Last());", "y", ""),
        ("lines = 3; Say(lines);", "3", "int lines2 = 0; int lines { get => 3; set { } }"),
        ("var w = arrangement.Id; Say(w + w[0] + w[..3] + w[^1]); Say(char.ToUpper(w[0]) + w[1..]); w += w[0]; Say(w);", "riverrrivr River riverr", ""),
        ("Say(string.Format(\"{0} {1} {2} {3}\", 1, \"b\", 'c', 2m)); Say(string.Join(\", \", 1, \"a\", 2.5)); Say(string.Join(\"+\", \"a\", \"b\", \"c\", \"d\", \"e\"));", "1 b c 2 1, a, 2.5 a+b+c+d+e", ""),
        ("System.Collections.Immutable.ImmutableList<string> l = [\"a\", \"b\"]; IReadOnlyList<int> r = [.. l.Select(x => x.Length), 1]; IEnumerable<int> e = [.. r, .. r]; Say(l.Count + r.Count + e.Count());", "11", ""),
        ("Say(arrangement.Parties.Select(p => p.Id).ToList() switch { [] => \"none\", [var one] => one, [var f, .., var l] => f + l });", "alandsyldavia", ""),
        ("Say(Level.Low switch { Level.Low => 1, Level.High => 2 });", "1", "enum Level { Low, High }"),
        ("object o = (1, 2); Say(o is (int a, int b) ? a + b : 0); Say((1, \"a\").ToString()); Say(Level.High.CompareTo(Level.Low));", "3 (1, a) 1", "enum Level { Low, High }"),
        ("try { throw new ArgumentException(\"odd\"); } catch (ArgumentException e) { Say(e.Message); }", "odd", ""),
        ("var add = (int x, int y = 3) => x + y; Say(add(1)); Halve halve = x => x / 2; Say(halve(4));", "4 2", "delegate int Halve(int x);"),
        ("Say(new[] { 1, 2 }.SequenceEqual([1, 2])); Say(string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{1.5}\"));", "True 1.5", ""),
        ("Say(arrangement.At.Title); Say(arrangement.Place); Say(arrangement.Provisions[0].Report(Said, \"x\"));", "/title  x", ""),
        ("IEnumerable<Party> some = arrangement.Parties.Where(p => p.Id != \"\"); foreach (var each in new[] { 1, 2 }) some = some.Skip(each); Say(some.Count()); IEnumerable<string> Ids(IEnumerable<Party> of) => of.Select(p => p.Id); Say(Ids(some.Concat(arrangement.Parties)).Count());", "0 3", ""),
        ("var lookup = new Dictionary<string, IEnumerable<Party>> { [\"a\"] = arrangement.Parties.Where(p => true) }; Say(lookup[\"a\"].Count()); List<int>[] rows = [new[] { 1 }.Where(x => x > 0).ToList()]; Say(rows[0].First());", "3 1", ""),
        ("Say(string.Join(\",\", arrangement.Provisions.Select(p => p.Kind).Except([Trade]).Union([Trade]).Intersect([Trade, Defense])));", "defense,trade", ""),
    ];

    [TestCaseSource(nameof(Scripts))]
    public void It_passes_and_says_what_it_should((string Statements, string Says, string Members) script)
    {
        using var pack = new InventedPack().Add("set/IV1-innocent.csx", Hostile.Script(script.Statements, script.Members));
        Assert.That(pack.Pack.Faults.Select(fault => $"{fault.Kind.Id} {fault.Location?.Line} {fault.Message}"), Is.Empty);
        var result = pack.CheckOne(Proposal);
        Assert.That(result.Fault?.Message, Is.Null);
        Assert.That(result.Findings.Single(finding => finding.Id == "IV180").Message, Is.EqualTo(script.Says));
    }
}
