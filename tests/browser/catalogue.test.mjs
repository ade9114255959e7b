// The search for occupations: from a word to what each place says, without scripts, on a desk and on a phone.
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

const searches = {
  start: "/catalogue",
  places: "/catalogue?q=焊工",
  initials: "/catalogue?q=dhg&place=shaoxing&direction=title-to-skill",
  committee: "/catalogue?q=钢筋工&place=guangdong&direction=skill-to-title",
  misprint: "/catalogue?q=中药炮制工&place=jieyang",
  "other-name": "/catalogue?q=月嫂",
  specialty: "/catalogue?q=纺织",
  nearest: "/catalogue?q=电汗工",
  nothing: "/catalogue?q=%F0%9F%99%82%F0%9F%99%82",
};

for (const width of [browser.DESKTOP, browser.PHONE]) {
  for (const lang of ["zh", "en"]) {
    test(`searches in ${lang}, ${width} wide`, async () => {
      const page = await browser.newPage({ width, lang });
      for (const [name, path] of Object.entries(searches)) {
        await page.goto(server.url + path);
        if (name === "other-name" || name === "specialty") await page.locator("details.at > summary").nth(1).click();
        await browser.picture(page, `catalogue-${name}-${width}-${lang}`);
        await browser.axe(page);
        await browser.fitsSideways(page);
        browser.noComplaints(page);
      }
    });
  }
}

test("a search goes from a word to the service points without scripts", async () => {
  const page = await browser.newPage({ width: browser.PHONE, lang: "zh", javaScript: false });
  await page.goto(`${server.url}/catalogue`);
  await page.getByRole("searchbox").fill("dhg");
  await page.locator("#place").selectOption("shaoxing");
  await page.getByRole("radio", { name: "职称到技能" }).check();
  await page.getByRole("button", { name: "查询" }).click();
  assert.equal(await page.locator("article h3 span").first().textContent(), "电焊工");
  await page.locator("article .ways .plain-list a", { hasText: "焊工" }).first().click();
  assert.equal(await page.locator("article h3 span").first().textContent(), "焊工");
  assert.match(await page.locator("article").first().textContent(), /浙江工业职业技术学院/);
  assert.equal(await page.locator("#place").inputValue(), "shaoxing", "the place is kept");
});
