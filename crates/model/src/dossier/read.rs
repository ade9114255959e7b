//! Reads a dossier out of a document, gathering every fault.

mod evidence;

use std::collections::BTreeMap;

use super::{
    DOSSIER_SCHEMA, Dossier, Education, Employer, Employment, End, Field, Honour, MOST_RECORDS, Person, Sanction,
    Skill, Title, Work,
};
use crate::fault::Faults;
use crate::node::{Node, Value};
use crate::reader::{Place, Reader};
use crate::titles::{TITLE_NAMES, title_named};
use crate::words::{SanctionKind, Series, TitleTier, Word};

const KEYS: &[&str] = &[
    "schema",
    "person",
    "employment",
    "education",
    "skills",
    "titles",
    "work",
    "reviews",
    "continuing_education",
    "honours",
    "evidence",
    "sanctions",
    "findings",
];

pub(super) fn dossier(node: &Node<'_>, path: &str) -> Result<Dossier, Faults> {
    let mut r = Reader::default();
    let mut dossier = Dossier::default();
    let root = Place::Root;
    let place = if path.is_empty() { root } else { root.key(path) };
    let Some(entries) = r.map(&place, node, KEYS) else { return Err(r.faults) };
    let mut records = 0;
    for (key, value) in entries {
        let at = place.key(key);
        if let Value::List(items) = &value.value {
            records += items.len();
        }
        match key.as_ref() {
            "schema" => schema(&mut r, &at, value),
            "person" => dossier.person = person(&mut r, &at, value),
            "employment" => dossier.employment = employment(&mut r, &at, value),
            "education" => dossier.education = records_of(&mut r, &at, value, education),
            "skills" => dossier.skills = records_of(&mut r, &at, value, skill),
            "titles" => dossier.titles = records_of(&mut r, &at, value, title),
            "work" => dossier.work = records_of(&mut r, &at, value, work),
            "reviews" => dossier.reviews = by_year(&mut r, &at, value, |r, at, node| r.word(at, node)),
            "continuing_education" => {
                dossier.continuing_education = by_year(&mut r, &at, value, |r, at, node| {
                    r.whole(at, node, 0, 8784).and_then(|hours| u16::try_from(hours).ok())
                });
            }
            "honours" => dossier.honours = records_of(&mut r, &at, value, honour),
            "evidence" => dossier.evidence = evidence::evidence(&mut r, &at, value),
            "sanctions" => dossier.sanctions = records_of(&mut r, &at, value, sanction),
            "findings" => dossier.findings = findings(&mut r, &at, value),
            _ => {}
        }
    }
    if records > MOST_RECORDS {
        let problem = format!("the lists hold {records} records together");
        r.fault(&place, node, problem, format!("at most {MOST_RECORDS} records are read for one person"));
    }
    r.faults.unless(dossier)
}

fn schema(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) {
    if !matches!(&node.value, Value::Text(text) if text == DOSSIER_SCHEMA) {
        r.fault(at, node, format!("{} is no schema known here", node.describe()), format!("write {DOSSIER_SCHEMA}"));
    }
}

