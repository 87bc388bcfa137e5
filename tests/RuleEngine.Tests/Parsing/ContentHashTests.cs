using System.Text;
using NUnit.Framework;
using RuleEngine.Parsing;

namespace RuleEngine.Tests.Parsing;

public class ContentHashTests
{
    [TestCase("""{"a":1,"b":["x",true]}""", """{ "b" : [ "\u0078", true ], "a": 1.0 }""")]
    [TestCase("1e2", "100")]
    [TestCase("\"é\"", "\"\\u00e9\"")]
    public void The_way_of_writing_makes_no_difference(string one, string other) => Assert.That(Of(one), Is.EqualTo(Of(other)));

    [TestCase("""["a","b"]""", """["b","a"]""")]
    [TestCase("""["a","b"]""", """["ab"]""")]
    [TestCase("""["a,b"]""", """["a","b"]""")]
    [TestCase("""{"a":"1"}""", """{"a":1}""")]
    [TestCase("""{"a":[]}""", """{"a":{}}""")]
    [TestCase("true", "false")]
    public void The_value_does(string one, string other) => Assert.That(Of(one), Is.Not.EqualTo(Of(other)));

    [Test]
    public void It_is_the_same_on_every_machine_and_in_every_version() => Assert.That(Of("""{"kind":"defense"}"""), Is.EqualTo("58d4e5d7d710c25b"));

    private static string Of(string json) => ContentHash.Of(new JsonText("", Encoding.UTF8.GetBytes($"[{json}]"), new Naming()), 1);
}
