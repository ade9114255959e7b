import * as b from "./browser.mjs";
const [url, path, name, width, lang, y, h, click] = process.argv.slice(2);
const page = await b.newPage({ width: +width, lang });
await page.goto(url + path);
if (click) { await page.locator(click).first().click(); await page.waitForLoadState(); }
await page.setViewportSize({ width: +width, height: +h });
await page.evaluate((y) => globalThis.scrollTo({ top: y, behavior: "instant" }), +y);
await page.screenshot({ path: `/tmp/${name}.png` });
await b.closeBrowser();
