// The pages that are read: policies, clauses, occupations, the guide to the API, and what is not there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as browser from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
before(async () => (server = await startServer()));
after(async () => {
  await browser.closeBrowser();
  await server?.stop();
});

const pages = {
  policies: "/policies",
  policy: "/policies/shandong",
  national: "/policies/national",
  comparing: "/policies/compare",
  comparison: "/policies/compare?a=shandong&b=guangdong",
  clause: "/policies/shandong/clauses/SD-2.d",
  catalogue: "/catalogue?q=焊工",
  api: "/api",
};

for (const width of [browser.DESKTOP, browser.PHONE]) {
  for (const lang of ["zh", "en"]) {
    test(`pages in ${lang}, ${width} wide`, async () => {
      const page = await browser.newPage({ width, lang });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(server.url + path);
        assert.match(await page.locator("html").getAttribute("lang"), new RegExp(`^${lang}\\b`));
        await browser.picture(page, `${name}-${width}-${lang}`);
        await browser.axe(page);
        await browser.fitsSideways(page);
        browser.noComplaints(page);
      }
      await page.goto(`${server.url}/nothing`);
      await browser.picture(page, `not-found-${width}-${lang}`);
      await browser.axe(page);
      await browser.fitsSideways(page);
    });
  }
}

test("in the dark everything can still be read", async () => {
  const page = await browser.newPage({ javaScript: false });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${server.url}/?example=1`);
  await browser.axe(page);
  await page.locator("#self-check .actions .first").click();
  await browser.picture(page, "result-dark-zh");
  await browser.axe(page);
  for (const path of Object.values(pages)) {
    await page.goto(server.url + path);
    await browser.axe(page);
  }
  browser.noComplaints(page);
});

test("on paper the menus are gone", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/?example=1`);
  await page.locator("#self-check .actions .first").click();
  await page.locator(".place-fold > summary").first().click();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".menu").isVisible(), false);
  assert.equal(await page.locator(".matrix table").isVisible(), true);
  assert.equal(await page.locator("article.decision").first().isVisible(), true, "the place that is unfolded");
  assert.equal(await page.locator("article.decision").last().isVisible(), false, "not all seven");
  await browser.picture(page, "result-print-zh");
});

test("two places are chosen and compared without scripts", async () => {
  const page = await browser.newPage({ javaScript: false });
  await page.goto(`${server.url}/policies`);
  await page.getByRole("link", { name: "两地政策对照" }).click();
  await page.getByLabel("地区一").selectOption("shanxi");
  await page.getByLabel("地区二").selectOption("shaoxing");
  await page.getByRole("button", { name: "对照" }).click();
  assert.match(page.url(), /a=shanxi&b=shaoxing/);
  const years = page.locator("tr").filter({ hasText: "继续教育" }).first();
  assert.match(await years.innerText(), /只有绍兴市有/);
  await years.getByRole("link", { name: "ZJSX-1.2.a" }).first().click();
  assert.match(await page.locator("h1").innerText(), /ZJSX-1\.2\.a/);
  browser.noComplaints(page);
});
