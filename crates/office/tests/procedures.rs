//! Procedures of the places: every level that can be decided finds a way whose steps somebody takes, and what every way has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use casework::case::{DocumentRef, Opened};
use casework::register::{ExaminationTitle, Organisation, Register, Remit, Sought};
use casework::routing::{Application, route};
use model::procedure::{About, Body, End, Way, When, Work};
use model::words::{Effect, Series, TitleTier};
use model::{Day, Standards, Target};
use policy::{Policy, Settings};
use service::{Guantong, embedded_files};

const PLACES: [&str; 7] = ["shandong", "shanxi", "guangdong", "jieyang", "jiexi", "shaoxing", "chongqing"];

/// Every kind of organisation, each on record in the place; the employer belongs to the competent department.
const BODIES: [Body; 14] = [
    Body::Employer,
    Body::Agency,
    Body::CompetentDepartment,
    Body::FilingPoint,
    Body::CountyBureau,
    Body::CityBureau,
    Body::ProvincialBureau,
    Body::CommitteeOffice,
    Body::Assessor,
    Body::TestingInstitution,
    Body::QualificationBody,
    Body::ServicePoint,
    Body::CityCentre,
    Body::ProvincialCentre,
];

fn product() -> Guantong {
    Guantong::load(embedded_files(), Standards::default(), Settings::default()).unwrap()
}

fn id(body: Body) -> String {
    serde_json::to_value(body).unwrap().as_str().unwrap().to_owned()
}

fn everything() -> Remit {
    serde_json::from_value(serde_json::json!({
        "titles": ["assistant", "intermediate", "deputy-senior", "senior"],
        "skills": ["senior-worker", "technician", "senior-technician", "special-technician"],
        "from": "2019-01-01", "source": "test",
    }))
    .unwrap()
}

fn register(area: &str, employer_authorised: bool) -> Register {
    let mut register = Register::default();
    for kind in BODIES {
        let under = match kind {
            Body::Employer => Some(id(Body::CompetentDepartment)),
            Body::CommitteeOffice => Some(id(Body::ProvincialBureau)),
            _ => None,
        };
        let remits = if kind == Body::Employer && !employer_authorised { Vec::new() } else { vec![everything()] };
        let one = Organisation { id: id(kind), kind, name: id(kind), area: area.to_owned(), under, remits };
        register.organisations.insert(one.id.clone(), one);
    }
    register
}

fn opened(agency: bool) -> Opened {
    Opened {
        place: "test".to_owned(),
        target: "test".to_owned(),
        applicant: "applicant".to_owned(),
        employer: Some(id(Body::Employer)),
        agency: agency.then(|| id(Body::Agency)),
        assessor: None,
        dossier: DocumentRef { id: "dossier".to_owned(), digest: "sha256:0".to_owned() },
    }
}

fn sought<'a>(policy: &'a Policy, target: &Target) -> Sought<'a> {
    let (title, series, skill) = match target {
        Target::Title { tier, series } => (Some(*tier), Some(*series), None),
        Target::Skill { level, .. } => (None, None, Some(*level)),
    };
    let (area, day) = (policy.jurisdiction.code.as_str(), Day::parse("2026-06-01").unwrap());
    Sought { area, title, series, specialty: None, skill, occupation: Some("焊工"), day }
}

fn application<'a>(policy: &'a Policy, target: &Target, effect: Effect, opened: &'a Opened) -> Application<'a> {
    Application {
        sought: sought(policy, target),
        effect: Some(effect),
        employer_kind: None,
        non_public: Some(false),
        upper_level: Some(false),
        opened,
    }
}

/// The way, and its steps each with who acts.
fn taken(place: &str, target: &str, effect: Effect) -> (String, Vec<String>) {
    let guantong = product();
    let policy = guantong.packs().named(place).unwrap();
    let (register, opened) = (register(&policy.jurisdiction.code, false), opened(false));
    let asked = application(policy, &Target::parse(target).unwrap(), effect, &opened);
    let (way, stages) = route(policy.procedure.as_ref().unwrap(), &register, &asked).unwrap();
    (way.id, stages.into_iter().map(|stage| format!("{}:{}", stage.step, stage.organisation)).collect())
}

#[test]
fn every_level_of_every_place_finds_a_way_to_an_end() {
    let guantong = product();
    let mut walked = 0;
    for place in PLACES {
        let policy = guantong.packs().named(place).unwrap();
        let procedure = policy.procedure.as_ref().unwrap_or_else(|| panic!("{place} has no procedure"));
        for authorised in [false, true] {
            let register = register(&policy.jurisdiction.code, authorised);
            for governed in &policy.governed {
                for effect in governed.routes.iter().map(|route| route.effect) {
                    let opened = opened(false);
                    let asked = application(policy, &governed.target(), effect, &opened);
                    let (way, stages) = route(procedure, &register, &asked)
                        .unwrap_or_else(|refusal| panic!("{place} {} {effect}: {refusal:?}", governed.target()));
                    assert_eq!(way.steps.len(), stages.len());
                    ends_well(place, &way);
                    walked += 1;
                }
            }
        }
    }
    assert!(walked > 100, "{walked}");
}

