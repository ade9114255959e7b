// Opens pages in Chromium, judges their accessibility and takes their pictures.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const locales = { zh: "zh-CN", en: "en-GB" };
const heights = { desktop: 800, phone: 844 };

export const DESKTOP = 1280;
export const PHONE = 390;

let browser;

/** The one browser of a test file, with an empty profile; nothing is looked up in the network. */
async function theBrowser() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return browser;
}

/** Closes the browser with all its pages; to be called in `after`. */
export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/**
 * A page in a session of its own. `page.complaints` collects what went wrong in it: script errors, messages of the
 * console's error level (a broken content security policy among them) and answers of status 400 or above.
 */
export async function newPage({ width = DESKTOP, lang = "zh", javaScript = true } = {}) {
  const context = await (await theBrowser()).newContext({
    viewport: { width, height: width < 600 ? heights.phone : heights.desktop },
    locale: locales[lang],
    timezoneId: "Asia/Shanghai",
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.runsScripts = javaScript;
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(`console: ${message.text()}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400) page.complaints.push(`${answer.status()}: ${answer.url()}`);
  });
  return page;
}

/** Fails on serious and critical faults of accessibility; the message names the rule and the elements. */
export async function axe(page) {
  if (!page.runsScripts) await replaceTimers(page);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const lines = grave.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`);
  assert.equal(grave.length, 0, `${page.url()} is not accessible:\n${lines.join("\n")}`);
}

/** In a page without scripts timers never fire, and axe waits for some; short ones then come true at once, long ones never. */
async function replaceTimers(page) {
  await page.evaluate(() => {
    globalThis.setTimeout = (work, wait = 0, ...given) => {
      if (wait < 100) Promise.resolve().then(() => work(...given));
      return 0;
    };
  });
}

/** Fails when the page can be scrolled sideways; the message names the elements that stick out. */
export async function fitsSideways(page) {
  const found = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > room + 1);
    const names = wide.map((element) => element.outerHTML.slice(0, 120));
    return { room, needed: document.documentElement.scrollWidth, names };
  });
  const message = `${page.url()} is ${found.needed} wide in a window of ${found.room}:\n${found.names.join("\n")}`;
  assert.ok(found.needed <= found.room, message);
}

/** Fails on anything that went wrong in the page since it was opened. */
export function noComplaints(page) {
  assert.deepEqual(page.complaints, [], page.url());
}

/** Takes a picture of the whole page for people to look at: `out/screenshots/NAME.png`. */
export async function picture(page, name) {
  await shoot(page, "out/screenshots", name, true);
}

/** A picture that a document shows, `docs/images/NAME.png`: replaced only when UPDATE_IMAGES=1 allows it. */
export async function documentPicture(page, name) {
  if (process.env.UPDATE_IMAGES === "1") await shoot(page, "docs/images", name, false);
}

async function shoot(page, folder, name, fullPage) {
  mkdirSync(join(root, folder), { recursive: true });
  await page.screenshot({ path: join(root, folder, `${name}.png`), fullPage });
}
