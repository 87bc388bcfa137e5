namespace RuleEngine.Model.Faults;

/// <summary>What can be wrong with an input: 001-029 its syntax, 030-059 its shape, 060-099 its meaning.</summary>
public static class InputFaults
{
    /// <summary>Not JSON here.</summary>
    public static readonly FaultKind Unexpected = new("IN001", "not JSON here",
        "Something stands where JSON has a value, a name, a comma or a bracket. Look at the place and at what stands just before it.");

    /// <summary>An empty file.</summary>
    public static readonly FaultKind Empty = new("IN002", "an empty file",
        "A proposal is one JSON object: { \"id\": …, \"title\": …, \"parties\": […] }. `ruleengine schema` prints what it may hold.");

    /// <summary>The text ends too early.</summary>
    public static readonly FaultKind EndsTooEarly = new("IN003", "the text ends too early",
        "A bracket, brace or quote that was opened is not closed. The message names where it was opened.");

    /// <summary>Text after the end.</summary>
    public static readonly FaultKind TextAfterEnd = new("IN004", "text after the end",
        "A file holds one JSON value. Remove what follows it, or put each proposal into a file of its own.");

    /// <summary>A comma with nothing to separate.</summary>
    public static readonly FaultKind StrayComma = new("IN005", "a comma with nothing to separate",
        "JSON has commas between members only: remove the one before a closing bracket, after an opening one, or beside another comma.");

    /// <summary>A comma or a colon is missing.</summary>
    public static readonly FaultKind MissingSeparator = new("IN006", "a comma or a colon is missing",
        "Put a comma between members, and a colon between a name and its value.");

    /// <summary>A comment.</summary>
    public static readonly FaultKind Comment = new("IN007", "a comment",
        "JSON has no comments. Say it in `note`, which every object may carry.");

    /// <summary>Single quotes.</summary>
    public static readonly FaultKind SingleQuotes = new("IN008", "single quotes",
        "JSON writes names and text in double quotes.");

    /// <summary>A word without quotes.</summary>
    public static readonly FaultKind BareWord = new("IN009", "a word without quotes",
        "JSON writes names and text in double quotes; without quotes it knows true, false and null only, in lower case.");

    /// <summary>A malformed number.</summary>
    public static readonly FaultKind MalformedNumber = new("IN010", "a malformed number",
        "JSON numbers are decimal: no leading zero or plus, no hexadecimal or octal, a digit on both sides of the point.");

    /// <summary>A number that is too large.</summary>
    public static readonly FaultKind NumberOutsideDouble = new("IN011", "a number that is too large",
        "Numbers must fit an IEEE 754 double: at most about 1.8e308 either way.");

    /// <summary>A value that the format does not know.</summary>
    public static readonly FaultKind UnknownWord = new("IN012", "a value that the format does not know",
        "The property takes one of a fixed list of words, in lower case with hyphens. `ruleengine schema` prints each list.");

    /// <summary>A raw control character in text.</summary>
    public static readonly FaultKind ControlCharacter = new("IN013", "a raw control character in text",
        "Write a line break as \\n, a tab as \\t, any other control character as \\u and four digits.");

    /// <summary>An escape that JSON does not know.</summary>
    public static readonly FaultKind BadEscape = new("IN014", "an escape that JSON does not know",
        "After a backslash JSON has one of \" \\ / b f n r t, or u and four hexadecimal digits. A backslash itself is written \\\\.");

    /// <summary>Half a character.</summary>
    public static readonly FaultKind LoneSurrogate = new("IN015", "half a character",
        "An escape \\uD800 to \\uDFFF is half of a pair: write both halves, or the character itself.");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly FaultKind InvalidUtf8 = new("IN016", "bytes that are not UTF-8",
        "Save the file as UTF-8. Text copied from older systems is often in another encoding.");

    /// <summary>White space that JSON does not know.</summary>
    public static readonly FaultKind OddWhiteSpace = new("IN017", "white space that JSON does not know",
        "Between values JSON has spaces, tabs and line ends only. A no-break space often comes with text copied from a document.");

    /// <summary>A property twice.</summary>
    public static readonly FaultKind DuplicateName = new("IN018", "a property twice",
        "One object states each property once. Remove one of the two, or join them.");

    /// <summary>Nesting deeper than 64 levels.</summary>
    public static readonly FaultKind TooDeep = new("IN019", "nesting deeper than 64 levels",
        "The format itself needs nine levels. Look for a bracket that is not closed.");

    /// <summary>A file of more than 32 MiB.</summary>
    public static readonly FaultKind TooLarge = new("IN020", "a file of more than 32 MiB",
        "Divide the file. A proposal of this size is probably several.");

