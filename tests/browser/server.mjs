// Starts the built product on a free port, in an empty folder of its own.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;

const root = resolve(import.meta.dirname, "../..");
const targetFolder = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const product = process.env.GUANTONG ?? join(targetFolder, "debug", "guantong");

/**
 * Starts `guantong serve`, with more arguments if the test needs them.
 * Gives its address, its standard error so far, and `stop()`, which a test calls in `after`.
 */
export async function startServer({ args = [] } = {}) {
  if (!existsSync(product)) throw new Error(`${product} is missing: run \`cargo build --workspace\` first`);
  const folder = mkdtempSync(join(tmpdir(), "guantong-"));
  const child = spawn(product, ["serve", "--listen", "127.0.0.1:0", ...args], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = [];
  const ended = new Promise((done) => child.once("exit", done));
  // A test file that is broken off for its time limit must not leave its server behind.
  process.once("exit", () => child.kill("SIGKILL"));

  async function stop() {
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await ended;
    clearTimeout(impatience);
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    const url = await listeningAddress(child, said);
    return { url, said, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** Reads standard error up to `listening on http://…`, and keeps reading so that the server never waits for us. */
function listeningAddress(child, said) {
  return new Promise((found, fail) => {
    const limit = setTimeout(() => complain(`did not listen within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
    function complain(what) {
      clearTimeout(limit);
      fail(new Error(`guantong serve ${what}; it said:\n${said.join("\n")}`));
    }
    child.once("error", (error) => complain(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) => complain(`ended too early (${code ?? signal})`));
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.push(line);
      const address = line.match(/listening on (http:\/\/[\w.:[\]]+)/);
      if (!address) return;
      clearTimeout(limit);
      found(address[1]);
    });
  });
}
