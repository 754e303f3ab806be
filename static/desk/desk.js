// The keys that every page of the desk has, and the help that lists them. Works on what the page already shows; without it every button still works.
"use strict";
(() => {
  const TYPING = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";
  const LEADS_MILLISECONDS = 1500; // within which `i` follows `g`
  let lead = 0;

  const press = (selector) => {
    const found = [...document.querySelectorAll(selector)].find((each) => !each.disabled);
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
  const toField = (name) => {
    const field = document.querySelector(`[form="decision"][name="${CSS.escape(name)}"]:not([type=hidden])`);
    for (let at = field && field.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    if (field) field.focus();
    return Boolean(field);
  };

  // Each answers whether it did something; a room adds its own.
  const keys = {
    j: () => press("[data-next]") || step(1),
    k: () => press("[data-previous]") || step(-1),
    a: () => press("[data-accept]"),
    u: () => press("[data-decisions] form[data-own] button"),
    "g i": () => { window.location.assign("/desk/"); return true; },
    "?": () => {
      const help = document.querySelector("dialog[data-help]");
      if (help && !help.open) help.showModal();
      return Boolean(help);
    },
  };

  const named = (event) => {
    if (event.key === "i" && Date.now() - lead < LEADS_MILLISECONDS) return "g i";
    lead = event.key === "g" ? Date.now() : 0;
    return event.key;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape" && event.target.matches(TYPING)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPING) || document.querySelector("dialog[open]")) return;
    const key = named(event);
    if (keys[key] && keys[key](event)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    if (button) {
      const dialog = button.closest("dialog");
      if (dialog) dialog.close();
      if (keys[button.dataset.key]) keys[button.dataset.key](event);
    }
    const fault = event.target.closest("a[data-field]");
    if (fault && toField(fault.dataset.field)) event.preventDefault();
    if (event.target.closest("[data-open-help]")) keys["?"]();
    const close = event.target.closest("[data-close-help]");
    if (close) close.closest("dialog").close();
  });

  // What was sent and refused: the first field that stands in the way has the focus.
  const refused = document.querySelector(".messages .error") && document.querySelector("a[data-field]");
  if (refused) toField(refused.dataset.field);

  window.desk = { keys, press, toField, TYPING };
})();
