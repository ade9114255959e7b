// The first page: readable in both languages, on a desk and on a phone, with and without scripts.
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

for (const width of [browser.DESKTOP, browser.PHONE]) {
  for (const lang of ["zh", "en"]) {
    test(`the first page in ${lang}, ${width} wide`, async () => {
      const page = await browser.newPage({ width, lang });
      await page.goto(`${server.url}/`);
      assert.match(await page.locator("html").getAttribute("lang"), new RegExp(`^${lang}\\b`));
      assert.notEqual((await page.title()).trim(), "");
      await browser.picture(page, `home-${width}-${lang}`);
      await browser.fitsSideways(page);
      await browser.axe(page);
      browser.noComplaints(page);
    });
  }
}

test("the first page says the same without scripts", async () => {
  const page = await browser.newPage({ javaScript: false });
  await page.goto(`${server.url}/`);
  assert.notEqual((await page.locator("h1").innerText()).trim(), "");
  await browser.axe(page);
  await browser.fitsSideways(page);
  browser.noComplaints(page);
});
