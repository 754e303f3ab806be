/* The interactive chart: takes the place of the picture when a reader wants it (points at it, or presses its button), without a jump.
   Marks that have a page behind them open it, on a click and on Enter; in the picture they are plain links, of which one is a stop of the keyboard
   and arrow keys reach the others.
   Needs: <figure data-chart="slug" data-figure="address of the figure"> around one or two .chart boxes that hold an SVG each;
   <script src="charts.js" data-plotly="address of plotly.js">. Without plotly.js the picture stays and nothing is missing. */
(() => {
  "use strict";
  const plotlyAddress = document.currentScript.dataset.plotly;
  const RESTS_MS = 250; // a pointer that only passes by loads nothing
  const CONFIG = { displayModeBar: false, responsive: false, displaylogo: false, scrollZoom: false, doubleClick: false, showTips: false };
  const drawn = new WeakMap(); // box → { figure, told, plot, at }
  let plotly = null;

  /* plotly.js writes its rules into a style element, which the site's policy refuses; they are in charts.css, and this mark tells it so.
     It gives bold and coloured words a style attribute, which is refused too; the same style set as a property is not. */
  const keepPolicy = () => {
    if (document.getElementById("plotly.js-style-global")) return;
    const mark = document.createElement("meta");
    mark.id = "plotly.js-style-global";
    mark.className = "no-inline-styles";
    document.head.append(mark);
    const setAttribute = Element.prototype.setAttribute;
    SVGElement.prototype.setAttribute = function (name, value) {
      if (name === "style") this.style.cssText = value;
      else setAttribute.call(this, name, value);
    };
  };

  const loadPlotly = () => {
    plotly ??= new Promise((resolve, reject) => {
      keepPolicy();
      const script = document.createElement("script");
      script.src = plotlyAddress;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => { plotly = null; reject(new Error("plotly.js is not here")); };
      document.head.append(script);
    });
    return plotly;
  };

  /* Every light colour of the figure becomes the page's value of its token, inside words too. */
  const recoloured = (value, colours) => {
    if (typeof value === "string") return value.replace(/#[0-9a-f]{6}/g, (colour) => colours[colour] ?? colour);
    if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map((one) => recoloured(one, colours));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, recoloured(one, colours)]));
  };

  const coloursOfPage = (tokens) => {
    const page = getComputedStyle(document.documentElement);
    return Object.fromEntries(Object.entries(tokens).map(([light, token]) => [light, page.getPropertyValue(`--${token}`).trim() || light]));
  };

  const shown = (box) => box.offsetParent !== null;
  const boxesOf = (figure) => [...figure.querySelectorAll(".chart")];

  const partOf = (box, told) => {
    const wanted = box.classList.contains("phone") && told.narrow ? told.narrow : told.wide;
    const figure = recoloured(wanted, coloursOfPage(told.tokens));
    const width = box.getBoundingClientRect().width;
    if (width && width < figure.layout.width) {
      figure.layout.height = Math.round(figure.layout.height * width / figure.layout.width); // as the picture shrinks, so that nothing below moves
      figure.layout.width = width;
    }
    return figure;
  };

  /* The plot is made out of sight over the picture and shown once it is whole. */
  const draw = async (box, told, Plotly) => {
    const picture = box.querySelector("svg");
    const plot = document.createElement("div");
    plot.className = "plot";
    plot.tabIndex = 0;
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-label", `${told.title} Arrow keys go from mark to mark, Enter opens what is behind it.`);
    box.append(plot);
    const { data, layout } = partOf(box, told);
    await Plotly.newPlot(plot, data, layout, CONFIG);
    plot.querySelectorAll("svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
    const focused = picture.contains(document.activeElement);
    picture.setAttribute("hidden", "");
    box.classList.add("live");
    if (focused) plot.focus({ preventScroll: true });
    const state = { told, plot, at: -1, under: null };
    plot.on("plotly_hover", ({ points }) => point(state, addressOf(points[0].data, points[0].pointNumber)));
    plot.on("plotly_unhover", () => point(state, null));
    plot.addEventListener("click", (event) => open(state.under, event));
    drawn.set(box, state);
  };

  /* The page behind a mark; an area is one mark. Only pages of this site are opened. */
  const addressOf = (trace, number) => {
    const address = trace.customdata?.[trace.fill === "toself" ? 0 : number];
    return typeof address === "string" && /^\/(?![/\\])/.test(address) ? address : null;
  };

  const point = (state, address) => {
    state.under = address;
    state.plot.classList.toggle("opens", Boolean(address));
  };

  const open = (address, event) => {
    if (!address || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(address, "_blank", "noopener");
    else location.assign(address);
  };

  const refresh = async (box) => {
    const state = drawn.get(box);
    if (!state || !shown(box)) return;
    const Plotly = await loadPlotly();
    const { data, layout } = partOf(box, state.told);
    await Plotly.react(state.plot, data, layout, CONFIG);
    state.plot.querySelectorAll("svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
  };

  const say = (words) => {
    const place = document.getElementById("announcement");
    if (place) place.textContent = words;
  };

  const makeLive = async (figure) => {
    if (figure.dataset.live) return;
    figure.dataset.live = "loading";
    const button = figure.querySelector(".make-live");
    try {
      const [Plotly, answer] = await Promise.all([loadPlotly(), fetch(figure.dataset.figure, { headers: { Accept: "application/json" } })]);
      if (!answer.ok) throw new Error(`the figure answered ${answer.status}`);
      const told = await answer.json();
      for (const box of boxesOf(figure).filter(shown)) await draw(box, told, Plotly);
      figure.dataset.live = "yes";
      if (button) {
        const focused = document.activeElement === button;
        button.remove();
        if (focused) figure.querySelector(".plot")?.focus({ preventScroll: true });
      }
    } catch (error) {
      delete figure.dataset.live;
      if (button) button.textContent = "The interactive chart could not be loaded. Try again";
      say("The interactive chart could not be loaded; the picture stays.");
    }
  };

  /* Every mark that has words, in the order of the drawing: row by row, column by column, or area after area. */
  const marksOf = (plot) => plot.data.flatMap((trace, curveNumber) => {
    const words = trace.fill === "toself" ? [trace.text].filter(Boolean) : trace.hovertext ?? [];
    const rows = trace.fill === "toself" ? [] : trace.orientation === "h" || trace.type !== "bar" ? trace.y : trace.x;
    return words.map((text, pointNumber) => ({ curveNumber, pointNumber, text, row: rows[pointNumber] ?? 0, address: addressOf(trace, pointNumber) }));
  }).sort((a, b) => a.row - b.row || a.curveNumber - b.curveNumber || a.pointNumber - b.pointNumber);

  const plain = (markup) => {
    const parsed = new DOMParser().parseFromString(markup.replace("<br>", ": ").replaceAll("<br>", ", "), "text/html");
    return parsed.body.textContent;
  };

  /* An area has no point to hover at; its outline says which one it is. */
  const outline = (plot, curveNumber) => {
    plot.querySelectorAll(".chosen").forEach((shape) => shape.classList.remove("chosen"));
    const trace = plot.data[curveNumber];
    if (trace?.fill !== "toself") return;
    const areas = plot.data.slice(0, curveNumber).filter((one) => one.type === "scatter").length;
    plot.querySelectorAll(".scatterlayer > .trace")[areas]?.querySelector(".js-fill")?.classList.add("chosen");
  };

  const step = async (box, by) => {
    const state = drawn.get(box);
    const marks = marksOf(state.plot);
    if (!marks.length) return;
    const Plotly = await loadPlotly();
    state.at = by === 0 ? -1 : Math.min(Math.max(state.at + by, 0), marks.length - 1);
    const mark = marks[state.at];
    outline(state.plot, mark?.curveNumber ?? -1);
    if (!mark) return Plotly.Fx.unhover(state.plot);
    if (state.plot.data[mark.curveNumber].fill === "toself") Plotly.Fx.unhover(state.plot);
    else Plotly.Fx.hover(state.plot, [{ curveNumber: mark.curveNumber, pointNumber: mark.pointNumber }]);
    say(plain(mark.text) + (mark.address ? ". Enter opens it." : ""));
  };

  /* The links of a picture in the order in which they are seen. */
  const linksOf = (picture) => {
    const order = { rows: ["top", "left"], columns: ["left", "bottom"] }[picture.dataset.order];
    const links = [...picture.querySelectorAll("a")].map((link) => ({ link, place: link.getBoundingClientRect() }));
    if (order) links.sort((a, b) => Math.round((a.place[order[0]] - b.place[order[0]]) / 3) || (a.place[order[1]] - b.place[order[1]]) * (order[1] === "bottom" ? -1 : 1));
    return links.map(({ link }) => link);
  };

  const walk = (link, by) => {
    const links = linksOf(link.closest("svg"));
    const next = links[Math.min(Math.max(links.indexOf(link) + by, 0), links.length - 1)];
    link.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus({ preventScroll: false });
  };

  document.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Escape: 0 }[event.key];
    const box = event.target.closest?.(".chart.live");
    const link = event.target.closest?.(".chart svg a");
    const marks = box && drawn.get(box);
    if (marks && event.key === "Enter") return open(marksOf(marks.plot)[marks.at]?.address, event);
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || !(box || link)) return;
    if (by !== 0) event.preventDefault();
    if (box) step(box, by);
    else if (by !== 0) walk(link, by);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".make-live");
    if (button) makeLive(button.closest("figure"));
  });

  let resting = 0;
  document.addEventListener("pointerover", (event) => {
    clearTimeout(resting);
    const figure = event.pointerType === "mouse" && event.target.closest(".chart")?.closest("figure[data-figure]");
    if (figure && !figure.dataset.live) resting = setTimeout(() => makeLive(figure), RESTS_MS);
  });

  const offer = () => {
    document.querySelectorAll("figure[data-figure]:not([data-offered])").forEach((figure) => {
      figure.dataset.offered = "yes";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "make-live";
      button.textContent = "Explore the chart";
      figure.append(button);
    });
  };

  /* Before htmx takes the page's content away, the plots go, with the styles that the policy refuses to see copied; afterwards the same charts live again. */
  let lived = [];
  const retire = () => {
    const figures = [...document.querySelectorAll("figure[data-live]")];
    lived = figures.map((figure) => figure.dataset.chart);
    for (const plot of document.querySelectorAll(".chart > .plot")) {
      window.Plotly?.purge(plot);
      plot.closest(".chart").classList.remove("live");
      plot.parentElement.querySelector("svg[hidden]")?.removeAttribute("hidden");
      plot.remove();
    }
    figures.forEach((figure) => delete figure.dataset.live);
  };
  const revive = () => {
    offer();
    document.querySelectorAll("figure[data-figure]").forEach((figure) => { if (lived.includes(figure.dataset.chart)) makeLive(figure); });
    lived = [];
  };

  const everyBox = () => document.querySelectorAll(".chart.live");
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => everyBox().forEach(refresh));
  let resized = 0;
  addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(async () => {
      everyBox().forEach(refresh);
      for (const figure of document.querySelectorAll("figure[data-live=yes]")) {
        const fresh = boxesOf(figure).filter((box) => shown(box) && !box.classList.contains("live"));
        const told = boxesOf(figure).map((box) => drawn.get(box)?.told).find(Boolean);
        for (const box of fresh) if (told) await draw(box, told, await loadPlotly());
      }
    }, 150);
  });
  document.addEventListener("htmx:beforeSwap", retire);
  document.addEventListener("htmx:historyCacheMissLoad", retire);
  document.addEventListener("htmx:afterSettle", revive);
  document.addEventListener("htmx:historyRestore", revive);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", offer);
  else offer();
})();
