// Quick entry as one types: asks what the form would do, shows it beside, and lets the keyboard do everything. Without it the buttons do the same.
"use strict";
(() => {
  const form = document.getElementById("announce");
  const answer = document.getElementById("answer");
  if (!form || !answer) return;
  const WAIT = 250; // milliseconds after the last key
  const TYPING = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]";
  const QUIET = new Set(["pasted", "note"]); // fields that change nothing of the answer
  let timer = 0;
  let asked = 0;
  let pending = null;
  let sent = false;
  const touched = new Set(); // names of fields that a person changed

  const named = (name) => form.elements.namedItem(name);

  // What the server says of each field goes under it; what it does not name is emptied.
  const place = (notes) => {
    const told = new Map([...notes.querySelectorAll("[data-note]")].map((note) => [note.dataset.note, note.innerHTML]));
    for (const slot of form.querySelectorAll("[id^=note-]")) slot.innerHTML = told.get(slot.id.slice("note-".length)) || "";
    for (const row of form.querySelectorAll(".row")) row.classList.toggle("wrong", Boolean(row.querySelector(".note.fault")));
    const amount = named("amount").value.trim();
    const currency = named("currency");
    if (amount && notes.dataset.currency && document.activeElement !== currency) currency.value = notes.dataset.currency;
    for (const name of notes.dataset.asked.split(" ")) ask(name);
    fromAddress(notes.dataset);
  };

  // Who publishes at the address, while nobody said otherwise.
  const fromAddress = (known) => {
    if (!known.publisher || named("publisher").value || touched.has("publisher")) return;
    for (const name of ["publisher", "klass", "tier"]) if (!touched.has(name)) named(name).value = known[name];
  };

  // One of the initiatives that may be meant.
  const meant = (button) => {
    document.getElementById("f-initiative").value = button.dataset.choose;
    form.querySelector("[data-picker-slug][name=initiative-slug]").value = button.value;
    document.getElementById("f-initiative").focus();
    check();
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-choose]");
    if (!button) return;
    event.preventDefault();
    meant(button);
  });

  // A field that matters now comes out from under “More”.
  const ask = (name) => {
    const row = name && document.querySelector(`details.further [data-row="${name}"]`);
    if (row) form.querySelector("[data-place]").before(row);
  };

  const show = (markup) => {
    const focused = answer.contains(document.activeElement) ? document.activeElement : null;
    const again = focused && (focused.id ? `#${CSS.escape(focused.id)}` : focused.name ? `[name="${focused.name}"]` : `[${["data-publish", "data-keep"].find((mark) => focused.hasAttribute(mark)) || "id=effect-heading"}]`);
    const heading = document.getElementById("effect-heading").textContent;
    answer.innerHTML = markup; // our own server's, escaped there
    place(answer.querySelector("[data-notes]"));
    if (again) answer.querySelector(again)?.focus();
    return heading !== document.getElementById("effect-heading").textContent;
  };

  // Asks now; true where the effect is another one than the one that was shown.
  const check = () => {
    clearTimeout(timer);
    timer = 0;
    const number = (asked += 1);
    answer.classList.add("waiting-for");
    pending = (async () => {
      try {
        const reply = await fetch(form.dataset.check, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } });
        if (number !== asked) return pending;
        if (!reply.ok || reply.redirected) throw new Error(String(reply.status));
        return show(await reply.text());
      } catch {
        if (number === asked) document.getElementById("effect-heading").textContent = "The server does not answer. Nothing that was typed is lost; it is asked again with the next key.";
        return true;
      } finally {
        if (number === asked) { answer.classList.remove("waiting-for"); pending = null; }
      }
    })();
    return pending;
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  };

  form.addEventListener("input", (event) => {
    touched.add(event.target.name);
    if (event.target.name === "initiative") named("initiative-new").value = "";
    if (!QUIET.has(event.target.name)) later();
  });
  document.addEventListener("change", (event) => {
    if (event.target.form !== form) return;
    if (event.target.matches("[data-new]")) toggleNew(event.target.checked);
    if (event.target.name !== "pasted") check();
  });

  const toggleNew = (on) => {
    document.getElementById("new-initiative").hidden = !on;
    form.querySelector("[data-new]").checked = on;
  };
  form.addEventListener("picker:new", (event) => {
    if (event.target.name !== "initiative") return;
    toggleNew(true);
    form.querySelector("[name=new_countries]").focus();
    check();
  });
  form.addEventListener("picker:chosen", (event) => {
    if (event.target.name === "initiative") toggleNew(false);
  });

  // What is published is what was shown: while it is being asked for, the answer comes first, and another effect is looked at first.
  const press = async (selector) => {
    const waited = timer || pending;
    const changed = timer ? await check() : pending ? await pending : false;
    const button = answer.querySelector(selector);
    if (!button || (waited && changed)) {
      if (button) document.getElementById("effect-heading").focus?.();
      return;
    }
    if (selector === "[data-publish]" && asks()) return;
    if (!sent) form.requestSubmit(button);
  };

  // A question is read first; the same keys once more say yes to it.
  let read = "";
  const asks = () => {
    const box = answer.querySelector("[data-confirm]:not(:checked)");
    if (!box) return false;
    if (read === box.value || "asked" in box.dataset) box.checked = true;
    else { read = box.value; box.focus(); }
    return !box.checked;
  };

  // A form is sent once.
  form.addEventListener("submit", (event) => {
    if (sent) { event.preventDefault(); return; }
    sent = true;
    setTimeout(() => { sent = false; }, 4000);
  });
  addEventListener("pageshow", () => { sent = false; });

  const choose = (digit) => {
    const line = answer.querySelector(`input[data-key="${digit}"]:not(:disabled)`);
    if (!line) return false;
    line.checked = true;
    line.focus();
    check();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      const read = event.target.id === "pasted" && event.target.value.trim();
      if (read) form.requestSubmit(form.querySelector("[data-read]"));
      else press(answer.querySelector("[data-publish]") ? "[data-publish]" : "[data-keep]");
      return;
    }
    // Enter in a field looks; it never sends the form.
    if (event.key === "Enter" && event.target.form === form && event.target.matches(TYPING) && !event.target.matches("textarea") && !event.defaultPrevented) {
      event.preventDefault();
      check();
    }
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1] || (/^[1-9]$/.test(event.key) ? event.key : "");
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.matches(TYPING);
    if (digit && (alone || (event.altKey && !event.ctrlKey)) && choose(digit)) event.preventDefault();
  });

  // A field and its words light up together.
  const light = (name) => {
    for (const lit of document.querySelectorAll(".paste mark.now, .entry .row.now")) lit.classList.remove("now");
    const row = name && document.getElementById(name);
    if (row) row.classList.add("now");
    for (const mark of document.querySelectorAll(".paste mark[data-row]")) mark.classList.toggle("now", Boolean(name) && mark.dataset.row.split(" ").includes(name));
  };
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.(".entry .row[id]");
    light(row ? row.id : "");
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".paste mark[data-row]");
    const row = mark && document.getElementById(mark.dataset.row.split(" ")[0]);
    if (row) row.querySelector("input, select")?.focus();
  });

  // Where the work begins: at what stands in the way, else at the words, else at the first field.
  const wrong = form.querySelector(".not-ready") && form.querySelector('[aria-invalid="true"], .row.wrong input:not([type=hidden]), .row.wrong select');
  const question = answer.querySelector("[data-confirm][data-asked]");
  if (wrong || question) (wrong || question).focus();
  else if (document.getElementById("pasted-marked")) form.querySelector("#f-initiative").focus();
})();
