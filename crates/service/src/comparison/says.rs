//! What a policy says in one point, in words.

use model::{SkillLevel, Target, Track, Word};
use policy::comparison::{ClausePart, Opened, Provision, Requirement, Says};
use policy::format::{Lists, Relation, Text, WarnedWhen};
use policy::rule::{During, Governed, Level};
use policy::{Clause, Policy, Setting};
use wording::Phrasebook;

use super::Said;

/// Writes what one policy says.
pub(super) struct Writer<'w> {
    pub(super) phrases: &'static Phrasebook,
    policy: &'w Policy,
}

impl<'w> Writer<'w> {
    pub(super) fn new(phrases: &'static Phrasebook, policy: &'w Policy) -> Self {
        Self { phrases, policy }
    }

    pub(super) fn policy(&self) -> &'w Policy {
        self.policy
    }

    pub(super) fn lang(&self) -> &'static str {
        self.phrases.lang().key()
    }

    pub(super) fn in_language<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.lang())
    }

    /// Words in a row.
    pub(super) fn list(&self, words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let words: Vec<String> = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
        words.join(self.phrases.text("list-mark"))
    }

    /// What a level is called; a title as in the first series of the policy.
    pub(super) fn level(&self, level: Level) -> String {
        let own = |governed: &&Governed| governed.level == level;
        let target = self.policy.governed.iter().find(own).map_or_else(|| target_of(level), Governed::target);
        let mut name = String::new();
        self.phrases.target(&mut name, &target);
        name
    }

    pub(super) fn skill(&self, level: SkillLevel) -> &str {
        self.phrases.word("skill-level", level.key())
    }

    pub(super) fn said(&self, provision: &Provision<'_>) -> Said {
        let mut parts = Vec::new();
        let says = self.says(&provision.says, &mut parts);
        let mut clauses: Vec<String> = provision.clauses.iter().map(|clause| (*clause).to_owned()).collect();
        if !parts.is_empty() {
            let below = |clause: &String, parts: &[Said]| mentions(parts, clause);
            clauses.retain(|clause| !below(clause, &parts));
        }
        Said { says, parts, clauses }
    }

    fn says(&self, says: &Says<'_>, parts: &mut Vec<Said>) -> String {
        match says {
            Says::Printed(texts) => texts.join("　"),
            Says::Day(day) => day.to_string(),
            Says::Nothing => self.phrases.text("compare-nothing").to_owned(),
            Says::NoWeakening => self.phrases.text("compare-no-weakening").to_owned(),
            Says::Series(series) => self.list(series.iter().map(|one| self.phrases.word("series", one.key()))),
            Says::Levels(levels) => self.list(levels.iter().map(|level| self.level(*level))),
            Says::Pilot(during, tracks, inside) => {
                parts.extend(inside.iter().map(|one| self.asks(one)));
                self.pilot(*during, tracks)
            }
            Says::Route(effect, name, asked) => {
                parts.extend(asked.iter().map(|one| self.asks(one)));
                let id = if asked.is_empty() { "compare-route" } else { "compare-route-asks" };
                let effect = self.phrases.word("effect", effect.key());
                self.phrases.format(id, &[("name", self.in_language(name)), ("effect", effect)])
            }
            Says::Asks(asked) => self.asked(asked, parts),
            Says::Honour(opened) => self.honour(opened),
            Says::Related(relation) => self.phrases.text(related(*relation)).to_owned(),
            Says::Catalogue(lists, majors, rows) => {
                let id = match lists {
                    Lists::Groups => "compare-catalogue-groups",
                    Lists::Names => "compare-catalogue-names",
                };
                self.phrases.format(id, &[("majors", &majors.to_string()), ("rows", &rows.to_string())])
            }
            Says::CatalogueRow(row) => {
                let mut text = [row.code.as_deref().unwrap_or_default(), &row.occupation].join(" ").trim().to_owned();
                if let Some(body) = &row.body {
                    text.push_str(&self.phrases.format("compare-row-body", &[("body", body)]));
                }
                if !row.errata.is_empty() {
                    text.push_str(&self.phrases.format("compare-row-errata", &[("errata", &row.errata)]));
                }
                text
            }
            Says::Count(count) => self.phrases.format("compare-count", &[("count", &count.to_string())]),
            Says::Waiver(policy::format::WaivedWhen::DiplomaRelevantToPost, _) => {
                self.phrases.text("compare-waived").to_owned()
            }
            Says::CountsAs(level) => {
                self.phrases.format("compare-counts-as", &[("level", self.phrases.word("education", level.key()))])
            }
            Says::Warning(_, when, text) => {
                let when = self.warned_when(when);
                self.phrases.format("compare-warning", &[("when", &when), ("says", self.in_language(text))])
            }
            Says::Setting(setting) => self.setting(setting),
            Says::Text(text) => self.in_language(text).to_owned(),
            Says::Clause(clause, differing) => self.clause(clause, differing),
        }
    }

    fn asked(&self, asked: &Requirement<'_>, parts: &mut Vec<Said>) -> String {
        let said = self.asks(asked);
        parts.extend(said.parts);
        said.says
    }

    fn pilot(&self, during: During, tracks: &[Track]) -> String {
        let tracks = self.list(tracks.iter().map(|track| self.phrases.word("track", track.key())));
        let (from, until) = (during.from.to_string(), during.until.to_string());
        self.phrases.format("compare-pilot", &[("from", &from), ("until", &until), ("tracks", &tracks)])
    }

    fn honour(&self, opened: &Opened<'_>) -> String {
        let mut text = self.phrases.format("compare-honour", &[("title", &self.level(Level::Title(opened.tier)))]);
        if let Some(rank) = opened.rank_at_most {
            text.push_str(&self.phrases.format("compare-honour-rank", &[("rank", &rank.to_string())]));
        }
        if !opened.awards.is_empty() {
            text.push_str(&self.phrases.format("compare-honour-awards", &[("list", &self.list(opened.awards))]));
        }
        for (holds, id) in [(opened.refer, "compare-honour-refer"), (opened.skilled_worker, "compare-honour-skilled")] {
            if holds {
                text.push_str(self.phrases.text(id));
            }
        }
        text
    }

    fn warned_when(&self, when: &WarnedWhen) -> String {
        match when {
            WarnedWhen::Always => self.phrases.text("compare-warning-always").to_owned(),
            WarnedWhen::FraudWithinYears(years) => {
                self.phrases.format("compare-warning-fraud", &[("years", &years.to_string())])
            }
            WarnedWhen::HoldsLevel(levels) => {
                let list = self.list(levels.iter().map(|level| self.skill(*level)));
                self.phrases.format("compare-warning-level", &[("list", &list)])
            }
            WarnedWhen::QualificationAfterSetting(_) => self.phrases.text("compare-warning-qualification").to_owned(),
        }
    }

    fn setting(&self, setting: &Setting) -> String {
        let choice =
            setting.spec.choices.get(&setting.chosen).map_or(setting.chosen.as_str(), |text| self.in_language(text));
        self.phrases
            .format("compare-setting-chosen", &[("what", self.in_language(&setting.spec.what)), ("choice", choice)])
    }

    fn clause(&self, clause: &Clause, differing: &[ClausePart]) -> String {
        let says = clause.says(self.lang());
        if differing.is_empty() {
            return says.to_owned();
        }
        let part = |part: &ClausePart| self.phrases.text(part_id(*part)).to_owned();
        let parts = self.list(differing.iter().map(part));
        self.phrases.format("compare-clause-differs", &[("says", says), ("parts", &parts)])
    }
}

fn mentions(parts: &[Said], clause: &String) -> bool {
    parts.iter().any(|part| part.clauses.contains(clause) || mentions(&part.parts, clause))
}

fn target_of(level: Level) -> Target {
    match level {
        Level::Title(tier) => Target::Title { tier, series: model::Series::Engineering },
        Level::Skill(level) => Target::Skill { level, occupation: None },
    }
}

fn related(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "compare-related-same",
        Relation::Group => "compare-related-group",
        Relation::Row => "compare-related-row",
    }
}

fn part_id(part: ClausePart) -> &'static str {
    match part {
        ClausePart::Place => "compare-part-place",
        ClausePart::Says => "compare-part-says",
        ClausePart::Kind => "compare-part-kind",
        ClausePart::Parameters => "compare-part-parameters",
        ClausePart::Software => "compare-part-software",
        ClausePart::Reading => "compare-part-reading",
    }
}
