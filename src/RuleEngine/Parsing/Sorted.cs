namespace RuleEngine.Parsing;

/// <summary>Binary search, as <see cref="Array.BinarySearch(Array, object)"/> does it, which would have to be compiled at every start.</summary>
internal static class Sorted
{
    /// <summary>The index of the number; where it is not there, the complement of the index of the next larger one.</summary>
    public static int Find(int[] numbers, int number)
    {
        var from = 0;
        var to = numbers.Length - 1;
        while (from <= to)
        {
            var middle = from + ((to - from) / 2);
            if (numbers[middle] == number)
                return middle;
            if (numbers[middle] < number)
                from = middle + 1;
            else
                to = middle - 1;
        }

        return ~from;
    }
}
