//! Sentences about occupations and specialties, and how they go with a catalogue and with each other.

use model::reason::Placing;

use super::Say;
use crate::argument::Argument::Stated;
use crate::message::Verdict;

impl Say<'_> {
    pub(super) fn catalogue(self, occupation: Option<&str>, placing: Placing) {
        let Some(occupation) = occupation else { return self.verdict(Verdict::OccupationAbsent, &[]) };
        let verdict = match placing {
            Placing::Listed => Verdict::Listed,
            Placing::Unlisted => Verdict::Unlisted,
            Placing::Unplaced => Verdict::Unplaced,
        };
        self.verdict(verdict, &[Stated(occupation)]);
    }

    pub(super) fn related(self, certificate: Option<&str>, post: Option<&str>) {
        match (certificate, post) {
            (Some(certificate), Some(post)) if certificate == post => {
                self.verdict(Verdict::SameOccupation, &[Stated(post)]);
            }
            (Some(certificate), Some(post)) => self.verdict(Verdict::Related, &[Stated(certificate), Stated(post)]),
            (None, Some(post)) => self.verdict(Verdict::RelatedToPost, &[Stated(post)]),
            (Some(certificate), None) => self.verdict(Verdict::RelatedToCertificate, &[Stated(certificate)]),
            (None, None) => self.verdict(Verdict::RelatedAbsent, &[]),
        }
    }

    pub(super) fn specialty(self, specialty: Option<&str>, occupation: Option<&str>) {
        match (specialty, occupation) {
            (Some(specialty), Some(occupation)) => {
                self.verdict(Verdict::Specialty, &[Stated(specialty), Stated(occupation)]);
            }
            (Some(specialty), None) => self.verdict(Verdict::SpecialtyAlone, &[Stated(specialty)]),
            (None, _) => self.verdict(Verdict::SpecialtyAbsent, &[]),
        }
    }
    /// The title's specialty against the present occupation.
    pub(super) fn title_specialty(self, specialty: Option<&str>, occupation: Option<&str>) {
        match (specialty, occupation) {
            (Some(specialty), Some(occupation)) => {
                self.verdict(Verdict::TitleSpecialty, &[Stated(specialty), Stated(occupation)]);
            }
            (Some(specialty), None) => self.verdict(Verdict::TitleSpecialtyAlone, &[Stated(specialty)]),
            (None, _) => self.verdict(Verdict::TitleSpecialtyAbsent, &[]),
        }
    }

    /// The title's specialty against the post's.
    pub(super) fn title_and_post(self, title: Option<&str>, post: Option<&str>) {
        match (title, post) {
            (Some(title), Some(post)) if title == post => self.verdict(Verdict::TitleAsPost, &[Stated(post)]),
            (Some(title), Some(post)) => self.verdict(Verdict::TitleAndPost, &[Stated(title), Stated(post)]),
            (Some(_), None) | (None, _) => self.verdict(Verdict::TitleAndPostAbsent, &[]),
        }
    }
}
