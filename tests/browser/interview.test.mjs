// The self-check as an interview: to its end without scripts, by keyboard alone, back and forth, and over to the whole form.
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

const next = ".question .actions .first";

async function judged(page, name) {
  await browser.picture(page, name);
  await browser.axe(page);
  await browser.fitsSideways(page);
  browser.noComplaints(page);
}

async function begin(page, path = "/") {
  await page.goto(server.url + path);
  await page.locator("#f-place").selectOption("shandong");
  await page.locator("#f-as_of").fill("2026-11-21");
}

const asked = (page) => page.locator('input[name="question"]').inputValue();

/** What a welder answers: how to fill in each question that may be asked. */
const choose = (name, value) => (page) => page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
const select = (id, value) => (page) => page.locator(id).selectOption(value);
const answers = {
  "employment.status": select("#f-employment-status", "in-service"),
  "employment.employer.kind": select("#f-employment-employer-kind", "enterprise"),
  "employment.field": select("#f-employment-field", "engineering"),
  "employment.occupation": (page) => page.locator("#f-employment-occupation").fill("焊工"),
  "employment.frontline": choose("employment.frontline", "yes"),
  "employment.skilled_post": choose("employment.skilled_post", "yes"),
  "employment.appointed_as": select("#f-employment-appointed_as", "none"),
  titles: choose("titles", "none"),
  honours: choose("honours", "none"),
  sanctions: choose("sanctions", "none"),
  education: choose("education", "none"),
  "reviews.2023": select("#f-reviews-2023", "pass"),
  "reviews.2024": select("#f-reviews-2024", "pass"),
  "reviews.2025": select("#f-reviews-2025", "pass"),
  skills: async (page) => {
    await choose("skills", "some")(page);
    await page.locator("#f-skills-0-level").selectOption("technician");
    await page.locator("#f-skills-0-occupation").fill("焊工");
    await page.locator("#f-skills-0-date").fill("2019年5月20日");
  },
  work: async (page) => {
    await choose("work", "some")(page);
    await page.locator("#f-work-0-occupation").fill("焊工");
    await page.locator("#f-work-0-from").fill("2006-08-01");
    await page.locator("#f-work-0-going_on").check();
  },
};

for (const [width, lang] of [[browser.PHONE, "zh"], [browser.DESKTOP, "zh"], [browser.DESKTOP, "en"], [browser.PHONE, "en"]]) {
  test(`a whole interview without scripts, ${width} wide, ${lang}`, async () => {
    const page = await browser.newPage({ width, lang, javaScript: false });
    await begin(page);
    await judged(page, `interview-begin-${width}-${lang}`);
    await page.locator("#interview .first").click();
    const seen = [];
    while ((await page.locator('input[name="question"]').count()) > 0) {
      const path = await asked(page);
      assert.ok(!seen.includes(path), `${path} is asked twice after ${seen.join(" ")}`);
      seen.push(path);
      assert.match(await page.locator("h1").innerText(), /[?？]$/);
      if (seen.length === 1 || ["skills", "employment.frontline"].includes(path)) {
        await judged(page, `interview-${path.replace(".", "-")}-${width}-${lang}`);
      }
      await answers[path](page);
      await page.locator(next).click();
    }
    assert.ok(seen.length <= 13, `${seen.length} questions: ${seen.join(" ")}`);
    assert.match(await page.locator(".notice").first().innerText(), lang === "zh" ? /不用再问了/ : /Nothing is left to ask/);
    assert.equal(await page.locator("article.undetermined").count(), 0, "nothing is left open");
    const card = page.locator('article.decision[id$="title-intermediate-engineering"]');
    assert.match(await card.getAttribute("class"), /\beligible\b/);
    await judged(page, `interview-end-${width}-${lang}`);

    await page.locator('button[formaction*="/interview/again"]').first().click();
    assert.equal(await asked(page), "", "nothing is asked again");
    assert.equal(await page.locator(".answered dl > div").count(), seen.length + 1, "the place and every answer");
    await judged(page, `interview-done-${width}-${lang}`);
  });
}

