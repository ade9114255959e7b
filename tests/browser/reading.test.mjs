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
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".menu").isVisible(), false);
  assert.equal(await page.locator("article.decision").first().isVisible(), true);
  await browser.picture(page, "result-print-zh");
});
