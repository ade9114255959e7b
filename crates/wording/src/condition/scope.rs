//! Sentences about the person's status, the employer and the post.

use model::dossier::Field;
use model::{Appointment, EmployerKind, Series, Status};

use super::Say;
use crate::argument::Argument;
use crate::message::{Message, Verdict};

impl Say<'_> {
    pub(super) fn status(self, status: Option<Status>) {
        match status {
            Some(status) => {
                let name = self.book.name(status);
                self.verdict(Verdict::Status, &[name]);
            }
            None => self.verdict(Verdict::StatusAbsent, &[]),
        }
    }

    pub(super) fn employer_kind(self, kind: Option<EmployerKind>) {
        match kind {
            Some(kind) => {
                let name = self.book.name(kind);
                self.verdict(Verdict::Employer, &[name]);
            }
            None => self.verdict(Verdict::EmployerAbsent, &[]),
        }
    }

    pub(super) fn field(self, field: Option<Field>, series: Series) {
        let series = self.book.name(series);
        match field {
            Some(Field::Of(own)) => {
                let own = self.book.name(own);
                self.verdict(Verdict::Field, &[own, series]);
            }
            Some(Field::None) => self.verdict(Verdict::FieldNone, &[series]),
            None => self.verdict(Verdict::FieldAbsent, &[series]),
        }
    }

    pub(super) fn field_of_title(self, field: Option<Field>, series: Option<Series>) {
        let series = series.map(|series| self.book.name(series));
        match (field, series) {
            (Some(Field::Of(own)), Some(series)) => {
                let own = self.book.name(own);
                self.verdict(Verdict::TitleField, &[own, series]);
            }
            (Some(Field::None), Some(series)) => self.verdict(Verdict::TitleFieldNone, &[series]),
            (None, Some(series)) => self.verdict(Verdict::TitleFieldAbsent, &[series]),
            (Some(Field::Of(own)), None) => {
                let own = [self.book.name(own)];
                self.verdict(Verdict::TitleSeriesAbsent, &[Argument::Part(Message::PostOfField, &own)]);
            }
            (Some(Field::None), None) => {
                self.verdict(Verdict::TitleSeriesAbsent, &[Argument::Part(Message::PostOfNoField, &[])]);
            }
            (None, None) => self.verdict(Verdict::TitleFieldUnstated, &[]),
        }
    }

    pub(super) fn upper_level(self, is: Option<bool>) {
        let verdict = match is {
            Some(true) => Verdict::UpperLevel,
            Some(false) => Verdict::NotUpperLevel,
            None => Verdict::UpperLevelAbsent,
        };
        self.verdict(verdict, &[]);
    }

    pub(super) fn employer_named(self, name: Option<&str>, among: &[String]) {
        let list = [Argument::List(among)];
        let list = in_list(&list, among);
        match name {
            Some(name) => self.verdict(Verdict::EmployerNamed, &[Argument::Stated(name), list]),
            None => self.verdict(Verdict::EmployerUnnamed, &[list]),
        }
    }

    pub(super) fn specialty_among(self, specialty: Option<&str>, among: &[String]) {
        let list = [Argument::List(among)];
        let list = in_list(&list, among);
        match specialty {
            Some(specialty) => self.verdict(Verdict::SpecialtyAmong, &[Argument::Stated(specialty), list]),
            None => self.verdict(Verdict::SpecialtyUnnamed, &[list]),
        }
    }

    pub(super) fn post(self, post: Message, is: Option<bool>) {
        let post = Argument::Part(post, &[]);
        let verdict = match is {
            Some(true) => Verdict::PostIs,
            Some(false) => Verdict::PostIsNot,
            None => Verdict::PostAbsent,
        };
        self.verdict(verdict, &[post]);
    }

    pub(super) fn appointed(self, appointed: Option<Appointment>, wanted: Appointment) {
        // There is one special post; `none` names no post that a sentence could be about.
        let post = match wanted {
            Appointment::SpecialTechnician | Appointment::None => Appointment::SpecialTechnician,
        };
        let verdict = match appointed {
            Some(Appointment::SpecialTechnician) => Verdict::Appointed,
            Some(Appointment::None) => Verdict::NotAppointed,
            None => Verdict::AppointedAbsent,
        };
        let post = self.book.name(post);
        self.verdict(verdict, &[post]);
    }
}

/// The list in brackets; nothing where it names nothing.
fn in_list<'a>(list: &'a [Argument<'a>], names: &[String]) -> Argument<'a> {
    if names.is_empty() { Argument::Nothing } else { Argument::Part(Message::InList, list) }
}
