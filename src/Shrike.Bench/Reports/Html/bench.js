(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const cases = [...document.querySelectorAll(".case")];
  const panel = one("#filters");
  if (!panel) return;
  const search = one("#q");
  const selects = ["kind", "label"].map((id) => one("#" + id));
  const texts = cases.map((item) => item.querySelector("summary").textContent.toLowerCase());

  const narrow = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    cases.forEach((item, i) => {
      const fits =
        selects.every((select) => select.value === "" || item.dataset[select.id] === select.value) &&
        words.every((word) => texts[i].includes(word));
      item.hidden = !fits;
      if (fits) shown++;
    });
    one("#shown").textContent = shown === cases.length ? `${shown} cases` : `${shown} of ${cases.length} cases`;
    one("#none").hidden = shown > 0;
  };

  let wait;
  search.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(narrow, 120);
  });
  for (const select of selects) select.addEventListener("change", narrow);

  const move = (by) => {
    const visible = cases.filter((item) => !item.hidden);
    if (visible.length === 0) return;
    const here = visible.indexOf(document.activeElement?.closest?.(".case"));
    const next = here < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, here + by));
    const summary = visible[next].querySelector("summary");
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "nearest", behavior: "instant" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === "Escape" && at === search) {
      search.value = "";
      narrow();
      search.blur();
      return;
    }
    if (!one("#keys").checked || (at && at.matches("input:not([type=checkbox]), select, textarea"))) return;
    if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // A link to a case opens it.
  const follow = () => {
    const target = location.hash.startsWith("#case-") ? document.getElementById(location.hash.slice(1)) : null;
    if (!target) return;
    target.hidden = false;
    target.open = true;
    target.scrollIntoView({ behavior: "instant" });
  };
  addEventListener("hashchange", follow);
  panel.hidden = false;
  narrow();
  follow();
})();