fn records_of<T>(
    r: &mut Reader,
    at: &Place<'_>,
    node: &Node<'_>,
    read: impl Fn(&mut Reader, &Place<'_>, &Node<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let items = r.list(at, node)?;
    if items.len() > MOST_RECORDS {
        return None;
    }
    Some(items.iter().enumerate().filter_map(|(i, item)| read(r, &Place::Item(at, i), item)).collect())
}

fn by_year<T>(
    r: &mut Reader,
    at: &Place<'_>,
    node: &Node<'_>,
    read: impl Fn(&mut Reader, &Place<'_>, &Node<'_>) -> Option<T>,
) -> BTreeMap<i16, T> {
    let mut years = BTreeMap::new();
    for (key, value) in r.free_map(at, node) {
        let at = at.key(key);
        if let (Some(year), Some(entry)) = (r.year(&at, key, value), read(r, &at, value)) {
            years.insert(year, entry);
        }
    }
    years
}

fn person(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Person {
    let mut person = Person::default();
    for (key, value) in r.map(at, node, &["id", "id_number", "name", "birth_date", "sex"]).unwrap_or_default() {
        let at = at.key(key);
        match key.as_ref() {
            "id" => person.id = r.identifier(&at, value),
            "id_number" => person.id_number = r.identifier(&at, value),
            "name" => person.name = text(r, &at, value),
            "birth_date" => person.birth_date = r.day(&at, value),
            "sex" => person.sex = r.word(&at, value),
            _ => {}
        }
    }
    person
}

fn employment(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Employment {
    let known = &[
        "status", "employer", "field", "frontline", "skilled_post", "appointed_as", "occupation", "specialty",
        "post_class",
    ];
    let mut employment = Employment::default();
    for (key, value) in r.map(at, node, known).unwrap_or_default() {
        let at = at.key(key);
        match key.as_ref() {
            "status" => employment.status = r.word(&at, value),
            "employer" => employment.employer = employer(r, &at, value),
            "field" => employment.field = field(r, &at, value),
            "frontline" => employment.frontline = r.yes_or_no(&at, value),
            "skilled_post" => employment.skilled_post = r.yes_or_no(&at, value),
            "appointed_as" => employment.appointed_as = r.word(&at, value),
            "occupation" => employment.occupation = text(r, &at, value),
            "specialty" => employment.specialty = text(r, &at, value),
            "post_class" => employment.post_class = r.word(&at, value),
            _ => {}
        }
    }
    employment
}

fn employer(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Employer {
    let mut employer = Employer::default();
    let known = &["name", "kind", "non_public", "upper_level", "recorded_assessor"];
    for (key, value) in r.map(at, node, known).unwrap_or_default() {
        let at = at.key(key);
        match key.as_ref() {
            "name" => employer.name = text(r, &at, value),
            "kind" => employer.kind = r.word(&at, value),
            "non_public" => employer.non_public = r.yes_or_no(&at, value),
            "upper_level" => employer.upper_level = r.yes_or_no(&at, value),
            "recorded_assessor" => employer.recorded_assessor = r.yes_or_no(&at, value),
            _ => {}
        }
    }
    employer
}

fn field(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Field> {
    if matches!(&node.value, Value::Text(text) if matches!(text.trim(), "none" | "无" | "其他")) {
        return Some(Field::None);
    }
    r.word::<Series>(at, node).map(Field::Of)
}

fn education(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Education> {
    let mut record = Education::default();
    for (key, value) in r.map(at, node, &["level", "class", "date", "relevant_to"])? {
        let at = at.key(key);
        match key.as_ref() {
            "level" => record.level = r.word(&at, value),
            "class" if matches!(&value.value, Value::Text(text) if matches!(text.as_ref(), "none" | "无")) => {}
            "class" => record.class = r.word(&at, value),
            "date" => record.date = r.day(&at, value),
            "relevant_to" => record.relevant_to = records_of(r, &at, value, text),
            _ => {}
        }
    }
    Some(record)
}

fn skill(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Skill> {
    let mut record = Skill::default();
    for (key, value) in r.map(at, node, &["level", "occupation", "date", "kind", "revoked"])? {
        let at = at.key(key);
        match key.as_ref() {
            "level" => record.level = r.word(&at, value),
            "occupation" => record.occupation = text(r, &at, value),
            "date" => record.date = r.day(&at, value),
            "kind" => record.kind = r.word(&at, value),
            "revoked" => record.revoked = r.yes_or_no(&at, value).unwrap_or_default(),
            _ => {}
        }
    }
    Some(record)
}

fn title(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Title> {
    let mut record = Title::default();
    let mut implied = None;
    for (key, value) in r.map(at, node, &["tier", "series", "specialty", "date", "revoked"])? {
        let at = at.key(key);
        match key.as_ref() {
            "tier" => (record.tier, implied) = tier(r, &at, value),
            "series" => record.series = r.word(&at, value),
            "specialty" => record.specialty = text(r, &at, value),
            "date" => record.date = r.day(&at, value),
            "revoked" => record.revoked = r.yes_or_no(&at, value).unwrap_or_default(),
            _ => {}
        }
    }
    match (record.series, implied) {
        (None, implied) => record.series = implied,
        (Some(given), Some(implied)) if given != implied => {
            let problem = format!("the printed title belongs to {}, not to {}", implied.zh(), given.zh());
            r.fault(at, node, problem, "correct `series`, or write the tier, for example `intermediate`");
        }
        _ => {}
    }
    Some(record)
}

/// A tier by key or name, or a printed title name, which also tells the series.
fn tier(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> (Option<TitleTier>, Option<Series>) {
    let Some(text) = r.text(at, node) else { return (None, None) };
    if let Some(tier) = TitleTier::parse(text) {
        return (Some(tier), None);
    }
    if let Some(title) = title_named(text) {
        return (Some(title.tier), Some(title.series));
    }
    let names: Vec<&str> = TITLE_NAMES.iter().map(|title| title.name).collect();
    let hint = crate::reader::nearest(text, &names).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    let remedy = format!("{hint}write one of {}, or a printed title name such as 工程师", TitleTier::choices());
    r.fault(at, node, format!("{} is no title tier", node.describe()), remedy);
    (None, None)
}

fn work(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Work> {
    let mut record = Work::default();
    for (key, value) in r.map(at, node, &["occupation", "from", "to", "skilled"])? {
        let at = at.key(key);
        match key.as_ref() {
            "occupation" => record.occupation = text(r, &at, value),
            "from" => record.from = r.day(&at, value),
            "to" if value.value == Value::Null => record.to = Some(End::GoingOn),
            "to" => record.to = r.day(&at, value).map(End::On),
            "skilled" => record.skilled = r.yes_or_no(&at, value).unwrap_or(true),
            _ => {}
        }
    }
    if let (Some(from), Some(End::On(to))) = (record.from, record.to)
        && to < from
    {
        r.fault(at, node, format!("the work ends on {to}, before it begins on {from}"), "correct `from` or `to`");
    }
    Some(record)
}

fn honour(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Honour> {
    let mut record = Honour::default();
    for (key, value) in r.map(at, node, &["name", "rank", "award", "date", "until", "revoked"])? {
        let at = at.key(key);
        match key.as_ref() {
            "name" => record.name = text(r, &at, value),
            "rank" => record.rank = r.whole(&at, value, 1, 1_000_000).and_then(|rank| u32::try_from(rank).ok()),
            "award" => record.award = text(r, &at, value),
            "date" => record.date = r.day(&at, value),
            "until" if value.value == Value::Null => {}
            "until" => record.until = r.day(&at, value),
            "revoked" => record.revoked = r.yes_or_no(&at, value).unwrap_or_default(),
            _ => {}
        }
    }
    if let (Some(date), Some(until)) = (record.date, record.until)
        && until < date
    {
        r.fault(at, node, format!("the honour ends on {until}, before its date {date}"), "correct `date` or `until`");
    }
    Some(record)
}

fn sanction(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<Sanction> {
    let mut record = Sanction { kind: SanctionKind::Fraud, date: None };
    let entries = r.map(at, node, &["kind", "date"])?;
    for (key, value) in entries {
        let at = at.key(key);
        match key.as_ref() {
            "kind" => record.kind = r.word(&at, value)?,
            "date" => record.date = r.day(&at, value),
            _ => {}
        }
    }
    if node.get("kind").is_none() {
        r.fault(at, node, "the kind of the finding is missing", "write `kind: fraud`, or take the record out");
    }
    Some(record)
}

fn findings(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> BTreeMap<String, bool> {
    let mut findings = BTreeMap::new();
    for (key, value) in r.free_map(at, node) {
        let at = at.key(key);
        if let Some(found) = r.yes_or_no(&at, value) {
            findings.insert(key.to_string(), found);
        }
    }
    findings
}

fn text(r: &mut Reader, at: &Place<'_>, node: &Node<'_>) -> Option<String> {
    r.text(at, node).map(|text| text.trim().to_owned())
}
