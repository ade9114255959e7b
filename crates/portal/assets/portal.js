// Small comforts; every page works the same without them.
"use strict";

// Filling in a row of a list says that there are such records.
for (const list of document.querySelectorAll(".list")) {
  const some = list.querySelector("input.some");
  list.querySelector(".rows")?.addEventListener("input", () => { if (some) some.checked = true; });
}

// After a refusal the summary of faults is read first.
document.getElementById("faults")?.focus();
