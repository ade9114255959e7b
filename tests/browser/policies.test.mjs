// The policy pages with what carries each clause: a large document, one that passes another on, a clause with rules, an open one.
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
  "policy-large": "/policies/guangdong",
  "policy-passed-on": "/policies/jieyang",
  "clause-with-rules": "/policies/guangdong/clauses/GD-3.2",
  "clause-open": "/policies/guangdong/clauses/GD-4.8.a",
};

for (const [width, lang] of [
  [browser.PHONE, "zh"],
  [browser.DESKTOP, "en"],
]) {
  test(`policies in ${lang}, ${width} wide`, async () => {
    const page = await browser.newPage({ width, lang });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(server.url + path);
      await browser.picture(page, `${name}-${width}-${lang}`);
      await browser.axe(page);
      await browser.fitsSideways(page);
      browser.noComplaints(page);
    }
  });
}

test("every clause says how it stands, and the open ones go by name", async () => {
  const page = await browser.newPage({ lang: "en", javaScript: false });
  await page.goto(`${server.url}/policies/shandong`);
  const clauses = page.locator(".clause-list > li");
  assert.equal(await clauses.count(), await page.locator(".clause-list > li .tags .tag:first-child").count());
  await page.locator("details.by-name summary").first().click();
  const open = page.locator("details.by-name a").first();
  const clause = await open.textContent();
  await open.click();
  await page.waitForURL((url) => url.pathname.endsWith(clause));
  assert.match(await page.locator(".tag.open-part").textContent(), /open/);
  browser.noComplaints(page);
});
