using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Counts what a script does, on the thread that runs it. Compiled scripts call these members, which <see cref="Instrumentation"/>
/// puts there; authors cannot. Nothing is read from a clock or the garbage collector: the same work costs the same everywhere.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Meter
{
    /// <summary>What an object costs beside what it holds, in bytes.</summary>
    internal const int Header = 16;

    /// <summary>What an entry of a collection is reckoned to take, in bytes.</summary>
    internal const int Entry = 32;

    /// <summary>So many characters are compared, hashed or copied in one step.</summary>
    internal const int CharactersPerStep = 16;

    /// <summary>
    /// A sequence over a sequence costs so much, since asking the outer one asks all inner ones, each deeper on the stack: what a budget
    /// holds of them, the stack of <see cref="Lane{T}"/> bears.
    /// </summary>
    private const int StepsPerLink = 100;

    private const long Nothing = long.MinValue / 2;

    [ThreadStatic]
    private static Meter? t_current;

    private readonly Meter? _outer;
    private readonly Budget _budget;
    private long _steps;
    private long _bytes;
    private int _depth;

    private Meter(in Budget budget, Meter? outer)
    {
        _budget = budget;
        _steps = budget.Steps;
        _bytes = budget.Bytes;
        _outer = outer;
    }

    /// <summary>How the budget ran out; null while it has not. It stays, whatever the script caught.</summary>
    internal BudgetExhaustedException? Exhausted { get; private set; }

    /// <summary>The steps taken so far.</summary>
    internal long Steps => _budget.Steps - _steps;

    /// <summary>The bytes made so far.</summary>
    internal long Bytes => _budget.Bytes - _bytes;

    /// <summary>From here on, what this thread's scripts do is counted against the budget.</summary>
    internal static Meter Start(in Budget budget) => t_current = new Meter(budget, t_current);

    /// <summary>Ends the count; the one around it goes on.</summary>
    internal void Stop() => t_current = _outer;

    /// <summary>A turn of a loop, or a method that calls nothing of a script's.</summary>
    public static void Step()
    {
        var meter = Current;
        if (--meter._steps < 0)
            meter.Exhaust(Spent.Steps);
    }

    /// <summary>A method is entered. Returns what <see cref="Leave"/> and <see cref="Resume"/> are to be told.</summary>
    public static int Enter()
    {
        var meter = Current;
        if (--meter._steps < 0)
            meter.Exhaust(Spent.Steps);
        if (meter._depth >= Budget.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            meter.Exhaust(Spent.Depth);
        return meter._depth++;
    }

    /// <summary>A method returns.</summary>
    public static void Leave(int depth) => Current._depth = depth;

    /// <summary>A handler of the method starts, after whatever happened further in.</summary>
    public static void Resume(int depth)
    {
        var meter = Current;
        meter._depth = depth + 1;
        if (--meter._steps < 0)
            meter.Exhaust(Spent.Steps);
    }

    /// <summary>So many bytes are about to be made.</summary>
    public static void New(int bytes) => Current.Allocate(bytes);

    /// <summary>An array is about to be made; a length below 0 is refused by the runtime.</summary>
    public static void NewArray(nint length, int elementBytes)
    {
        if (length > 0)
            Current.Allocate(Header + (elementBytes * (long)length));
    }

    /// <summary>A library call goes through this.</summary>
    public static void Scan(object? counted) => Current.Take(Extent.Steps(counted));

    /// <summary>A library call goes through this and holds what it reads.</summary>
    public static void Add(object? counted)
    {
        var meter = Current;
        meter.Take(Extent.Steps(counted));
        meter.Allocate(Extent.Bytes(counted));
    }

    /// <summary>A library call has made this.</summary>
    public static void Made(object? counted) => Current.Allocate(Extent.Bytes(counted));

    /// <summary>A library call makes something of this length; one below 0 is refused there.</summary>
    public static void Size(int length)
    {
        if (length <= 0)
            return;
        var meter = Current;
        meter.Take(length / CharactersPerStep);
        meter.Allocate(length * 8L);
    }

    /// <summary>A format may ask for as many digits or blanks as it has numbers.</summary>
    public static void Format(string? format)
    {
        var number = 0L;
        foreach (var character in format ?? "")
        {
            number = char.IsAsciiDigit(character) ? Math.Min((number * 10) + character - '0', int.MaxValue) : 0;
            Size((int)number);
        }
    }

    /// <summary>A sequence is laid over this one.</summary>
    public static void Link(object? source) =>
        Current.Take(source is System.Collections.ICollection or IReadOnlyCollection<object> ? 1 : StepsPerLink);

    /// <summary>A library call goes through the arrangement.</summary>
    public static void Whole()
    {
        var meter = Current;
        meter.Take(meter._budget.Whole);
    }

    /// <summary>The sequence, each member that is taken charged as a step.</summary>
    public static IEnumerable<T> Each<T>(IEnumerable<T> source)
    {
        Link(source);
        return source is null ? source! : Charged(source);
    }

    /// <summary>The same, where the members have no type.</summary>
    public static System.Collections.IEnumerable EachOf(System.Collections.IEnumerable source)
    {
        Link(source);
        return source is null ? source! : Charged(source.Cast<object>());
    }

    /// <summary>Steps for a thing of this length.</summary>
    internal static void Take(int steps, int times) => Current.Take((long)steps * times);

    /// <summary>Characters are compared, hashed or copied, so many times over.</summary>
    internal static void Read(long characters) => Current.Take(characters / CharactersPerStep);

    /// <summary>A string of this length is about to be made.</summary>
    internal static void NewText(long length)
    {
        var meter = Current;
        meter.Take(length / CharactersPerStep);
        meter.Allocate(24 + (2 * length));
    }

    private static Meter Current => t_current ?? throw new InvalidOperationException("A script runs where nothing counts what it does.");

    private static IEnumerable<T> Charged<T>(IEnumerable<T> source)
    {
        foreach (var member in source)
        {
            var meter = Current;
            meter.Take(member is string text ? 1 + (text.Length / CharactersPerStep) : 1);
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
                meter.Exhaust(Spent.Depth);
            yield return member;
        }
    }

    private void Take(long steps)
    {
        if ((_steps -= steps) < 0)
            Exhaust(Spent.Steps);
    }

    private void Allocate(long bytes)
    {
        if ((_bytes -= bytes) < 0)
            Exhaust(Spent.Bytes);
    }

    private void Exhaust(Spent spent)
    {
        var limit = spent == Spent.Steps ? _budget.Steps : spent == Spent.Bytes ? _budget.Bytes : _depth >= Budget.Depth ? Budget.Depth : 0;
        _steps = Nothing;
        _bytes = Nothing;
        var exception = new BudgetExhaustedException(spent, limit);
        Exhausted ??= exception;
        throw exception;
    }
}
