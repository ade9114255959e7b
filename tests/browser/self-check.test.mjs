// The self-check from the first field to the answer and back: without scripts, by keyboard alone, saved and loaded.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as browser from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "guantong-dossier-"));
  server = await startServer();
});
after(async () => {
  await browser.closeBrowser();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = "#self-check .actions .first";

async function judged(page, name) {
  await browser.picture(page, name);
  await browser.axe(page);
  await browser.fitsSideways(page);
  browser.noComplaints(page);
}

/** Chooses one of the answers of a question with radio buttons. */
async function choose(page, name, value) {
  await page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
}

async function fillWelder(page) {
  await page.getByLabel("地区").selectOption("shandong");
  await page.locator("#f-as_of").fill("20261121");
  await page.getByLabel("人员状态").selectOption("in-service");
  await page.getByLabel("用人单位类型").selectOption("enterprise");
  await page.getByLabel("岗位所属的系列领域").selectOption("engineering");
  await page.getByLabel("岗位的职业").fill("焊工");
  await choose(page, "employment.frontline", "yes");
  await choose(page, "employment.skilled_post", "yes");
  await choose(page, "skills", "some");
  await page.locator("#f-skills-0-level").selectOption("technician");
  await page.locator("#f-skills-0-occupation").fill("焊工");
  await page.locator("#f-skills-0-date").fill("2019年5月20日");
}

test("the whole journey on a phone, without scripts", async () => {
  const page = await browser.newPage({ width: browser.PHONE, javaScript: false });
  await page.goto(`${server.url}/form`);
  assert.equal(await page.locator("#f-skills-0-level").isVisible(), false, "rows are folded until there are records");
  await fillWelder(page);

  await page.getByRole("button", { name: "再加一项证书" }).click();
  assert.equal(await page.locator("#f-skills-2-level").isVisible(), true);
  assert.equal(await page.locator("#f-skills-0-date").inputValue(), "2019年5月20日", "what was filled in is kept");
  await page.locator("#f-skills-1-level").selectOption("senior-worker");
  await page.locator("#f-skills-1-date").fill("2019-02-30");
  await page.locator(ask).click();

  const alert = page.getByRole("alert");
  assert.match(await alert.innerText(), /2019-02-30/);
  await browser.axe(page);
  await browser.fitsSideways(page);
  await browser.picture(page, "faults-390-zh");
  await alert.getByRole("link").first().click();
  assert.match(page.url(), /#f-skills-1-date$/);
  assert.equal(await page.locator("#f-skills-1-date").getAttribute("aria-invalid"), "true");
  page.complaints.length = 0; // the refusal itself, 422

  await page.locator("#f-skills-1-date").fill("2016-05-20");
  await page.locator("#f-skills-1-occupation").fill("焊工");
  await page.locator(ask).click();
  assert.match(await page.locator("h1").innerText(), /自查结果/);
  await judged(page, "result-missing-390-zh");

  const missing = page.locator(".missing button").filter({ hasText: "工作经历" }).first();
  await missing.click();
  assert.equal(await page.locator("#f-skills-0-date").inputValue(), "2019-05-20");
  await choose(page, "work", "some");
  await page.locator("#f-work-0-occupation").fill("焊工");
  await page.locator("#f-work-0-from").fill("2006-08-01");
  await page.locator("#f-work-0-going_on").check();
  for (const year of [2023, 2024, 2025]) await page.locator(`#f-reviews-${year}`).selectOption("pass");
  await choose(page, "sanctions", "none");
  await choose(page, "honours", "none");
  await page.locator(ask).click();
  const card = page.locator('article.decision[id$="title-intermediate-engineering"]');
  assert.match(await card.getAttribute("class"), /\beligible\b/);
  assert.match(await card.innerText(), /2022-05-20/);
  assert.equal(await card.locator("details.route[open]").count(), 1, "the reasons of the answer are open");
  await judged(page, "result-390-zh");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存档案" }).click();
  const file = join(folder, "dossier.json");
  await (await download).saveAs(file);
  const saved = JSON.parse(readFileSync(file, "utf8"));
  assert.deepEqual(saved.work, [{ occupation: "焊工", from: "2006-08-01", to: null }]);
  assert.deepEqual(saved.honours, []);
  assert.equal("titles" in saved, false, "what was not stated is absent");

  await card.locator("a.cite", { hasText: "SD-3.1.2.2" }).first().click();
  assert.match(await page.locator("h1").innerText(), /SD-3\.1\.2\.2/);
  await judged(page, "clause-390-zh");

  await page.goto(`${server.url}/`);
  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "载入" }).click();
  assert.equal(await page.locator("#f-work-0-going_on").isChecked(), true);
  assert.equal(await page.locator('input[name="titles"]:checked').inputValue(), "");
  await judged(page, "loaded-390-zh");
});

test("by keyboard alone", async () => {
  const page = await browser.newPage({ lang: "en" });
  await page.goto(`${server.url}/?example=1`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await page.locator("#f-place").focus();
  await page.keyboard.type("Sh");
  const reached = new Set();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const shown = element.matches("input[type=radio]") ? element.nextElementSibling : element;
      return { id: element.id, ask: element.matches("#self-check .actions .first"), outline: getComputedStyle(shown).outlineStyle };
    });
    assert.notEqual(here.outline, "none", `the focus on ${here.id} is not to be seen`);
    reached.add(here.id);
    if (here.ask) break;
  }
  for (const id of ["f-as_of", "f-employment-status", "f-skills-0-date", "f-reviews-2025"]) assert.ok(reached.has(id), id);
  await page.keyboard.press("Enter");
  await page.waitForSelector("article.decision");
  await page.locator("details.route summary").first().focus();
  const open = () => page.locator("details.route").first().evaluate((route) => route.open);
  const before = await open();
  await page.keyboard.press("Enter");
  assert.notEqual(await open(), before);
  browser.noComplaints(page);
});

