//! What the facts of a dossier are called, by their paths.

use crate::argument::{Argument, push_stated};
use crate::book::Phrasebook;
use crate::message::Declared;
use crate::pattern::Pattern;

/// Paths that stand for themselves.
const WHOLE: &[(&str, &str)] = &[
    ("schema", "path-schema"),
    ("person", "path-person"),
    ("person.id", "path-person-id"),
    ("person.id_number", "path-person-id-number"),
    ("person.name", "path-person-name"),
    ("person.birth_date", "path-person-birth-date"),
    ("person.sex", "path-person-sex"),
    ("employment", "path-employment"),
    ("employment.status", "path-employment-status"),
    ("employment.employer", "path-employment-employer"),
    ("employment.employer.name", "path-employment-employer-name"),
    ("employment.employer.kind", "path-employment-employer-kind"),
    ("employment.employer.non_public", "path-employment-employer-non-public"),
    ("employment.employer.upper_level", "path-employment-employer-upper-level"),
    ("employment.employer.recorded_assessor", "path-employment-employer-recorded-assessor"),
    ("employment.field", "path-employment-field"),
    ("employment.frontline", "path-employment-frontline"),
    ("employment.skilled_post", "path-employment-skilled-post"),
    ("employment.appointed_as", "path-employment-appointed-as"),
    ("employment.occupation", "path-employment-occupation"),
    ("employment.specialty", "path-employment-specialty"),
    ("employment.post_class", "path-employment-post-class"),
    ("education", "path-education"),
    ("skills", "path-skills"),
    ("titles", "path-titles"),
    ("work", "path-work"),
    ("reviews", "path-reviews"),
    ("continuing_education", "path-continuing-education"),
    ("honours", "path-honours"),
    ("evidence", "path-evidence"),
    ("sanctions", "path-sanctions"),
    ("findings", "path-findings"),
];

/// Records of a list (with an empty key) and their keys; `n` counts from 1.
const ITEMS: &[(&str, &str, &str)] = &[
    ("education", "", "path-education-item"),
    ("education", "level", "path-education-level"),
    ("education", "class", "path-education-class"),
    ("education", "date", "path-education-date"),
    ("education", "relevant_to", "path-education-relevant-to"),
    ("skills", "", "path-skills-item"),
    ("skills", "level", "path-skills-level"),
    ("skills", "occupation", "path-skills-occupation"),
    ("skills", "date", "path-skills-date"),
    ("skills", "kind", "path-skills-kind"),
    ("skills", "revoked", "path-skills-revoked"),
    ("titles", "", "path-titles-item"),
    ("titles", "tier", "path-titles-tier"),
    ("titles", "series", "path-titles-series"),
    ("titles", "specialty", "path-titles-specialty"),
    ("titles", "date", "path-titles-date"),
    ("titles", "revoked", "path-titles-revoked"),
    ("work", "", "path-work-item"),
    ("work", "occupation", "path-work-occupation"),
    ("work", "from", "path-work-from"),
    ("work", "to", "path-work-to"),
    ("work", "skilled", "path-work-skilled"),
    ("honours", "", "path-honours-item"),
    ("honours", "name", "path-honours-name"),
    ("honours", "rank", "path-honours-rank"),
    ("honours", "award", "path-honours-award"),
    ("honours", "date", "path-honours-date"),
    ("honours", "until", "path-honours-until"),
    ("honours", "revoked", "path-honours-revoked"),
    ("evidence", "", "path-evidence-item"),
    ("evidence", "kind", "path-evidence-kind"),
    ("evidence", "name", "path-evidence-name"),
    ("evidence", "date", "path-evidence-date"),
    ("evidence", "level", "path-evidence-level"),
    ("evidence", "category", "path-evidence-category"),
    ("evidence", "role", "path-evidence-role"),
    ("evidence", "skill_level", "path-evidence-skill-level"),
    ("evidence", "prize", "path-evidence-prize"),
    ("evidence", "rank", "path-evidence-rank"),
    ("evidence", "characters", "path-evidence-characters"),
    ("evidence", "own_characters", "path-evidence-own-characters"),
    ("evidence", "authorship", "path-evidence-authorship"),
    ("evidence", "outlet", "path-evidence-outlet"),
    ("evidence", "in_specialty", "path-evidence-in-specialty"),
    ("evidence", "accepted", "path-evidence-accepted"),
    ("evidence", "issued", "path-evidence-issued"),
    ("evidence", "benefit_proven", "path-evidence-benefit-proven"),
    ("evidence", "relation_proven", "path-evidence-relation-proven"),
    ("evidence", "national_quality", "path-evidence-national-quality"),
    ("evidence", "commended_by", "path-evidence-commended-by"),
    ("evidence", "problem_solved", "path-evidence-problem-solved"),
    ("evidence", "in_force", "path-evidence-in-force"),
    ("evidence", "until", "path-evidence-until"),
    ("evidence", "put_to_use", "path-evidence-put-to-use"),
    ("evidence", "revoked", "path-evidence-revoked"),
    ("sanctions", "", "path-sanctions-item"),
    ("sanctions", "kind", "path-sanctions-kind"),
    ("sanctions", "date", "path-sanctions-date"),
];

