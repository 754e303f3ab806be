// Pickers of organizations and initiatives: a text field becomes a combobox whose list the server fills. Without this script it stays a text field.
"use strict";
(() => {
  const WAIT = 120; // milliseconds after the last key
  const states = new WeakMap();
  let numbers = 0;

  const tag = (name, attributes) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const fire = (field, name, detail) => field.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));

  // The parts of one picker, made when it first has the focus.
  const stateOf = (field) => {
    const box = field.closest("[data-picker]");
    if (!box) return null;
    if (states.has(field)) return states.get(field);
    numbers += 1;
    const list = tag("ul", { role: "listbox", id: `picker-list-${numbers}`, class: "picker-list", "aria-label": "Names that fit", hidden: "" });
    const said = tag("span", { class: "picker-said", "aria-live": "polite", role: "status" });
    field.after(list, said);
    for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(key, value);
    const state = { box, field, list, said, timer: 0, asked: 0, at: -1, slug: box.querySelector("[data-picker-slug]"), isNew: box.querySelector("[data-picker-new]") };
    states.set(field, state);
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(state, option);
    });
    return state;
  };

  // Of a field for several names, divided by semicolons, the last one is being typed.
  const parts = (state) => ("pickerSeveral" in state.box.dataset ? state.field.value.split(";") : [state.field.value]).map((part) => part.trim());

  const options = (state) => [...state.list.querySelectorAll("[role=option]")];

  const close = (state) => {
    state.list.hidden = true;
    state.at = -1;
    state.field.setAttribute("aria-expanded", "false");
    state.field.removeAttribute("aria-activedescendant");
  };

  const point = (state, at) => {
    const all = options(state);
    if (!all.length) return;
    state.at = (at + all.length) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === state.at)));
    state.field.setAttribute("aria-activedescendant", all[state.at].id);
    all[state.at].scrollIntoView({ block: "nearest" });
  };

  const show = (state, markup) => {
    state.list.innerHTML = markup; // our own server's, escaped there
    options(state).forEach((option, index) => { option.id = `${state.list.id}-${index}`; });
    const found = options(state).filter((option) => !option.dataset.create).length;
    state.said.textContent = found ? `${found} ${found === 1 ? "name fits" : "names fit"}. Use the arrow keys.` : "No name fits.";
    state.at = -1;
    state.field.removeAttribute("aria-activedescendant");
    const any = options(state).length > 0;
    state.list.hidden = !any;
    state.field.setAttribute("aria-expanded", String(any));
  };

  const ask = async (state) => {
    const typed = parts(state).at(-1);
    const number = (state.asked += 1);
    if (!typed) return close(state);
    const address = new URL(state.box.dataset.picker, location.href);
    address.searchParams.set("q", typed);
    address.searchParams.set("create", state.box.dataset.create || "");
    if (state.box.dataset.owner) address.searchParams.set("owner", state.box.dataset.owner);
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
      const markup = answer.ok && !answer.redirected ? await answer.text() : "";
      if (number === state.asked && document.activeElement === state.field) show(state, markup);
    } catch {
      state.said.textContent = "Names cannot be looked up now. Type the whole name.";
    }
    return undefined;
  };

  const take = (state, chosen) => {
    state.asked += 1;
    clearTimeout(state.timer);
    state.field.value = [...parts(state).slice(0, -1), chosen.name].join("; ");
    if (state.slug) state.slug.value = chosen.slug || "";
    if (state.isNew) state.isNew.value = "";
    close(state);
    state.said.textContent = `${chosen.name} chosen.`;
    fire(state.field, "picker:chosen", chosen);
    state.field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const choose = (state, option) => {
    const { slug, name, country, kind, create } = option.dataset;
    if (!create) return take(state, { slug, name, country, kind });
    if (create === "now") return openNew(state, name);
    close(state);
    if (state.slug) state.slug.value = "";
    if (state.isNew) state.isNew.value = "yes";
    state.said.textContent = `${name} will be new.`;
    fire(state.field, "picker:new", { name });
    return undefined;
  };

  // The little form that makes a new record, in a dialog; it lies outside of every form of the page.
  const openNew = async (state, name) => {
    close(state);
    const address = new URL(state.box.dataset.new || `${state.box.dataset.picker}new/`, location.href);
    address.searchParams.set("place", "dialog");
    address.searchParams.set("name", name);
    if (state.box.dataset.owner) address.searchParams.set("owner", state.box.dataset.owner);
    const dialog = tag("dialog", { class: "new-record-dialog", "aria-label": "Add to the record" });
    dialog.addEventListener("close", () => { dialog.remove(); state.field.focus(); });
    dialog.addEventListener("click", (event) => {
      const use = event.target.closest("[data-use]");
      if (use) { dialog.close(); take(state, { ...use.dataset }); }
      if (event.target.closest("[data-close-new]")) dialog.close();
    });
    dialog.addEventListener("submit", async (event) => {
      event.preventDefault();
      const form = event.target;
      const button = form.querySelector("button.primary");
      button.disabled = true;
      try {
        const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
        dialog.innerHTML = await answer.text();
        const made = dialog.querySelector("[data-created]");
        if (made) { const chosen = { slug: made.dataset.slug, name: made.dataset.name, country: "", kind: "" }; dialog.close(); take(state, chosen); }
        else (dialog.querySelector("[aria-invalid]") || dialog.querySelector("input:not([type=hidden])") || dialog).focus();
      } catch {
        button.disabled = false;
        button.after(" The server cannot be reached. Nothing was stored; try again.");
      }
    });
    const answer = await fetch(address);
    dialog.innerHTML = answer.ok ? await answer.text() : "<p>This cannot be made here. Ask an editor.</p>";
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("input[name=name]") || dialog).focus();
  };

  document.addEventListener("focusin", (event) => {
    if (event.target.matches && event.target.matches("[data-picker-text]")) stateOf(event.target);
  });

  document.addEventListener("focusout", (event) => {
    const state = states.get(event.target);
    if (state) { clearTimeout(state.timer); close(state); }
  });

  document.addEventListener("input", (event) => {
    const state = event.target.matches("[data-picker-text]") ? stateOf(event.target) : null;
    if (!state) return;
    if (state.slug && state.slug.value) { state.slug.value = ""; fire(state.field, "picker:cleared", {}); }
    if (state.isNew) state.isNew.value = "";
    clearTimeout(state.timer);
    state.timer = setTimeout(() => ask(state), WAIT);
  });

  document.addEventListener("keydown", (event) => {
    const state = states.get(event.target);
    if (!state || event.isComposing) return;
    const open = !state.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) point(state, state.at + (event.key === "ArrowDown" ? 1 : state.at < 0 ? 0 : -1));
      else ask(state).then(() => { if (event.key === "ArrowDown") point(state, 0); });
    } else if (event.key === "Enter" && open && state.at >= 0) {
      event.preventDefault();
      choose(state, options(state)[state.at]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close(state);
    } else if (event.key === "Tab" && open && state.at >= 0 && !options(state)[state.at].dataset.create) {
      choose(state, options(state)[state.at]);
    }
  }, true);
})();