    /// <summary>A file that cannot be read.</summary>
    public static readonly FaultKind Unreadable = new("IN021", "a file that cannot be read",
        "Check the path, the spelling and the permissions.");

    /// <summary>A file that is no JSON, so that it cannot be told whether it is a proposal.</summary>
    public static readonly FaultKind CannotTell = new("IN022", "a file that is no JSON, so that it cannot be told whether it is a proposal",
        "Mend it, or leave it out with --exclude GLOB.");

    /// <summary>Not an object.</summary>
    public static readonly FaultKind NotAnObject = new("IN030", "not an object",
        "The value must be an object: { … }.");

    /// <summary>A property that the format does not know.</summary>
    public static readonly FaultKind UnknownProperty = new("IN031", "a property that the format does not know",
        "Correct the spelling, or say it in `note`. `ruleengine schema` prints every property.");

    /// <summary>A required property is missing.</summary>
    public static readonly FaultKind MissingProperty = new("IN032", "a required property is missing",
        "Add it: `ruleengine schema` says what it means.");

    /// <summary>A value of the wrong type.</summary>
    public static readonly FaultKind WrongType = new("IN033", "a value of the wrong type",
        "The message says which type the property takes. Numbers and true or false stand without quotes, text in double quotes.");

    /// <summary>Null.</summary>
    public static readonly FaultKind Null = new("IN034", "null",
        "Leave the property out instead: what is not stated is simply absent.");

    /// <summary>Empty text.</summary>
    public static readonly FaultKind EmptyText = new("IN035", "empty text",
        "The property identifies or decides something, so it must say something. Leave an optional one out.");

    /// <summary>An empty list.</summary>
    public static readonly FaultKind EmptyList = new("IN036", "an empty list",
        "Absent and empty are not the same: leave the property out where there is nothing to name.");

    /// <summary>An id that is not kebab-case.</summary>
    public static readonly FaultKind BadId = new("IN037", "an id that is not kebab-case",
        "Lower-case letters and digits in words joined by single hyphens: river-watch-2025.");

    /// <summary>Not an ISO date.</summary>
    public static readonly FaultKind BadDate = new("IN038", "not an ISO date",
        "Write the date as year-month-day: 2025-03-14.");

    /// <summary>A number below its least value.</summary>
    public static readonly FaultKind NumberTooSmall = new("IN039", "a number below its least value",
        "Votes and months of notice are 0 or more, years more than 0.");

    /// <summary>A kind that has no domain of its own.</summary>
    public static readonly FaultKind DomainRequired = new("IN040", "a kind that has no domain of its own",
        "Add `domain`: this kind of provision exists in several.");

    /// <summary>A named state or bloc without a name.</summary>
    public static readonly FaultKind NamesRequired = new("IN041", "a named state or bloc without a name",
        "Add `names`, or use `unnamed-state` where the text names nobody.");

    /// <summary>A new body that is not described whole, or an existing one described as new.</summary>
    public static readonly FaultKind NewBody = new("IN042", "a new body that is not described whole, or an existing one described as new",
        "A body that the arrangement creates has `id`, `name`, `new`: true and `domain`, and no `role`; an existing one has `id` and perhaps a `role`.");

    /// <summary>A property that can only be true.</summary>
    public static readonly FaultKind NotTrue = new("IN043", "a property that can only be true",
        "Write true, or leave it out.");

    /// <summary>A reference to nothing.</summary>
    public static readonly FaultKind UnresolvedReference = new("IN060", "a reference to nothing",
        "Parties, threats and institutions are referred to by the id that the file itself gives them. Correct the id, or add the entry.");

    /// <summary>An id twice.</summary>
    public static readonly FaultKind DuplicateId = new("IN061", "an id twice",
        "Parties, threats, institutions and articles each need an id of their own within the file.");

    /// <summary>A date that no calendar has.</summary>
    public static readonly FaultKind ImpossibleDate = new("IN062", "a date that no calendar has",
        "Check month and day.");

    /// <summary>Every one, by id.</summary>
    public static IReadOnlyList<FaultKind> All =>
    [
        Unexpected, Empty, EndsTooEarly, TextAfterEnd, StrayComma, MissingSeparator, Comment, SingleQuotes, BareWord,
        MalformedNumber, NumberOutsideDouble, UnknownWord, ControlCharacter, BadEscape, LoneSurrogate, InvalidUtf8,
        OddWhiteSpace, DuplicateName, TooDeep, TooLarge, Unreadable, CannotTell, NotAnObject, UnknownProperty,
        MissingProperty, WrongType, Null, EmptyText, EmptyList, BadId, BadDate, NumberTooSmall, DomainRequired,
        NamesRequired, NewBody, NotTrue, UnresolvedReference, DuplicateId, ImpossibleDate,
    ];
}
