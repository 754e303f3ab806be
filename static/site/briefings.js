/* What the builder does beyond its form: picks that move by keyboard, and nothing typed that is lost when a making ends. */
(() => {
  "use strict";
  /* Alt and an arrow key move the pick that has the focus, as its own buttons do. */
  document.addEventListener("keydown", (event) => {
    const pick = event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && event.target.closest(".picks li");
    if (!pick) return;
    event.preventDefault();
    pick.querySelector(`[data-key="${event.key}"]:not(:disabled)`)?.click();
  });

  document.addEventListener("input", (event) => event.target.closest("#builder")?.setAttribute("data-typed", ""));

  /* The end of a making loads the page anew; where something typed is not saved, it is said instead, and the form brings the page. */
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const { elt: watched, xhr } = event.detail;
    if (!xhr.getResponseHeader("HX-Refresh") || !watched.closest("#builder[data-typed]")) return;
    event.preventDefault();
    const ended = document.createElement("section");
    const words = document.createElement("p");
    ended.className = "block";
    words.textContent = "The making has ended. What you typed is not saved yet: save the choice, and its files are listed below.";
    ended.append(words);
    watched.replaceWith(ended);
    document.getElementById("announcement").textContent = words.textContent;
  });
})();
