//! Tests of the vocabularies.
use super::*;

fn distinct<W: Word>() {
    let mut seen: Vec<String> = Vec::new();
    for word in W::ALL {
        for name in [word.key(), word.zh()].into_iter().chain(word.aliases().iter().copied()) {
            assert!(W::parse(name) == Some(*word), "{name} is read as its own member");
            assert!(!seen.contains(&name.to_owned()), "{name} stands twice");
            seen.push(name.to_owned());
        }
    }
}

#[test]
fn every_name_is_read_as_its_own_member() {
    distinct::<Track>();
    distinct::<SkillLevel>();
    distinct::<TitleTier>();
    distinct::<Series>();
    distinct::<Grade>();
    distinct::<EducationLevel>();
    distinct::<SchoolClass>();
    distinct::<Status>();
    distinct::<EmployerKind>();
    distinct::<CertificateKind>();
    distinct::<Outcome>();
    distinct::<RetirementGroup>();
    distinct::<ContradictionKind>();
    distinct::<evidence::EvidenceKind>();
    distinct::<evidence::EvidenceLevel>();
    distinct::<evidence::EvidenceRole>();
    distinct::<evidence::ProjectCategory>();
    distinct::<evidence::PrizeClass>();
    distinct::<evidence::Authorship>();
    distinct::<evidence::Outlet>();
}

#[test]
fn brackets_and_blanks_do_not_matter() {
    assert_eq!(SkillLevel::parse(" 技师（二级） "), Some(SkillLevel::Technician));
    assert_eq!(Grade::parse("合格（称职）"), Some(Grade::Pass));
    assert_eq!(SkillLevel::parse("工程师"), None);
}

#[test]
fn skill_levels_are_compared_by_rank() {
    assert!(SkillLevel::SeniorTechnician > SkillLevel::Technician);
    assert!(SkillLevel::SpecialTechnician > SkillLevel::SeniorTechnician);
}
