"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const form = document.querySelector(".filters");
  const count = document.getElementById("count");
  const field = id => document.getElementById(id);
  if (findings.length === 0) return;
  form.hidden = false;
  const shown = () => findings.filter(f => !f.hidden);
  const filter = () => {
    const q = field("q").value.trim().toLowerCase();
    for (const f of findings) {
      const d = f.dataset;
      f.hidden = !((!q || d.text.includes(q)) && ["severity", "rule", "cwe", "door"].every(k => !field(k).value || d[k] === field(k).value));
    }
    count.textContent = `${shown().length} of ${findings.length} shown`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", e => e.preventDefault());
  const move = by => {
    const list = shown();
    if (list.length === 0) return;
    const at = list.findIndex(f => f.contains(document.activeElement));
    const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by))];
    next.querySelector("summary").focus();
    next.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (e.key === "Escape" && typing) { document.activeElement.blur(); return; }
    if (typing) return;
    if (e.key === "/") { e.preventDefault(); field("q").focus(); }
    else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
  });
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".finding")) { target.hidden = false; target.open = true; target.querySelector("summary").focus(); }
  };
  addEventListener("hashchange", open);
  filter();
  open();
})();
