// Dropping files, following the work, and going from finding to finding: the pages are whole without.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- drop files
  const drop = document.querySelector("form.drop");
  if (drop) {
    const input = drop.querySelector("input[type=file]");
    drop.classList.add("live");
    drop.querySelector("button").hidden = true;  // what is chosen goes at once
    const tell = (text) => {
      const note = document.createElement("p");
      note.className = "note fail";
      note.textContent = text;
      document.getElementById("trouble").replaceChildren(note);
    };
    drop.addEventListener("submit", (event) => {
      const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
      if (size <= Number(drop.dataset.most)) return;
      event.preventDefault();
      tell(drop.dataset.large);
    });
    addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    addEventListener("dragleave", () => drop.classList.remove("over"));
    addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
    input.addEventListener("change", () => { if (input.files.length) drop.requestSubmit(); });
  }

  // ---- follow the work
  const pause = 600;
  const follow = async () => {
    try {
      const text = await (await fetch(location.pathname)).text();
      const fresh = new DOMParser().parseFromString(text, "text/html");
      const papers = fresh.getElementById("papers");
      if (!papers) { location.reload(); return; }
      for (const id of ["so-far", "way"]) {
        const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
        if (old.textContent !== now.textContent) old.replaceChildren(...now.childNodes);
      }
      const focused = document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.getAttribute("href");
      document.getElementById("papers").replaceChildren(...papers.childNodes);
      if (focused && document.activeElement === document.body) {
        all("#papers a, #papers button").find((one) => [one.getAttribute("aria-label"), one.getAttribute("href")].includes(focused))?.focus();
      }
      if (fresh.querySelector("main[data-busy]")) setTimeout(follow, pause);
    } catch {
      setTimeout(follow, 4 * pause);
    }
  };
  if (document.querySelector("main[data-busy]")) setTimeout(follow, pause);

  // ---- from finding to finding
  const walk = document.querySelector(".walk");
  if (!walk) return;
  const output = walk.querySelector("output");
  const paper = document.querySelector(".paper");
  const shown = () => all(".findings article.card:not([hidden])");
  let current = null;
  const count = () => {
    const cards = shown();
    const place = cards.indexOf(current) + 1;
    output.textContent = output.dataset.of.replace("##", cards.length).replace("#", place || "–");
  };
  const beside = () => paper && getComputedStyle(paper).position === "sticky";
  const reveal = (rule) => {
    const marks = all(".paper .mark").filter((mark) => mark.dataset.rule.split(" ").includes(rule));
    for (const mark of all(".paper .current")) mark.classList.remove("current");
    for (const mark of marks) mark.classList.add("current");
    if (!marks.length || !beside()) return;
    const box = marks[0].getBoundingClientRect(), pane = paper.getBoundingClientRect();
    paper.scrollTop += box.top - pane.top - pane.height / 3;
  };
  const choose = (card) => {
    current = card;
    reveal(card.dataset.rule);
    count();
  };
  const step = (by) => {
    const cards = shown();
    if (!cards.length) return;
    const at = cards.indexOf(current);
    const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    choose(next);
  };
  walk.hidden = false;
  walk.querySelector(".next").addEventListener("click", () => step(1));
  walk.querySelector(".previous").addEventListener("click", () => step(-1));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !walk.querySelector(".keys").checked) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    const by = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[event.key];
    if (by) { event.preventDefault(); step(by); }
  });
  for (const card of all(".findings article.card")) {
    card.addEventListener("focusin", () => choose(card));
    card.addEventListener("click", () => choose(card));
    card.querySelector("a.show")?.addEventListener("click", (event) => {
      choose(card);
      if (beside()) event.preventDefault();
    });
  }
  for (const mark of all(".paper .mark")) {
    mark.addEventListener("click", () => {
      const card = document.getElementById(mark.getAttribute("href").slice(1));
      if (card && !card.hidden) { card.focus({ preventScroll: true }); choose(card); }
    });
  }
  document.querySelector("form.tools")?.addEventListener("input", count);
  count();
})();
