//! Walks a case on from wherever it stands until it is over, as the people in the procedure would.

use casework::{Actor, Role};
use demo::{Opening, Panel, Sitting, Words, carry_on};
use model::procedure::Work;
use serde_json::{Value, json};

use super::{GUANTONG, World, applicant, clerk, of};

pub const MEMBERS: usize = 25;

const WORDS: Words<'_> = Words {
    finding: "经核实，属实。",
    notice: "拟推荐人员名单：张某（身份证号 3701**********1234）",
};
const SITTING: Sitting<'_> = Sitting { session: "s-1", points: 80, opinion: "建议通过" };

/// The committee of these tests, with so many members.
fn panel(place: &str, members: usize) -> Panel {
    Panel {
        committee: "c-1".to_owned(),
        place: place.to_owned(),
        office: "committee-office".to_owned(),
        experts: "e-".to_owned(),
        members,
        group: 3,
    }
}

/// A member of the committee, the first one its chair.
pub fn expert(number: usize) -> Actor {
    panel("", MEMBERS).expert(number)
}

/// The order that convenes a session on one case.
pub fn convening(case: &str, on: model::Day) -> Value {
    convening_of(MEMBERS, &[case], on)
}

/// The order that convenes a committee of so many on cases.
pub fn convening_of(members: usize, cases: &[&str], on: model::Day) -> Value {
    panel("", members).convening(cases, on)
}

/// The experts of a committee of so many, as its pool has them.
pub fn experts(members: usize) -> Vec<Value> {
    panel("", members).pool()
}

/// A sheet of the committee's own.
pub fn sheet(place: &str) -> Value {
    panel(place, MEMBERS).sheet(&GUANTONG)
}

impl World {
    /// A committee on file for everything of a place, with a round that is open.
    pub async fn committee(&self, place: &str, area: &str) {
        let today = self.today();
        let opening = Opening {
            round: "r-1",
            area,
            today,
            until: today.plus(30),
            consent: None,
            notice: "年度评审通知（虚构）",
            skilled_section: "高技能人才申报说明（虚构）",
        };
        panel(place, MEMBERS).set_up(&self.office, &opening).await.expect("a committee with a round");
    }

    /// Walks a case to its end; `yes` is how many experts vote for it. The names of the steps in their order.
    pub async fn walk(&self, case: &str, yes: usize) -> Vec<String> {
        self.walk_to(case, yes, "").await
    }

    /// Walks a case on until it comes to a step; to its end where there is no such step.
    pub async fn walk_to(&self, case: &str, yes: usize, until: &str) -> Vec<String> {
        let mut steps = Vec::new();
        for _ in 0..30 {
            let shown = self.office.case(&applicant(), case).await.expect("a case");
            let Some((_, step)) = shown.case.step() else { return steps };
            if step.id == until {
                return steps;
            }
            steps.push(step.id.clone());
            let done = carry_on(&self.office, &shown, &WORDS).await;
            assert!(done.is_ok(), "{case} in {}: {done:?}", step.id);
            match &step.work {
                Work::Notice(_) => self.wait(case, &of(&shown.holder.expect("a holder"), Role::Supervisor)).await,
                Work::Review(_) => self.review(case, yes).await,
                Work::Check(_) | Work::Exam(_) | Work::Confirm => {}
            }
        }
        panic!("{case} does not end: {steps:?}");
    }

    /// Waits until a notice is over.
    async fn wait(&self, case: &str, supervisor: &Actor) {
        let mut days = 0;
        while self.office.tick().await.expect("a tick").closed == 0 {
            let early = self.try_order(supervisor, case, json!({ "order": "close-notice" })).await;
            assert!(early.is_err(), "nobody shortens a notice");
            self.tomorrow();
            days += 1;
            assert!(days < 40, "the notice never ends");
        }
        assert!(days > 5, "a notice of five working days takes more than five days");
    }

    pub async fn session(&self, by: &Actor, order: Value) {
        let told = order.to_string();
        let done = self.office.order_session(by, "s-1", &order, None).await;
        assert!(done.is_ok(), "{told}: {done:?}");
    }

    /// A session that sits over a case, up to the vote; the experts after `present` stay away.
    pub async fn sit(&self, case: &str, present: usize) {
        self.session(&clerk("committee-office"), convening(case, self.today())).await;
        panel("", MEMBERS).sit(&self.office, &SITTING, &[case], present).await.expect("a session that sits");
    }

    async fn review(&self, case: &str, yes: usize) {
        let panel = panel("", MEMBERS);
        self.sit(case, MEMBERS).await;
        let ballots = panel.ballots(yes, |number| format!("{:032x}", number * 7919 + 11));
        panel.vote(&self.office, "s-1", case, &ballots, "技能水平材料不足。").await.expect("a vote");
        panel.announce(&self.office, "s-1").await.expect("the results");
    }
}
