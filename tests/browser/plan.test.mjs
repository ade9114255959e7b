// From a few facts to the map and the plan: for one place and for all, in both languages, on a phone and on a desk, in the dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as browser from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
before(async () => {
  server = await startServer();
});
after(async () => {
  await browser.closeBrowser();
  await server?.stop();
});

async function judged(page, name) {
  await browser.picture(page, name);
  await browser.axe(page);
  await browser.fitsSideways(page);
  browser.noComplaints(page);
}

/** The plan of the invented example in a place; all places where none is named. */
async function planned(page, lang, place) {
  await page.goto(`${server.url}/?example=1&lang=${lang}`);
  await page.locator("#f-as_of").fill("2026-11-21");
  await page.locator("#f-place").selectOption(place);
  await page.locator("#self-check .actions .first").click();
  await page.locator('button[formaction^="/plan"]').first().click();
  await page.locator(".map-figure").first().waitFor({ state: "attached" });
}

for (const [lang, width, here] of [["zh", browser.PHONE, "您在这里"], ["en", browser.DESKTOP, "You are here"]]) {
  test(`the map and the way to each level: ${lang}, ${width} wide`, async () => {
    const page = await browser.newPage({ width, lang });
    await planned(page, lang, "guangdong");
    assert.equal(await page.locator("svg.map").count(), 1);
    assert.match(await page.locator("svg.map").textContent(), new RegExp(here));
    assert.ok((await page.locator("ol.steps").count()) > 0);
    assert.match(await page.locator(".closes").first().textContent(), /2027-04-14/);
    await judged(page, `plan-${width}-${lang}`);
    await page.locator("#award_lag").selectOption("P1Y");
    await page.locator(".lag button").click();
    assert.equal(await page.locator("#award_lag").inputValue(), "P1Y");
    await page.close();
  });

  test(`all places side by side: ${lang}, ${width} wide`, async () => {
    const page = await browser.newPage({ width, lang });
    await planned(page, lang, "");
    assert.equal(await page.locator(".place-fold").count(), 7);
    assert.ok((await page.locator(".matrix").count()) >= 3, "days, records, today's answers");
    await judged(page, `plan-places-${width}-${lang}`);
    await page.close();
  });
}

test("the map is kept as a file", async () => {
  const page = await browser.newPage();
  await planned(page, "zh", "shandong");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".map-actions button").click()]);
  assert.equal(download.suggestedFilename(), "guantong-map.svg");
  await page.close();
});
