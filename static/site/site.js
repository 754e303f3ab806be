/* What the pages do beyond links and forms: filters without reloading, the folded bar of a phone, lists that are searched as one types. */
(() => {
  "use strict";
  const DEFAULTS = { basis: "announced", currency: "USD", per: "total", period: "year", by: "kind" };

  /* An address holds what was chosen and no defaults or empty fields. */
  const tidy = (data) => {
    for (const name of [...new Set(data.keys())]) {
      const kept = data.getAll(name).filter((value) => value !== "" && value !== DEFAULTS[name]);
      data.delete(name);
      kept.forEach((value) => data.append(name, value));
    }
    if (data.getAll("scope").join() === "ai") data.delete("scope");
  };

  document.addEventListener("htmx:configRequest", (event) => {
    const { parameters, formData, verb } = event.detail;
    if (verb === "get") tidy(formData ?? parameters);
  });

  /* Without htmx (a slow network) the browser sends the form itself: the same tidy address. */
  document.addEventListener("formdata", (event) => {
    if (event.target.method === "get") tidy(event.formData);
  });

  /* Pages are the same for everybody; a browser that was last signed in at the desk shows the ways there. */
  const ways = () => {
    try {
      if (document.querySelector(".desk-nav")) localStorage.setItem("desk", "1");
      if (localStorage.getItem("desk")) document.querySelectorAll("[data-desk]").forEach((way) => { way.hidden = false; });
    } catch { /* a browser that keeps nothing shows none */ }
  };
  ways();
  document.addEventListener("htmx:afterSettle", ways);
  document.addEventListener("submit", (event) => {
    if (event.target.matches(".desk-nav form")) try { localStorage.removeItem("desk"); } catch { /* nothing was kept */ }
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-at-once]")) event.target.form.requestSubmit();
  });

  document.addEventListener("click", (event) => {
    const fold = event.target.closest(".fold-button");
    if (!fold) return;
    const open = fold.getAttribute("aria-expanded") !== "true";
    fold.setAttribute("aria-expanded", String(open));
    document.getElementById(fold.dataset.folds).classList.toggle("unfolded", open);
  });

  /* Escape leaves “Add a filter” and gives the focus back to its word. */
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest("details.add[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  document.addEventListener("input", (event) => {
    const box = event.target.closest("[data-narrows]");
    if (!box) return;
    const wanted = box.value.trim().toLowerCase();
    document.querySelectorAll(`#${box.dataset.narrows} > li`).forEach((item) => {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
    });
  });

  document.addEventListener("click", (event) => {
    const copy = event.target.closest("[data-copies]");
    if (!copy) return;
    const said = document.getElementById("announcement");
    navigator.clipboard.writeText(document.getElementById(copy.dataset.copies).textContent.trim()).then(
      () => { copy.textContent = "Copied"; said.textContent = "Copied."; },
      () => { said.textContent = "The browser did not allow copying. Select the text instead."; },
    );
  });

  /* Who takes the focus of what is gone: of a removed filter the last that is left, else the way to add one; of anything else the page's content. */
  const successorOf = (id) => document.getElementById(id)
    ?? (id.startsWith("word-") ? [...document.querySelectorAll(".word")].at(-1) ?? document.getElementById("add-a-filter") : null)
    ?? document.getElementById("content");

  /* What a phone has unfolded stays unfolded over a swap, and the new heading is read out. */
  let unfolded = [];
  let focused = null;
  document.addEventListener("htmx:beforeSwap", () => {
    focused = document.activeElement?.closest("#main") ? document.activeElement.id : null;
    unfolded = [...document.querySelectorAll(".unfolded")].map((fold) => fold.id);
  });
  document.addEventListener("htmx:afterSettle", () => {
    unfolded.forEach((id) => {
      document.getElementById(id)?.classList.add("unfolded");
      document.querySelector(`[data-folds="${id}"]`)?.setAttribute("aria-expanded", "true");
    });
    if (focused !== null && document.activeElement === document.body) successorOf(focused).focus({ preventScroll: true });
    focused = null;
    document.getElementById("announcement").textContent = document.querySelector("main h1")?.textContent.trim() ?? "";
  });
  /* Without an answer a link is followed the plain way; a form that was sent stays as it was typed, and says so. */
  document.addEventListener("htmx:sendError", (event) => {
    const asked = event.detail.requestConfig;
    if (asked?.verb !== "post") window.location.assign(asked?.path ?? window.location.href);
    else document.getElementById("announcement").textContent = "The site did not answer. What you typed is still here; send it again.";
  });
})();
