//! Why something was not done, in words: the sentence, what would do, and the names that the case's own way gives.

use casework::Refusal;
use casework::case::Case;
use model::Word as _;
use model::procedure::{Step, Way, Work};
use model::text::Text;
use store::StoreError;
use store::evidence::{EvidenceError, MOST_BYTES, MOST_PIXELS};
use wording::{Lang, Phrasebook};

use crate::error::OfficeError;
use crate::office::Office;

/// What a reader is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The kind, which does not change with the language.
    pub code: String,
    /// The clause that says so, where one does.
    pub clause: Option<String>,
    /// What is wrong.
    pub sentence: String,
    /// What would do.
    pub remedy: String,
}

impl Said {
    fn texts(book: &Phrasebook, id: &str, code: &str, arguments: &[(&str, &str)]) -> Self {
        Self {
            code: code.to_owned(),
            clause: None,
            sentence: book.format(id, arguments),
            remedy: book.format(&format!("{id}-remedy"), arguments),
        }
    }

    /// What only the log can explain further; the text is that of the error.
    fn plain(code: &str, error: &impl ToString) -> Self {
        let text = error.to_string();
        let (sentence, remedy) = text.rsplit_once("; ").unwrap_or((text.as_str(), ""));
        Self { code: code.to_owned(), clause: None, sentence: sentence.to_owned(), remedy: remedy.to_owned() }
    }

    /// All of it in one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let book = Phrasebook::of(lang);
        let mut arguments = vec![("sentence", self.sentence.as_str()), ("remedy", self.remedy.as_str())];
        let clause = self.clause.as_deref().filter(|clause| !clause.is_empty());
        arguments.extend(clause.map(|clause| ("clause", clause)));
        let id = if clause.is_some() { "said-clause" } else { "said" };
        book.format(id, &arguments).trim_end().to_owned()
    }
}

impl Office {
    /// Says an error. `case` is the id of the case that it is about: its way gives the names of steps and points.
    pub async fn said(&self, error: &OfficeError, case: Option<&str>, lang: Lang) -> Said {
        let book = Phrasebook::of(lang);
        match error {
            OfficeError::Refused(refusal) => {
                let state = match case {
                    Some(id) => self.load_case(id).await.ok().map(|loaded| loaded.state),
                    None => None,
                };
                self.said_refusal(refusal, state.as_ref(), lang)
            }
            error => said_error(error, book),
        }
    }

    /// Says a refusal; the case, where it is about one, gives the names.
    #[must_use]
    pub fn said_refusal(&self, refusal: &Refusal, case: Option<&Case>, lang: Lang) -> Said {
        let names = Names { lang, book: Phrasebook::of(lang), case, way: self.way(refusal, case) };
        let mut arguments: Vec<(&str, String)> =
            refusal.arguments.iter().map(|(name, value)| (*name, names.of(name, value))).collect();
        let given = |name: &str| refusal.arguments.contains_key(name);
        if !given("command") {
            arguments.push(("command", names.book.text("order-this").to_owned()));
        }
        if let (Some(case), false) = (case, given("status")) {
            arguments.push(("status", names.status(&case.status_name())));
        }
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut said = Said::texts(names.book, &format!("refusal-{}", refusal.code), refusal.code, &arguments);
        said.clause = refusal.clause.clone().filter(|clause| !clause.is_empty());
        if let (true, Some(elsewhere)) = (refusal.code == "goes-elsewhere", names.elsewhere()) {
            said.remedy = elsewhere;
        }
        said
    }

    /// The way that a refusal is about: the case's own, or the one of today's packs that it names.
    fn way<'a>(&'a self, refusal: &Refusal, case: Option<&'a Case>) -> Option<&'a Way> {
        let case = case?;
        if let Some(way) = &case.way {
            return Some(way);
        }
        let policy = self.guantong.policy(&case.opened.as_ref()?.place).ok()?;
        let ways = &policy.procedure.as_ref()?.ways;
        match refusal.arguments.get("way") {
            Some(id) => ways.iter().find(|way| way.id == *id),
            None => ways.iter().find(|way| refusal.arguments.get("step").is_some_and(|id| step(way, id).is_some())),
        }
    }
}

