// The judges themselves: faults that are planted in a page are found, with and without scripts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as browser from "./browser.mjs";

after(browser.closeBrowser);

const sound = "<!doctype html><html lang=en><title>x</title><main><h1>Sound</h1></main>";
const grey = sound.replace("<h1>", "<h1 style='color:#bbb;background:#fff;font-size:12px'>");
const wide = sound.replace("<h1>", "<h1 style='width:2000px'>");
const broken = `${sound}<script>undefined.x</script>`;

async function opened(html, options) {
  const page = await browser.newPage(options);
  await page.goto(`data:text/html,${encodeURIComponent(html)}`);
  return page;
}

for (const javaScript of [true, false]) {
  test(`planted faults are found, scripts ${javaScript ? "on" : "off"}`, async () => {
    const page = await opened(sound, { javaScript });
    await browser.axe(page);
    await browser.fitsSideways(page);
    await assert.rejects(browser.axe(await opened(grey, { javaScript })), /color-contrast/);
    await assert.rejects(browser.fitsSideways(await opened(wide, { javaScript })), /<h1 style/);
  });
}

test("script errors are complaints", async () => {
  browser.noComplaints(await opened(sound));
  const page = await opened(broken);
  assert.throws(() => browser.noComplaints(page), /script: /);
});
