// One conflict by keyboard: a number goes to that way of settling it, Enter there does it, and what it would do is said as it is filled in. Without this every button still works.
"use strict";
(() => {
  if (window.htmx) document.documentElement.classList.add("live"); // the effect follows what is chosen, with no button
  const TYPING = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]";

  const choose = (number) => {
    const offer = document.querySelector(`[data-offer="${number}"]`);
    if (!offer) return false;
    const field = offer.querySelector("input:checked") || offer.querySelector("input:not([type=hidden]):not([type=checkbox]), select, input[type=checkbox]") || offer.querySelector("button.primary");
    (field || offer).focus();
    offer.scrollIntoView({ block: "nearest" });
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TYPING) || document.querySelector("dialog[open]")) return;
    if (/^[1-9]$/.test(event.key) && choose(event.key)) event.preventDefault();
    if (event.key === "u") {
      const undo = document.querySelector("[data-undo]");
      if (undo) undo.focus();
    }
  });
})();
