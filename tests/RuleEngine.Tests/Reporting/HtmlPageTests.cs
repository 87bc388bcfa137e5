using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Reporting;

/// <summary>The HTML page in a real browser, as its readers use it. Where the machine has no Chromium, these are skipped.</summary>
[Parallelizable(ParallelScope.None)]
public class HtmlPageTests
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private TemporaryFolder _folder = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IBrowserContext? _context;
    private readonly List<string> _complaints = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        _folder = new TemporaryFolder();
        if (Array.Find(Browsers, File.Exists) is not { } executable)
        {
            Assert.Ignore($"There is no Chromium: {string.Join(", ", Browsers)}.");
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, ChromiumSandbox = false });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        _folder.Dispose();
    }

    [TearDown]
    public async Task NothingWasComplainedOf()
    {
        if (_context is not null)
            await _context.CloseAsync();
        _context = null;
        Assert.That(_complaints, Is.Empty);
        _complaints.Clear();
    }

    [Test]
    public async Task A_verdict_opens_its_evidence_with_the_lines_of_the_clause_and_closes_it()
    {
        var page = await Shown(Shipped.Examples);
        var cell = page.GetByRole(AriaRole.Row, new() { Name = "North Atlantic Treaty (1949)" }).GetByRole(AriaRole.Button, new() { Name = "FA2 violated" });
        await cell.ClickAsync();
        Assert.That(await cell.GetAttributeAsync("aria-expanded"), Is.EqualTo("true"));
        var evidence = page.Locator("tr.evidence");
        var text = await evidence.InnerTextAsync();
        Assert.That(text, Does.Contain("What violates it").And.Contain("violation FA201 (alliance): Article 5 (defense) binds Belgium")
            .And.Contain("\"kind\": \"defense\", \"trigger\": \"armed-attack\"").And.Contain("Note: Each chooses its means").And.Contain("Source: United Nations Treaty Series")
            .And.Contain("rules/examples/north-atlantic-treaty-1949.json:68:9"));
        await cell.ClickAsync();
        Assert.That(await evidence.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task What_is_undetermined_says_which_fact_would_decide()
    {
        var page = await Shown(Shipped.Examples);
        await page.GetByRole(AriaRole.Row, new() { Name = "North Atlantic Treaty (1949)" }).GetByRole(AriaRole.Button, new() { Name = "EF4 undetermined" }).ClickAsync();
        Assert.That(await page.Locator("tr.evidence").InnerTextAsync(), Does.Contain("Which fact would decide").And.Contain("a functional threat would decide."));
    }

    [Test]
    public async Task Filters_leave_the_proposals_that_are_asked_for()
    {
        var page = await Shown(Shipped.Examples);
        var rows = page.Locator("tbody tr[data-row]:visible");
        Assert.That(await rows.CountAsync(), Is.EqualTo(18));
        await page.GetByLabel("Find").FillAsync("treaty 1949");
        Assert.That(await rows.CountAsync(), Is.EqualTo(1));
        Assert.That(await page.GetByRole(AriaRole.Status).InnerTextAsync(), Is.EqualTo("1 of 18 proposals"));
        await page.GetByLabel("Find").FillAsync("");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Verdict" }).SelectOptionAsync("violated");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "on" }).SelectOptionAsync("EF3");
        var shown = await rows.CountAsync();
        Assert.That(shown, Is.InRange(1, 17));
        Assert.That(await page.Locator("tbody tr[data-row]:visible button.violated[aria-label^=EF3]").CountAsync(), Is.EqualTo(shown));
    }

    [Test]
    public async Task The_alignment_is_shown_and_filtered_by()
    {
        var page = await Shown(Shipped.Examples);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Alignment" }).SelectOptionAsync("alliance");
        var shown = await page.Locator("tbody tr[data-row]:visible .alignment").AllInnerTextsAsync();
        Assert.That(shown, Has.All.StartsWith("alliance, by Article "));
        Assert.That(shown, Has.Count.EqualTo(Shipped.Examples.Results.Count(result => result.Alignment!.Kind.Text == "alliance")));
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Alignment" }).SelectOptionAsync("quasi-alliance");
        Assert.That(await page.Locator("tbody tr[data-row]:visible .title").AllInnerTextsAsync(), Is.EqualTo(new[] { "Treaty on Comprehensive Strategic Partnership between Russia and Iran (2025)" }));
    }

    [Test]
    public async Task Columns_sort_both_ways_and_stay_stable()
    {
        var page = await Shown(Shipped.Examples);
        var titles = page.Locator("tbody .title");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Proposal" }).GetByRole(AriaRole.Button).ClickAsync();
        var up = await titles.AllInnerTextsAsync();
        Assert.That(up, Is.Ordered.Using((IComparer<string>)StringComparer.OrdinalIgnoreCase));
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Proposal" }).GetByRole(AriaRole.Button).ClickAsync();
        Assert.That(await titles.AllInnerTextsAsync(), Is.EqualTo(up.Reverse()));
        Assert.That(await page.GetByRole(AriaRole.Columnheader, new() { Name = "Proposal" }).GetAttributeAsync("aria-sort"), Is.EqualTo("descending"));
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "FA2" }).GetByRole(AriaRole.Button).ClickAsync();
        var verdicts = await page.Locator("tbody button[aria-label^=FA2]").EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.className)");
        Assert.That(verdicts.Select(verdict => Array.IndexOf(["error", "violated", "undetermined", "upheld"], verdict)), Is.Ordered, "The worst first.");
    }

    [Test]
    public async Task The_keyboard_reaches_everything()
    {
        var page = await Shown(Shipped.Examples);
        await page.GetByRole(AriaRole.Columnheader, new() { Name = Shipped.Pack.Principles[^1].Id }).GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-controls')"), Is.EqualTo("evidence-1-1"));
        Assert.That(await page.Locator("#evidence-1-1").IsVisibleAsync(), Is.True);
        await page.Keyboard.PressAsync("Escape");
        Assert.That(await page.Locator("tr.evidence").CountAsync(), Is.Zero);
        await page.Keyboard.PressAsync("End");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"), Does.StartWith(Shipped.Pack.Principles[^1].Id + " "));
        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.EvaluateAsync<bool>("document.activeElement.closest('#matrix tbody') === null"), Is.True, "The table is one stop of the tab key.");
    }

    [TestCase(1200, ColorScheme.Light)]
    [TestCase(1200, ColorScheme.Dark)]
    [TestCase(1030, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task A_screen_reader_and_weak_eyes_are_served(int width, ColorScheme scheme)
    {
        foreach (var report in new[] { Shipped.Examples, SampleReport.Make() })
        {
            var page = await Shown(report, width, scheme);
            await page.Locator("tbody button:visible").First.ClickAsync();
            var violations = (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes.FirstOrDefault()?.Html}");
            Assert.That(violations, Is.Empty);
            Assert.That(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), Is.True, "Nothing sticks out to the side.");
            await _context!.CloseAsync();
        }
    }

    [Test]
    public async Task Hostile_text_is_shown_and_never_executed()
    {
        const string hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>{{ 7 | times: 6 }}@evidence\\u202e";
        var json = $$"""
            { "id": "a", "title": "{{hostile}}", "parties": [{ "id": "x", "name": "{{hostile}}" }, { "id": "y", "name": "Y" }],
              "articles": [{ "number": "{{hostile}}", "provisions": [{ "kind": "defense", "note": "{{hostile}}", "source": { "title": "{{hostile}}" } }] }] }
            """;
        var path = "<b>a</b>.json";
        var page = await Shown(new Report(Tool.With(Shipped.Pack), [Shipped.Checker.Check(ProposalFile.Read(path, Encoding.UTF8.GetBytes(json)), path)], [], []));
        await page.GetByRole(AriaRole.Button, new() { Name = "FA2 violated" }).ClickAsync();
        var shown = await page.Locator("body").InnerTextAsync();
        Assert.That(shown, Does.Contain("<img src=x onerror=alert(1)></script><script>alert(2)</script>{{ 7 | times: 6 }}@evidence\\u202E").And.Contain("<b>a</b>.json").And.Contain("Note: <img"));
        Assert.That(await page.Locator("img, .where b").CountAsync(), Is.Zero);
        Assert.That(await page.TitleAsync(), Does.StartWith("Verdicts on <img"));
    }

    [Test]
    public async Task Two_thousand_proposals_stay_usable()
    {
        var outcomes = Shipped.Examples.Outcomes.ToList();
        var page = await Shown(new Report(Tool.With(Shipped.Pack), [.. Enumerable.Range(0, 2000).Select(index => outcomes[index % outcomes.Count])], [], []));
        var times = await page.EvaluateAsync<double[]>("""
            () => {
              const time = act => { const start = performance.now(); act(); document.body.offsetHeight; return performance.now() - start; };
              const find = document.getElementById("find");
              return [
                time(() => { find.value = "1949"; find.dispatchEvent(new Event("input", { bubbles: true })); }),
                time(() => { find.value = ""; find.dispatchEvent(new Event("input", { bubbles: true })); }),
                time(() => document.querySelector("[data-sort=title]").click()),
                time(() => document.querySelector("tbody button").click())];
            }
            """);
        TestContext.Out.WriteLine($"ms to filter, to show all again, to sort, to open: {string.Join(", ", times.Select(time => time.ToString("0")))}");
        Assert.That(await page.Locator("tr.evidence").CountAsync(), Is.EqualTo(1));
        var put = await page.Locator("tbody tr[data-row]").EvaluateAllAsync<string[]>("rows => rows.map(row => getComputedStyle(row).contentVisibility)");
        Assert.That(put, Has.Length.EqualTo(2000).And.All.EqualTo("auto"), "Rows out of sight are not laid out: without that, sorting took 1.3 s where it takes 0.05 s.");
    }

    [TestCase(1200, ColorScheme.Light)]
    [TestCase(375, ColorScheme.Dark)]
    public async Task Forty_thousand_proposals_are_an_overview_of_which_a_page_is_shown_at_a_time(int width, ColorScheme scheme)
    {
        var outcomes = SampleReport.Make().Outcomes.Concat(Shipped.Examples.Outcomes).OfType<ProposalResult>().ToList();
        var page = await Shown(new Report(Tool.With(Shipped.Pack), Enumerable.Range(0, 40_000).Select(index => outcomes[index % outcomes.Count]), [], []), width, scheme);
        var rows = page.Locator("#list tbody tr");
        var status = page.GetByRole(AriaRole.Status);
        Assert.That(await page.TitleAsync(), Is.EqualTo("Verdicts on 40,000 proposals"));
        Assert.That((await rows.CountAsync(), await status.InnerTextAsync()), Is.EqualTo((50, "40,000 of 40,000 proposals")));
        Assert.That(await page.Locator("img").CountAsync(), Is.Zero, "hostile titles are text");
        Assert.That((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes.FirstOrDefault()?.Html}"), Is.Empty);

        await page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
        Assert.That(await page.Locator("#page").InnerTextAsync(), Is.EqualTo("page 2 of 800"));
        var counted = page.GetByRole(AriaRole.Button, new() { Name = "on which FA2 is violated" });
        var count = await counted.InnerTextAsync();
        await counted.ClickAsync();
        Assert.That(await status.InnerTextAsync(), Is.EqualTo($"{count} of 40,000 proposals"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "FA201", Exact = true }).ClickAsync();
        Assert.That(await rows.First.InnerTextAsync(), Does.Contain("FA201:"));
        await page.GetByRole(AriaRole.Button, new() { Name = "quasi-alliance", Exact = true }).ClickAsync();
        Assert.That(await rows.First.InnerTextAsync(), Does.Contain("Russia and Iran (2025)").And.Contain("quasi-alliance"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("north atlantic");
        Assert.That(await rows.First.InnerTextAsync(), Does.Contain("North Atlantic Treaty (1949)").And.Contain("rules/examples/north-atlantic-treaty-1949.json:"));
        var times = await page.EvaluateAsync<double[]>("""
            () => {
              const time = act => { const start = performance.now(); act(); document.body.offsetHeight; return performance.now() - start; };
              const change = (id, value) => () => { document.getElementById(id).value = value; document.getElementById(id).dispatchEvent(new Event("input", { bubbles: true })); };
              return [time(change("find", "1949")), time(change("find", "")), time(change("sort", "title")), time(change("sort", "verdict"))];
            }
            """);
        TestContext.Out.WriteLine($"ms to find, to show all again, to sort by title, by verdict: {string.Join(", ", times.Select(time => time.ToString("0")))}");
    }

    [Test]
    public async Task Paper_has_all_evidence_of_a_few_proposals()
    {
        var page = await Shown(new Report(Tool.With(Shipped.Pack), [.. Shipped.Examples.Outcomes.Take(2)], [], []));
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.That(await page.Locator("tr.evidence").CountAsync(), Is.EqualTo(2 * Shipped.Pack.Principles.Count));
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.That(await page.Locator("tr.evidence").CountAsync(), Is.Zero);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.That(await page.Locator("form").IsVisibleAsync(), Is.False);
        Assert.That((await page.PdfAsync()).Length, Is.GreaterThan(10_000));
    }

    [Test]
    public async Task A_report_without_a_proposal_is_a_page_too()
    {
        var page = await Shown(new Report(Tool.With(Shipped.Pack), [], [new RuleEngine.Model.Faults.Fault(RuleEngine.Model.Faults.RuleFaults.NoPack, "nowhere", "There is no folder nowhere.")], []));
        Assert.That(await page.Locator("body").InnerTextAsync(), Does.Contain("What could not be done").And.Contain("RP010 There is no folder nowhere."));
    }

    [Test, Explicit("It writes pictures for a reader to look at: artifacts/pages/*.png and print.pdf.")]
    public async Task Pictures()
    {
        var pictures = Directory.CreateDirectory(Repository.PathOf("artifacts/pages")).FullName;
        foreach (var (name, width, scheme) in new[] { ("light", 1200, ColorScheme.Light), ("dark", 1200, ColorScheme.Dark), ("narrow", 375, ColorScheme.Light) })
        {
            var page = await Shown(Shipped.Examples, width, scheme);
            await page.GetByRole(AriaRole.Row, new() { Name = "Treaty on Collective Security" }).GetByRole(AriaRole.Button, new() { Name = "FA2 violated" }).ClickAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, name + ".png"), FullPage = true });
            await _context!.CloseAsync();
        }

        var sample = await Shown(SampleReport.Make());
        await sample.GetByRole(AriaRole.Button, new() { Name = "IV1 violated, accepted" }).ClickAsync();
        await sample.ScreenshotAsync(new() { Path = Path.Combine(pictures, "sample.png"), FullPage = true });
        await sample.PdfAsync(new() { Path = Path.Combine(pictures, "print.pdf") });
    }

    /// <summary>The report's page, opened from its file; the browser's complaints are collected, and it cannot reach a network.</summary>
    private async Task<IPage> Shown(Report report, int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var file = _folder.Write("page.html", Written.In("html", report));
        _context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Offline = true });
        var page = await _context.NewPageAsync();
        page.Console += (_, message) => _complaints.Add(message.Text);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.EndsWith("page.html", StringComparison.Ordinal))
                _complaints.Add(request.Url);
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }
}