test("Enter in a field asks for the answer and does not take a row away", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/?example=1`);
  await page.locator("#f-skills-0-date").press("Enter");
  await page.waitForSelector(".matrix table");
  browser.noComplaints(page);
});

test("the language changes without losing what is filled in", async () => {
  const page = await browser.newPage({ javaScript: false });
  await page.goto(`${server.url}/form`);
  await page.getByLabel("岗位的职业").fill("车工");
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator("#f-employment-occupation").inputValue(), "车工");
  await page.locator(ask).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("button", { name: "中文" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.match(await page.locator("h1").innerText(), /自查结果/);
  browser.noComplaints(page);
});

for (const width of [browser.DESKTOP, browser.PHONE]) {
  for (const lang of ["zh", "en"]) {
    test(`the answer in ${lang}, ${width} wide`, async () => {
      const page = await browser.newPage({ width, lang });
      await page.goto(`${server.url}/?example=1`);
      await judged(page, `example-${width}-${lang}`);
      await page.locator("#f-as_of").fill("2026-11-21");
      await page.locator(ask).click();
      await judged(page, `result-${width}-${lang}`);
      if (width === browser.DESKTOP && lang === "zh") {
        await page.goto(`${server.url}/?example=1`);
        await page.locator("#f-place").selectOption("shandong");
        await page.locator("#f-as_of").fill("2026-11-21");
        await page.locator(ask).click();
        await page.setViewportSize({ width, height: 1240 });
        await browser.documentPicture(page, "self-check");
      }
    });
  }
}

test("an answer of the table leads to that place's reasons", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/?example=1`);
  await page.locator("#f-as_of").fill("2026-11-21");
  await page.locator(ask).click();
  const card = page.locator("#chongqing-2020-title-intermediate-engineering");
  assert.equal(await card.isVisible(), false, "the reasons are folded at first");
  await page.locator('.matrix a[href="#chongqing-2020-title-intermediate-engineering"]').click();
  assert.equal(await card.isVisible(), true);
  await page.locator("details.difference > summary").first().click();
  await judged(page, "result-open-1280-zh");
});

test("from one place's answer to all places", async () => {
  const page = await browser.newPage({ width: browser.PHONE, javaScript: false });
  await page.goto(`${server.url}/?example=1`);
  await page.locator("#f-place").selectOption("shandong");
  await page.locator(ask).click();
  assert.equal(await page.locator("article.decision").first().isVisible(), true);
  await page.getByRole("button", { name: "看全部地区" }).click();
  await page.locator(".place-fold").nth(6).waitFor({ state: "attached" }); // the page is long, and comes in pieces
  assert.equal(await page.locator(".place-fold").count(), 7);
  await page.locator(".place-fold > summary").first().click();
  await judged(page, "result-open-390-zh");
});

test("twice the size of letters fits", async () => {
  const page = await browser.newPage({ width: 640 }); // half of it is what a zoom of 200 % leaves
  await page.goto(`${server.url}/?example=1`);
  await page.setViewportSize({ width: 320, height: 600 });
  await browser.fitsSideways(page);
  await page.locator(ask).click();
  await browser.fitsSideways(page);
  browser.noComplaints(page);
});
