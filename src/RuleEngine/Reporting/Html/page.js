(() => {
  "use strict";
  const table = document.getElementById("matrix");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const cells = rows.map(row => [...row.querySelectorAll("button")]);
  const texts = rows.map(row => `${row.cells[0].textContent} ${row.dataset.id}`.toLowerCase());
  const verdictOf = button => button.classList[0];
  const byId = id => document.getElementById(id);
  let evidence = null;
  const evidenceOf = (row, column) => (evidence ??= JSON.parse(byId("evidence").textContent)).rows[row][column];

  // Everything that comes from a proposal is set as text, never as markup.
  const make = (tag, text, className) => {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (className) node.className = className;
    return node;
  };

  const finding = (each, path) => {
    const node = make("div", undefined, "finding " + each.role);
    const line = make("p");
    line.append(make("b", `${each.role} ${each.id}`), (each.limb ? ` (${each.limb})` : "") + (each.severity ? ` [${each.severity}]: ` : ": "), each.message);
    node.append(line, make("p", `${path}:${each.line}:${each.column}${each.missing ? ", not stated:" : ""} ${each.address || "the whole"}`, "where"));
    if (each.excerpt) node.append(make("pre", each.excerpt));
    for (const related of each.related) node.append(make("p", `See line ${related.line}: ${related.message}`));
    if (each.waived) node.append(make("p", `Accepted: ${each.waived}`));
    if (each.note) node.append(make("p", `Note: ${each.note}`));
    if (each.source) node.append(make("p", `Source: ${each.source}`));
    return node;
  };

  const parts = {
    violated: [["violation", "What violates it"], ["gap", "What is open besides"]],
    undetermined: [["gap", "Which fact would decide"]],
    upheld: [], "not-applicable": [], error: [],
  };

  const show = (row, column, button) => {
    const found = evidenceOf(row, column);
    const path = rows[row].querySelector(".where").textContent;
    const holder = make("tr", undefined, "evidence");
    const cell = make("td");
    holder.id = `evidence-${row}-${column}`;
    holder.setAttribute("role", "row");
    cell.setAttribute("role", "gridcell");
    cell.colSpan = rows[row].cells.length;
    cell.append(make("h3", `${found.id} ${verdictOf(button)}: ${found.title}`));
    if (found.error) cell.append(make("p", found.error));
    const told = new Set();
    for (const [role, heading] of [...parts[verdictOf(button)], ["support", "What upholds it"], ["concern", "Worth a review"]]) {
      const findings = found.findings.filter(each => each.role === role);
      if (findings.length === 0 || told.has(role)) continue;
      told.add(role);
      cell.append(make("h4", heading), ...findings.map(each => finding(each, path)));
    }
    if (found.findings.length === 0 && !found.error) cell.append(make("p", "The principle does not apply."));
    holder.append(cell);
    let after = rows[row];
    while (after.nextElementSibling?.classList.contains("evidence")) after = after.nextElementSibling;
    after.after(holder);
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", holder.id);
  };

  const hide = button => {
    byId(button.getAttribute("aria-controls"))?.remove();
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
  };

  const isOpen = button => button.getAttribute("aria-expanded") === "true";
  const place = button => {
    const row = Number(button.closest("tr").dataset.row);
    return [row, cells[row].indexOf(button)];
  };

  // One cell takes part in the tab order; arrows move it.
  let current = cells[0][0];
  const focusable = button => {
    if (current) current.tabIndex = -1;
    current = button;
    if (current) current.tabIndex = 0;
  };
  focusable(current);

  body.addEventListener("click", event => {
    const button = event.target.closest("td button");
    if (!button) return;
    focusable(button);
    if (isOpen(button)) hide(button); else show(...place(button), button);
  });

  body.addEventListener("keydown", event => {
    const button = event.target.closest("td button");
    if (!button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [row, column] = place(button);
    const visible = [...body.rows].filter(each => each.dataset.row && !each.hidden).map(each => cells[each.dataset.row]);
    const at = visible.indexOf(cells[row]);
    const next = {
      ArrowRight: () => cells[row][column + 1],
      ArrowLeft: () => cells[row][column - 1],
      ArrowDown: () => visible[at + 1]?.[column],
      ArrowUp: () => visible[at - 1]?.[column],
      Home: () => cells[row][0],
      End: () => cells[row].at(-1),
    }[event.key];
    if (event.key === "Escape" && isOpen(button)) hide(button);
    if (!next) return;
    event.preventDefault();
    const target = next();
    if (target) {
      focusable(target);
      target.focus();
    }
  });

  const columns = new Map([...byId("principle").options].slice(1).map((option, index) => [option.value, index]));
  const filter = () => {
    const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdict = byId("verdict").value;
    const column = columns.get(byId("principle").value);
    const alignment = byId("alignment")?.value;
    const unaccepted = byId("unaccepted").checked;
    let count = 0;
    rows.forEach((row, index) => {
      const asked = column === undefined ? cells[index] : [cells[index][column]];
      const shown = words.every(word => texts[index].includes(word))
        && (!alignment || row.dataset.alignment === alignment)
        && (!verdict || asked.some(button => verdictOf(button) === verdict))
        && (!unaccepted || asked.some(button => verdictOf(button) === "violated" && !button.classList.contains("accepted")));
      row.hidden = !shown;
      count += shown ? 1 : 0;
      for (const button of shown ? [] : cells[index].filter(isOpen)) hide(button);
    });
    byId("count").textContent = `${count} of ${rows.length} proposals`;
    if (!current || current.closest("tr").hidden) focusable(cells[rows.findIndex(row => !row.hidden)]?.[0]);
  };
  byId("filters").addEventListener("input", filter);
  byId("filters").addEventListener("submit", event => event.preventDefault());

  const order = ["error", "violated", "undetermined", "upheld", "not-applicable"];
  const keys = {
    title: index => texts[index].trim(),
    verdict: index => order.indexOf(rows[index].cells[1].classList[0]),
  };
  table.tHead.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    const header = button.closest("th");
    const descending = header.getAttribute("aria-sort") === "ascending";
    for (const each of table.tHead.rows[0].cells) each.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const key = keys[button.dataset.sort] ?? (index => order.indexOf(verdictOf(cells[index][button.dataset.sort])));
    const values = rows.map((_, index) => key(index));
    const sorted = rows.map((_, index) => index).sort((one, other) =>
      (values[one] < values[other] ? -1 : values[one] > values[other] ? 1 : 0) * (descending ? -1 : 1) || one - other);
    for (const button of body.querySelectorAll("button[aria-expanded=true]")) hide(button);
    body.append(...sorted.map(index => rows[index]));
  });

  // Paper cannot be clicked: where there are few proposals, all evidence is printed.
  const most = 20;
  let opened = [];
  addEventListener("beforeprint", () => {
    const visible = rows.map((row, index) => (row.hidden ? -1 : index)).filter(index => index >= 0);
    if (visible.length > most) return;
    opened = visible.flatMap(index => cells[index]).filter(button => !isOpen(button));
    for (const button of opened) show(...place(button), button);
  });
  addEventListener("afterprint", () => {
    for (const button of opened) hide(button);
    opened = [];
  });
})();
