//! What the form sends: the question of place and day, the facts, and what the pressed button asks for.

use model::{Day, Dossier, Faults};
use service::Guantong;

use crate::form::{Form, ListSpec, fill, gather, is_of_fact, list_named};
use crate::talk::Talk;

/// The most fields that one form may send.
const MOST_FIELDS: usize = 2_000;

/// What a pressed button asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Press {
    /// The page's own purpose.
    Answer,
    /// One more row of a list.
    Add(&'static str),
    /// A row less.
    Remove(&'static str, usize),
}

/// A form as sent.
#[derive(Clone, Debug)]
pub(crate) struct Submission {
    /// The facts as filled in.
    pub(crate) form: Form,
    /// The place; blank for all.
    pub(crate) place: String,
    /// The day as written; blank for today.
    pub(crate) as_of: String,
    /// What was pressed.
    pub(crate) press: Press,
    /// The field that is to take the focus.
    pub(crate) ask: Option<String>,
    /// Whether the facts come from the invented example.
    pub(crate) invented: bool,
    /// How long after eligibility a level is granted, as written; blank for at once.
    pub(crate) award_lag: String,
    /// The interview that the form belongs to.
    pub(crate) talk: Talk,
    /// What is wrong with a dossier that came whole.
    pub(crate) faults: Faults,
}

/// A submission that can be answered.
#[derive(Clone, Debug)]
pub(crate) struct Stated {
    /// The facts.
    pub(crate) dossier: Dossier,
    /// The place; all where none.
    pub(crate) place: Option<String>,
    /// The day.
    pub(crate) as_of: Day,
}

impl Submission {
    /// A form that nobody has filled in.
    pub(crate) fn blank(as_of: Day) -> Self {
        Self {
            form: Form::default(),
            place: String::new(),
            as_of: as_of.to_string(),
            press: Press::Answer,
            ask: None,
            invented: false,
            award_lag: String::new(),
            talk: Talk::default(),
            faults: Faults::default(),
        }
    }

    /// The form of a dossier.
    pub(crate) fn of_dossier(dossier: &Dossier, place: &str, as_of: &str) -> Self {
        let (form, place, as_of) = (fill(dossier), place.to_owned(), as_of.to_owned());
        Self { form, place, as_of, ..Self::blank(Day::FIRST) }
    }

    /// Reads what a browser sends; a whole dossier under `dossier` takes the place of the fields.
    pub(crate) fn read(body: &[u8]) -> Self {
        let pairs: Vec<_> = form_urlencoded::parse(body).take(MOST_FIELDS + 1).collect();
        let value = |key: &str| pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_ref());
        let own =
            ["dossier", "place", "places", "as_of", "do", "ask", "invented", "award_lag", "skip", "asked", "question"];
        // A button asks for all places beside a form that names one.
        let place = value("place").filter(|_| value("places") != Some("all"));
        let mut submission = Self {
            form: Form::default(),
            place: place.unwrap_or_default().trim().to_owned(),
            as_of: value("as_of").unwrap_or_default().trim().to_owned(),
            press: value("do").and_then(press).unwrap_or(Press::Answer),
            invented: value("invented").is_some(),
            award_lag: value("award_lag").unwrap_or_default().trim().to_owned(),
            talk: Talk::read(value("skip"), value("asked"), value("question"), value("do")),
            ask: value("ask").filter(|ask| !ask.is_empty()).map(str::to_owned),
            faults: Faults::default(),
        };
        if pairs.len() > MOST_FIELDS {
            let problem = format!("the form has more than {MOST_FIELDS} fields");
            submission.faults.add("", None, problem, "send fewer");
        }
        let fields = || pairs.iter().filter(|(name, _)| !own.contains(&name.as_ref()));
        let sent = || fields().map(|(name, value)| (name.as_ref(), value.as_ref()));
        match value("dossier").map(Dossier::read) {
            Some(Ok(dossier)) => {
                submission.form = fill(&dossier);
                // In an interview one fact is filled in beside the whole dossier.
                if let Some(fact) =
                    submission.talk.question.filter(|fact| sent().any(|(name, _)| is_of_fact(*fact, name)))
                {
                    submission
                        .form
                        .overlay(|name| is_of_fact(fact, name), sent().filter(|(name, _)| is_of_fact(fact, name)));
                }
                submission.talk.known = Some(dossier);
            }
            Some(Err(faults)) => submission.faults = faults,
            None => submission.form = Form::of_pairs(sent()),
        }
        match submission.press {
            Press::Answer => {}
            Press::Add(list) => submission.on_list(list, |form, list| form.add_row(list)),
            Press::Remove(list, row) => submission.on_list(list, |form, list| form.remove_row(list, row)),
        }
        submission
    }

    fn on_list(&mut self, name: &str, change: impl Fn(&mut Form, &'static ListSpec)) {
        let Some(list) = list_named(name) else { return };
        change(&mut self.form, list);
        let first = list.columns.first().map_or("", |column| column.path);
        self.ask = match self.press {
            Press::Add(_) => Some(format!("{name}[{}].{first}", self.form.shown_rows(list).saturating_sub(1))),
            _ => Some(name.to_owned()),
        };
    }

    /// The facts with the question, or everything that is wrong.
    ///
    /// # Errors
    /// Every fault, under the name of its field.
    pub(crate) fn stated(&self, guantong: &Guantong, today: Day) -> Result<Stated, Faults> {
        let mut faults = self.faults.clone();
        let as_of = match crate::form::day(&self.as_of) {
            None => today,
            Some(Ok(day)) => day,
            Some(Err(fault)) => {
                let (problem, remedy) = fault.parts();
                faults.add("as_of", None, format!("\"{}\": {problem}", self.as_of), remedy);
                today
            }
        };
        let place = (!self.place.is_empty()).then(|| self.place.clone());
        if place.as_deref().is_some_and(|place| guantong.policy(place).is_err()) {
            faults.add("place", None, "the place is not known", format!("choose one of {}", guantong.places()));
        }
        match gather(&self.form) {
            Ok(dossier) => faults.unless(Stated { dossier, place, as_of }),
            Err(found) => {
                for fault in found.faults {
                    faults.add(fault.path, fault.line, fault.problem, fault.remedy);
                }
                faults.further += found.further;
                Err(faults)
            }
        }
    }
}

/// What the value of a pressed button asks for.
fn press(text: &str) -> Option<Press> {
    if let Some(list) = text.strip_prefix("add-") {
        return list_named(list).map(|list| Press::Add(list.name));
    }
    let (list, row) = text.strip_prefix("remove-")?.split_once('-')?;
    Some(Press::Remove(list_named(list)?.name, row.parse().ok()?))
}
