using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

/// <summary>The page of what a rule can ask, made of the model and its documentation.</summary>
public class ModelPageTests
{
    private static readonly Type[] Types =
    [
        typeof(Arrangement), typeof(Party), typeof(PartyList), typeof(Conflict), typeof(Guidance), typeof(Instrument), typeof(DecisionRule), typeof(Votes), typeof(Institution), typeof(RegisteredInstitution),
        typeof(Threat), typeof(Exposure), typeof(Actor), typeof(Article), typeof(Provision), typeof(Stake), typeof(Term), typeof(Alignment), typeof(Place), typeof(Finding),
    ];

    private static readonly XElement Documentation = XDocument.Load(Path.ChangeExtension(typeof(Arrangement).Assembly.Location, ".xml")).Root!.Element("members")!;

    private static readonly NullabilityInfoContext Nullability = new();

    [Test]
    public void The_page_is_recorded()
    {
        var page = new StringBuilder("# What a rule can ask\n\nMade of the model and its documentation. `?` is for what may be absent, and then `null`. Every object that is read has `Place`, `Report(kind, message)` and, by `At`, the place of each\nof its properties, stated or not: `provision.At.Trigger.Report(…)`.\n");
        foreach (var type in Types)
        {
            page.Append($"\n## {type.Name}\n\n{Summary("T:" + type.FullName)}\n\n| member | type | meaning |\n|---|---|---|\n");
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.Name is not ("At" or "Place" or "EqualityContract" or "Path" or "Location")).OrderBy(property => property.MetadataToken))
                page.Append($"| `{property.Name}` | {Name(property.PropertyType, Nullability.Create(property))} | {Summary($"P:{type.FullName}.{property.Name}")} |\n");
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && !Regex.IsMatch(method.Name, "[<>]|^(ToString|Equals|GetHashCode|Deconstruct|Report)$")).OrderBy(method => method.MetadataToken))
                page.Append($"| `{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})` | {Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} | {Summary(Of(method))} |\n");
        }

        page.Append("\n## Words\n\nA word is written as its class and name (`Trigger.ArmedAttack`), a kind of provision by its name alone (`Defense`). In a proposal, and in messages, it reads in lower case with hyphens.\n\n| class | words |\n|---|---|\n");
        foreach (var type in typeof(Word).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Word)) && type.Namespace == typeof(Word).Namespace && type.IsPublic).OrderBy(type => type.Name, StringComparer.Ordinal))
            page.Append($"| `{type.Name}` | {string.Join(", ", type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(field => field.Name))} |\n");
        Snapshot.VerifyFile(page.ToString(), Repository.PathOf("docs/model"), "md");
    }

    private static string Of(MethodInfo method) =>
        Documentation.Elements("member").Select(member => (string)member.Attribute("name")!).FirstOrDefault(name => Regex.IsMatch(name, $"^M:{Regex.Escape(method.DeclaringType!.FullName!)}\\.{method.Name}(``[0-9]+)?(\\(|$)")) ?? "";

    private static string Name(Type type, NullabilityInfo nullability)
    {
        var absent = nullability.ReadState == NullabilityState.Nullable ? "?" : "";
        type = Nullable.GetUnderlyingType(type) ?? type;
        var name = type == typeof(bool) ? "bool" : type == typeof(int) ? "int" : type == typeof(double) ? "double" : type == typeof(string) ? "string"
            : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : type.Name;
        return $"`{name}{absent}`";
    }

    private static string Summary(string id)
    {
        var summary = Documentation.Elements("member").FirstOrDefault(member => (string)member.Attribute("name")! == id)?.Element("summary");
        var text = summary is null ? Parameter(id) : string.Concat(summary.Nodes().Select(Written));
        return Regex.Replace(text, @"\s+", " ").Trim().Replace("|", "\\|");
    }

    /// <summary>A record's property is told where it is declared.</summary>
    private static string Parameter(string id) => !id.Contains('.') ? "" : Documentation.Elements("member").FirstOrDefault(member => (string)member.Attribute("name")! == "T:" + id[2..id.LastIndexOf('.')])?
        .Elements("param").FirstOrDefault(parameter => (string)parameter.Attribute("name")! == id[(id.LastIndexOf('.') + 1)..])?.Value ?? "";

    private static string Written(XNode node) => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "i" } title => $"*{title.Value}*",
        XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.')[^1]}`",
        XElement other => other.Value,
        _ => node.ToString(),
    };
}
