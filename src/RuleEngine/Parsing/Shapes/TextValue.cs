using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>Text of one of a few forms.</summary>
internal sealed class TextValue : Value<string>
{
    /// <summary>Any text, also none.</summary>
    public static readonly TextValue Free = new(null, null, _ => true, "");

    /// <summary>Text that identifies or decides something: not empty, not only white space.</summary>
    public static readonly TextValue Telling = new(@"\S", InputFaults.EmptyText, text => !string.IsNullOrWhiteSpace(text), "This text is empty.");

    /// <summary>A kebab-case id.</summary>
    public static readonly TextValue Id = new(
        "^[a-z0-9]+(-[a-z0-9]+)*$", InputFaults.BadId, IsKebabCase, "An id has lower-case letters and digits, in words joined by hyphens.");

    /// <summary>Year, month and day; whether there is such a day is asked later.</summary>
    public static readonly TextValue Date = new(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", InputFaults.BadDate, IsDate, "A date is written year-month-day, as in 2025-03-14.");

    /// <summary>A glob relative to a folder that it does not leave.</summary>
    public static readonly TextValue Glob = new(
        @"^(?![/!])(?!([^/]*/)*\.\.(/|$))(?!([^/]*/)*[^/]*(\*\*[^/]|[^/]\*\*))[^?\[\]{}\\]+$", ConfigurationFaults.BadGlob, IsGlob,
        "This is no glob: * and ** (alone between slashes) are all that globs know here, and they start in the configuration's folder.");

    /// <summary>The path of a file or a folder.</summary>
    public static readonly TextValue Path = new(
        @"^(?=[^\u0000]*[^\s\u0000])[^\u0000]+$", ConfigurationFaults.WrongForm, text => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0'), "This is no path.");

    /// <summary>The hash of a clause, as waivers and baselines carry it.</summary>
    public static readonly TextValue ContentHash = new(
        "^[0-9a-f]{16}$", ConfigurationFaults.WrongForm, text => IsHexadecimal(text, 16), "The hash of a clause has 16 hexadecimal digits; `ruleengine waive` writes it.");

    /// <summary>The hash of a rule pack, as reports print it.</summary>
    public static readonly TextValue PackHash = new(
        "^[0-9a-f]{64}$", ConfigurationFaults.WrongForm, text => IsHexadecimal(text, 64), "The hash of a rule pack has 64 hexadecimal digits, letters in lower case; --format json prints it as tool.rules.");

    private readonly string? _pattern;
    private readonly FaultKind? _fault;
    private readonly Predicate<string> _isRight;
    private readonly string _message;

    /// <summary>What names stand here: the members of this list of the file; null where the text is no reference.</summary>
    private string? _refersTo;

    private TextValue(string? pattern, FaultKind? fault, Predicate<string> isRight, string message) =>
        (_pattern, _fault, _isRight, _message) = (pattern, fault, isRight, message);

    /// <summary>A name of a member of a list of the file: <c>parties</c>, <c>threats</c>, <c>institutions</c>; or one that the registry knows.</summary>
    public static TextValue Reference(string list) => new(Telling._pattern, Telling._fault, Telling._isRight, Telling._message) { _refersTo = list };

    public override bool Decides => this != Free;

    public override bool Read(JsonCursor cursor, Node parent, out string value)
    {
        value = "";
        if (!Expect(cursor, TokenKind.Text, "text"))
            return false;
        value = cursor.Value;
        if (_isRight(value))
            return true;
        cursor.Report(_fault!, _message);
        return false;
    }

    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) =>
        _refersTo is not null ? names.Of(_refersTo) : this == Telling ? ["\"…\""] : this == Date ? ["\"2025-01-01\"", "\"1900-01-01\""] : [];

    public override void AddChanges(int token, ChangeList changes) => changes.ReplaceBy(token, Samples(changes.Names, isPlain: true));

    public override JObject Schema(SchemaDefinitions definitions) =>
        _pattern is null ? new JObject { ["type"] = "string" } : new JObject { ["type"] = "string", ["pattern"] = _pattern };

    private static bool IsKebabCase(string text)
    {
        var afterHyphen = true;
        foreach (var letter in text)
        {
            if (letter == '-' ? afterHyphen : !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter))
                return false;
            afterHyphen = letter == '-';
        }

        return !afterHyphen;
    }

    private static bool IsHexadecimal(string text, int digits) => text.Length == digits && text.All(char.IsAsciiHexDigitLower);

    private static bool IsGlob(string text) =>
        text is not ("" or ['/' or '!', ..]) && text.IndexOfAny(['?', '[', ']', '{', '}', '\\', '\n', '\r', '\u2028', '\u2029']) < 0
        && Array.TrueForAll(text.Split('/'), segment => segment != ".." && (segment == "**" || !segment.Contains("**")));

    private static bool IsDate(string text)
    {
        if (text.Length != 10)
            return false;
        for (var at = 0; at < text.Length; at++)
        {
            if (at is 4 or 7 ? text[at] != '-' : !char.IsAsciiDigit(text[at]))
                return false;
        }

        return true;
    }
}
