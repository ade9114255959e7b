import * as b from "./browser.mjs";
const url = process.argv[2]; const what = process.argv[3] ?? "all";
for (const width of [b.DESKTOP, b.PHONE]) for (const lang of ["zh","en"]) {
  const page = await b.newPage({ width, lang });
  const go = async (p, name) => { await page.goto(url + p); await b.picture(page, `${name}-${width}-${lang}`); await b.fitsSideways(page).catch(e => console.log(e.message)); await b.axe(page).catch(e => console.log(e.message)); };
  try {
  await go("/", "start");
  await go("/?example=1", "filled");
  await page.locator("form#self-check .actions .first").click(); await page.waitForLoadState();
  await b.picture(page, `result-${width}-${lang}`); await b.fitsSideways(page).catch(e => console.log(e.message)); await b.axe(page).catch(e => console.log(e.message));
  if (what === "all") {
  await go("/policies", "policies"); await go("/policies/shandong", "policy"); await go("/policies/shandong/clauses/SD-2.d", "clause");
  await go("/catalogue?q=焊工", "catalogue"); await go("/api", "api"); await go("/nope", "not-found");}
  } catch (e) { console.log(e.message) }
  console.log(width, lang, page.complaints);
}
await b.closeBrowser();
