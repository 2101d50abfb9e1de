(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const findings = [...document.querySelectorAll(".finding")];
  const panel = one("#filters");
  const search = one("#q");
  const selects = ["rule", "cwe", "door"].map((id) => one("#" + id)).filter(Boolean);
  const boxes = [...document.querySelectorAll("input[name=severity]")];
  const openAll = one("#all");
  // Read once: 5,000 look-ups a key stroke would be felt.
  const texts = findings.map((finding) =>
    (finding.querySelector("summary").textContent + " " + (finding.querySelector(".facts")?.textContent ?? "")).toLowerCase()
  );

  const narrow = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    findings.forEach((finding, i) => {
      const fits =
        severities.has(finding.dataset.severity) &&
        selects.every((select) => select.value === "" || finding.dataset[select.id] === select.value) &&
        words.every((word) => texts[i].includes(word));
      finding.hidden = !fits;
      if (fits) shown++;
    });
    one("#shown").textContent = shown === findings.length ? `${shown} findings` : `${shown} of ${findings.length} findings`;
    one("#none").hidden = shown > 0 || findings.length === 0;
  };

  let wait;
  search.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(narrow, 120);
  });
  for (const control of [...selects, ...boxes]) control.addEventListener("change", narrow);
  one("#reset").addEventListener("click", () => {
    search.value = "";
    for (const select of selects) select.value = "";
    for (const box of boxes) box.checked = true;
    narrow();
  });
  openAll.addEventListener("click", () => {
    const open = openAll.getAttribute("aria-pressed") !== "true";
    openAll.setAttribute("aria-pressed", String(open));
    for (const finding of findings) if (!finding.hidden) finding.open = open;
  });

  const move = (by) => {
    const visible = findings.filter((finding) => !finding.hidden);
    if (visible.length === 0) return;
    const here = visible.indexOf(document.activeElement?.closest?.(".finding"));
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
    if (at && at.matches("input:not([type=checkbox]), select, textarea")) return;
    const onFinding = at?.matches?.(".finding > summary");
    if (onFinding && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
    if (!one("#keys").checked) return;
    if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  const follow = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("details")) {
      target.hidden = false;
      target.open = true;
      target.querySelector("summary").focus({ preventScroll: true });
      target.scrollIntoView();
    } else target.querySelector("h2")?.focus({ preventScroll: true });
  };
  addEventListener("hashchange", follow);

  const copy = async (button, text) => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch {
      // Files opened from disk may have no clipboard: leave the text selected instead.
      getSelection().selectAllChildren(button.previousElementSibling);
      copied = document.execCommand("copy");
    }
    button.textContent = copied ? "Copied" : "Selected";
    setTimeout(() => (button.textContent = "Copy comment"), 1500);
  };
  // A button a finding is made when the finding is first opened.
  const addCopy = (finding) => {
    const code = finding.querySelector(".ignore code");
    if (!finding.open || code.nextElementSibling) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy comment";
    button.addEventListener("click", () => copy(button, code.textContent));
    code.after(button);
  };
  for (const finding of findings) {
    finding.addEventListener("toggle", () => addCopy(finding));
    addCopy(finding);
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = findings.filter((finding) => !finding.open && !finding.hidden);
    for (const finding of closed) finding.open = true;
  });
  addEventListener("afterprint", () => {
    for (const finding of closed) finding.open = false;
  });

  if (findings.length > 0) {
    panel.hidden = false;
    panel.parentElement.classList.add("filtered");
    narrow();
  }
  follow();
})();
