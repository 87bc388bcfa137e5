(() => {
  "use strict";
  const size = 50;
  const byId = id => document.getElementById(id);
  // Of a proposal: id, title, path, line, its verdict and those of the principles as one digit each, its findings as number and line in turn, its alignment's number.
  const { verdicts, symbols, principles, findings, alignments, rows } = JSON.parse(byId("data").textContent);
  const [ID, TITLE, PATH, LINE, VERDICTS, FOUND, ALIGNMENT] = [0, 1, 2, 3, 4, 5, 6];
  const body = byId("list").tBodies[0];
  const texts = rows.map(row => `${row[TITLE]} ${row[ID]} ${row[PATH]}`.toLowerCase());
  let shown = [];
  let page = 0;

  // Everything that comes from a proposal is set as text, never as markup.
  const make = (tag, text, className) => {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (className) node.className = className;
    return node;
  };

  const verdict = (digit, principle) => {
    const cell = make("td");
    const word = verdicts[digit];
    const mark = make("span", principle === undefined ? `${symbols[digit]} ${word}` : symbols[digit], word);
    if (principle !== undefined) {
      mark.title = `${principle} ${word}`;
      mark.setAttribute("role", "img");
      mark.setAttribute("aria-label", `${principle} ${word}`);
    }
    cell.append(mark);
    return cell;
  };

  const line = index => {
    const row = rows[index];
    const node = make("tr");
    const name = make("th");
    name.scope = "row";
    name.append(make("span", row[TITLE]), document.createElement("br"), make("span", `${row[PATH]}:${row[LINE]}`, "where"));
    if (row[ALIGNMENT] >= 0) name.append(make("span", ` ${alignments[row[ALIGNMENT]]}`, "alignment"));
    node.append(name, verdict(row[VERDICTS][0]), ...principles.map((principle, at) => verdict(row[VERDICTS][at + 1], principle)));
    const found = make("td", undefined, "findings");
    for (let at = 0; at < row[FOUND].length; at += 2) {
      const [id, role, title] = findings[row[FOUND][at]];
      const one = make("span", `${id}:${row[FOUND][at + 1]}`);
      one.title = `${role}: ${title} (line ${row[FOUND][at + 1]})`;
      found.append(one, " ");
    }
    node.append(found);
    return node;
  };

  const show = () => {
    const last = Math.max(0, Math.ceil(shown.length / size) - 1);
    page = Math.min(Math.max(0, page), last);
    body.replaceChildren(...shown.slice(page * size, (page + 1) * size).map(line));
    byId("page").textContent = `page ${page + 1} of ${last + 1}`;
    byId("count").textContent = `${shown.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")} proposals`;
    for (const button of document.querySelectorAll("[data-page]"))
      button.disabled = ["first", "back"].includes(button.dataset.page) ? page === 0 : page === last;
  };

  const filter = () => {
    const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const digit = verdicts.indexOf(byId("verdict").value);
    const column = principles.indexOf(byId("principle").value) + 1;
    const kind = alignments.indexOf(byId("alignment").value);
    const id = byId("finding").value.trim().toUpperCase();
    const asked = id ? findings.findIndex(finding => finding[0] === id) : -1;
    const has = row => { for (let at = 0; at < row[FOUND].length; at += 2) if (row[FOUND][at] === asked) return true; return false; };
    shown = [];
    for (let index = 0; index < rows.length; index++) {
      if (words.every(word => texts[index].includes(word)) && (digit < 0 || Number(rows[index][VERDICTS][column]) === digit) && (!id || has(rows[index])) && (kind < 0 || rows[index][ALIGNMENT] === kind)) shown.push(index);
    }
    const sort = byId("sort").value;
    if (sort === "verdict") shown.sort((one, other) => rows[one][VERDICTS][column] - rows[other][VERDICTS][column] || one - other);
    if (sort === "title") shown.sort((one, other) => (texts[one] < texts[other] ? -1 : texts[one] > texts[other] ? 1 : one - other));
    page = 0;
    show();
  };

  byId("filters").addEventListener("input", filter);
  byId("filters").addEventListener("reset", () => setTimeout(filter));
  byId("filters").addEventListener("submit", event => event.preventDefault());
  document.addEventListener("click", event => {
    const { page: to, principle, verdict: word, finding, alignment } = event.target.dataset ?? {};
    if (to) {
      page = { first: 0, back: page - 1, next: page + 1, last: Infinity }[to];
      if (page === Infinity) page = rows.length;
      show();
    } else if (principle || finding || alignment) {
      byId("find").value = "";
      byId("alignment").value = alignment ?? "";
      byId("principle").value = principle ?? "";
      byId("verdict").value = principle ? word : "";
      byId("finding").value = finding ?? "";
      filter();
      byId("proposals").scrollIntoView();
    }
  });
  filter();
})();
