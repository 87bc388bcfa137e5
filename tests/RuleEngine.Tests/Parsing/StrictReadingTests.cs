using System.Text;
using NUnit.Framework;
using RuleEngine.Parsing;

namespace RuleEngine.Tests.Parsing;

public class StrictReadingTests
{
    // Each is read as Latin-1 bytes, so that bytes that are no UTF-8 can be written; the mark ¶ stands where the fault is.
    [TestCase("", "IN002", TestName = "Empty input")]
    [TestCase("  \n ¶", "IN002", TestName = "White space alone")]
    [TestCase("{\"note\": ¶'x'}", "IN008", TestName = "Single quotes")]
    [TestCase("{¶'note': \"x\"}", "IN008", TestName = "Single-quoted name")]
    [TestCase("{\"note\": \"x\" ¶/* why */}", "IN007", TestName = "Block comment")]
    [TestCase("{\"note\": \"x\" ¶// why\n}", "IN007", TestName = "Line comment")]
    [TestCase("{¶note: \"x\"}", "IN009", TestName = "Unquoted name")]
    [TestCase("{¶a: \"x\"}", "IN009", TestName = "Unquoted name of one letter")]
    [TestCase("{\"note\": \"x\"¶,}", "IN005", TestName = "Trailing comma in an object")]
    [TestCase("{\"articles\": []¶,\n}", "IN005", TestName = "Trailing comma before a line end")]
    [TestCase("{\"domains\": [\"military\"¶,]}", "IN005", TestName = "Trailing comma in a list")]
    [TestCase("{\"domains\": [¶,\"military\"]}", "IN005", TestName = "Leading comma")]
    [TestCase("{\"domains\": [\"military\",¶,\"digital\"]}", "IN005", TestName = "Two commas")]
    [TestCase("{\"note\":¶,}", "IN001", TestName = "Comma for a value")]
    [TestCase("{\"note\": ¶NaN}", "IN009", TestName = "NaN")]
    [TestCase("{\"note\": ¶Infinity}", "IN009", TestName = "Infinity")]
    [TestCase("{\"note\": ¶-Infinity}", "IN010", TestName = "Negative infinity")]
    [TestCase("{\"note\": ¶undefined}", "IN009", TestName = "undefined")]
    [TestCase("{\"note\": ¶True}", "IN009", TestName = "Capital literal")]
    [TestCase("{\"note\": ¶0x1F}", "IN010", TestName = "Hexadecimal")]
    [TestCase("{\"note\": ¶017}", "IN010", TestName = "Leading zero")]
    [TestCase("{\"note\": ¶0o17}", "IN010", TestName = "Octal")]
    [TestCase("{\"note\": ¶+1}", "IN010", TestName = "Leading plus")]
    [TestCase("{\"note\": ¶.5}", "IN010", TestName = "No digit before the point")]
    [TestCase("{\"note\": ¶1.}", "IN010", TestName = "No digit after the point")]
    [TestCase("{\"note\": ¶1e}", "IN010", TestName = "No digit in the exponent")]
    [TestCase("{\"note\": ¶-}", "IN010", TestName = "A minus alone")]
    [TestCase("{\"note\": ¶1e999}", "IN011", TestName = "Number outside double")]
    [TestCase("{\"note\": ¶-1e999}", "IN011", TestName = "Negative number outside double")]
    [TestCase("{\"note\": ¶new Date(1)}", "IN009", TestName = "Constructor")]
    [TestCase("{\"note\": \"x\", ¶\"note\": \"y\"}", "IN018", TestName = "Duplicate name")]
    [TestCase("{\"note\": \"x\", ¶\"n\\u006Fte\": \"y\"}", "IN018", TestName = "Duplicate name in escapes")]
    [TestCase("{\"decisionMaking\": [{\"votes\": {\"a\": 1, ¶\"a\": 2}}]}", "IN018", TestName = "Duplicate name of the file's own")]
    [TestCase("{} ¶x", "IN004", TestName = "Text after the end")]
    [TestCase("{}¶{}", "IN004", TestName = "A second value")]
    [TestCase("[1¶", "IN003", TestName = "Unclosed list")]
    [TestCase("{\"note\": \"x\"¶", "IN003", TestName = "Unclosed object")]
    [TestCase("{\"note\"¶", "IN003", TestName = "Name without a value at the end")]
    [TestCase("{\"note\": ¶\"x}", "IN003", TestName = "Unclosed text")]
    [TestCase("{\"note\": ¶\"x\n  \"id\": 1}", "IN003", TestName = "Text not closed on its line")]
    [TestCase("{\"articles\": [¶}", "IN001", TestName = "Wrong bracket")]
    [TestCase("{\"note\" ¶\"x\"}", "IN006", TestName = "Missing colon")]
    [TestCase("{\"note\": \"x\" ¶\"id\": 1}", "IN006", TestName = "Missing comma")]
    [TestCase("{\"note\": ¶\"a\tb\"}", "IN013", TestName = "Raw tab in text")]
    [TestCase("{\"note\": ¶\"a\nb\"}", "IN013", TestName = "Raw line end in text")]
    [TestCase("{\"note\": ¶\"a\u0000b\"}", "IN013", TestName = "Raw NUL in text")]
    [TestCase("{\"note\": ¶\"\\'\"}", "IN014", TestName = "Escaped single quote")]
    [TestCase("{\"note\": ¶\"\\x41\"}", "IN014", TestName = "Unknown escape")]
    [TestCase("{\"note\": ¶\"\\u12G4\"}", "IN014", TestName = "Bad hexadecimal escape")]
    [TestCase("{\"note\": ¶\"\\uD83D\"}", "IN015", TestName = "Lone high surrogate")]
    [TestCase("{\"note\": ¶\"\\uDE00\"}", "IN015", TestName = "Lone low surrogate")]
    [TestCase("{\"note\": ¶\"\\uD83D\\u0041\"}", "IN015", TestName = "High surrogate before a letter")]
    [TestCase("{¶\"n\\uD83D\": 1}", "IN015", TestName = "Lone surrogate in a name")]
    [TestCase("{\"note\": ¶\"\xFF\"}", "IN016", TestName = "A byte that is no UTF-8 in text")]
    [TestCase("{\"note\": ¶\"\xC0\xAF\"}", "IN016", TestName = "Overlong UTF-8")]
    [TestCase("{\"note\": ¶\"\xED\xA0\x80\"}", "IN016", TestName = "A surrogate in UTF-8")]
    [TestCase("{\"note\": ¶\xFF}", "IN016", TestName = "A byte that is no UTF-8 between values")]
    [TestCase("{\"note\":¶\xC2\xA0\"x\"}", "IN017", TestName = "No-break space")]
    [TestCase("{\"note\":¶\xE2\x80\xA8\"x\"}", "IN017", TestName = "U+2028")]
    [TestCase("{\"note\":¶\x0C\"x\"}", "IN017", TestName = "Form feed")]
    [TestCase("{\"note\": ¶@}", "IN001", TestName = "A character that starts nothing")]
    [TestCase("{¶1: \"x\"}", "IN009", TestName = "A number for a name")]
    public void Each_leniency_is_a_fault_at_its_place(string marked, string id)
    {
        var offset = marked.IndexOf('¶');
        var bytes = Encoding.Latin1.GetBytes(marked.Replace("¶", ""));
        var faults = ProposalFile.Read("a.json", bytes).Faults;
        var fault = faults.FirstOrDefault(fault => fault.Kind.Id == id);
        Assert.That(fault, Is.Not.Null, string.Join("\n", faults));
        var before = marked[..Math.Max(offset, 0)];
        Assert.That((fault!.Location!.Line, fault.Location.Column), Is.EqualTo((1 + before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n'))));
    }

    [TestCase("{\"note\": \"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\uD83D\\uDE00\"}")]
    [TestCase("\uFEFF{ \"note\" : \"é漢🙂\" }\r\n")]
    [TestCase("{\"stakes\": [{\"share\": -0}, {\"share\": 1.5e-400}, {\"share\": 0.1E+2}, {\"share\": 123456789012345678901234567890}]}")]
    public void What_the_standard_allows_is_no_fault_of_syntax(string json) =>
        Assert.That(ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).SyntaxFault, Is.Null);

    [Test]
    public void Sixty_four_levels_are_read_and_sixty_five_are_not()
    {
        static string Nested(int levels) => new string('[', levels) + new string(']', levels);
        Assert.That(ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(Nested(64))).SyntaxFault, Is.Null);
        var faults = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(Nested(65))).Faults;
        Assert.That(faults.Select(fault => (fault.Kind.Id, fault.Location!.Column)), Does.Contain(("IN019", 65)));
    }

