// The card of a fact: what it is, where it is written, and links to its other places in the manuscript.
(() => {
  "use strict";
  const facts = JSON.parse(document.getElementById("facts").textContent);
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const card = make("aside", "", { id: "fact-card", role: "dialog", "aria-labelledby": "fact-name" });
  let open = null, pressed = null, timer = 0;
  const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
  const places = (id) => facts[id].places.map((place) => document.getElementById(place.at));

  function fill(id, here) {
    const fact = facts[id];
    const summary = make("div", "", { id: "fact-summary" });
    summary.append(make("b", fact.name, { id: "fact-name" }), make("span", fact.written));
    if (fact.formula) summary.append(make("i", "= " + fact.formula));
    if (fact.place) summary.append(make("i", fact.formula ? "computed from " + fact.place : "written in " + fact.place));
    summary.append(make("code", id));
    const others = fact.places.filter((place) => place.at !== here.id);
    const list = make("ul", "", { "aria-label": "Its other places in the manuscript" });
    if (!others.length) list.append(make("li", "stands in this place only"));
    for (const place of others) {
      const item = make("li");
      item.append(make("a", place.where, { href: "#" + place.at }), make("q", place.text));
      list.append(item);
    }
    card.replaceChildren(summary, list);
  }

  function place(fact) {
    const box = fact.getClientRects()[0], below = box.bottom + 8;
    const left = Math.max(16, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16));
    const top = below + card.offsetHeight > innerHeight && box.top > card.offsetHeight + 8 ? box.top - card.offsetHeight - 8 : below;
    if (getComputedStyle(card).position === "fixed") { // at the foot of a phone: the fact must not lie under it
      scrollBy(0, Math.max(0, box.bottom + 8 - card.getBoundingClientRect().top));
      return;
    }
    card.style.left = left + scrollX + "px";
    card.style.top = top + scrollY + "px";
  }

  function show(fact) {
    clearTimeout(timer);
    if (open === fact) return;
    hide();
    open = fact;
    fill(fact.dataset.fact, fact);
    fact.after(card); // beside its fact, so that Tab goes from the fact into its card
    place(fact);
    fact.setAttribute("aria-expanded", "true");
    fact.setAttribute("aria-controls", card.id);
    fact.setAttribute("aria-describedby", "fact-summary");
    for (const other of places(fact.dataset.fact)) other.classList.add("same");
  }

  function hide() {
    clearTimeout(timer);
    if (!open) return;
    const fact = open;
    open = null;
    fact.setAttribute("aria-expanded", "false");
    fact.removeAttribute("aria-controls");
    fact.removeAttribute("aria-describedby");
    for (const other of places(fact.dataset.fact)) other.classList.remove("same");
    card.remove();
  }

  const factOf = (target) => (target instanceof Element ? target.closest(".fact") : null);
  const within = (target) => target instanceof Node && card.contains(target);

  document.addEventListener("pointerover", (event) => {
    const fact = factOf(event.target);
    if (within(event.target) || (fact && fact === open)) clearTimeout(timer);
    else if (fact && event.pointerType === "mouse") later(() => show(fact), 80);
    else if (open && !within(document.activeElement) && document.activeElement !== open) later(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const fact = factOf(event.target);
    if (fact) show(fact);
    else if (!within(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    pressed = factOf(event.target); // the card that it opens may lie under the finger when it is lifted
  });
  document.addEventListener("click", (event) => {
    const link = within(event.target) && event.target.closest("a");
    const fact = factOf(event.target);
    if (link) {
      event.preventDefault();
      const there = document.getElementById(link.hash.slice(1));
      hide();
      history.replaceState(null, "", link.hash);
      there.scrollIntoView({ block: "center" });
      there.focus({ preventScroll: true });
    } else if (fact) show(fact);
    else if (!within(event.target) && !pressed) hide();
  });
  document.addEventListener("keydown", (event) => {
    const fact = factOf(event.target);
    if (event.key === "Escape" && open) {
      const back = within(document.activeElement) ? open : null;
      hide();
      if (back) {
        back.focus();
        hide();
      }
    } else if (fact && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      show(fact);
    }
  });
  addEventListener("beforeprint", hide);
  addEventListener("resize", () => open && place(open));
})();