fn step<'a>(way: &'a Way, id: &str) -> Option<&'a Step> {
    way.steps.iter().find(|step| step.id == *id)
}

/// What the state of a case is called: its step, or a word for where it ended.
#[must_use]
pub fn status_name(case: &Case, lang: Lang) -> String {
    Names { lang, book: Phrasebook::of(lang), case: Some(case), way: case.way.as_ref() }.status(&case.status_name())
}

/// A word for a state outside the steps of a way; the id of a step stays as it is.
#[must_use]
pub fn status_word(status: &str, lang: Lang) -> String {
    known(Phrasebook::of(lang), "case-status", status)
}

/// A text by the beginning of its id and a key; the key where there is none.
fn known(book: &Phrasebook, beginning: &str, key: &str) -> String {
    let id = format!("{beginning}-{key}");
    let text = book.text(&id);
    if text == id { key.to_owned() } else { text.to_owned() }
}

struct Names<'a> {
    lang: Lang,
    book: &'static Phrasebook,
    case: Option<&'a Case>,
    way: Option<&'a Way>,
}

impl Names<'_> {
    /// What a value is called in a sentence.
    fn of(&self, argument: &str, value: &str) -> String {
        match argument {
            "command" => known(self.book, "order", value),
            "status" => self.status(value),
            "step" => self.steps(value),
            "way" => self.way.filter(|way| way.id == value).map_or(value, |way| self.say(&way.name)).to_owned(),
            "point" | "ground" | "part" => self.item(value),
            "points" => self.list(value, |one| self.item(one)),
            "path" | "missing" | "at" => self.list(value, |one| self.path(one)),
            "material" => known(self.book, "material", value),
            "materials" => self.list(value, |one| known(self.book, "material", one)),
            "outcome" | "track" => self.book.word(argument, value).to_owned(),
            "clauses" | "known" | "open" | "items" | "areas" | "members" if value.contains(' ') => {
                self.list(value, str::to_owned)
            }
            _ => value.to_owned(),
        }
    }

    fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.lang.key())
    }

    fn list(&self, value: &str, name: impl Fn(&str) -> String) -> String {
        let mark = if self.lang == Lang::Zh { "、" } else { ", " };
        value.split(' ').filter(|one| !one.is_empty()).map(name).collect::<Vec<_>>().join(mark)
    }

    fn status(&self, status: &str) -> String {
        let step = self.way.and_then(|way| step(way, status));
        step.map_or_else(|| known(self.book, "case-status", status), |step| self.say(&step.name).to_owned())
    }

    fn steps(&self, id: &str) -> String {
        let step = self.way.and_then(|way| step(way, id));
        step.map_or(id, |step| self.say(&step.name)).to_owned()
    }

    /// A point, a ground or a part: of the present step first, since the same id may stand in several.
    fn item(&self, id: &str) -> String {
        let here = self.case.and_then(Case::step).map(|(_, step)| step);
        let steps = here.into_iter().chain(self.way.into_iter().flat_map(|way| &way.steps));
        let name = steps.into_iter().find_map(|step| match &step.work {
            Work::Check(check) => {
                let mut all = check.points.iter().chain(&check.grounds).chain(&check.never_alone);
                all.find(|one| one.id == id).map(|one| &one.name)
            }
            Work::Review(review) => review.never_alone.iter().find(|one| one.id == id).map(|one| &one.name),
            Work::Exam(exam) => exam.parts.iter().find(|one| one.id == id).map(|one| &one.name),
            Work::Notice(_) | Work::Confirm => None,
        });
        name.map_or(id, |name| self.say(name)).to_owned()
    }

    fn path(&self, path: &str) -> String {
        let mut label = String::new();
        self.book.path(&mut label, path.strip_prefix("proof:").unwrap_or(path));
        label
    }

    fn elsewhere(&self) -> Option<String> {
        Some(self.say(self.way?.elsewhere.as_ref()?).to_owned())
    }
}

