//! The frame of every page: language, texts, links that keep the language, and the switch to the other one.

use std::fmt::Display;
use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use wording::{Lang, Phrasebook};

use crate::assets;
use crate::language::{Reader, Who};

/// The frame of one page.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The language.
    pub(crate) lang: Lang,
    /// The title of the page, as it stands in the text file.
    pub(crate) title: String,
    /// The part of the portal that is marked in the menu.
    pub(crate) part: &'static str,
    /// How the language is switched.
    pub(crate) switch: Switch,
    /// Who is logged in.
    pub(crate) who: Option<Arc<Who>>,
    /// Whether one can log in here.
    pub(crate) has_logins: bool,
    carried: bool,
    book: &'static Phrasebook,
    here: String,
}

/// How a page switches the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Switch {
    /// By a link to the same address.
    Link,
    /// By sending the form `form` to `action`, so that nothing filled in is lost.
    Button {
        /// The form's id.
        form: &'static str,
        /// Where it is sent.
        action: &'static str,
    },
}

impl Frame {
    pub(crate) fn new(reader: &Reader, part: &'static str, title: impl Into<String>) -> Self {
        Self {
            lang: reader.lang,
            title: title.into(),
            part,
            switch: Switch::Link,
            who: reader.who.clone(),
            has_logins: reader.has_logins,
            carried: reader.carried,
            book: Phrasebook::of(reader.lang),
            here: reader.here.clone(),
        }
    }

    /// A frame whose title is a text.
    pub(crate) fn titled(reader: &Reader, part: &'static str, id: &str) -> Self {
        let title = Phrasebook::of(reader.lang).text(id).to_owned();
        Self::new(reader, part, title)
    }

    /// The texts.
    pub(crate) fn book(&self) -> &'static Phrasebook {
        self.book
    }

    /// A text without variables.
    pub(crate) fn t<'a>(&self, id: &'a str) -> &'a str {
        self.book.text(id)
    }

    /// A text with one variable.
    pub(crate) fn f(&self, id: &str, name: &str, value: impl Display) -> String {
        self.book.format(id, &[(name, &value.to_string())])
    }

    /// A text with two variables.
    pub(crate) fn f2(&self, id: &str, one: &str, first: impl Display, two: &str, second: impl Display) -> String {
        self.book.format(id, &[(one, &first.to_string()), (two, &second.to_string())])
    }

    /// Whether links carry the language.
    pub(crate) fn is_carried(&self) -> bool {
        self.carried
    }

    /// The name of a word of a vocabulary.
    pub(crate) fn word<'a>(&self, kind: &str, key: &'a str) -> &'a str {
        self.book.word(kind, key)
    }

    /// The name of a word as a label begins: with a capital letter.
    pub(crate) fn label(&self, kind: &str, key: &str) -> String {
        capital(self.book.word(kind, key))
    }

    /// The text of the current language out of two.
    pub(crate) fn either<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.lang == Lang::En { en } else { zh }
    }

    /// An address in the portal that keeps the language.
    pub(crate) fn link(&self, path: &str) -> String {
        if self.carried { with_lang(path, self.lang) } else { path.to_owned() }
    }

    /// The address of a clause.
    pub(crate) fn clause(&self, place: &str, id: &str) -> String {
        self.link(&format!("/policies/{}/clauses/{}", encoded(place), encoded(id)))
    }

    /// The value of `lang` on the page.
    pub(crate) fn html_lang(&self) -> &'static str {
        self.lang.html()
    }

    /// The other language's key.
    pub(crate) fn other(&self) -> &'static str {
        if self.lang == Lang::En { "zh" } else { "en" }
    }

    /// The other language as the page's `lang` has it.
    pub(crate) fn other_html(&self) -> &'static str {
        if self.lang == Lang::En { Lang::Zh.html() } else { Lang::En.html() }
    }

    /// This page's address in a language.
    pub(crate) fn here_in(&self, lang: &str) -> String {
        with_lang(&self.here, Lang::parse(lang).unwrap_or_default())
    }

    /// The full title of the page.
    pub(crate) fn full_title(&self) -> String {
        self.book.format("portal-title", &[("page", &self.title)])
    }

    /// Whether a part of the menu is this page's.
    pub(crate) fn is_part(&self, part: &str) -> bool {
        self.part == part
    }

    /// Whether whoever reads may begin an application: applicants, and who is not in yet.
    pub(crate) fn may_apply(&self) -> bool {
        self.who.as_ref().is_none_or(|who| who.role == "account-role-applicant")
    }

    /// The address of the style sheet.
    pub(crate) fn css(&self) -> &'static str {
        assets::css_path()
    }

    /// The address of the script.
    pub(crate) fn js(&self) -> &'static str {
        assets::js_path()
    }
}

/// A text with a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn with_lang(path: &str, lang: Lang) -> String {
    let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
    let sign = if path.contains('?') { '&' } else { '?' };
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("{path}{sign}lang={}{anchor}", lang.key())
}

/// A part of a path, percent-encoded.
pub(crate) fn encoded(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                use std::fmt::Write as _;
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// A page as a response; pages with a dossier on them are not stored anywhere.
pub(crate) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => {
            let mut response = (status, Html(text)).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(fault) => {
            tracing::error!(%fault, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A page on the rules, which anyone may keep for a while.
pub(crate) fn public_page(template: &impl Template) -> Response {
    let mut response = page(StatusCode::OK, template);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    response
}
