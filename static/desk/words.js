// Words of the article, selected by mouse or by keyboard: where they stand in the text, and what they become.
"use strict";
window.deskWords = ({ give, showField, field, tell }) => {
  const one = (selector) => document.querySelector(selector);
  const menu = () => one("[data-take]");
  let cursor = null; // {from, to}: numbers of words

  // Every word of the text as a range; the numbers behind passages are no words.
  const listed = () => {
    const text = one("[data-text]"), found = [];
    if (!text) return found;
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement.closest("sup")) continue;
      for (const match of node.data.matchAll(/\S+/gu)) found.push({ node, start: match.index, end: match.index + match[0].length });
    }
    return found;
  };

  // Where a place in the page stands in the article: code points from its beginning; null outside of the text.
  const placed = (node, offset) => {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-at]");
    if (!holder || node.parentElement?.closest("sup")) return null;
    let before = "";
    for (const child of holder.childNodes) {
      if (child === node) return Number(holder.dataset.at) + [...before, ...child.data.slice(0, offset)].length;
      if (child.nodeType === Node.TEXT_NODE) before += child.data;
    }
    return Number(holder.dataset.at) + [...before].length;
  };

  const selected = () => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !one("[data-text]")?.contains(selection.anchorNode)) return null;
    const range = selection.getRangeAt(0);
    const inside = listed().filter(({ node, start, end }) => range.comparePoint(node, end) >= 0 && range.comparePoint(node, start) <= 0);
    if (!inside.length) return null;
    const first = inside[0], last = inside[inside.length - 1];
    const whole = (word, at, forward) => (word.node === at.node ? (forward ? Math.max(word.start, at.offset) : Math.min(word.end, at.offset)) : forward ? word.start : word.end);
    const start = placed(first.node, whole(first, { node: range.startContainer, offset: range.startOffset }, true));
    const end = placed(last.node, whole(last, { node: range.endContainer, offset: range.endOffset }, false));
    const copy = range.cloneContents();
    for (const number of copy.querySelectorAll("sup")) number.remove();
    return start === null || end === null || end <= start ? null : { stretch: `${start}-${end}`, text: copy.textContent.trim() };
  };

  const close = () => {
    const shown = menu();
    if (shown) shown.hidden = true;
    cursor = null;
  };

  const open = (found, at) => {
    const shown = menu();
    if (!shown) return false;
    const own = shown.querySelector("[data-take-field]");
    shown.querySelector("[data-take-words]").textContent = `“${found.text.slice(0, 120)}” becomes`;
    shown.querySelector("[name=selected]").value = found.stretch;
    own.hidden = !at;
    own.querySelector("span").textContent = at ? `the ${at.split("-").pop().replaceAll("_", " ")} of ${at.split("-")[0].replace("entries", "sum")} ${Number(at.split("-")[1]) + 1 || ""}` : "";
    own.onclick = () => { close(); give(at, found.stretch, found.text); };
    shown.hidden = false;
    return true;
  };

  const show = (words, from, to) => {
    const [first, last] = [words[Math.min(from, to)], words[Math.max(from, to)]];
    window.getSelection().setBaseAndExtent(first.node, first.start, last.node, last.end);
    (to < from ? first : last).node.parentElement.scrollIntoView({ block: "nearest" });
  };

  // The arrows go from word to word, with shift they take more of them; up and down go ten words on.
  document.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
    if (!by || !event.target.matches("[data-article]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const words = listed();
    if (!words.length) return;
    const at = cursor ? cursor.to + by : 0;
    const to = Math.max(0, Math.min(words.length - 1, at));
    cursor = event.shiftKey && cursor ? { from: cursor.from, to } : { from: to, to };
    show(words, cursor.from, cursor.to);
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    const shown = menu();
    if (event.key !== "Escape" || !shown || shown.hidden) return;
    window.getSelection().removeAllRanges();
    close();
  });

  // Words of the title are no proof: a passage is a stretch of the text.
  const outside = () => {
    const selection = window.getSelection();
    return !selection.isCollapsed && Boolean(one("h1")?.contains(selection.anchorNode)) && tell("Words of the title are not taken: a value stands beside words of the text. Select them in the text below.");
  };

  let typedIn = "", pressed = false; // the field that had the focus when the article was pressed, and whether it was
  document.addEventListener("mousedown", (event) => {
    pressed = Boolean(event.target.closest("[data-article]"));
    if (!pressed || event.detail > 1) return; // the second press of a double click finds the focus in the article already
    const focused = document.activeElement;
    typedIn = focused && focused.form && focused.form.id === "decision" ? focused.name : "";
  });
  document.addEventListener("mouseup", (event) => {
    if (!pressed || event.target.closest?.("[data-take]")) return; // it may end beside the text, where a line ends
    const found = selected();
    if (!found) return void outside();
    if (typedIn) return void give(typedIn, found.stretch, found.text);
    open(found, field());
  });
  document.addEventListener("click", (event) => { if (event.target.closest("[data-take-nothing]")) close(); });

  // Enter: one marked word shows its field, several words are given to the field that is lit, or open the choice.
  const enter = () => {
    const found = selected();
    if (!found) return outside() || tell("Go to a word with the arrow keys first, or select several with shift.");
    const shown = menu();
    if (shown && !shown.hidden) {
      const own = shown.querySelector("[data-take-field]");
      if (!own.hidden) own.click();
      return true;
    }
    const mark = cursor && cursor.from === cursor.to && listed()[cursor.to].node.parentElement.closest("mark[data-rows]");
    return mark && showField(mark) ? true : open(found, field());
  };

  return { enter, close };
};
