/* Alt and an arrow key move the pick that has the focus, as its own buttons do. */
(() => {
  "use strict";
  document.addEventListener("keydown", (event) => {
    const pick = event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && event.target.closest(".picks li");
    if (!pick) return;
    event.preventDefault();
    pick.querySelector(`[data-key="${event.key}"]:not(:disabled)`)?.click();
  });
})();
