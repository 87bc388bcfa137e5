using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// Charges what library calls cost: compiled scripts call these members around theirs, as the allow-list prices them; authors cannot.
/// None that runs a budget out is made part of a script's own code: the runtime would no longer know the script's line.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LibraryCharge
{
    /// <summary>An array is about to be made; a length below 0 is refused by the runtime.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void NewArray(nint length, int elementBytes, Meter meter)
    {
        if (length > 0)
            meter.Allocate(Extent.Header + (elementBytes * (long)length));
    }

    /// <summary>A library call goes through this.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Scan(object? counted, Meter meter) => meter.Take(Extent.Steps(counted));

    /// <summary>The same for a text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ScanText(string? text, Meter meter)
    {
        if (text is not null && text.Length >= Extent.CharactersPerStep)
            meter.Take(text.Length / Extent.CharactersPerStep);
    }

    /// <summary>A library call goes through this and holds what it reads.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(object? counted, Meter meter)
    {
        meter.Allocate(Extent.Bytes(counted));
        meter.Take(Extent.Steps(counted));
    }

    /// <summary>The same for a text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddText(string? text, Meter meter)
    {
        if (text is not null)
            NewText(text.Length, meter);
    }

    /// <summary>A library call has made this text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MadeText(string? text, Meter meter)
    {
        if (text is not null)
            meter.AllocateText(text.Length);
    }

    /// <summary>A library call has made this.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Made(object? counted, Meter meter) => meter.Allocate(Extent.Bytes(counted));

    /// <summary>A library call makes something of this length; below 0, where that is allowed, it is filled on the other side.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Size(int length, Meter meter)
    {
        var characters = Math.Abs((long)length);
        meter.Allocate(characters * 8);
        meter.Take(characters / Extent.CharactersPerStep);
    }

    /// <summary>A format may ask for as many digits or blanks as it has numbers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Format(string? format, Meter meter)
    {
        var number = 0L;
        foreach (var character in format ?? "")
        {
            number = char.IsAsciiDigit(character) ? Math.Min((number * 10) + character - '0', int.MaxValue) : 0;
            if (number > 0)
                Size((int)number, meter);
        }
    }

    /// <summary>A library call goes through the arrangement.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Whole(Meter meter) => meter.Take(meter.WholeSteps);

    /// <summary>
    /// The sequence, its members charged whenever it is gone through. Those of a sequence that is yet to be made are charged where they
    /// are made: by the function that makes them, or by the collection that they come from.
    /// </summary>
    public static IEnumerable<T> Each<T>(IEnumerable<T> source) =>
        source is ICollection<T> or IReadOnlyCollection<T> or string ? new CountedSequence<T>(source) : source;

    /// <summary>The sequence, as a script keeps it in a variable.</summary>
    public static IEnumerable<T> Kept<T>(IEnumerable<T> source) =>
        source is null or ICollection<T> or IReadOnlyCollection<T> or string or LinkedSequence<T> ? source! : new LinkedSequence<T>(source);

    /// <summary>The same, where the members have no type.</summary>
    public static IEnumerable EachOf(IEnumerable source) => source is null ? source! : Yield(source.Cast<object>());

    /// <summary>The sequence, each member charged as it comes.</summary>
    public static IEnumerable<T> Yield<T>(IEnumerable<T> source)
    {
        foreach (var member in source)
        {
            Meter.Current.Turn();
            yield return member;
        }
    }

    /// <summary>So many members of a list are asked.</summary>
    internal static void Members(int count) => Meter.Current.Take(count);

    /// <summary>Characters are compared, hashed or copied, so many times over.</summary>
    internal static void Read(long characters) => Meter.Current.Take(characters / Extent.CharactersPerStep);

    /// <summary>A string of this length is about to be made.</summary>
    internal static void NewText(long length) => NewText(length, Meter.Current);

    private static void NewText(long length, Meter meter)
    {
        meter.AllocateText(length);
        meter.Take(length / Extent.CharactersPerStep);
    }

    /// <summary>So many characters may be made before it is known how many they are.</summary>
    internal static void NewPieces(long characters) => Meter.Current.Allocate(2 * characters);

    /// <summary>A text that was made, if it is none too long.</summary>
    internal static string Limited(string text)
    {
        Meter.Current.AllocateText(text.Length);
        return text;
    }
}
