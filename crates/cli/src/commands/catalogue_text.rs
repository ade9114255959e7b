//! The answer of a search as text: occupations in full, further ones by name, specialties, who reviews and evaluates.

use model::{Direction, Word};
use service::lookup::{
    DirectionHit, Found, ListedUnder, OccupationHit, OtherName, Place, Point, Points, PrintedRow, SpecialtyHit, Text,
};
use wording::Phrasebook;

/// The whole answer.
pub(crate) fn text(found: &Found, phrases: &Phrasebook) -> String {
    let mut page = Page { found, phrases, lines: Vec::new() };
    if found.occupations.is_empty() && found.specialties.is_empty() {
        page.nothing();
    }
    let (full, further) = found.occupations.split_at(found.in_full().min(found.occupations.len()));
    full.iter().for_each(|hit| page.occupation(hit));
    page.further(further);
    page.specialties();
    if !full.is_empty() {
        page.bodies();
    }
    page.lines.join("\n")
}

struct Page<'f> {
    found: &'f Found,
    phrases: &'f Phrasebook,
    lines: Vec<String>,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        if !text.is_empty() {
            self.lines.push(format!("{}{text}", "  ".repeat(depth)));
        }
    }

    fn heading(&mut self, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(text.to_owned());
    }

    fn either<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.phrases.lang().key())
    }

    fn format(&self, id: &str, name: &str, value: &str) -> String {
        self.phrases.format(id, &[(name, value)])
    }

    /// Words of a vocabulary in a row.
    fn words<W: Word>(&self, kind: &str, words: &[W]) -> String {
        let names: Vec<&str> = words.iter().map(|word| self.phrases.word(kind, word.key())).collect();
        self.listed(&names)
    }

    fn listed(&self, names: &[&str]) -> String {
        names.join(if self.phrases.lang() == wording::Lang::En { ", " } else { "、" })
    }

    /// What stands between two parts of a line, and after a label.
    fn pause(&self) -> &'static str {
        if self.phrases.lang() == wording::Lang::En { "; " } else { "；" }
    }

    fn label(&self, label: &str, text: &str) -> String {
        let mark = if self.phrases.lang() == wording::Lang::En { ": " } else { "：" };
        format!("{label}{mark}{text}")
    }

    fn aside(&self, text: &str) -> String {
        if self.phrases.lang() == wording::Lang::En { format!(" ({text})") } else { format!("（{text}）") }
    }

    /// The names of places by their keys.
    fn places(&self, keys: &[String]) -> String {
        let named = |key: &String| self.found.places.iter().find(|place| place.jurisdiction == *key);
        let names: Vec<&str> = keys.iter().filter_map(named).map(|place| self.either(&place.name)).collect();
        self.listed(&names)
    }

    fn nothing(&mut self) {
        let id = if self.found.nearest.is_empty() { "catalogue-nothing" } else { "catalogue-nearest" };
        let text = self.format(id, "word", &self.found.word);
        self.line(0, &text);
        for near in &self.found.nearest {
            let why = match near.why {
                service::lookup::Alike::Sound => "catalogue-sound",
                service::lookup::Alike::Spelling => "catalogue-spelling",
            };
            let text = format!("{}{}", near.name, self.aside(self.phrases.text(why)));
            self.line(1, &text);
        }
    }

    /// Another name: what sort, and where that comes from.
    fn other_name(&self, other: &OtherName) -> String {
        let origin = self.format("catalogue-origin", "origin", self.either(&other.origin));
        format!("{}  {}{}{origin}", other.name, self.phrases.text(&other.text_id()), self.pause())
    }

    /// How the word found an occupation.
    fn found_by(&self, hit: &OccupationHit) -> String {
        let how = self.phrases.text(&format!("catalogue-how-{}", hit.found_by.how.key())).to_owned();
        match &hit.found_by.other_name {
            None => how,
            Some(other) => {
                let kind = self.phrases.text(&other.text_id()).to_owned();
                let args = [("name", other.name.as_str()), ("kind", &kind), ("origin", self.either(&other.origin))];
                self.phrases.format("catalogue-by-other-name", &args)
            }
        }
    }

    fn occupation(&mut self, hit: &OccupationHit) {
        let code = hit.code.as_ref().or(hit.group.as_ref()).map(|code| format!("  {code}")).unwrap_or_default();
        let group = hit.group_name.as_ref().map(|name| format!("  {name}")).unwrap_or_default();
        self.heading(&format!("{}{code}{group}", hit.name));
        let confidence = self.phrases.text(&format!("catalogue-confidence-{}", hit.confidence.key())).to_owned();
        let text = format!("{}{}{confidence}", self.found_by(hit), self.pause());
        self.line(1, &text);
        if !hit.other_names.is_empty() {
            self.line(1, self.phrases.text("catalogue-other-names"));
            for other in &hit.other_names {
                let text = self.other_name(other);
                self.line(2, &text);
            }
        }
        for (places, at) in self.found.together(hit) {
            let names: Vec<&str> = places.iter().map(|place| self.either(&place.name)).collect();
            let names = self.listed(&names);
            self.line(1, &names);
            at.directions.iter().for_each(|direction| self.direction(direction));
        }
    }

    fn direction(&mut self, hit: &DirectionHit) {
        let direction = self.phrases.word("direction", hit.direction.key());
        let text = match hit.says(self.phrases.lang()) {
            None => self.phrases.text("catalogue-listed").to_owned(),
            Some((id, body)) => {
                let clause = hit.clause.as_ref().map(|clause| self.aside(clause)).unwrap_or_default();
                format!("{}{clause}", self.format(id, "body", body))
            }
        };
        let text = self.label(direction, &text);
        self.line(2, &text);
        hit.specialties.iter().for_each(|row| self.listed_under(row));
        if !hit.listed_as.is_empty() {
            self.line(3, self.phrases.text("catalogue-listed-as"));
            for other in &hit.listed_as {
                let text = self.other_name(other);
                self.line(4, &text);
            }
        }
        if let Some(points) = &hit.service_points {
            self.points(points);
        }
    }

    fn listed_under(&mut self, row: &ListedUnder) {
        let series = self.phrases.word("series", row.series.key());
        let text = format!("{} {}{} ← {}", row.clause, row.specialty, self.aside(series), self.printed(&row.row));
        self.line(3, &text);
        if let Some(body) = &row.body {
            let text = self.label(self.phrases.text("catalogue-committee"), body);
            self.line(4, &text);
        }
    }

    /// A printed row with what is odd about it.
    fn printed(&self, row: &PrintedRow) -> String {
        let group = row.group.as_ref().map(|group| format!("{group} ")).unwrap_or_default();
        let errata = row.errata.as_ref().map(|text| format!(" [{}]", self.either(text))).unwrap_or_default();
        format!("{group}{}{errata}", row.occupation)
    }

    fn points(&mut self, points: &Points) {
        self.line(3, self.phrases.text("catalogue-points"));
        if points.own().count() == 0 {
            self.line(4, self.phrases.text("catalogue-points-all-none"));
        } else if !points.none_listed.is_empty() {
            let levels = self.words("skill-level", &points.none_listed);
            let text = self.format("catalogue-points-none-at", "levels", &levels);
            self.line(4, &text);
        }
        points.own().for_each(|point| self.point(4, point));
        for (other, under) in points.by_other_names() {
            let args = [("name", other.name.as_str()), ("origin", self.either(&other.origin))];
            let text = self.phrases.format("catalogue-point-other", &args);
            self.line(4, &text);
            under.into_iter().for_each(|point| self.point(5, point));
        }
    }

    fn point(&mut self, depth: usize, point: &Point) {
        let mut parts = vec![point.institution.clone()];
        for (id, levels) in
            [("catalogue-point-here", &point.apply_here), ("catalogue-point-possible", &point.possible_place)]
        {
            if !levels.is_empty() {
                parts.push(self.format(id, "levels", &self.words("skill-level", levels)));
            }
        }
        let reach = [&point.address, &point.contact, &point.phone];
        parts.extend(reach.into_iter().flatten().cloned());
        parts.extend(point.errata.iter().map(|remark| format!("[{}]", self.either(remark))));
        let text = parts.join(self.pause());
        self.line(depth, &text);
    }

    fn further(&mut self, hits: &[OccupationHit]) {
        if hits.is_empty() {
            return;
        }
        self.heading(self.phrases.text("catalogue-further-names"));
        for hit in hits {
            let code = hit.code.as_ref().or(hit.group.as_ref()).map(|code| format!("  {code}")).unwrap_or_default();
            let text = format!("{}{code}  {}", hit.name, self.found_by(hit));
            self.line(1, &text);
        }
        if self.found.further > 0 {
            let text = self.format("catalogue-further-left", "count", &self.found.further.to_string());
            self.line(1, &text);
        }
    }

    fn specialties(&mut self) {
        if self.found.specialties.is_empty() {
            return;
        }
        self.heading(self.phrases.text("catalogue-specialties"));
        for hit in &self.found.specialties {
            self.specialty(hit);
        }
    }

    fn specialty(&mut self, hit: &SpecialtyHit) {
        let directions: Vec<&str> =
            hit.directions.iter().map(|one: &Direction| self.phrases.word("direction", one.key())).collect();
        let directions = self.listed(&directions);
        let series = self.phrases.word("series", hit.series.key());
        let aside = self.aside(&format!("{series}{}{directions}", self.pause()));
        let text = format!("{}  {} {}{aside}", self.places(&hit.jurisdictions), hit.clause, hit.specialty);
        self.line(1, &text);
        for (id, names) in [("catalogue-scope", hit.scope.as_slice()), ("catalogue-committee", hit.bodies.as_slice())] {
            for name in names {
                let text = self.label(self.phrases.text(id), name);
                self.line(2, &text);
            }
        }
        let rows: Vec<String> = hit.occupations.iter().map(|row| self.printed(row)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let text = self.listed(&rows);
        self.line(2, &text);
    }

    /// Who reviews and who evaluates, place by place.
    fn bodies(&mut self) {
        let found = self.found;
        let asks = |direction| found.direction.is_none_or(|asked| asked == direction);
        let own = found.places.iter().filter(|place| {
            place.rules() == place.policy || found.places.iter().all(|other| other.policy != place.rules())
        });
        if asks(Direction::SkillToTitle) {
            self.heading(self.phrases.text("catalogue-reviewers"));
            for place in own.clone() {
                let says = place.reviewers.iter().map(|one| {
                    (self.words("title-tier", &one.levels), self.either(&one.says).to_owned(), one.clause.clone())
                });
                let says = says.collect();
                self.by_level(place, says);
            }
        }
        if asks(Direction::TitleToSkill) {
            self.heading(self.phrases.text("catalogue-evaluators"));
            for place in own {
                let says = place.evaluators.iter().map(|one| {
                    (self.words("skill-level", &one.levels), self.either(&one.says).to_owned(), one.clause.clone())
                });
                let says = says.collect();
                self.by_level(place, says);
            }
        }
    }

    fn by_level(&mut self, place: &Place, says: Vec<(String, String, String)>) {
        let rules = place.rules();
        let names: Vec<&str> =
            self.found.places.iter().filter(|one| one.rules() == rules).map(|one| self.either(&one.name)).collect();
        let names = self.listed(&names);
        self.line(1, &names);
        if says.is_empty() {
            self.line(2, self.phrases.text("catalogue-not-said"));
        }
        for (levels, says, clause) in says {
            let text = format!("{}{}", self.label(&levels, &says), self.aside(&clause));
            self.line(2, &text);
        }
    }
}
