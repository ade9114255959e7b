//! A demo as it is made: a case at every stage of every procedure, everybody gets in, nothing is broken.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use casework::case::Progress;
use casework::{Actor, Role};
use demo::{DemoError, Made, MadeCase, Wanted, make, sign_in};
use jiff::Timestamp;
use model::Standards;
use model::procedure::Work;
use office::{Office, OfficePlace};
use service::Guantong;
use uuid::Uuid;

const PLACES: [&str; 7] = ["shandong", "shanxi", "guangdong", "jieyang", "jiexi", "shaoxing", "chongqing"];
const NOW: &str = "2026-11-27T02:30:00Z";

static GUANTONG: LazyLock<Arc<Guantong>> =
    LazyLock::new(|| Arc::new(Guantong::embedded(Standards::default()).expect("the embedded packs")));

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

async fn made(folder: &std::path::Path, places: &[&str], now: &str) -> Result<Made, DemoError> {
    let places = places.iter().map(|place| (*place).to_owned()).collect();
    let wanted = Wanted { folder: folder.to_owned(), places, now: moment(now) };
    make(&wanted, Arc::clone(&GUANTONG), Arc::new(Uuid::new_v4)).await
}

async fn opened(folder: &std::path::Path, now: &str) -> Office {
    let (at, now) = (OfficePlace { folder: folder.to_owned(), database: None }, moment(now));
    Office::open(&at, Arc::clone(&GUANTONG), Arc::new(move || now)).await.expect("the office of the demo")
}

fn applicant(case: &MadeCase) -> Actor {
    Actor { id: case.applicant.clone(), organisation: None, role: Role::Applicant }
}

/// What is wrong with a case, by the story that it tells; and the steps of its way.
async fn looked_at(office: &Office, one: &MadeCase) -> Vec<String> {
    let shown = office.case(&applicant(one), &one.case).await.expect("a case");
    let case = &shown.case;
    if let (Some((_, step)), "each-step") = (case.step(), one.goes.as_str()) {
        match (&step.work, case.progress_now()) {
            (Work::Notice(_), Some(Progress::Notice(notice))) => {
                let period = &notice.as_ref().expect("a notice that is published").period;
                assert!(period.earliest_follow_up.day() > model::Day::parse("2026-11-27").expect("a day"), "it runs");
            }
            (Work::Review(_), Some(Progress::Review(session))) => {
                let session = session.as_ref().expect("a session that is arranged");
                let chair = Actor { id: format!("{}-expert-01", one.place), organisation: None, role: Role::Chair };
                let session = office.session(&chair, session).await.expect("a session for its chair");
                assert_eq!(session.convening.expect("convened").on.to_string(), "2026-11-27");
            }
            _ => {}
        }
    }
    match one.goes.as_str() {
        "objected" => assert_eq!(case.unanswered_objections(), 1, "{one:?}"),
        "returned" => assert_eq!(case.returns.len(), 1, "{one:?}"),
        "ended" => {
            let replayed = office.replay(&applicant(one), &one.case).await.expect("a replay");
            assert!(replayed.holds, "{one:?}: {:?}", replayed.decisions);
        }
        _ => {}
    }
    let dossier = case.dossier.as_ref().expect("a dossier");
    let document = office.document_in(&applicant(one), &one.case, &dossier.id).await.expect("the dossier");
    assert!(document["person"]["name"].as_str().expect("a name").contains("示例"), "an invented name says so");
    case.way.iter().flat_map(|way| &way.steps).map(|step| step.id.clone()).collect()
}

#[tokio::test]
async fn in_every_place_a_case_stands_at_every_stage_and_everybody_gets_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let began = Instant::now();
    let made = made(folder.path(), &[], NOW).await.expect("a demo");
    eprintln!("{} cases and {} logins in {:?}", made.cases.len(), made.accounts.len(), began.elapsed());
    assert_eq!((made.from.to_string(), made.until.to_string()), ("2026-10-16".to_owned(), "2026-11-26".to_owned()));
    let office = opened(folder.path(), NOW).await;

    let mut stages: BTreeMap<(&str, &str), [BTreeSet<String>; 2]> = BTreeMap::new();
    for one in &made.cases {
        let track = one.target.split(':').next().expect("a track");
        let [steps, seen] = stages.entry((&one.place, track)).or_default();
        steps.extend(looked_at(&office, one).await);
        seen.insert(one.status.clone());
    }
    for place in PLACES {
        for track in ["title", "skill"] {
            let [steps, seen] = &stages[&(place, track)];
            let further = ["draft", "returned", "refused", "withdrawn", "not-passed", "ended"].map(str::to_owned);
            let all: BTreeSet<String> = steps.iter().cloned().chain(further).collect();
            assert!(steps.len() >= 4 && *seen == all, "{place} {track}: {seen:?} and not {all:?}");
        }
        assert!(made.cases.iter().any(|one| one.place == place && one.goes == "objected"), "{place}");
    }

    for account in &made.accounts {
        let session = sign_in(&office, account, moment(NOW)).await;
        let session = session.unwrap_or_else(|error| panic!("{}: {error}", account.account));
        let visitor = office.visitor(&session).await.expect("a session").expect("somebody is in");
        assert!(visitor.is_open() && visitor.role() == account.role, "{}", account.account);
        assert_eq!(visitor.needs_factor(), account.second_factor.is_some(), "{}", account.account);
    }
    let roles: BTreeSet<Role> = made.accounts.iter().map(|account| account.role).collect();
    assert_eq!(roles.len(), 8, "every role but the clock: {roles:?}");
    let passwords: BTreeSet<&str> = made.accounts.iter().map(|account| account.password.as_str()).collect();
    assert_eq!(passwords.len(), made.accounts.len(), "no password stands twice");

    let verified = office.store().verify(None).await.expect("an unbroken chain");
    assert_eq!(verified, office.store().root().await.expect("a root"));
}

#[tokio::test]
async fn a_folder_with_something_in_it_and_an_unknown_place_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(matches!(made(folder.path(), &["atlantis"], NOW).await, Err(DemoError::NoSuchPlace { .. })));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0, "nothing was made");
    std::fs::write(folder.path().join("letter.txt"), "mine").expect("a file");
    assert!(matches!(made(folder.path(), &["shanxi"], NOW).await, Err(DemoError::NotEmpty(_))));
}

/// Years after the last one that the calendar knows, and after a policy has run out, the demo ends while both held.
#[tokio::test]
async fn a_demo_of_later_years_plays_the_last_days_that_are_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = made(folder.path(), &["jieyang"], "2028-02-10T02:30:00Z").await.expect("a demo");
    assert_eq!(made.until.to_string(), "2026-12-23");
    assert!(made.cases.iter().any(|one| one.status == "ended") && made.cases.iter().any(|one| one.status == "review"));
}
