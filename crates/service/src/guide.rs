//! The guide's policy pages, made from the packs: one for each place and language, and a list of them. Markdown.

mod clauses;
mod head;
mod markdown;
mod tables;

use policy::Policy;
use policy::format::Road;
use wording::{Lang, Phrasebook};

use crate::coverage::{PolicyCoverage, without_examples};
use crate::guantong::Guantong;
use crate::words::RuleWords;
use markdown::Markdown;

/// The file of a place's page in a language; without a place that of the list.
#[must_use]
pub fn file_name(place: Option<&str>, lang: Lang) -> String {
    let name = place.unwrap_or("README");
    match lang {
        Lang::En => format!("{name}.md"),
        Lang::Zh => format!("{name}.zh.md"),
    }
}

/// The page of one policy.
#[must_use]
pub fn page(guantong: &Guantong, policy: &Policy, lang: Lang) -> String {
    let covered = without_examples(policy, guantong.files());
    let page = Page {
        guantong,
        policy,
        covered: &covered,
        book: Phrasebook::of(lang),
        lang,
        words: RuleWords::new(policy, lang),
    };
    let mut out = Markdown::new(lang);
    page.head(&mut out);
    if policy.chain.is_empty() {
        page.routes(&mut out);
    }
    page.clauses(&mut out);
    if policy.chain.is_empty() {
        page.honours(&mut out);
        page.settings(&mut out);
    }
    page.open(&mut out);
    out.text()
}

/// The list of all places.
#[must_use]
pub fn index(guantong: &Guantong, lang: Lang) -> String {
    let book = Phrasebook::of(lang);
    let mut out = Markdown::new(lang);
    out.line(&format!("<!-- {} -->", book.text("guide-made")));
    out.heading(1, book.text("guide-title"));
    out.line(&format!("[{}]({})", book.text("guide-other-language"), file_name(None, other(lang))));
    out.paragraph(book.text("guide-lead"));
    let columns = ["guide-place", "guide-document", "guide-in-force", "guide-clauses"].map(|id| book.text(id));
    out.row(&columns);
    out.row(&columns.map(|_| "---"));
    for policy in guantong.packs().all() {
        let place = if lang == Lang::En { &policy.jurisdiction.en } else { &policy.jurisdiction.zh };
        let place = format!("[{place}]({})", file_name(Some(&policy.jurisdiction.key), lang));
        let title = if lang == Lang::En { &policy.document.en } else { &policy.document.title };
        let title = match policy.road {
            Road::Bridge => title.clone(),
            Road::Ordinary => book.format("guide-ordinary-row", &[("document", title)]),
        };
        let in_force = in_force(policy, book);
        out.row(&[&place, &title, &in_force, &policy.own_clauses.to_string()]);
    }
    out.text()
}

/// The days in force, in words.
fn in_force(policy: &Policy, book: &Phrasebook) -> String {
    let from = policy.effective.to_string();
    match policy.expires {
        Some(last) => book.format("guide-in-force-until", &[("from", &from), ("until", &last.to_string())]),
        None => book.format("guide-in-force-from", &[("from", &from)]),
    }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    }
}

/// One page in the making.
struct Page<'p> {
    guantong: &'p Guantong,
    policy: &'p Policy,
    covered: &'p PolicyCoverage,
    book: &'static Phrasebook,
    lang: Lang,
    words: RuleWords<'p>,
}

impl Page<'_> {
    fn t(&self, id: &'static str) -> &'static str {
        self.book.text(id)
    }

    fn say(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        self.book.format(id, arguments)
    }

    /// The text of the page's language out of two.
    fn either<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        if self.lang == Lang::En { en } else { zh }
    }

    /// What the part of the product that carries a clause is called.
    fn part(&self, key: &str) -> String {
        let id = format!("part-{key}");
        self.book.text(&id).to_owned()
    }
}
