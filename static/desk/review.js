// One draft: passages and fields that light up together, keys from field to field, the live effect, and words of the article given to a field.
"use strict";
(() => {
  const { keys, press, toField, TYPING } = window.desk;
  const WIDE = 800; // pixels; below it article and draft are one column
  const PAUSE_MILLISECONDS = 250;
  let dirty = false, warned = 0, timer = 0, asked = 0, field = "", read = "";

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const form = () => one("#decision");
  const control = (name) => one(`[form="decision"][name="${CSS.escape(name)}"]`);
  const rowOf = (id) => one(`#${CSS.escape(id.split("-").slice(0, 2).join("-"))}.row`);

  const tell = (words, kind = "") => {
    let box = one(".messages");
    if (!box) {
      box = document.createElement("div");
      box.className = "messages";
      box.setAttribute("role", "status");
      one(".desk.work").before(box);
    }
    const line = document.createElement("p");
    line.className = kind;
    line.textContent = words;
    box.replaceChildren(line);
    box.scrollIntoView({ block: "nearest" });
    return true;
  };

  // A field and the words that it came from have the same outline; a field without words of its own shows those of its row.
  const light = (id, follow = "mark") => {
    for (const shown of all(".field.now, mark.now")) shown.classList.remove("now");
    const shown = id && document.getElementById(id);
    if (!shown) return null;
    shown.classList.add("now");
    field = shown.dataset.edit || field;
    const holds = (name) => all("mark[data-rows]").filter((mark) => mark.dataset.rows.split(" ").includes(name));
    const own = holds(id);
    const marks = own.length ? own : holds(`${id.split("-").slice(0, 2).join("-")}-words`);
    for (const mark of marks) mark.classList.add("now");
    if (window.innerWidth > WIDE || follow === "field") (follow === "mark" ? marks[0] : shown)?.scrollIntoView({ block: "nearest" });
    return shown;
  };

  const fields = () => all(".desk .draft .field[data-edit]").filter((each) => each.offsetParent);
  const current = () => one(".desk .draft .field.now");
  const toShown = (found) => {
    if (!found) return false;
    if (!found.id) found.id = `at-${found.dataset.edit}`;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "nearest" });
    light(found.id);
    return true;
  };
  const move = (by) => {
    const found = fields(), at = found.indexOf(current());
    return toShown(found[at < 0 ? (by > 0 ? 0 : found.length - 1) : at + by]);
  };
  const moveRow = (by) => {
    const rows = all(".desk .draft .row").filter((each) => each.offsetParent);
    const at = rows.indexOf(current()?.closest(".row"));
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    return Boolean(next) && toShown(one(".field[data-edit]", next));
  };

  const tick = (event) => {
    if (event.target.matches("button, summary, a, input")) return false;
    const box = one("[name$='-keep']", current()?.closest(".row") || document.createElement("i"));
    if (box) box.click();
    return Boolean(box);
  };

  // A digit chooses what stands open: what selected words become, a kind of reason, else the relation of a sum.
  const choose = (digit) => {
    const take = one("[data-take]:not([hidden])"), reject = one("details[data-reject][open]");
    const row = current()?.closest(".row[data-part=entries]") || one(".row[data-part=entries]:not(.left-out)");
    const among = take ? all("[data-take-part]", take) : reject && reject.contains(document.activeElement) ? all("[type=radio]", reject) : row ? all("[type=radio]", row) : [];
    const found = among[digit - 1];
    if (!found) return false;
    found.click();
    if (reject && reject.contains(found)) found.focus();
    return true;
  };

  const opened = () => {
    const name = current()?.dataset.edit || one(".desk .draft .row details.change [form=decision]:not([type=hidden])")?.name;
    return Boolean(name) && toField(name);
  };

  const leaving = (go) => {
    if (dirty && Date.now() - warned > 5000) {
      warned = Date.now();
      return tell("What you changed here is not saved: s saves it. Press the key once more to leave without saving.", "error");
    }
    dirty = false;
    return go();
  };
  // A question about what is to be published is read first; the same key once more says yes to it.
  const accept = () => {
    const box = one("[data-confirm]:not(:checked)");
    if (box && read !== box.value && !("asked" in box.dataset)) {
      read = box.value;
      box.focus();
      box.closest("label").scrollIntoView({ block: "nearest" });
      return tell("Not published yet: read the question above the button, then a once more says yes. Its box does too.", "warning");
    }
    if (box) box.checked = true;
    dirty = false;
    return press("[data-accept]");
  };
  const next = keys.j, previous = keys.k, inbox = keys["g i"];
  Object.assign(keys, {
    j: () => one(".desk.work") ? leaving(() => step("[data-next]") || tell("This is the last draft that waits.")) : next(),
    k: () => one(".desk.work") ? leaving(() => step("[data-previous]") || tell("This is the first draft that waits.")) : previous(),
    "g i": () => leaving(inbox),
    a: (event) => event.repeat || accept(),
    s: () => { dirty = false; return press("[data-save]"); },
    e: opened,
    x: () => {
      const reject = one("details[data-reject]");
      if (!reject) return false;
      reject.open = true;
      one("[type=radio]:checked", reject).focus();
      return true;
    },
    u: () => press("[data-decisions] form[data-own] button") || tell("You decided nothing within the last day that can be undone."),
    n: () => moveRow(1),
    p: () => moveRow(-1),
    ArrowDown: (event) => !event.target.matches("[type=radio], [data-article]") && move(1),
    ArrowUp: (event) => !event.target.matches("[type=radio], [data-article]") && move(-1),
    " ": tick,
    Enter: (event) => event.target.matches(".field") && opened(),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((digit) => [String(digit), () => choose(digit)])),
  });

  // ---- the effect of what is on the form now -------------------------------------------------------------------------
  const post = (address, body) => fetch(address, { method: "POST", body, headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
  const refresh = async () => {
    const shown = one("#effect"), number = ++asked;
    if (!shown || !form()) return;
    const answer = await post(shown.dataset.effect, new FormData(form())).catch(() => null);
    if (answer && answer.ok && number === asked && shown.isConnected) shown.innerHTML = await answer.text();
  };
  const changed = () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_MILLISECONDS);
  };
  document.addEventListener("change", (event) => {
    const { form: owner, name } = event.target;
    if (!owner || owner.id !== "decision") return;
    const row = event.target.closest(".row");
    if (name.endsWith("-keep")) row.classList.toggle("left-out", !event.target.checked);
    if (name.endsWith("-choice")) for (const line of all("tr", event.target.closest("table"))) line.classList.toggle("chosen", line.contains(event.target));
    changed();
  });
  document.addEventListener("input", (event) => { if (event.target.form && event.target.form.id === "decision") changed(); });
  document.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (event) => { if (dirty && one(".desk.work")) event.preventDefault(); });

  document.addEventListener("focusin", (event) => {
    const own = event.target.closest(".field[data-edit]");
    if (own && own.id) return void light(own.id);
    const row = event.target.closest(".row[id]");
    if (!row) return;
    const name = event.target.name || "";
    light(document.getElementById(name) ? name : one(".field[id]", row)?.id);
    if (event.target.matches(TYPING)) field = name;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-next], a[data-previous]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.button) {
      event.preventDefault();
      leaving(() => step(link.matches("[data-next]") ? "[data-next]" : "[data-previous]"));
    }
    const mark = event.target.closest("mark[data-rows]");
    if (mark && window.getSelection().isCollapsed) showField(mark);
    const put = event.target.closest("[data-put]");
    if (put) { fill(put.dataset.put, put.dataset.value); changed(); toField(put.dataset.put); }
  });
  const showField = (mark) => {
    const id = mark.dataset.rows.split(" ").find((each) => document.getElementById(each));
    const shown = id && document.getElementById(id);
    for (let at = shown && shown.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    return Boolean(id) && Boolean(light(id, "field"));
  };

  const fill = (name, value) => {
    const found = control(name);
    if (!found) return false;
    if (found.type === "checkbox") found.checked = value === "on";
    else if (found.tagName !== "SELECT" || all("option", found).some((each) => each.value === value)) found.value = value;
    return true;
  };

  // What the selected words are not, at the field that they were meant for.
  const refuse = (fault, name, shown) => {
    if (!shown) return tell(fault, "error");
    const line = document.createElement("p");
    line.className = "fault";
    line.dataset.refusal = "";
    line.setAttribute("role", "alert");
    line.textContent = fault;
    shown.after(line);
    toField(name);
    line.scrollIntoView({ block: "nearest" });
    return true;
  };

  // Fills the row with what the server read in the selected words; the words become its passage.
  const give = async (name, selected, text) => {
    const body = new FormData(form());
    body.set("selected", selected);
    body.set("field", name);
    const answer = await post(form().dataset.words, body).catch(() => null);
    if (!answer) return tell("The server does not answer. What you typed stays; try again.", "error");
    const said = await answer.json().catch(() => ({ fault: "The words could not be read. Sign in again if you were away for long." }));
    const shown = document.getElementById(name) || all(".field[data-edit]").find((each) => each.dataset.edit === name);
    for (const old of all("[data-refusal]")) old.remove();
    if (said.fault) return refuse(said.fault, name, shown);
    for (const [each, value] of Object.entries(said.fields)) fill(each, value);
    if (said.words && said.words.name) fill(said.words.name, said.words.value);
    if (shown) one(".w", shown).textContent = `“${text}”`;
    if (shown) one(".v", shown).textContent = `${Object.values(said.fields).filter(Boolean).join(" ")} · not saved yet`;
    changed();
    toField(name);
    return tell(`${text.slice(0, 60)}: taken. Save with s.`, "success");
  };

  const words = window.deskWords({ give, showField, field: () => field, tell });
  const step = window.deskNext({ one, after: () => { dirty = false; field = ""; words.close(); } });
  keys.Enter = ((before) => (event) => (event.target.closest("[data-article]") ? words.enter() : before(event)))(keys.Enter);
})();