fn ends_well(place: &str, way: &Way) {
    if way.elsewhere.is_some() {
        assert!(way.steps.is_empty(), "{place} {}", way.id);
        return;
    }
    let confirmed = matches!(way.steps.last().unwrap().work, Work::Confirm);
    assert_eq!(confirmed, way.end != End::Recommended, "{place} {}: confirmed or recommended", way.id);
}

#[test]
fn every_review_stands_between_two_notices_of_five_working_days() {
    let guantong = product();
    let mut reviews = 0;
    for place in PLACES {
        let policy = guantong.packs().named(place).unwrap();
        for way in &policy.procedure.as_ref().unwrap().ways {
            let Some(review) = way.steps.iter().position(|step| matches!(step.work, Work::Review(_))) else { continue };
            let notices = |steps: &[model::procedure::Step], about: About| {
                steps.iter().any(|step| match &step.work {
                    Work::Notice(notice) => {
                        notice.about == about && notice.working_days >= 5 && step.when == When::default()
                    }
                    _ => false,
                })
            };
            assert!(notices(&way.steps[..review], About::Recommended), "{place} {}: before", way.id);
            assert!(notices(&way.steps[review..], About::Result), "{place} {}: after", way.id);
            reviews += 1;
        }
    }
    assert!(reviews >= 10, "{reviews}");
}

#[test]
fn the_practical_test_is_never_waived_and_the_theory_fee_falls_only_where_a_text_says_so() {
    let guantong = product();
    for place in PLACES {
        let policy = guantong.packs().named(place).unwrap();
        let waives_fee = policy.waivers.iter().any(|waiver| waiver.what.key() == "theory-fee");
        let steps = policy.procedure.iter().flat_map(|procedure| &procedure.ways).flat_map(|way| &way.steps);
        let mut tests = 0;
        for part in steps.flat_map(|step| match &step.work {
            Work::Exam(exam) => exam.parts.as_slice(),
            _ => &[],
        }) {
            assert_eq!(part.may_be_waived, part.id == "theory-exam", "{place} {}", part.id);
            assert_eq!(part.fee.is_some(), waives_fee && part.id == "theory-exam", "{place} {}", part.id);
            tests += usize::from(part.id == "practical");
        }
        assert!(tests > 0, "{place}");
    }
}

#[test]
fn each_place_walks_as_its_text_says() {
    let review = Effect::ApplyForReview;
    let (way, steps) = taken("shaoxing", "title:assistant", review);
    assert_eq!(way, "title-assistant");
    let expected = [
        "employer-check:employer",
        "notice-before:employer",
        "competent-department:competent-department",
        "county-bureau:county-bureau",
        "review:committee-office",
        "notice-after:committee-office",
        "confirmation:county-bureau",
    ];
    assert_eq!(steps, expected, "the city has no part in it");
    let (way, steps) = taken("shaoxing", "title:deputy-senior", review);
    assert_eq!(
        (way.as_str(), steps.last().unwrap().as_str()),
        ("title-deputy-senior", "notice-after:committee-office")
    );
    assert_eq!(taken("shaoxing", "title:senior", review), ("title-senior".to_owned(), Vec::new()));
    let (way, steps) = taken("shaoxing", "title:intermediate", Effect::DirectRecognition);
    assert_eq!(way, "title-intermediate-direct");
    assert!(steps.iter().all(|step| !step.starts_with("review")), "{steps:?}");
    let (_, steps) = taken("shaoxing", "skill:senior-technician", Effect::ApplyForAssessment);
    assert_eq!(steps[..2], ["acceptance:city-centre", "examination:provincial-centre"]);
    let (_, steps) = taken("jiexi", "skill:technician", Effect::ApplyForAssessment);
    let expected =
        ["acceptance:assessor", "examination:assessor", "comprehensive-review:assessor", "confirmation:assessor"];
    assert_eq!(steps, expected, "no employer and no department comes first");
    let (_, steps) = taken("shanxi", "skill:senior-worker", Effect::ApplyForAssessment);
    assert_eq!(steps[..2], ["employer-check:employer", "competent-department:competent-department"]);
    assert!(!steps.iter().any(|step| step.starts_with("comprehensive")), "senior workers have no comprehensive review");
    let (_, steps) = taken("shandong", "title:intermediate", review);
    assert_eq!(steps.last().unwrap(), "confirmation:provincial-bureau", "who set the committee up confirms");
    assert!(!steps.iter().any(|step| step.starts_with("county")), "the county's bureau is for non-public employers");
    let (way, steps) = taken("shandong", "skill:special-technician", Effect::EmployerAppointment);
    assert_eq!(
        (way.as_str(), steps),
        ("special-technician", vec!["evaluation:employer".to_owned(), "appointment:employer".to_owned()])
    );
}