    [Test]
    public void A_file_over_the_limit_is_refused_and_one_at_the_limit_is_read()
    {
        var atLimit = Encoding.UTF8.GetBytes("{}".PadRight(ProposalFile.MostBytes));
        Assert.That(ProposalFile.Read("a.json", atLimit).SyntaxFault, Is.Null);
        var over = ProposalFile.Read("a.json", [.. atLimit, (byte)' ']);
        Assert.That(over.Faults.Select(fault => (fault.Kind.Id, fault.Location!.Line, fault.Location.Column)), Is.EqualTo(new[] { ("IN020", 1, 1) }));
    }

    [Test]
    public void A_number_of_many_digits_is_a_fault_and_no_crash()
    {
        var faults = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes($"{{\"stakes\": [{{\"share\": {new string('9', 400)}}}]}}")).Faults;
        Assert.That(faults.Select(fault => fault.Kind.Id), Does.Contain("IN011"));
    }

    [Test]
    public void All_faults_are_reported_as_far_as_the_syntax_allows()
    {
        const string json = """
            { "id": "Not Kebab", // a comment
              "title": "", "partys": [],
              "date": "2025-02-30",
              "articles": [ { "number": 1, "provisions": [ { "kind": "defence" }, ] } ],
            }
            """;
        var ids = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).Faults.Select(fault => fault.Kind.Id);
        Assert.That(ids, Is.EquivalentTo(new[] { "IN032", "IN037", "IN007", "IN035", "IN031", "IN062", "IN033", "IN012", "IN005", "IN005" }));
    }

    [Test]
    public void What_stands_before_a_fault_that_stops_the_scan_is_still_looked_at()
    {
        var faults = ProposalFile.Read("a.json", Encoding.UTF8.GetBytes("{ \"titel\": \"x\", \"form\": \"treatie\", \"id\" \"y\" }")).Faults;
        Assert.That(faults.Select(fault => fault.Kind.Id), Is.EqualTo(new[] { "IN031", "IN012", "IN006" }));
    }
}
