// The next draft, kept ready: fetched while this one is read, put in its place at once; address, title, focus and the back button stay right.
// It also says each 20 seconds that this page is open, and shows who else looks.
"use strict";
window.deskNext = ({ one, after }) => {
  const FRESH_MILLISECONDS = 45000, BEAT_MILLISECONDS = 20000, WAIT_MILLISECONDS = 200;
  const ready = new Map(); // address → {text, at}

  const fetched = async (address) => {
    const answer = await fetch(address, { headers: { "X-Ahead": "1" }, credentials: "same-origin" }).catch(() => null);
    if (answer && answer.ok && !answer.redirected) ready.set(address, { text: await answer.text(), at: Date.now() });
  };

  const prepare = () => {
    for (const name of ["[data-next]", "[data-previous]"]) {
      const link = one(name);
      if (link && !(ready.get(link.href)?.at > Date.now() - FRESH_MILLISECONDS)) fetched(link.href);
    }
  };

  const show = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    one("main").replaceChildren(...page.querySelector("main").childNodes);
    document.title = page.title;
    after();
    window.scrollTo(0, 0);
    one("[data-form]")?.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("desk:shown"));
    beat();
    setTimeout(prepare, WAIT_MILLISECONDS);
  };

  const step = (name) => {
    const link = one(name);
    if (!link) return false;
    const kept = ready.get(link.href);
    ready.delete(link.href);
    if (!kept || kept.at < Date.now() - FRESH_MILLISECONDS) {
      window.location.assign(link.href);
      return true;
    }
    leave();
    window.history.pushState({ desk: true }, "", link.href);
    show(kept.text);
    return true;
  };

  window.addEventListener("popstate", async () => {
    const answer = await fetch(window.location.href, { credentials: "same-origin" }).catch(() => null);
    if (answer && answer.ok && one(".desk.work")) show(await answer.text());
    else window.location.reload();
  });

  const said = (more) => {
    const body = new FormData();
    for (const name of ["csrfmiddlewaretoken", "version"]) body.set(name, one(`#decision [name=${name}]`)?.value || "");
    for (const [name, value] of Object.entries(more)) body.set(name, value);
    return body;
  };
  const beat = async () => {
    const shown = one("[data-looking]");
    if (!shown || document.hidden) return;
    const answer = await fetch(shown.dataset.looking, { method: "POST", body: said({}), credentials: "same-origin" }).catch(() => null);
    if (!answer || !answer.ok || !shown.isConnected) return;
    const text = await answer.text();
    if (shown.innerHTML.trim() !== text.trim()) shown.innerHTML = text;
  };
  const leave = () => {
    const shown = one("[data-looking]");
    if (shown) navigator.sendBeacon(shown.dataset.looking, said({ leaves: "1" }));
  };

  window.addEventListener("pagehide", leave);
  setInterval(beat, BEAT_MILLISECONDS);
  setTimeout(prepare, WAIT_MILLISECONDS);
  return step;
};