/// Lists whose records have keys without a label of their own: these go by the record.
const OPEN: &[&str] = &["evidence"];

/// Mappings whose keys are free: years and clauses.
const KEYED: &[(&str, &str)] = &[
    ("reviews", "path-reviews-year"),
    ("continuing_education", "path-continuing-education-year"),
    ("findings", "path-findings-clause"),
];

/// All messages of paths, in the order of the three tables.
pub(crate) fn declared() -> impl Iterator<Item = Declared> {
    let whole = WHOLE.iter().map(|(_, id)| Declared { id, variables: &[] });
    let items = ITEMS.iter().map(|(_, _, id)| Declared { id, variables: &["n"] });
    whole.chain(items).chain(KEYED.iter().map(|(_, id)| Declared { id, variables: &["key"] }))
}

/// The texts of the three tables.
#[derive(Debug)]
pub(crate) struct Labels {
    whole: Box<[Pattern]>,
    items: Box<[Pattern]>,
    keyed: Box<[Pattern]>,
}

impl Labels {
    /// Takes the texts out of a source.
    pub(crate) fn of(resolve: impl Fn(&Declared) -> Pattern) -> Self {
        let mut all = declared().map(|declared| resolve(&declared));
        Self {
            whole: all.by_ref().take(WHOLE.len()).collect(),
            items: all.by_ref().take(ITEMS.len()).collect(),
            keyed: all.collect(),
        }
    }

    /// The text of a path, and what goes into it.
    fn find<'p>(&self, path: &'p str) -> Option<(&Pattern, Argument<'p>)> {
        if let Some(row) = WHOLE.iter().position(|(whole, _)| *whole == path) {
            return Some((self.whole.get(row)?, Argument::Nothing));
        }
        if let Some((list, rest)) = path.split_once('[') {
            let (index, rest) = rest.split_once(']')?;
            let index: u32 = index.parse().ok()?;
            // An item of a list inside a record goes by the name of that list.
            let named = || rest.strip_prefix('.')?.split('[').next().filter(|key| !key.is_empty());
            let key = if rest.is_empty() { "" } else { named()? };
            let row_of = |key: &str| ITEMS.iter().position(|(of, known, _)| *of == list && *known == key);
            let row = row_of(key).or_else(|| OPEN.contains(&list).then(|| row_of("")).flatten())?;
            return Some((self.items.get(row)?, Argument::Number(i64::from(index) + 1)));
        }
        let (map, key) = path.split_once('.').filter(|(_, key)| !key.is_empty())?;
        let row = KEYED.iter().position(|(of, _)| *of == map)?;
        Some((self.keyed.get(row)?, Argument::Stated(key)))
    }
}

impl Phrasebook {
    /// What the fact at a dossier path is called, for example the date of the first skill certificate for
    /// `skills[0].date`; a path that no dossier has stays as it is.
    pub fn path(&self, out: &mut String, path: &str) {
        match self.labels.find(path) {
            Some((pattern, argument)) => self.fill(out, pattern, &[argument]),
            None => push_stated(out, path),
        }
    }
}
