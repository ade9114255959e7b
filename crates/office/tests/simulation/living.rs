//! What happens in a world: its beginning, one thing after the other, and how it comes to rest.

use casework::case::Progress;
use casework::session::{Phase, Session};
use casework::{Actor, Role};
use office::{CaseOrder, CaseShown, Office, RegisterOrder};
use serde_json::json;

use crate::asked::{Answer, Line, What};
use crate::people::Person;
use crate::support::walk::{experts, sheet};
use crate::support::{PICTURE, clerk, county, organisations};
use crate::world::World;
use crate::{nonsense, sensible, sitting};

/// The most things that happen in a world before it comes to rest.
const MOST: usize = 260;

impl World {
    /// Organisations, a committee with its pool, and a round that takes applications.
    pub fn set_up(&mut self) {
        let (operator, today) = (Office::operator(), self.today());
        for organisation in organisations(self.place) {
            self.ask(operator.clone(), What::Register(RegisterOrder::PutOrganisation { organisation }));
        }
        let term = json!({ "from": today, "until": today.plus(700) });
        let remit = json!({ "place": self.place, "series": "engineering", "area": county(self.place),
                            "tiers": ["assistant", "intermediate", "deputy-senior"] });
        let committee = json!({ "command": "register", "office": "committee-office", "remit": remit,
                                "size": sitting::MEMBERS, "filing": term, "consent": "虚构〔2025〕1号" });
        self.ask(operator.clone(), What::Committee("c-1".to_owned(), committee));
        for mut expert in experts(sitting::MEMBERS) {
            expert["specialties"] = json!([]);
            expert["term"] = term.clone();
            let order = json!({ "command": "add-expert", "expert": expert });
            self.ask(operator.clone(), What::Committee("c-1".to_owned(), order));
        }
        let plan = json!({
            "command": "plan", "place": self.place, "year": today.year(), "series": "engineering", "committee": "c-1",
            "office": "committee-office", "reference_date": today, "windows": [{ "from": today, "until": today.plus(60) }],
        });
        self.ask(clerk("committee-office"), What::Round("r-1".to_owned(), plan));
        let sheet = json!({ "command": "file-sheet", "sheet": sheet(self.place) });
        self.ask(clerk("committee-office"), What::Committee("c-1".to_owned(), sheet));
        let notice = json!({ "command": "announce", "text": "年度评审通知（虚构）",
                             "skilled_section": "高技能人才申报说明（虚构）" });
        self.ask(clerk("committee-office"), What::Round("r-1".to_owned(), notice));
        let refused: Vec<_> = self.book.iter().filter(|line| line.granted().is_none()).collect();
        assert!(refused.is_empty(), "{refused:?}");
        let kept = self.nodes[0].run(async |office| office.evidence().put("proof.png", PICTURE.to_vec()).await);
        self.file = kept.expect("a picture").hash.to_string();
    }

    /// Lives until everything is over, or long enough.
    pub fn live(&mut self) {
        for _ in 0..MOST {
            self.step();
            if self.all_over() {
                break;
            }
        }
        self.calm();
        self.learn();
        let order = self.next_order();
        self.nodes[0].number(order);
        self.nodes[0].run(async |office| office.tick().await.expect("a tick"));
        for _ in 0..200 {
            self.attend();
            if self.nodes[0].run(async |office| office.store().waiting_messages().await.expect("a count")) == 0 {
                return;
            }
            self.pass(3600);
        }
        panic!("messages are never delivered");
    }

    fn step(&mut self) {
        match self.chance.below(100) {
            0..3 => self.days(),
            3..8 => self.attend(),
            8 => {
                let node = self.some_node();
                self.restart(node);
            }
            9..15 => self.again(),
            15..22 => nonsense::order(self),
            _ => self.something_sensible(),
        }
        self.learn();
    }

    /// Days pass, now and then many.
    fn days(&mut self) {
        let days = match self.chance.below(20) {
            0..12 => 1,
            12..17 => 2 + self.chance.below(3),
            17..19 => 7,
            _ => 15 + self.chance.below(30),
        };
        self.hear_in_time(i64::try_from(days).unwrap_or(1));
        self.pass(86_400 * i64::try_from(days).unwrap_or(1));
        if self.chance.hits(80) {
            self.attend();
        }
    }

    /// Whoever heard nothing asks again before the key is forgotten.
    fn hear_in_time(&mut self, days: i64) {
        let kept = self.kept(days + 3);
        let unheard = |world: &Self, line: &usize| world.book[*line].heard.is_none();
        let late: Vec<usize> =
            (0..self.book.len()).filter(|line| unheard(self, line) && !kept.contains(line)).collect();
        for line in late {
            for _ in 0..200 {
                if unheard(self, &line) {
                    self.send(line);
                }
            }
            assert!(!unheard(self, &line), "nothing is heard of {:?}", self.book[line]);
        }
    }

