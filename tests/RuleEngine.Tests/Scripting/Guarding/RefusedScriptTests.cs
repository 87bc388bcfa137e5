using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Scripting.Guarding;

/// <summary>Scripts that reach for what a rule may not have: each is refused at its line, and says what to use instead.</summary>
public class RefusedScriptTests
{
    // The id, the statements of a check, members beside it. The line that is refused ends with //!
    private static readonly (string Id, string Statements, string Members)[] Scripts =
    [
        // Files, network, processes, the machine.
        ("RP013", "Say(System.IO.File.ReadAllText(\"/etc/passwd\")); //!", ""),
        ("RP013", "foreach (var line in File.ReadLines(\"/etc/passwd\")) Say(line); //!", "using System.IO;\n"),
        ("RP013", "using var stream = new System.IO.FileStream(\"x\", System.IO.FileMode.Create); //!", ""),
        ("RP013", "Say(System.IO.Directory.GetFiles(\".\").Length); //!", ""),
        ("RP013", "Say(System.IO.Path.GetTempFileName()); //!", ""),
        ("RP013", "Console.WriteLine(1); //!", ""),
        ("RP013", "Say(new System.Net.Http.HttpClient().GetStringAsync(\"http://localhost\").Result); //!", ""),
        ("RP013", "using var socket = new System.Net.Sockets.TcpClient(\"localhost\", 1); //!", ""),
        ("RP013", "Say(System.Net.Dns.GetHostName()); //!", ""),
        ("RP013", "System.Diagnostics.Process.Start(\"sh\"); //!", ""),
        ("RP013", "System.Environment.Exit(3); //!", ""),
        ("RP013", "Say(System.Environment.GetEnvironmentVariable(\"HOME\")); //!", ""),
        ("RP013", "Say(System.Environment.MachineName); //!", ""),
        ("RP013", "System.Environment.FailFast(\"\"); //!", ""),
        ("RP013", "Say(AppContext.BaseDirectory); //!", ""),
        ("RP013", "GC.Collect(); //!", ""),
        ("RP013", "Say(System.Diagnostics.Debugger.IsAttached); //!", ""),
        ("RP013", "Say(System.Environment.NewLine); //!", ""),

        // Reflection and what carries it.
        ("RP013", "Say(arrangement.GetType().Assembly); //!", ""),
        ("RP013", "Say(Type.GetType(\"System.IO.File\")); //!", ""),
        ("RP014", "Say(typeof(string)); //!", ""),
        ("RP013", "Say(Activator.CreateInstance<System.Text.StringBuilder>()); //!", ""),
        ("RP013", "Say(System.Reflection.Assembly.GetExecutingAssembly()); //!", ""),
        ("RP013", "Func<object, Type> f = x => x.GetType(); //!", ""),
        ("RP013", "Func<string, bool> exists = System.IO.File.Exists; //!", ""),
        ("RP013", "Say(arrangement.Parties.Select(p => p.Name).Where(System.IO.File.Exists).Count()); //!", ""),
        ("RP013", "Say(string.Join(\",\", from p in arrangement.Parties select System.IO.File.Exists(p.Name))); //!", ""),
        ("RP013", "Say(((Delegate)(Func<int>)(() => 1)).DynamicInvoke()); //!", ""),
        ("RP013", "Say(((Func<int>)(() => 1)).Method); //!", ""),
        ("RP013", "System.Linq.Expressions.Expression<Func<int>> e = () => 1; //!", ""),
        ("RP014", "dynamic d = arrangement; //!", ""),
        ("RP013", "Say(Make<List<System.IO.FileInfo>>().Count); //!", "static T Make<T>() where T : new() => new T();"),
        ("RP013", "var list = new List<System.IO.FileInfo>(); //!", ""),
        ("RP013", "Say(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(arrangement)); //!", ""),
        ("RP013", "Say(Enum.GetValues<Level>().Length); //!", "enum Level { A }"),
        ("RP013", "Say(default(System.Threading.CancellationToken)); //!", ""),
        ("RP013", "if (arrangement is IFormattable f) Say(f); //!", ""),

        // The language.
        ("RP014", "unsafe { int x = 1; int* p = &x; Say(*p); } //!", ""),
        ("RP014", "Span<int> s = stackalloc int[4]; //!", ""),
        ("RP014", "lock (arrangement) { } //!", ""),
        ("RP014", "var table = new int[2, 2]; //!", ""),
        ("RP014", "", "async Task<int> Later() { await Task.Yield(); return 1; } //!\n"),
        ("RP014", "", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid(); //!"),
        ("RP014", "", "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Init() { } //!"),
        ("RP014", "", "class Last { ~Last() { } } //!"),
        ("RP014", "", "class First { static First() { } } //!"),
        ("RP014", "", "class Odd { public event Action? Happened; } //!"),
        ("RP014", "", "#r \"System.Net.Http\" //!\n"),
        ("RP014", "", "#load \"other.csx\" //!\n"),
        ("RP014", "Action a = () => { }; a += a; //!", ""),
        ("RP014", "", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct Union { } //!"),
        ("RP014", "var r = __makeref(arrangement); //!", ""),

        // Threads, clocks, chance, culture, order.
        ("RP013", "new System.Threading.Thread(() => { }).Start(); //!", ""),
        ("RP013", "Task.Run(() => 1); //!", "using System.Threading.Tasks;\n"),
        ("RP013", "System.Threading.Tasks.Parallel.For(0, 2, i => { }); //!", ""),
        ("RP013", "System.Threading.Thread.Sleep(1); //!", ""),
        ("RP013", "System.Threading.Monitor.Enter(arrangement); //!", ""),
        ("RP013", "Say(arrangement.Parties.AsParallel().Count()); //!", ""),
        ("RP013", "Say(DateTime.Now); //!", ""),
        ("RP013", "Say(DateTimeOffset.UtcNow.Year); //!", ""),
        ("RP013", "Say(System.Diagnostics.Stopwatch.GetTimestamp()); //!", ""),
        ("RP013", "Say(new Random().Next()); //!", ""),
        ("RP013", "Say(Guid.NewGuid()); //!", ""),
        ("RP013", "Say(arrangement.Parties.Shuffle().First()); //!", ""),
        ("RP013", "Say(\"a\".GetHashCode()); //!", ""),
        ("RP013", "Say(HashCode.Combine(1, 2)); //!", ""),
        ("RP013", "Say(1.5.ToString(System.Globalization.CultureInfo.GetCultureInfo(\"de\"))); //!", ""),
        ("RP013", "System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture; //!", ""),
        ("RP013", "Say(\"a\".ToUpper(System.Globalization.CultureInfo.InvariantCulture)); //!", ""),
        ("RP013", "Say(System.Collections.Immutable.ImmutableHashSet.Create(1)); //!", ""),
        ("RP013", "Say(Math.Sin(1)); //!", ""),
        ("RP013", "Say(new System.Text.StringBuilder().AppendLine(\"a\")); //!", ""),
        ("RP013", "Say(arrangement.Place.Path); //!", ""),
        ("RP013", "Say(arrangement.At.Title.Location.Line); //!", ""),

        // Without bound.
        ("RP013", "Say(Enumerable.Range(0, int.MaxValue).Count()); //!", ""),
        ("RP013", "Say(new Dictionary<int, int>(2000000000).Count); //!", ""),
        ("RP013", "Say(Enumerable.Repeat(1, 1000).Sum()); //!", ""),
        ("RP013", "Say(new string('x', 2000000000).Length); //!", ""),
        ("RP013", "Say(System.Text.RegularExpressions.Regex.IsMatch(\"a\", \"(a+)+$\")); //!", ""),
        ("RP013", "", "class Long : IReadOnlyCollection<int> { public int Count => int.MaxValue; public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } //!"),
        ("RP013", "", "class Loud : Exception { public override string Message => throw this; } //!"),
        ("RP013", "throw new Exception(\"a\", new Exception(\"b\")); //!", ""),
        ("RP016", "Say(Grow(0, 30)); ", "static int Grow<T>(T value, int n) => n == 0 ? 0 : Grow((value, value), n - 1); //!"),
        ("RP016", "Big b = default; Say(b.A.A.A.A.X0);", "struct One { public long X0, X1, X2, X3; } struct Two { public One A, B, C, D; } struct Three { public Two A, B, C, D; } struct Four { public Three A, B, C, D; } struct Big { public Four A, B, C, D; } //!"),

        // State that outlives a check.
        ("RP015", "", "class Counter { public static int Count; } //!"),
        ("RP015", "", "static int Count { get; set; } //!\n"),
        ("RP015", "", "class Lists { public static readonly List<int> All = []; } //!"),
        ("RP015", "count++; //!", "int count = 0;"),
        ("RP015", "count = arrangement.Parties.Count; //!", "int count = 0;"),
        ("RP015", "(count, var b) = (1, 2); //!", "int count = 0;"),
        ("RP015", "int.TryParse(\"1\", out count); //!", "int count = 0;"),
        ("RP015", "arrangement.Parties.Any(p => (count += 1) > 0); //!", "int count = 0;"),
        ("RP015", "seen.Add(arrangement.Id); //!", "List<string> seen = [];"),
        ("RP015", "seen[arrangement.Id] = 1; //!", "Dictionary<string, int> seen = [];"),
        ("RP015", "numbers[0]++; //!", "int[] numbers = [0];"),
        ("RP015", "point.X = 1; //!", "(int X, int Y) point = (0, 0);"),
        ("RP015", "last = arrangement; //!", "Arrangement? last = null;"),
        ("RP015", "lists[0].Add(arrangement.Id); //!", "List<List<string>> lists = [[]];"),
        ("RP015", "counter.Number++; //!", "Counter counter = new(); class Counter { public int Number; }"),
        ("RP015", "Count = 1; //!", "int Count { get; set; }"),

        ("RP014", "At()++;", "int count = 0; ref int At() => ref count; //!"),
        ("RP014", "", "int[] numbers = [0]; ref int At() => ref numbers[0]; //!"),
        ("RP015", "((count, var a), var b) = ((1, 2), 3); //!", "int count = 0;"),
        ("RP015", "Say(Count);", "int Count => ++field; //!"),
        ("RP016", "", "class A<T> : IEquatable<A<A<T>>> { public bool Equals(A<A<T>>? o) => true; } //!"),
        ("RP013", "try { int.Parse(\"x\"); } catch (Exception e) { Say(e); } //!", ""),
        ("RP013", "try { int.Parse(\"x\"); } catch (Exception e) { Say($\"{e}\"); } //!", ""),
        ("RP013", "try { int.Parse(\"x\"); } catch (Exception e) { Say(\"a\" + e); } //!", ""),
        ("RP013", "try { int.Parse(\"x\"); } catch (Exception e) { Say((e, 1)); } //!", ""),
        ("RP013", "try { int.Parse(\"x\"); } catch (Exception e) { Say(new { e }); } //!", ""),
        ("RP013", "try { int.Parse(\"x\"); } catch (Exception e) { Say(Shown(e)); } //!", "string Shown<T>(T x) => $\"{x}\";"),

        ("RP014", "IEnumerable<int>[] xs = [new List<int>()]; //!", ""),

        // Where what an author writes is called by nobody's name.
        ("RP013", "Say($\"{new System.IO.FileInfo(\"x\").Length}\"); //!", ""),
        ("RP013", "Say(new Carrier());", "class Carrier { public override string ToString() => System.IO.File.ReadAllText(\"x\"); } //!"),
        ("RP013", "Say(new Carrier().Equals(1));", "class Carrier { public override bool Equals(object? o) => System.IO.File.Exists(\"x\"); public override int GetHashCode() => 1; } //!"),
        ("RP013", "", "partial class Part { } partial class Part { int x = System.Environment.ProcessId; } //!"),
        ("RP013", "", "class Outer { class Inner { int X() => System.Environment.TickCount; } } //!"),
        ("RP013", "", "record Held(int X) { public int Y { get; } = System.Environment.TickCount; } //!"),
        ("RP013", "string s = new Carrier();", "class Carrier { public static implicit operator string(Carrier c) => System.IO.File.ReadAllText(\"x\"); } //!"),
        ("RP013", "try { } catch (Exception) when (System.IO.File.Exists(\"x\")) { } //!", ""),
        ("RP013", "foreach (var x in new Carrier()) Say(x);", "class Carrier { public IEnumerator<int> GetEnumerator() { System.Environment.Exit(1); yield break; } } //!"),
        ("RP013", "", "using F = System.IO.File;\nbool Look2() => F.Exists(\"x\"); //!"),
        ("RP013", "", "using static System.IO.File;\nbool Look2() => Exists(\"x\"); //!"),
        ("RP013", "Say(arrangement.Title is { Length: var n } and var t && (n, System.IO.Path.PathSeparator) is (1, ';')); //!", ""),
        ("RP013", "Say(Limit()); ", "int Limit(int x = 1) => x; int Other() => new System.IO.MemoryStream(1).Capacity; //!"),
        ("RP013", "ReadOnlySpan<char> span = arrangement.Title; //!", ""),
        ("RP013", "", "class Enumerable2 : System.Collections.Generic.IAsyncEnumerable<int> { public System.Collections.Generic.IAsyncEnumerator<int> GetAsyncEnumerator(System.Threading.CancellationToken c) => null!; } //!"),
        ("RP013", "Say(RuleEngine.Scripting.Metering.Meter.Enter()); //!", ""),
        ("RP013", "RuleEngine.Scripting.Metering.Meter.Enter().Leave(); //!", ""),
        ("RP013", "var lazy = new Lazy<int>(() => 1); //!", ""),
        ("RP013", "Say(((int[])[1]).Clone()); //!", ""),
        ("RP013", "arrangement.Parties.GetEnumerator().GetHashCode(); //!", ""),
    ];

    [TestCaseSource(nameof(Scripts))]
    public void It_is_refused_at_its_line((string Id, string Statements, string Members) script)
    {
        var text = Hostile.Script(script.Statements, script.Members);
        var expected = text[..text.IndexOf("//!", StringComparison.Ordinal)].Count(character => character == '\n') + 1;
        using var pack = new InventedPack().Add("set/IV1-hostile.csx", text);
        var faults = pack.Pack.Faults.Select(fault => (fault.Kind.Id, fault.Location!.Line)).ToList();
        Assert.That(faults, Does.Contain((script.Id, expected)), string.Join("\n", pack.Pack.Faults.Select(fault => $"{fault.Kind.Id} {fault.Location!.Line} {fault.Message}")));
        Assert.That(faults.Select(fault => fault.Id), Has.None.EqualTo("RP001"), "The refusal says it all.");
    }

    [TestCase("HashSet<string> known = [\"a\"];", true)]
    [TestCase("int Most { get; } = 3;", true)]
    [TestCase("const int Most = 3;", false)]
    [TestCase("int Most => 3;", false)]
    public void What_is_set_below_the_return_is_never_set_and_refused(string member, bool isRefused)
    {
        using var pack = new InventedPack().Add("set/IV1-order.csx", Hostile.Script("") + "\n" + member);
        Assert.That(pack.Pack.Faults.Select(fault => (fault.Kind.Id, fault.Message.Contains("put it above"))), isRefused ? Is.EqualTo(new[] { ("RP014", true) }) : Is.Empty);
    }

    // Whoever is refused is told in one line what is meant and what to do; a person reads these.
    [Test]
    public void What_is_said_is_recorded()
    {
        var said = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var script in Scripts)
        {
            using var pack = new InventedPack().Add("set/IV1-hostile.csx", Hostile.Script(script.Statements, script.Members));
            said.UnionWith(pack.Pack.Faults.Select(fault => $"{fault.Kind.Id} {fault.Message}"));
        }

        Snapshot.Verify(string.Join("\n", said) + "\n");
    }

    [Test]
    public void There_are_enough() => Assert.That(Scripts, Has.Length.GreaterThanOrEqualTo(60));
}
