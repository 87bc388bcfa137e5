using CsCheck;
using NUnit.Framework;
using RuleEngine.Model;

namespace RuleEngine.Tests.Model;

public class OrdinalTests
{
    private const string Letters = "aB\u00e9\ud83d\ude00\uffff";

    [Test]
    public void Texts_stand_in_the_order_that_the_framework_gives_them()
    {
        var texts = Gen.Int[-1, Letters.Length - 1].Array[0, 4].Select(chosen => chosen.Contains(-1) ? null : string.Concat(chosen.Select(index => Letters[index])));
        Gen.Select(texts, texts).Sample((one, other) => Math.Sign(Ordinal.Compare(one, other)) == Math.Sign(string.CompareOrdinal(one, other)), iter: 10_000);
    }
}
