using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RuleEngine.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;
using Tables = Markdig.Extensions.Tables;

namespace RuleEngine.Cli;

/// <summary>Shows Markdown on a screen as a reader expects it; where output is redirected it stays Markdown.</summary>
internal static class MarkdownView
{
    private static readonly MarkdownPipeline Grammar = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static void Write(string markdown, Terminal terminal)
    {
        var printable = string.Join('\n', markdown.Split('\n').Select(Printable.Text));
        if (terminal.Width is null)
        {
            terminal.Out.Write(Encoding.UTF8.GetBytes(printable));
            return;
        }

        using var writer = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var canvas = terminal.Canvas(writer);
        var isFirst = true;
        foreach (var block in Markdown.Parse(printable, Grammar))
        {
            if (!isFirst)
                canvas.WriteLine();
            canvas.Write(new Rows(Shown(block)));
            isFirst = false;
        }
    }

    private static IRenderable Shown(Block block) => block switch
    {
        HeadingBlock heading => Lines(heading.Inline, heading.Level == 1 ? new Style(decoration: Decoration.Bold | Decoration.Underline) : new Style(decoration: Decoration.Bold)),
        LeafBlock { Inline: not null } paragraph => Lines(paragraph.Inline, Style.Plain),
        CodeBlock code => new Text(string.Join('\n', code.Lines.ToString().Split('\n').Select(line => "  " + line)), new Style(decoration: Decoration.Dim)),
        Tables.Table table => Shown(table),
        ListBlock list => new Rows(list.Cast<ListItemBlock>().Select(item => Marked(list.IsOrdered ? $"{item.Order}." : "-", new Rows(item.Select(Shown))))),
        ContainerBlock container => new Rows(container.Select(Shown)),
        _ => new Text(""),
    };

    private static Grid Marked(string mark, IRenderable item)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        return grid.AddRow(new Text(mark), item);
    }

    private static Table Shown(Tables.Table table)
    {
        var shown = new Table { Border = TableBorder.Simple };
        var rows = table.Cast<Tables.TableRow>().ToList();
        foreach (var cell in rows[0].Cast<Tables.TableCell>())
            shown.AddColumn(new TableColumn(Shown(cell)));
        foreach (var row in rows.Skip(1))
            shown.AddRow(row.Cast<Tables.TableCell>().Select(cell => Shown((Block)cell)));
        return shown;
    }

    private static Paragraph Lines(ContainerInline? inlines, Style style)
    {
        var paragraph = new Paragraph();
        Append(paragraph, inlines, style);
        return paragraph;
    }

    private static void Append(Paragraph paragraph, ContainerInline? inlines, Style style)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    paragraph.Append(literal.Content.ToString(), style);
                    break;
                case CodeInline code:
                    paragraph.Append(code.Content, style.Foreground(Color.Teal));
                    break;
                case HtmlEntityInline entity:
                    paragraph.Append(entity.Transcoded.ToString(), style);
                    break;
                case LineBreakInline lineBreak:
                    paragraph.Append(lineBreak.IsHard ? "\n" : " ", style);
                    break;
                case EmphasisInline emphasis:
                    Append(paragraph, emphasis, new Style(style.Foreground, style.Background, style.Decoration | (emphasis.DelimiterCount == 2 ? Decoration.Bold : Decoration.Italic)));
                    break;
                case LinkInline link:
                    Append(paragraph, link, style);
                    paragraph.Append($" ({link.Url})", style);
                    break;
                case ContainerInline container:
                    Append(paragraph, container, style);
                    break;
            }
        }
    }
}
