"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll(".mark")];
  const findingsOf = (mark) => mark.dataset.findings.split(" ");

  // A card lights up its places, and a place its cards.
  const light = (numbers, on) => {
    for (const mark of marks) if (findingsOf(mark).some((n) => numbers.includes(n))) mark.classList.toggle("lit", on);
    for (const card of cards) if (numbers.includes(card.dataset.finding)) card.classList.toggle("lit", on);
  };
  const listen = (element, numbers) => {
    for (const name of ["mouseenter", "focusin"]) element.addEventListener(name, () => light(numbers, true));
    for (const name of ["mouseleave", "focusout"]) element.addEventListener(name, () => light(numbers, false));
  };
  for (const card of cards) listen(card, [card.dataset.finding]);
  for (const mark of marks) listen(mark, findingsOf(mark));

  // The boxes above choose what is shown.
  const choose = () => {
    const shown = new Set([...document.querySelectorAll(".filters input:checked")].map((box) => box.value));
    const levelOf = (element) => ["error", "warning", "note", "known"].find((level) => element.classList.contains(level));
    const hidden = new Set();
    for (const card of cards) {
      const hide = !shown.has(levelOf(card));
      card.classList.toggle("hidden", hide);
      if (hide) hidden.add(card.dataset.finding);
    }
    for (const mark of marks) mark.classList.toggle("quiet", findingsOf(mark).every((n) => hidden.has(n)));
  };
  document.querySelector(".filters").addEventListener("change", choose);

  // n and p walk from finding to finding.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["n", "p"].includes(event.key)) return;
    const visible = cards.filter((card) => !card.classList.contains("hidden"));
    if (!visible.length) return;
    const step = event.key === "n" ? 1 : -1;
    const at = visible.indexOf(document.activeElement.closest(".card"));
    const next = visible[(at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step + visible.length) % visible.length];
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
  });
})();
