/* Runs in every document before its own scripts: looks at the conditions once a frame, and takes the time after the paint of the frame that fulfils them.
   VISIBLE, STATE and UPDATED are put in by tests/bench/visits.py. */
(() => {
  if (window !== top || !location.protocol.startsWith("http")) return;
  const $ = (css) => document.querySelector(css);
  const text = (css) => ($(css)?.textContent ?? "").trim();
  const vis = (css) => { const box = $(css)?.getBoundingClientRect(); return !!box && box.width > 0 && box.height > 0; };
  const safe = (ask) => { try { return ask(); } catch { return null; } };
  const visible = () => safe(() => (VISIBLE));
  const state = () => String(safe(() => (STATE)));
  const updated = (before) => safe(() => (UPDATED)) && visible();
  const now = () => performance.timeOrigin + performance.now();
  const painted = (tell) => { const channel = new MessageChannel(); channel.port1.onmessage = () => tell(now()); channel.port2.postMessage(0); };
  window.bench = { visible: null, shift: 0, arm() { sessionStorage.before = state(); delete sessionStorage.start; delete sessionStorage.done; sessionStorage.armed = 1; } };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) bench.shift += one.value; }).observe({ type: "layout-shift", buffered: true });
  for (const kind of ["pointerdown", "keydown", "input", "change", "click"])
    addEventListener(kind, () => { if (sessionStorage.armed) { sessionStorage.start = now(); delete sessionStorage.armed; } }, true);
  (function frame() {
    if (bench.visible === null && visible()) { bench.visible = 0; painted((at) => { bench.visible = at - performance.timeOrigin; }); }
    if (sessionStorage.start && !sessionStorage.done && updated(sessionStorage.before)) { sessionStorage.done = 1; painted((at) => { sessionStorage.done = at; }); }
    requestAnimationFrame(frame);
  })();
})();