    /// Somebody asks again: who heard nothing, or who has an answer and asks all the same.
    fn again(&mut self) {
        let kept = self.kept(1);
        if kept.is_empty() {
            return;
        }
        let unheard: Vec<usize> = kept.iter().copied().filter(|line| self.book[*line].heard.is_none()).collect();
        let line = if unheard.is_empty() || self.chance.hits(30) {
            *self.chance.pick(&kept)
        } else {
            *self.chance.pick(&unheard)
        };
        self.count("asked again");
        self.send(line);
    }

    /// Who applied hears which case it is.
    fn learn(&mut self) {
        for person in &mut self.people {
            if let (None, Some(line)) = (&person.case, person.opens)
                && let Some(Answer::Case(answered)) = self.book[line].granted()
            {
                person.case = Some(answered.case.clone());
            }
        }
    }

    pub fn shown(&mut self, person: usize) -> Option<CaseShown> {
        let node = self.some_node();
        let Person { account, case: Some(case), .. } = &self.people[person] else { return None };
        Some(self.nodes[node].run(async |office| office.case(account, case).await.expect("a case")))
    }

    /// The present session, with its id.
    pub fn session(&mut self) -> Option<(String, Session)> {
        let id = format!("s-{}", self.sessions);
        let node = self.some_node();
        let office = clerk("committee-office");
        let session = self.nodes[node].run(async |at| at.session(&office, &id).await);
        Some((id, session.ok()?))
    }

    fn something_sensible(&mut self) {
        let start = self.chance.below(self.people.len() + 1);
        for turn in 0..=self.people.len() {
            let which = (start + turn) % (self.people.len() + 1);
            let acted = if which == self.people.len() { self.in_session() } else { self.in_case(which) };
            if acted {
                return;
            }
        }
        self.days();
    }

    fn in_case(&mut self, which: usize) -> bool {
        if self.people[which].case.is_none() {
            let line = match self.people[which].opens {
                None => {
                    let person = &self.people[which];
                    let (by, order) = (person.account.clone(), person.order.clone());
                    let line = self.ask(by, What::Open(order));
                    self.people[which].opens = Some(line);
                    return true;
                }
                Some(line) => line,
            };
            let unheard = self.book[line].heard.is_none();
            if unheard {
                self.send(line);
            }
            return unheard;
        }
        let Some(shown) = self.shown(which) else { return false };
        let today = self.today();
        let refused = self.refused_filings(which);
        let next = sensible::next(&shown, &self.people[which], &self.file, refused, today, &mut self.chance);
        let Some((by, order)) = next else { return false };
        self.ask(by, What::Case(shown.id, order));
        true
    }

    /// How often the filing of somebody's case was refused.
    fn refused_filings(&self, which: usize) -> usize {
        let account = &self.people[which].account.id;
        let refused = |line: &&Line| {
            line.asked.by.id == *account
                && matches!(line.asked.what, What::Case(_, CaseOrder::File { .. }))
                && matches!(line.heard, Some(Err(_)))
        };
        self.book.iter().filter(refused).count()
    }

    fn in_session(&mut self) -> bool {
        match self.session() {
            Some((id, session)) if session.phase() != Phase::Announced => {
                let Some((by, order)) = sitting::next(&session, &mut self.chance) else { return false };
                self.ask(by, What::Session(id, order));
                true
            }
            found => self.convene(found.is_some()),
        }
    }

    /// Convenes the committee on what waits for it.
    fn convene(&mut self, another: bool) -> bool {
        let mut waiting = Vec::new();
        for person in 0..self.people.len() {
            let Some(shown) = self.shown(person) else { continue };
            let before = matches!(shown.case.progress_now(), Some(Progress::Review(None)));
            if before && shown.holder.as_deref() == Some("committee-office") {
                waiting.push(shown.id);
            }
        }
        if waiting.is_empty() {
            return false;
        }
        self.sessions += usize::from(another);
        let cases: Vec<&str> = waiting.iter().map(String::as_str).collect();
        let (by, order) = sitting::convene(&cases, self.today());
        self.ask(by, What::Session(format!("s-{}", self.sessions), order));
        true
    }

    /// Whether nobody has anything to do any more.
    fn all_over(&mut self) -> bool {
        (0..self.people.len()).all(|person| {
            let refused = self.people[person]
                .opens
                .is_some_and(|line| self.book[line].heard.as_ref().is_some_and(Result::is_err));
            refused
                || self.shown(person).is_some_and(|shown| {
                    let asks_again = shown.case.asked_again.is_some();
                    shown.case.is_over() && !asks_again
                })
        })
    }
}

/// Somebody who has nothing to do with anything.
pub fn stranger() -> Actor {
    Actor { id: "p-66".to_owned(), organisation: None, role: Role::Applicant }
}