test("what is not known is not asked again, and back and change lead to the answers given", async () => {
  const page = await browser.newPage();
  await begin(page);
  await page.locator("#interview .first").click();
  const first = await asked(page);
  await page.locator(next).click();
  assert.equal(await asked(page), first);
  assert.match(await page.locator(".question .error").innerText(), /还没有回答/);
  assert.equal(await page.locator(".question [aria-invalid=true]").count(), 1, "the fault stands at the field");
  await browser.axe(page);
  await browser.picture(page, "interview-fault-1280-zh");
  page.complaints.length = 0; // the refusal itself, 422

  await answers[first](page);
  await page.locator(next).click();
  const second = await asked(page);
  await page.getByRole("button", { name: "不知道" }).click();
  const third = await asked(page);
  assert.ok(![first, second].includes(third));
  assert.match(await page.locator(".answered").innerText(), /不知道/);

  await page.getByRole("button", { name: "上一题" }).click();
  assert.equal(await asked(page), second);
  await page.getByRole("button", { name: "上一题" }).click();
  assert.equal(await asked(page), first);
  assert.notEqual(await page.locator(`[name="${first}"]`).first().inputValue(), "", "the answer given is shown");
  await page.locator(next).click();
  assert.equal(await asked(page), second, "what was taken back is asked again");
  await page.getByRole("button", { name: /^修改：/ }).nth(1).click();
  assert.equal(await asked(page), first);
  browser.noComplaints(page);
});

test("a row more, a fault in a row, and over to the whole form with what was typed", async () => {
  const page = await browser.newPage({ width: browser.PHONE });
  await begin(page);
  await page.locator("#interview .first").click();
  while ((await asked(page)) !== "skills") {
    await answers[await asked(page)](page);
    await page.locator(next).click();
  }
  await answers.skills(page);
  await page.locator("#f-skills-1-date").fill("2016-02-30");
  await page.locator(next).click();
  assert.equal(await page.locator("#f-skills-1-date").getAttribute("aria-invalid"), "true");
  await browser.picture(page, "interview-row-fault-390-zh");
  page.complaints.length = 0;
  await page.locator("#f-skills-1-date").fill("2016-05-20");
  await page.getByRole("button", { name: "再加一项证书" }).click();
  assert.equal(await page.locator("#f-skills-2-level").isVisible(), true);
  await page.getByRole("button", { name: "English" }).click();
  assert.match(await page.locator("h1").innerText(), /skill certificates/);
  assert.equal(await page.locator("#f-skills-1-date").inputValue(), "2016-05-20", "what is typed is kept");

  await page.getByRole("button", { name: "The whole form at once" }).click();
  assert.equal(await page.locator("#self-check #f-skills-1-date").inputValue(), "2016-05-20");
  assert.equal(await page.locator("#self-check #f-employment-status").inputValue(), "in-service");
  assert.equal(await page.locator("#f-place").inputValue(), "shandong");
  await page.getByRole("button", { name: "Ask me the rest" }).click();
  assert.notEqual(await asked(page), "skills");
  assert.match(await page.locator(".answered").innerText(), /焊工 · 2019-05-20/);
  browser.noComplaints(page);
});

test("by keyboard alone", async () => {
  const page = await browser.newPage({ lang: "en" });
  await begin(page);
  await page.locator("#interview .first").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/interview/);
  for (let step = 0; step < 3; step += 1) {
    const path = await asked(page);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("name"));
    assert.ok(focused === path, `the field of ${path} has the focus, not ${focused}`);
    if (path === "titles" || (await page.locator(`[name="${path}"][type=radio]`).count()) > 0) {
      await page.keyboard.press("Space");
    } else if ((await page.locator(`select[name="${path}"]`).count()) > 0) {
      await page.keyboard.press("ArrowDown");
    } else {
      await page.keyboard.type("焊工");
    }
    for (let i = 0; i < 30; i += 1) {
      if (await page.evaluate((button) => document.activeElement === document.querySelector(button), next)) break;
      await page.keyboard.press("Tab");
    }
    const gone = page.waitForNavigation();
    await page.keyboard.press("Enter");
    await gone;
    assert.notEqual(await asked(page), path);
  }
  browser.noComplaints(page);
});
