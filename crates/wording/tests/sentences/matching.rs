//! Occupations and specialties, against a catalogue and each other.

use model::reason::{Placing, Reason};

use super::read;

#[test]
fn matching() {
    let related = |certificate, post| Reason::Related { certificate, post };
    let specialty = |specialty, occupation| Reason::Specialty { specialty, occupation };
    read(&[
        Reason::Catalogue(Some("焊工"), Placing::Listed),
        Reason::Catalogue(Some("养蜂员"), Placing::Unlisted),
        Reason::Catalogue(Some("某工"), Placing::Unplaced),
        Reason::Catalogue(None, Placing::Unplaced),
        related(Some("焊工"), Some("焊工")),
        related(Some("焊工"), Some("钳工")),
        related(None, Some("钳工")),
        related(Some("焊工"), None),
        related(None, None),
        specialty(Some("机电"), Some("焊工")),
        specialty(Some("机电"), None),
        specialty(None, Some("焊工")),
    ]);
}

#[test]
fn title_specialty() {
    let specialty = |specialty, occupation| Reason::TitleSpecialty { specialty, occupation };
    let both = |title, post| Reason::TitleAndPost { title, post };
    read(&[
        specialty(Some("机电"), Some("焊工")),
        specialty(Some("机电"), None),
        specialty(None, Some("焊工")),
        both(Some("机电"), Some("机电")),
        both(Some("机电"), Some("冶金")),
        both(None, Some("冶金")),
    ]);
}
