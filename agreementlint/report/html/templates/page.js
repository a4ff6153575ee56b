// Filtering, sorting and copying: the page is whole without them.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- filter
  const form = document.querySelector("form.tools");
  if (form) {
    const cards = all("article.card[data-verdict]").map((card) => ({
      card,
      words: (card.textContent + " " + (card.closest(".document")?.querySelector("h2, h3")?.textContent ?? "")).toLowerCase(),
    }));
    const rows = all("main table.sortable tbody tr, .matrix tbody tr")
      .map((row) => ({ row, words: row.textContent.toLowerCase() }));
    const findings = cards.filter(({ card }) => !card.matches(".pass")).length;
    const output = form.querySelector("output");
    const wish = (name) => form.elements[name]?.value ?? "";
    const apply = () => {
      const words = wish("words").trim().toLowerCase();
      const wishes = ["verdict", "severity", "rule"].map((name) => [name, wish(name)]).filter(([, value]) => value);
      let shown = 0;
      for (const { card, words: own } of cards) {
        const fits = own.includes(words) && wishes.every(([name, value]) => card.dataset[name] === value);
        card.hidden = !fits;
        shown += fits && !card.matches(".pass") ? 1 : 0;
      }
      for (const { row, words: own } of rows) row.hidden = !own.includes(words);
      for (const group of all(".group")) group.hidden = !group.querySelector(".card:not([hidden])");
      const some = words !== "" || wishes.length > 0;
      for (const section of all("#agreements > .document")) {
        const found = section.querySelector(".card:not([hidden])") !== null;
        section.hidden = some && !found && (wishes.length > 0 || !section.textContent.toLowerCase().includes(words));
      }
      for (const rest of all(".document details.others")) rest.hidden = some;
      output.textContent = output.dataset.one.replace("##", findings).replace("#", shown);
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  // ---- sort
  const lang = document.documentElement.lang;
  const compare = new Intl.Collator(lang, { numeric: true }).compare;
  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  for (const table of all("table.sortable")) {
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.ariaSort !== "ascending";
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.ariaSort = up ? "ascending" : "descending";
        const body = table.tBodies[0];
        const rows = [...body.rows].sort((a, b) => compare(key(a, column), key(b, column)));
        body.append(...(up ? rows : rows.reverse()));
      });
    });
  }

  // ---- copy
  for (const button of all("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.closest(".clause").querySelector(".text");
      try {
        await navigator.clipboard.writeText(text.textContent);
      } catch {
        getSelection().selectAllChildren(text);
        document.execCommand("copy");
      }
      button.textContent = button.dataset.done;
    });
  }

  // ---- a link into what is folded unfolds it; a print shows all
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
    target.querySelector(":scope > details")?.setAttribute("open", "");
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();
  let folded = [];
  addEventListener("beforeprint", () => {
    const rest = document.getElementById("matrix") ? ":not(.document .others)" : "";  // the matrix has it
    folded = all("details:not([open])" + rest);
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of folded) one.open = false; });
})();
