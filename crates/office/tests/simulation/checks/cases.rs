//! Cases: nothing acknowledged is lost, nothing is applied twice, their ways are the packs', nothing is overdue.

use std::collections::BTreeMap;

use model::procedure::{When, Work};

use super::Histories;
use crate::asked::{Answer, What};
use crate::calendar::date_at;
use crate::legal::Where;
use crate::probe::Row;
use crate::support::GUANTONG;
use crate::world::World;

/// What time or a session brings to a case, each in a unit that nobody asked for in the case itself.
const OF_OTHERS: [&str; 8] =
    ["lapsed", "reminded", "recalculated", "notice-closed", "enlisted", "voted", "gate-failed", "put-off"];

/// Every record comes from exactly one request, and every granted request stands in the log. The ends of the units, by case.
pub fn covered(world: &World, rows: &BTreeMap<String, Vec<Row>>) -> BTreeMap<String, Vec<u64>> {
    let mut by: BTreeMap<(&str, u64), &str> = BTreeMap::new();
    let mut ends: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for line in &world.book {
        let Some(Answer::Case(answered)) = line.granted() else { continue };
        let records = rows.get(&answered.case).unwrap_or_else(|| panic!("acknowledged and not in the log: {line:?}"));
        let count = answered.events.len() as u64;
        for (version, kind) in (answered.version - count + 1..=answered.version).zip(&answered.events) {
            let row = usize::try_from(version - 1).ok().and_then(|index| records.get(index));
            let found = row.map(|row| (row.version, &row.kind, &row.actor));
            assert_eq!(found, Some((version, kind, &line.asked.by.id)), "acknowledged and not in the log: {line:?}");
            let (case, _) = rows.get_key_value(&answered.case).expect("a case");
            let other = by.insert((case, version), &line.asked.key);
            assert_eq!(other, None, "two requests made record {version} of {case}: {line:?}");
        }
        ends.entry(answered.case.clone()).or_default().push(answered.version);
    }
    for (case, records) in rows {
        for row in records {
            if !by.contains_key(&(case.as_str(), row.version)) {
                assert!(OF_OTHERS.contains(&row.kind.as_str()), "nobody asked for {row:?}");
                assert!(row.actor == "clock" || row.body["session"].is_string(), "nobody asked for {row:?}");
                ends.entry(case.clone()).or_default().push(row.version);
            }
        }
    }
    let opened = world.book.iter().filter(|line| matches!(line.asked.what, What::Open(_)) && line.granted().is_some());
    assert_eq!(opened.count(), rows.len(), "one case for each that was opened");
    ends.values_mut().for_each(|ends| ends.sort_unstable());
    ends
}

/// The way of a case is one of its place, with every step that holds for all.
pub fn as_the_pack_says(histories: &Histories) {
    for (case, walk) in &histories.walks {
        let Some(way) = &walk.way else { continue };
        let policy = GUANTONG.packs().named(&walk.place).expect("a pack");
        let mut ways = policy.procedure.iter().flat_map(|procedure| &procedure.ways);
        let packed = ways.find(|one| one.id == way.id).unwrap_or_else(|| panic!("{case}: no way {}", way.id));
        let mut taken = way.steps.iter();
        let mut next = taken.next();
        for step in &packed.steps {
            if next.is_some_and(|taken| taken.id == step.id && taken.work == step.work) {
                next = taken.next();
            } else {
                assert_ne!(step.when, When::default(), "{case}: the step {} is left out", step.id);
            }
        }
        assert!(next.is_none(), "{case}: a step that the pack does not have: {next:?}");
    }
}

/// Once the clock has run, no notice that is over stands open, and nothing that was due is still with the applicant.
pub fn nothing_overdue(world: &World, histories: &Histories) {
    let today = date_at(jiff::Timestamp::from_second(world.second()).expect("a time"));
    for (case, walk) in &histories.walks {
        if let Where::Returned { due, .. } = &walk.at {
            assert!(*due >= today.to_string(), "{case} should have lapsed on {due}");
        }
        let (Some((at, step)), Some((published, _))) = (walk.step(), &walk.notice) else { continue };
        let Work::Notice(notice) = &step.work else { continue };
        let here = walk.objections.iter().filter(|(step, ..)| *step == at);
        let objected = here.clone().any(|(_, answer, settled)| !settled && *answer != Some(false));
        let follow_up = world.calendar.follow_up(*published, usize::from(notice.working_days), today);
        let over = follow_up.is_some_and(|day| day < today);
        assert!(objected || !over, "{case}: the notice of {published} is over and was not closed");
    }
}

/// Every decision of the rules comes out again, byte for byte.
pub fn made_again(world: &mut World, histories: &Histories) {
    let mut decisions = 0;
    for (case, walk) in &histories.walks {
        let by = world.people.iter().find(|person| person.account.id == walk.applicant).expect("a person");
        let node = &world.nodes[decisions % 2];
        let replayed = node.run(async |office| office.replay(&by.account, case).await.expect("a replay"));
        assert!(replayed.holds, "{case}: {:?}", replayed.decisions);
        assert_eq!(replayed.records, histories.rows[case].len() as u64);
        decisions += replayed.decisions.len();
    }
    *world.counts.entry("decisions made again".to_owned()).or_default() += decisions;
}
