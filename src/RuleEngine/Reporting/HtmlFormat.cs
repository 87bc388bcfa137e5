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
/// evidence; of very many proposals an overview. Its policy lets run the one script that it carries and load nothing, whatever a proposal's title holds.
/// </summary>
public sealed class HtmlFormat : ReportFormat
{
    /// <summary>A browser bears so many proposals with all their evidence; of more, the page is an overview.</summary>
    internal const int MostRows = 2000;

    /// <summary>Where the number of principles goes.</summary>
    private const string Columns = "@principles";

    /// <summary>Where the evidence goes, which is written straight to the output.</summary>
    private const string Evidence = "@evidence";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        if (report.Summary.Checked > MostRows)
        {
            var overview = new HtmlOverview(report);
            Write(overview, "overview.liquid", Resource("page.css").Replace(Columns, "1") + Resource("overview.css"), Resource("overview.js"), overview.WriteData, output);
            return;
        }

        var page = new HtmlPage(report);
        var style = Resource("page.css").Replace(Columns, page.Principles.Count.ToString(CultureInfo.InvariantCulture));
        Write(page, "page.liquid", style, Resource("page.js"), json => HtmlEvidence.Write(report, json), output);
    }

    private static void Write(object page, string file, string style, string script, Action<Utf8JsonWriter> writeData, Stream output)
    {
        var context = new TemplateContext(page, new TemplateOptions { MemberAccessStrategy = new UnsafeMemberAccessStrategy() });
        foreach (var (name, text) in new[] { ("Style", style), ("Script", script) })
        {
            context.SetValue(name, text);
            context.SetValue($"{name}Hash", $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
        }

        var template = Resource(file);
        var at = template.IndexOf(Evidence, StringComparison.Ordinal);
        Write(template[..at], context, output);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
            writeData(json);
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
