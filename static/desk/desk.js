// The desk by keyboard, and passages that light up together with their rows. Works on what the page already shows; without it every button still works.
"use strict";
(() => {
  const TYPING = "input, select, textarea, [contenteditable]";

  const light = (name) => {
    for (const shown of document.querySelectorAll(".now")) shown.classList.remove("now");
    if (!name) return null;
    const row = document.getElementById(name);
    if (row) row.classList.add("now");
    for (const mark of document.querySelectorAll("mark[data-rows]")) if (mark.dataset.rows.split(" ").includes(name)) mark.classList.add("now");
    return row;
  };

  const press = (selector) => {
    const found = document.querySelector(selector);
    if (found) found.click();
    return Boolean(found);
  };

  // On a list of drafts the keys go from title to title.
  const step = (by) => {
    const titles = [...document.querySelectorAll(".drafts-list th[scope=row] > a")];
    const at = titles.indexOf(document.activeElement);
    const next = titles[at < 0 ? (by > 0 ? 0 : titles.length - 1) : at + by];
    if (next) next.focus();
    return Boolean(next);
  };

  // A fault leads to its field: the row opens, and the field has the focus.
  const toField = (link) => {
    const field = document.querySelector(`[form="decision"][name="${CSS.escape(link.dataset.field)}"]:not([type=hidden])`);
    const change = field && field.closest("details");
    if (change) change.open = true;
    if (field) field.focus();
    return Boolean(field);
  };

  const keys = {
    j: () => press("[data-next]") || step(1),
    k: () => press("[data-previous]") || step(-1),
    a: () => press("[data-accept]"),
    e: () => {
      for (const change of document.querySelectorAll(".row > details.change")) change.open = true;
      const first = document.querySelector(".row > details.change input:not([type=hidden]), .row > details.change select");
      if (first) first.focus();
      return Boolean(first);
    },
    x: () => {
      const reject = document.querySelector("details[data-reject]");
      if (!reject) return false;
      reject.open = true;
      reject.querySelector("input:not([type=hidden])").focus();
      return true;
    },
    "?": () => {
      const help = document.querySelector("dialog[data-help]");
      if (help) help.showModal();
      return Boolean(help);
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches(TYPING)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPING) || document.querySelector("dialog[open]")) return;
    if (keys[event.key] && keys[event.key]()) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-rows]");
    if (mark) {
      const row = light(mark.dataset.rows.split(" ")[0]);
      if (row) row.scrollIntoView({ block: "nearest" });
    }
    const help = event.target.closest("[data-open-help]");
    if (help) keys["?"]();
    const fault = event.target.closest("a[data-field]");
    if (fault && toField(fault)) event.preventDefault();
    const close = event.target.closest("[data-close-help]");
    if (close) close.closest("dialog").close();
  });

  // What was sent and refused: the first field that stands in the way has the focus.
  const refused = document.querySelector(".messages .error") && document.querySelector("a[data-field]");
  if (refused) toField(refused);

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest(".row[id]");
    if (!row) return;
    light(row.id);
    const mark = document.querySelector("mark.now");
    if (mark && window.innerWidth > 800) mark.scrollIntoView({ block: "nearest" });
  });
})();
