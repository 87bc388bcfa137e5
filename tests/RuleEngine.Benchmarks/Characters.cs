using System.Buffers;
using Newtonsoft.Json;

namespace RuleEngine.Benchmarks;

/// <summary>The framework's pool of characters, for Newtonsoft's reader.</summary>
internal sealed class Characters : IArrayPool<char>
{
    public static readonly Characters Pool = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array) => ArrayPool<char>.Shared.Return(array!);
}
