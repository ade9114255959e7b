//! Two policies side by side: point by point what each says, by which clause, and where they differ.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use service::comparison::{PolicyComparison, Row, Said, compare_policies};

use crate::frame::{Frame, encoded, public_page};
use crate::language::Reader;
use crate::pages::policies::{key_of, named, place_name};
use crate::state::Portal;

/// A policy that can be chosen.
struct Choice {
    key: String,
    name: String,
    is_a: bool,
    is_b: bool,
}

/// What a policy says, with the addresses of its clauses.
#[derive(Template)]
#[template(path = "said.html")]
struct SaidView<'s> {
    says: &'s str,
    cites: Vec<(String, &'s str)>,
    parts: Vec<String>,
}

/// A row, ready to be shown.
struct RowView<'s> {
    name: &'s str,
    applies_to: String,
    standing: &'static str,
    label: String,
    a: Vec<String>,
    b: Vec<String>,
}

/// A topic: the rows that differ, and those that are the same.
struct TopicView<'s> {
    key: &'static str,
    name: &'s str,
    differing: Vec<RowView<'s>>,
    same: Vec<RowView<'s>>,
}

#[derive(Template)]
#[template(path = "comparison.html")]
struct ComparisonPage<'s> {
    frame: Frame,
    choices: Vec<Choice>,
    choose: bool,
    sides: Option<Sides>,
    summary: String,
    topics: Vec<TopicView<'s>>,
}

/// What both columns are called, and where their policies are.
struct Sides {
    a: SideView,
    b: SideView,
}

struct SideView {
    place: String,
    document: String,
    href: String,
    in_force: String,
}

/// The page; without two different policies only the form.
pub(crate) async fn comparison(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let value = |key: &str| {
        let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let guantong = &portal.guantong;
    let (asked_a, asked_b) = (value("a"), value("b"));
    let (a, b) = (named(guantong, &asked_a), named(guantong, &asked_b));
    let mut frame = Frame::titled(&reader, "policies", "portal-compare");
    let choice = |policy: &service::library::Policy| Choice {
        key: key_of(guantong, policy),
        name: place_name(&frame, guantong, policy),
        is_a: a.is_some_and(|a| a.id == policy.id),
        is_b: b.is_some_and(|b| b.id == policy.id),
    };
    let choices: Vec<Choice> = guantong.packs().policies.iter().map(choice).collect();
    let pair = a.zip(b).filter(|(a, b)| a.id != b.id);
    let Some((a, b)) = pair else {
        let choose = !asked_b.is_empty();
        let (sides, summary, topics) = (None, String::new(), Vec::new());
        return public_page(&ComparisonPage { frame, choices, choose, sides, summary, topics });
    };
    let compared = compare_policies(a, b, reader.lang);
    frame.title = format!("{} · {}", frame.title, [compared.a.place.as_str(), &compared.b.place].join(" / "));
    let keys = (key_of(guantong, a), key_of(guantong, b));
    let side = |side: &service::comparison::Side, key: &str, title: &str| SideView {
        place: side.place.clone(),
        document: title.to_owned(),
        href: frame.link(&format!("/policies/{}", encoded(key))),
        in_force: match side.expires {
            Some(last) => frame.f2("portal-in-force-until", "from", side.effective, "until", last),
            None => frame.f("portal-in-force-from", "from", side.effective),
        },
    };
    let title =
        |policy: &'_ service::library::Policy| frame.either(&policy.document.title, &policy.document.en).to_owned();
    let sides = Sides { a: side(&compared.a, &keys.0, &title(a)), b: side(&compared.b, &keys.1, &title(b)) };
    public_page(&ComparisonPage {
        summary: compared.summary(frame.book()),
        topics: topics(&frame, &compared, (&keys.0, &keys.1)),
        sides: Some(sides),
        choices,
        choose: false,
        frame: frame.clone(),
    })
}

fn topics<'s>(frame: &Frame, compared: &'s PolicyComparison, keys: (&str, &str)) -> Vec<TopicView<'s>> {
    let view = |row: &'s Row| row_view(frame, compared, row, keys);
    let topic = |topic: &'s service::comparison::TopicRows| {
        let (same, differing): (Vec<&Row>, Vec<&Row>) = topic.rows.iter().partition(|row| row.standing == "same");
        TopicView {
            key: topic.topic,
            name: &topic.name,
            differing: differing.into_iter().map(view).collect(),
            same: same.into_iter().map(view).collect(),
        }
    };
    compared.topics.iter().map(topic).collect()
}

fn row_view<'s>(frame: &Frame, compared: &'s PolicyComparison, row: &'s Row, keys: (&str, &str)) -> RowView<'s> {
    let list = row.applies_to.join(frame.t("list-mark"));
    RowView {
        name: &row.name,
        applies_to: if list.is_empty() { list } else { frame.f("compare-applies-to", "list", list) },
        standing: row.standing,
        label: match row.standing {
            "only-a" => frame.f("compare-only-in", "place", compared.names().0),
            "only-b" => frame.f("compare-only-in", "place", compared.names().1),
            "same" => frame.t("compare-standing-same").to_owned(),
            _ => frame.t("compare-standing-differs").to_owned(),
        },
        a: row.a.iter().map(|said| rendered(frame, said, keys.0)).collect(),
        b: row.b.iter().map(|said| rendered(frame, said, keys.1)).collect(),
    }
}

fn rendered(frame: &Frame, said: &Said, key: &str) -> String {
    let view = SaidView {
        says: &said.says,
        cites: said.clauses.iter().map(|id| (frame.clause(key, id), id.as_str())).collect(),
        parts: said.parts.iter().map(|part| rendered(frame, part, key)).collect(),
    };
    view.render().unwrap_or_default()
}

/// The sign beside the word of a standing.
fn sign(standing: &str) -> &'static str {
    match standing {
        "same" => "=",
        "differs" => "≠",
        _ => "◐",
    }
}

/// The rows of a topic that are the same, or those that are not.
fn rows_of<'t, 's>(topic: &'t TopicView<'s>, same: &bool) -> &'t [RowView<'s>] {
    if *same { &topic.same } else { &topic.differing }
}
