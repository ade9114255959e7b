// Small comforts; every page works the same without them.
"use strict";

// Filling in a row of a list says that there are such records.
for (const list of document.querySelectorAll(".list")) {
  const some = list.querySelector("input.some");
  list.querySelector(".rows")?.addEventListener("input", () => { if (some) some.checked = true; });
}

// After a refusal the summary of faults is read first.
document.getElementById("faults")?.focus();

// A link into something folded unfolds it, also where the browser does not.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let folded = target.querySelector(":scope > details") ?? target.closest("details");
  if (!folded) return;
  for (; folded; folded = folded.parentElement?.closest("details")) folded.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();
