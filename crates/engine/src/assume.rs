//! Takes a missing fact to have a value for a while, to see what the rules would say.

use model::paths::FactPath;

use crate::domain::Guess;
use crate::facts::Facts;

impl<'a> Facts<'a> {
    /// Takes a missing fact to be `guess`, or to be missing again.
    pub(crate) fn assume(&mut self, path: FactPath, guess: Option<Guess<'a>>) {
        fn record<T>(list: &mut Option<Vec<T>>, is: impl Fn(&T) -> bool) -> Option<&mut T> {
            list.as_mut()?.iter_mut().find(|record| is(record))
        }
        macro_rules! set {
            ($place:expr, $kind:ident) => {
                $place = match guess {
                    Some(Guess::$kind(value)) => Some(value),
                    _ => None,
                }
            };
        }
        match path {
            FactPath::Status => set!(self.status, Status),
            FactPath::EmployerKind => set!(self.employer_kind, EmployerKind),
            FactPath::UpperLevel => set!(self.upper_level, Bool),
            FactPath::Field => set!(self.field, Field),
            FactPath::Frontline => set!(self.frontline, Bool),
            FactPath::SkilledPost => set!(self.skilled_post, Bool),
            FactPath::AppointedAs => set!(self.appointed, Appointed),
            FactPath::Occupation => {
                set!(self.occupation, Occupation);
                let of_post = self.skills.iter_mut().flatten().filter(|skill| skill.of_post);
                of_post.for_each(|skill| skill.occupation = self.occupation);
            }
            FactPath::Specialty => set!(self.specialty, Text),
            FactPath::Education => set!(self.education, Education),
            FactPath::Skills => set!(self.skills, Skills),
            FactPath::Titles => set!(self.titles, Titles),
            FactPath::Work => set!(self.work, Work),
            FactPath::Honours => set!(self.honours, Honours),
            FactPath::Sanctions => set!(self.sanctions, Sanctions),
            FactPath::Review(year) => {
                self.reviews.retain(|(own, _)| *own != year);
                if let Some(Guess::Grade(grade)) = guess {
                    self.reviews.push((year, grade));
                }
            }
            FactPath::Hours(year) => {
                self.hours.retain(|(own, _)| *own != year);
                if let Some(Guess::Hours(hours)) = guess {
                    self.hours.push((year, hours));
                }
            }
            FactPath::Diploma(index, key) => {
                let Some(diploma) = record(&mut self.education, |one| one.index == index) else { return };
                match key {
                    "level" => set!(diploma.level, EducationLevel),
                    _ => set!(diploma.relevant_to, Names),
                }
            }
            FactPath::Skill(index, key) => {
                let Some(skill) = record(&mut self.skills, |skill| skill.index == index) else { return };
                match key {
                    "level" => set!(skill.level, Level),
                    "occupation" => set!(skill.occupation, Occupation),
                    _ => set!(skill.date, Day),
                }
            }
            FactPath::Title(index, key) => {
                let Some(title) = record(&mut self.titles, |title| title.index == index) else { return };
                match key {
                    "tier" => set!(title.tier, Tier),
                    "series" => set!(title.series, Series),
                    _ => set!(title.date, Day),
                }
            }
            FactPath::WorkItem(index, key) => {
                let Some(work) = record(&mut self.work, |work| work.index == index) else { return };
                match key {
                    "occupation" => set!(work.occupation, Occupation),
                    "from" => set!(work.from, Day),
                    _ => set!(work.to, End),
                }
            }
            FactPath::Honour(index, key) => {
                let Some(honour) = record(&mut self.honours, |honour| honour.index == index) else { return };
                match key {
                    "rank" => set!(honour.rank, Rank),
                    "award" => set!(honour.award, Text),
                    _ => set!(honour.name, Text),
                }
            }
            FactPath::Sanction(index, _) => {
                let Some(sanction) = record(&mut self.sanctions, |sanction| sanction.index == index) else { return };
                set!(sanction.date, Day);
            }
            FactPath::BirthDate
            | FactPath::Sex
            | FactPath::PostClass
            | FactPath::EmployerName
            | FactPath::Evidence
            | FactPath::EvidenceItem(..) => {}
        }
    }
}