fn said_error(error: &OfficeError, book: &Phrasebook) -> Said {
    let texts = |id: &str, arguments: &[(&str, &str)]| {
        Said::texts(book, id, id.strip_prefix("office-").unwrap_or(id), arguments)
    };
    match error {
        OfficeError::Refused(refusal) => Said::plain(refusal.code, &error),
        OfficeError::Faults(faults) => Said::plain("faults", faults),
        OfficeError::NoAccount => texts("office-no-account", &[]),
        OfficeError::NotForYou { what } => texts("office-not-for-you", &[("what", what)]),
        OfficeError::NotFound { what, id } => {
            let what = known(book, "thing", &what.replace(' ', "-"));
            texts("office-not-found", &[("what", &what), ("id", id)])
        }
        OfficeError::Erased { id, at } => texts("office-erased", &[("id", id), ("at", at)]),
        OfficeError::Altered { id } => texts("office-altered", &[("id", id)]),
        OfficeError::Archive { digest, why } => texts("office-archive", &[("digest", digest), ("why", why)]),
        OfficeError::ClockBehind { now, last } => texts("office-clock-behind", &[("now", now), ("last", last)]),
        OfficeError::Evidence(error) => said_evidence(error, texts),
        OfficeError::Store(StoreError::Conflict { .. }) => texts("office-conflict", &[]),
        OfficeError::Store(StoreError::KeyReused { key, .. }) => texts("office-key-reused", &[("key", key)]),
        OfficeError::Store(StoreError::Unavailable { place, .. }) => texts("office-unavailable", &[("place", place)]),
        OfficeError::Store(StoreError::Full { place }) => texts("office-full", &[("place", place)]),
        OfficeError::Store(error) => Said::plain("store", error),
        OfficeError::Sealing(_) | OfficeError::Machine { .. } => texts("office-machine", &[]),
    }
}

fn said_evidence(error: &EvidenceError, texts: impl Fn(&str, &[(&str, &str)]) -> Said) -> Said {
    match error {
        EvidenceError::Empty { name } => texts("office-file-empty", &[("name", name)]),
        EvidenceError::TooLarge { name, bytes } => texts(
            "office-file-too-large",
            &[("name", name), ("bytes", &bytes.to_string()), ("most", &MOST_BYTES.to_string())],
        ),
        EvidenceError::TooManyPixels { name, pixels } => texts(
            "office-file-pixels",
            &[("name", name), ("pixels", &pixels.to_string()), ("most", &MOST_PIXELS.to_string())],
        ),
        EvidenceError::WrongType { name, found } => texts("office-file-type", &[("name", name), ("found", found)]),
        EvidenceError::Misnamed { name, found } => {
            texts("office-file-misnamed", &[("name", name), ("found", found.name())])
        }
        EvidenceError::Container { name } => texts("office-file-container", &[("name", name)]),
        EvidenceError::Encrypted { name } => texts("office-file-encrypted", &[("name", name)]),
        EvidenceError::Damaged { name } => texts("office-file-damaged", &[("name", name)]),
        EvidenceError::Missing { hash } => texts("office-file-missing", &[("hash", &hash.to_string())]),
        EvidenceError::Altered { hash } => texts("office-file-altered", &[("hash", &hash.to_string())]),
        EvidenceError::Full { place } => texts("office-full", &[("place", place)]),
        EvidenceError::Folder { .. } => Said::plain("evidence-folder", error),
    }
}

/// What a level is called.
#[must_use]
pub fn target_name(target: &str, lang: Lang) -> String {
    let mut name = String::new();
    match model::Target::parse(target) {
        Ok(target) => Phrasebook::of(lang).target(&mut name, &target),
        Err(_) => name.push_str(target),
    }
    name
}

/// What an answer of the rules is called.
#[must_use]
pub fn outcome_name(outcome: model::Outcome, lang: Lang) -> String {
    Phrasebook::of(lang).word("outcome", outcome.key()).to_owned()
}
