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
    /// <summary>
    /// A sequence over a sequence costs so much, since asking the outer one asks all inner ones, each deeper on the stack: as many as the
    /// largest budget holds, the stack of <see cref="Lane{T}"/> bears.
    /// </summary>
    private const int StepsPerLink = 100;

    /// <summary>An exception that is caught costs so much.</summary>
    private const int StepsPerException = 250;

    /// <summary>So many methods deeper, it is looked whether the stack holds as many again.</summary>
    private const int DepthsPerLook = 8;

    /// <summary>The longest text has one character for so many bytes of the budget.</summary>
    private const int BudgetsPerText = 256;

    private const long Nothing = long.MinValue / 2;

    [ThreadStatic]
    private static Meter? t_current;

    private readonly Meter? _outer;
    private readonly Budget _budget;
    private readonly long _longestText;
    private long _steps;
    private long _bytes;

    private Meter(in Budget budget, Meter? outer)
    {
        _budget = budget;
        _steps = budget.Steps;
        _bytes = budget.Bytes;
        _longestText = budget.Bytes / BudgetsPerText;
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

    /// <summary>How deep the methods of scripts have called one another.</summary>
    public int Depth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private set;
    }

    /// <summary>A method is entered that calls nothing of a script's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step() => Current.Turn();

    /// <summary>The same. Returns what counts the rest of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Meter Begin()
    {
        var meter = Current;
        meter.Turn();
        return meter;
    }

    /// <summary>A method is entered that may come to run itself. Returns what counts the rest of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Meter Enter()
    {
        var meter = Current;
        meter.Turn();
        if ((++meter.Depth & (DepthsPerLook - 1)) == 0)
            meter.Look();
        return meter;
    }

    /// <summary>A loop of the method turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Turn()
    {
        if (--_steps < 0)
            Exhaust(Spent.Steps);
    }

    /// <summary>A part of the method begins that is so many steps long.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Turns(int steps) => Take(steps);

    /// <summary>The method returns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => Depth--;

    /// <summary>What must be done at the end of a part of the method starts, after whatever happened further in.</summary>
    /// <param name="depth">What <see cref="Depth"/> was in the method.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Resume(int depth)
    {
        Depth = depth;
        Turn();
    }

    /// <summary>What catches an exception starts, or what asks whether to.</summary>
    /// <param name="depth">What <see cref="Depth"/> was in the method.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Caught(int depth)
    {
        Depth = depth;
        Take(StepsPerException);
    }

    /// <summary>So many bytes are about to be made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Allocate(int bytes)
    {
        if ((_bytes -= bytes) < 0)
            Exhaust(Spent.Bytes);
    }

    /// <summary>A sequence is laid over another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Link()
    {
        if ((_steps -= StepsPerLink) < 0)
            Exhaust(Spent.Steps);
    }

    /// <summary>A text of this length is made. One that takes a large part of the budget by itself could be compared and hashed for ever.</summary>
    internal void AllocateText(long characters)
    {
        if (characters > _longestText)
            Exhaust(Spent.Text);
        Allocate(Extent.Header + 8 + (2 * characters));
    }

    /// <summary>What a question costs that goes through the whole arrangement, in steps.</summary>
    internal int WholeSteps => _budget.Whole;

    /// <summary>The meter of the thread.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static Meter Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? Missing();
    }

    private static Meter Missing() => throw new InvalidOperationException("A script runs where nothing counts what it does.");

    internal void Take(long steps)
    {
        if ((_steps -= steps) < 0)
            Exhaust(Spent.Steps);
    }

    internal void Allocate(long bytes)
    {
        if ((_bytes -= bytes) < 0)
            Exhaust(Spent.Bytes);
    }

    private void Look()
    {
        if (Depth > Budget.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            Exhaust(Spent.Depth);
    }

    private void Exhaust(Spent spent)
    {
        var limit = spent == Spent.Steps ? _budget.Steps
            : spent == Spent.Bytes ? _budget.Bytes
            : spent == Spent.Text ? _longestText
            : Depth > Budget.Depth ? Budget.Depth : 0;
        _steps = Nothing;
        _bytes = Nothing;
        var exception = new BudgetExhaustedException(spent, limit);
        Exhausted ??= exception;

        // It always is: without a way back, the compiler would make one call of all that a method has, and its line would be any of theirs.
        if (_steps == Nothing)
            throw exception;
    }
}
