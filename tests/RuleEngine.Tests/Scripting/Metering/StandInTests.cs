using System.Text;
using CsCheck;
using NUnit.Framework;
using RuleEngine.Model;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Tests.Scripting.Metering;

/// <summary>What is done in place of a library's member is what the library does.</summary>
public class StandInTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["ab,; .\u00E9"], 0, 12];

    [Test]
    public void Searching_and_cutting() => Gen.Select(Texts, Texts, Texts, Gen.Int[0, 3]).Sample((text, one, two, number) =>
    {
        foreach (var comparison in Enum.GetValues<StringComparison>())
        {
            Same(() => MeteredText.Contains(text, one, comparison), () => text.Contains(one, comparison));
            Same(() => MeteredText.IndexOf(text, one, comparison), () => text.IndexOf(one, comparison));
            Same(() => MeteredText.IndexOf(text, one, number, comparison), () => text.IndexOf(one, number, comparison));
            Same(() => MeteredText.LastIndexOf(text, one, comparison), () => text.LastIndexOf(one, comparison));
            Same(() => MeteredText.Replace(text, one, two, comparison), () => text.Replace(one, two, comparison));
        }

        Same(() => MeteredText.op_Equality(text, one), () => text == one);
        Same(() => MeteredText.op_Inequality(text, one), () => text != one);
        Same(() => MeteredText.Equals(text, one), () => string.Equals(text, one));
        Same(() => MeteredText.Contains(text, one), () => text.Contains(one));
        Same(() => MeteredText.IndexOf(text, one), () => text.IndexOf(one));
        Same(() => MeteredText.IndexOf(text, one, number), () => text.IndexOf(one, number));
        Same(() => MeteredText.LastIndexOf(text, one), () => text.LastIndexOf(one));
        Same(() => MeteredText.Replace(text, one, two), () => text.Replace(one, two));
        foreach (var options in new[] { StringSplitOptions.None, StringSplitOptions.RemoveEmptyEntries, StringSplitOptions.TrimEntries })
        {
            Same(() => Shown(MeteredText.Split(text, ',', options)), () => Shown(text.Split(',', options)));
            Same(() => Shown(MeteredText.Split(text, ',', number, options)), () => Shown(text.Split(',', number, options)));
            Same(() => Shown(MeteredText.Split(text, [',', ';'], options)), () => Shown(text.Split([',', ';'], options)));
            Same(() => Shown(MeteredText.Split(text, one, options)), () => Shown(text.Split(one, options)));
            Same(() => Shown(MeteredText.Split(text, one, number, options)), () => Shown(text.Split(one, number, options)));
            Same(() => Shown(MeteredText.Split(text, [one, two], options)), () => Shown(text.Split([one, two], options)));
        }

        Same(() => Shown(MeteredText.Split(text, ',', ';')), () => Shown(text.Split(',', ';')));
    });

    [Test]
    public void Writing() => Gen.Select(Texts, Texts, Texts, Texts.Null().Array[0, 5], Gen.Int.Array[0, 5]).Sample((a, b, c, texts, numbers) =>
    {
        object?[] objects = [.. texts, .. numbers, null, 'x', 1.5];
        var lazy = texts.Where(_ => true);
        Same(() => MeteredWriting.Concat(a, null), () => string.Concat(a, (string?)null));
        Same(() => MeteredWriting.Concat(a, b, c), () => string.Concat(a, b, c));
        Same(() => MeteredWriting.Concat(a, b, c, a), () => string.Concat(a, b, c, a));
        Same(() => MeteredWriting.Concat((object)a), () => string.Concat((object)a));
        Same(() => MeteredWriting.Concat(1, (object)b), () => string.Concat(1, (object)b));
        Same(() => MeteredWriting.Concat(1, null, (object)b), () => string.Concat(1, null, (object)b));
        Same(() => MeteredWriting.Concat(texts), () => string.Concat(texts));
        Same(() => MeteredWriting.Concat(objects), () => string.Concat(objects));
        Same(() => MeteredWriting.Concat(lazy), () => string.Concat(lazy));
        Same(() => MeteredWriting.Concat(numbers.Select(number => number)), () => string.Concat(numbers.Select(number => number)));
        Same(() => MeteredWriting.Join(a, texts), () => string.Join(a, texts));
        Same(() => MeteredWriting.Join(a, objects), () => string.Join(a, objects));
        Same(() => MeteredWriting.Join(a, lazy), () => string.Join(a, lazy));
        Same(() => MeteredWriting.Join(null, (IEnumerable<string?>)texts), () => string.Join(null, (IEnumerable<string?>)texts));
        Same(() => MeteredWriting.Join(a, numbers.ToList()), () => string.Join(a, numbers.ToList()));
        Same(() => MeteredWriting.Join(a, (ReadOnlySpan<string?>)texts), () => string.Join(a, (ReadOnlySpan<string?>)texts));
        Same(() => MeteredWriting.Join('-', texts), () => string.Join('-', texts));
        Same(() => MeteredWriting.Join('-', objects), () => string.Join('-', objects));
        Same(() => MeteredWriting.Join('-', numbers.ToList()), () => string.Join('-', numbers.ToList()));
        Same(() => MeteredFormatting.Format("{0}|{1,5}|{0:x}", a, b), () => string.Format("{0}|{1,5}|{0:x}", a, b));
        Same(() => MeteredFormatting.Format("{0}{2}{1}", a, 1, 2.5), () => string.Format("{0}{2}{1}", a, 1, 2.5));
        Same(() => MeteredFormatting.Format("{0}{3}", a, 1, 2, 3), () => string.Format("{0}{3}", a, 1, 2, 3));
        Same(() => MeteredFormatting.Format("{0}{9}", a), () => string.Format("{0}{9}", a));
        Same(() => MeteredBuilding.AppendJoin(new StringBuilder(a), b, texts).ToString(), () => new StringBuilder(a).AppendJoin(b, texts).ToString());
        Same(() => MeteredBuilding.Append(new StringBuilder(a), (object?)1.5).ToString(), () => new StringBuilder(a).Append((object?)1.5).ToString());
        Same(() => MeteredBuilding.Append(new StringBuilder(a), 'x', 3).ToString(), () => new StringBuilder(a).Append('x', 3).ToString());
    });

    [Test]
    public void Sequences() => Gen.Int[0, 3].Array[0, 8].Sample(numbers =>
    {
        var lazy = numbers.Where(number => number > 0);
        Same(() => Shown(MeteredSequences.SelectMany(numbers, number => lazy.Take(number))), () => Shown(numbers.SelectMany(number => lazy.Take(number))));
        var members = new Members<int>(numbers);
        IEnumerable<int> Chosen() => MeteredMembers.Where(members, number => number > 1);
        IEnumerable<int> Found() => numbers.Where(number => number > 1);
        Same(() => Twice(Chosen(), all => Shown(all) + Shown(all)), () => Twice(Found(), all => Shown(all) + Shown(all)));
        Same(() => Twice(Chosen(), all => Shown(all.Zip(all))), () => Twice(Found(), all => Shown(all.Zip(all))));
        Same(() => Shown(MeteredMembers.Select(members, number => 0 - number)), () => Shown(numbers.Select(number => 0 - number)));
        Same(() => Shown(MeteredSequences.Select(Chosen(), number => 0 - number)), () => Shown(Found().Select(number => 0 - number)));
        Same(() => Twice(MeteredSequences.Select(Chosen(), number => 0 - number), all => Shown(all) + Shown(all)), () => Twice(Found().Select(number => 0 - number), all => Shown(all) + Shown(all)));
        Same(() => Shown(MeteredSequences.Select(Chosen(), (Func<int, int>)null!)), () => Shown(Found().Select((Func<int, int>)null!)));
        foreach (var source in new[] { numbers, lazy, [.. numbers], new HashSet<int>(numbers), numbers.Order() })
        {
            Same(() => Shown(LibraryCharge.Each(source)), () => Shown(source));
            Same(() => Shown(LibraryCharge.Yield(source)), () => Shown(source));
            Same(() => LibraryCharge.Each(source).Skip(1).Concat(LibraryCharge.Each(source)).Count(), () => source.Skip(1).Concat(source).Count());
        }
    });

    private static string Twice<T>(IEnumerable<T> all, Func<IEnumerable<T>, string> shown) => shown(all);

    private static string Shown<T>(IEnumerable<T> all) => string.Join("|", all);

    private static void Same<T>(Func<T> own, Func<T> library)
    {
        var (ours, theirs) = (Outcome(own), Outcome(library));
        if (ours != theirs)
            throw new AssertionException($"{ours} instead of {theirs}");
    }

    private static string Outcome<T>(Func<T> work)
    {
        var meter = Meter.Start(new Budget(1_000_000, 1_000_000, 1));
        try
        {
            return $"{work()}";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
        finally
        {
            meter.Stop();
        }
    }
}
