using System.Globalization;

namespace RuleEngine.Cli.Cluster;

/// <summary>Numbers as a person and a scheduler write them: <c>3,7-9</c>.</summary>
internal static class Ranges
{
    /// <summary>In words: <c>Part 3</c>, <c>Parts 3,7-9</c>.</summary>
    public static string Of(IEnumerable<int> numbers) => numbers.ToList() is var list && list.Count == 1 ? $"Part {Written(list)}" : $"Parts {Written(list)}";

    /// <summary>As <c>sbatch --array</c> takes them.</summary>
    /// <param name="numbers">In order.</param>
    public static string Written(IReadOnlyList<int> numbers)
    {
        var ranges = new List<string>();
        for (var index = 0; index < numbers.Count;)
        {
            var end = index;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
                end++;
            ranges.Add(end == index ? Number(numbers[index]) : $"{Number(numbers[index])}-{Number(numbers[end])}");
            index = end + 1;
        }

        return string.Join(',', ranges);
    }

    /// <summary>How many numbers <c>3,7-9</c> means, and which.</summary>
    public static IEnumerable<int> Read(string written) => written.Split(',').SelectMany(range => range.Split('-') is [var from, var to]
        ? Enumerable.Range(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture) - int.Parse(from, CultureInfo.InvariantCulture) + 1)
        : [int.Parse(range, CultureInfo.InvariantCulture)]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
