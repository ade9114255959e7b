//! Votes: no result without one that was closed, counted again from the ballots; no vote by the absent, the recused, twice or late.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::legal::text;
use crate::probe::Row;
use crate::sitting::MEMBERS;

/// What a session's records say so far.
#[derive(Default)]
struct Session {
    present: BTreeSet<String>,
    recused: BTreeSet<(String, String)>,
    /// By case: who took a paper in the present round; none while no vote is open.
    papers: BTreeMap<String, BTreeSet<String>>,
    /// By case: whether the closed vote passed, and its numbers.
    closed: BTreeMap<String, (bool, Value)>,
    concluded: BTreeMap<String, String>,
    announced: bool,
    /// Results that the cases have to hear of.
    owed: BTreeMap<String, String>,
}

pub fn counted(log: &[Row]) {
    let mut sessions: BTreeMap<String, Session> = BTreeMap::new();
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for row in log {
        if let ("withdrawn" | "refused-for-fraud", Some(case)) = (&*row.kind, row.stream.strip_prefix("case/")) {
            gone.insert(case.to_owned());
        }
        if let Some(id) = row.stream.strip_prefix("session/") {
            let session = sessions.entry(id.to_owned()).or_default();
            session.take(row);
            // Who took a case back gets no result any more.
            session.owed.retain(|case, _| !gone.contains(case));
        } else if let Some(case) = row.stream.strip_prefix("case/")
            && ["voted", "gate-failed", "put-off"].contains(&row.kind.as_str())
        {
            let session = sessions.get_mut(&text(&row.body, "session")).expect("a session");
            session.result(case, row);
        }
    }
    for (id, session) in &sessions {
        assert!(session.owed.is_empty(), "{id}: results that reached no case: {:?}", session.owed);
    }
}

impl Session {
    fn take(&mut self, row: &Row) {
        assert!(!self.announced || row.kind == "re-examination-opened", "after the announcement: {row:?}");
        let (body, case) = (&row.body, text(&row.body, "case"));
        match row.kind.as_str() {
            "attended" => {
                let present = body["present"].as_array().expect("experts");
                self.present = present.iter().map(|one| one.as_str().expect("an id").to_owned()).collect();
            }
            "recused" => drop(self.recused.insert((case, text(body, "expert")))),
            "vote-opened" => {
                assert!(3 * self.present.len() >= 2 * MEMBERS, "a vote without a quorum: {row:?}");
                assert!(!self.closed.contains_key(&case), "voted on twice: {row:?}");
                self.papers.insert(case, BTreeSet::new());
            }
            "paper-issued" => {
                let expert = text(body, "expert");
                assert!(row.actor == expert || row.actor == "committee-office-clerk", "a proxy: {row:?}");
                assert!(self.present.contains(&expert), "an absent member votes: {row:?}");
                assert!(!self.recused.contains(&(case.clone(), expert.clone())), "a recused member votes: {row:?}");
                let papers = self.papers.get_mut(&case).unwrap_or_else(|| panic!("a late paper: {row:?}"));
                assert!(papers.insert(expert), "two papers: {row:?}");
            }
            "vote-voided" => drop(self.papers.remove(&case)),
            "vote-closed" => self.close(case, row),
            "concluded" | "postponed" => {
                let outcome = if row.kind == "postponed" { "postponed".to_owned() } else { text(body, "outcome") };
                let passed = self.closed.get(&case).map(|(passed, _)| *passed);
                let fits = match outcome.as_str() {
                    "passed" => passed == Some(true),
                    "not-passed" => passed == Some(false),
                    _ => passed.is_none(),
                };
                assert!(fits, "concluded otherwise than voted: {row:?}");
                assert!(self.concluded.insert(case, outcome).is_none(), "concluded twice: {row:?}");
            }
            "announced" => {
                self.announced = true;
                self.owed.clone_from(&self.concluded);
                let told: BTreeMap<String, String> = serde_json::from_value(body["results"].clone()).expect("results");
                assert_eq!(told, self.concluded, "announced otherwise than concluded");
            }
            _ => {}
        }
    }

    fn close(&mut self, case: String, row: &Row) {
        let papers = self.papers.remove(&case).unwrap_or_else(|| panic!("no vote is open: {row:?}"));
        let ballots = row.body["ballots"].as_array().expect("ballots");
        let count = |choice: &str| ballots.iter().filter(|ballot| ballot["choice"] == choice).count();
        let serials: BTreeSet<String> = ballots.iter().map(|ballot| text(ballot, "serial")).collect();
        assert!(serials.len() == ballots.len() && ballots.len() <= papers.len(), "more ballots than papers: {row:?}");
        let (yes, no, abstain, present) = (count("yes"), count("no"), count("abstain"), self.present.len());
        let tally =
            serde_json::json!({ "size": MEMBERS, "present": present, "yes": yes, "no": no, "abstain": abstain });
        assert_eq!(row.body["result"]["tally"], tally, "{row:?}");
        let passed = yes > 0 && 3 * yes >= 2 * present;
        assert_eq!(row.body["result"]["passed"], passed, "{row:?}");
        self.closed.insert(case, (passed, tally));
    }

    /// A result that comes to a case.
    fn result(&mut self, case: &str, row: &Row) {
        assert!(self.announced, "a result before it was announced: {row:?}");
        let owed = self.owed.remove(case).unwrap_or_else(|| panic!("a result twice, or of nothing: {row:?}"));
        let kind = match owed.as_str() {
            "passed" | "not-passed" => "voted",
            "gate-failed" => "gate-failed",
            _ => "put-off",
        };
        assert_eq!(row.kind, kind, "{row:?}");
        if kind == "voted" {
            let (passed, tally) = &self.closed[case];
            assert_eq!((&row.body["passed"], &row.body["tally"]), (&Value::from(*passed), tally), "{row:?}");
        }
    }
}
