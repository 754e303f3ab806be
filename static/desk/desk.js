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

  const keys = {
    j: () => press("[data-next]"),
    k: () => press("[data-previous]"),
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
    const close = event.target.closest("[data-close-help]");
    if (close) close.closest("dialog").close();
  });

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest(".row[id]");
    if (!row) return;
    light(row.id);
    const mark = document.querySelector("mark.now");
    if (mark && window.innerWidth > 800) mark.scrollIntoView({ block: "nearest" });
  });
})();
