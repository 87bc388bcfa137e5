using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fluid;
using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>
/// One page that needs nothing else: a matrix of proposals and principles, filtered and sorted in the browser, each verdict opening its
/// evidence. Its policy lets run the one script that it carries and load nothing, whatever a proposal's title holds.
/// </summary>
public sealed class HtmlFormat : ReportFormat
{
    /// <summary>Where the evidence goes, which is written straight to the output.</summary>
    private const string Evidence = "@evidence";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        var form = new TemplateOptions { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };
        var page = new HtmlPage(report);
        var context = new TemplateContext(page, form);
        foreach (var (name, file) in new[] { ("Style", "page.css"), ("Script", "page.js") })
        {
            var text = Resource(file).Replace("@principles", page.Principles.Count.ToString(CultureInfo.InvariantCulture));
            context.SetValue(name, text);
            context.SetValue($"{name}Hash", $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
        }

        var template = Resource("page.liquid");
        var at = template.IndexOf(Evidence, StringComparison.Ordinal);
        Write(template[..at], context, output);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
            HtmlEvidence.Write(report, json);
        Write(template[(at + Evidence.Length)..], context, output);
    }

    private static void Write(string template, TemplateContext context, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        new FluidParser().Parse(template).RenderAsync(writer, context, Encoder).AsTask().GetAwaiter().GetResult();
    }

    private static string Resource(string file)
    {
        using var stream = typeof(HtmlFormat).Assembly.GetManifestResourceStream($"RuleEngine.Reporting.Html.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
