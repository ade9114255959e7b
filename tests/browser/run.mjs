// Runs every *.test.mjs here, or the ones named, and ends with the line that `cargo xtask ci` counts.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const here = import.meta.dirname;
const named = process.argv.slice(2).map((name) => resolve(name));
const all = readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort();
const files = named.length > 0 ? named : all.map((name) => join(here, name));

const counts = { passed: 0, failed: 0, skipped: 0 };

/** A file or a `describe` is reported as well as its tests; it counts only when it broke by itself. */
function count(event, outcome) {
  const groups = event.details?.type === "suite" || files.includes(event.name);
  const ownFailure = outcome === "failed" && event.details?.error?.failureType !== "subtestsFailed";
  if (groups && !ownFailure) return;
  if (event.skip !== undefined || event.todo !== undefined) counts.skipped += 1;
  else counts[outcome] += 1;
}

const tests = run({ files, concurrency: 1, timeout: 300_000 });
tests.on("test:pass", (event) => count(event, "passed"));
tests.on("test:fail", (event) => count(event, "failed"));

const report = tests.compose(new spec());
report.on("end", () => {
  const { passed, failed, skipped } = counts;
  console.log(`browser tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 || passed + skipped === 0 ? 1 : 0;
});
report.pipe(process.stdout, { end: false });