#[test]
fn employers_agencies_and_examinations_change_the_way() {
    let guantong = product();
    let way = |place: &str, target: &str, change: &dyn Fn(&mut Application<'_>, &mut Register), agency: bool| {
        let policy = guantong.packs().named(place).unwrap();
        let (mut register, opened) = (register(&policy.jurisdiction.code, false), opened(agency));
        let target = Target::parse(target).unwrap();
        let effect = match target {
            Target::Title { .. } => Effect::ApplyForReview,
            Target::Skill { .. } => Effect::ApplyForAssessment,
        };
        let mut asked = application(policy, &target, effect, &opened);
        change(&mut asked, &mut register);
        let (way, stages) = route(policy.procedure.as_ref().unwrap(), &register, &asked).unwrap();
        (way.id, stages.into_iter().map(|stage| stage.organisation).collect::<Vec<_>>())
    };
    let same = |_: &mut Application<'_>, _: &mut Register| {};
    let non_public = |asked: &mut Application<'_>, _: &mut Register| asked.non_public = Some(true);
    for place in PLACES {
        let examined = |asked: &mut Application<'_>, register: &mut Register| {
            register.examinations.push(ExaminationTitle {
                area: asked.sought.area.to_owned(),
                series: Series::Engineering,
                titles: vec![TitleTier::Intermediate],
                specialties: Vec::new(),
                source: "test".to_owned(),
            });
        };
        assert_eq!(way(place, "title:intermediate", &examined, false).0, "title-by-examination", "{place}");
        assert_eq!(way(place, "title:intermediate", &same, true).0, "title-agency-not-open", "{place}");
        let (_, steps) = way(place, "title:intermediate", &non_public, true);
        assert_eq!(steps[..2], ["agency", "agency"], "{place}: the agency checks and publishes");
    }
    let (_, steps) = way("shandong", "title:assistant", &non_public, false);
    assert!(steps.iter().any(|step| step == "county-bureau"), "{steps:?}");
    let upper = |asked: &mut Application<'_>, _: &mut Register| asked.upper_level = Some(true);
    assert_eq!(way("shaoxing", "title:assistant", &upper, false).0, "title-original-channel");
    let authorised = |_: &mut Application<'_>, register: &mut Register| {
        register.organisations.get_mut("employer").unwrap().remits.push(everything());
    };
    let (own, steps) = way("guangdong", "title:senior", &authorised, false);
    assert_eq!(own, "title-self-review");
    assert!(steps.iter().all(|step| step == "employer"), "{steps:?}");
    assert_eq!(way("shandong", "skill:technician", &authorised, false).0, "skill-own-employer");
    let access = |_: &mut Application<'_>, register: &mut Register| register.access.push("焊工".to_owned());
    for place in ["shandong", "guangdong", "shaoxing", "chongqing"] {
        assert_eq!(way(place, "skill:technician", &access, false).0, "skill-qualification", "{place}");
    }
}

#[test]
fn sheets_fit_the_levels_of_their_reviews() {
    let guantong = product();
    let shanxi = guantong.packs().named("shanxi").unwrap();
    let sheet = shanxi.sheet("sheet-skilled-workers.yaml").unwrap();
    let ids = |tier| sheet.items_for(tier).map(|item| item.id.as_str()).collect::<Vec<_>>();
    assert!(!ids(TitleTier::Assistant).iter().any(|id| id.starts_with("academic")), "assistants have no academic item");
    assert!(ids(TitleTier::DeputySenior).contains(&"academic-senior-engineer"));
    let experience = sheet.items.iter().find(|item| item.id == "experience").unwrap();
    assert_eq!(experience.any_of[0].at_least, 3, "three technicians trained");
    for place in PLACES {
        for (_, sheet) in &guantong.packs().named(place).unwrap().sheets {
            assert!(sheet.items[0].gate, "{place}: ethics is a gate");
            assert!(sheet.items.iter().all(|item| item.weight.is_none()), "{place}: no text gives a weight");
        }
    }
    let jiexi = guantong.packs().named("jiexi").unwrap();
    assert!(jiexi.sheet("sheet-skilled-workers.yaml").is_some(), "a sheet comes with the procedure that is passed on");
    assert_eq!(jiexi.governed.iter().filter(|one| matches!(one.target(), Target::Skill { .. })).count(), 3);
}
