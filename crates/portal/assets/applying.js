// Applications: the form saves itself after a pause, files come part after part. Every page works the same without.

for (const form of document.querySelectorAll("form[data-saves]")) {
  const line = document.getElementById("saved");
  const say = (text) => { if (line && text) line.textContent = text; };
  let wait = 0, busy = false, again = false, stopped = false, edits = 0, kept = 0;

  async function save() {
    if (busy) { again = true; return; }
    busy = true;
    again = false;
    say(form.dataset.saving);
    const sent = edits;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("auto", "yes");
    let pause = 0;
    try {
      const answer = await fetch(form.dataset.saves, { method: "POST", body: fields, redirect: "error" });
      const told = await answer.json();
      if (told.state === "saved") {
        form.elements.based_on.value = told.based_on;
        kept = sent;
        say(told.says);
      } else if (told.state === "changed") {
        stopped = true;
        say(form.dataset.changed);
      } else {
        say(told.says);
      }
    } catch {
      say(form.dataset.lost);
      pause = 5000;
    }
    busy = false;
    if ((again || pause) && !stopped) plan(pause || 500);
  }
  function plan(after) {
    clearTimeout(wait);
    wait = setTimeout(save, after);
  }
  form.addEventListener("input", () => {
    edits += 1;
    if (stopped) return;
    say(form.dataset.unsaved);
    plan(2500);
  });
  form.addEventListener("submit", () => { clearTimeout(wait); stopped = true; kept = edits; });
  addEventListener("beforeunload", (event) => { if (edits !== kept) event.preventDefault(); });
}

const PART = 512 * 1024, MOST = 20 * 1024 * 1024;

/** Text as base64 of its UTF-8. */
function coded(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

for (const form of document.querySelectorAll("form[data-uploads]")) {
  const shown = form.querySelector(".progress");
  const bar = shown.querySelector("progress"), words = shown.querySelector("span");
  const head = { "x-form-token": form.elements.form_token.value, "tus-resumable": "1.0.0" };
  const say = (text, part) => {
    shown.hidden = false;
    words.textContent = text;
    bar.hidden = part === undefined;
    if (part !== undefined) bar.value = part;
  };

  form.addEventListener("submit", async (event) => {
    const file = form.elements.file.files[0];
    if (!file) return;
    event.preventDefault();
    if (file.size > MOST) { say(form.dataset.large); return; }
    const button = form.querySelector("button");
    button.disabled = true;
    const fault = await send(file).catch(() => form.dataset.again);
    button.disabled = false;
    if (fault) say(fault);
    else {
      const shown = new URL(form.action);
      shown.searchParams.set("done", "1");
      location.replace(shown);
    }
  });

  /** Sends a file; the sentence that says what is wrong, where something is. */
  async function send(file) {
    const metadata = `filename ${coded(file.name)},proves ${coded(form.elements.proves.value)}`;
    const begun = await fetch(form.dataset.uploads, {
      method: "POST", headers: { ...head, "upload-length": String(file.size), "upload-metadata": metadata },
    });
    if (begun.status !== 201) return await begun.text() || form.dataset.again;
    const place = begun.headers.get("location");
    let offset = 0;
    for (let failures = 0; offset < file.size;) {
      say(`${form.dataset.sending} ${Math.round(100 * offset / file.size)}%`, 100 * offset / file.size);
      try {
        const answer = await fetch(place, {
          method: "PATCH", body: file.slice(offset, offset + PART),
          headers: { ...head, "content-type": "application/offset+octet-stream", "upload-offset": String(offset) },
        });
        if (answer.status === 204 || answer.status === 409) {
          offset = Number(answer.headers.get("upload-offset"));
          failures = 0;
          continue;
        }
        if (answer.status === 413 || answer.status === 422) return await answer.text();
        if (answer.status < 500 && answer.status !== 423) return form.dataset.again;
        throw new Error(String(answer.status));
      } catch {
        if (++failures > 30) return form.dataset.again;
        say(form.dataset.again, 100 * offset / file.size);
        await new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** failures, 15000)));
        const stands = await fetch(place, { method: "HEAD" }).catch(() => null);
        // The last part came through, but its answer did not.
        if (stands?.status === 404) return "";
        if (stands?.ok) offset = Number(stands.headers.get("upload-offset"));
      }
    }
    return "";
  }
}
