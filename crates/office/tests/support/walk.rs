//! Walks a case on from wherever it stands until it is over, as the people in the procedure would.

use casework::{Actor, Role};
use model::procedure::Work;
use serde_json::{Value, json};

use super::{World, applicant, clerk, of};

const MEMBERS: usize = 25;

/// A member of the committee, the first one its chair.
pub fn expert(number: usize) -> Actor {
    let role = if number == 1 { Role::Chair } else { Role::Expert };
    Actor { id: format!("e-{number:02}"), organisation: Some("committee-office".to_owned()), role }
}

/// The order that convenes a session on one case.
pub fn convening(case: &str, on: model::Day) -> Value {
    convening_of(MEMBERS, std::slice::from_ref(&case), on)
}

/// The order that convenes a committee of so many on cases.
pub fn convening_of(members: usize, cases: &[&str], on: model::Day) -> Value {
    let points = json!({ "scale": "points", "most": 100 });
    let sheet = json!({ "id": "sheet", "areas": [
        { "key": "ethics", "kind": "ethics", "gate": { "least": 2000 },
          "items": [{ "id": "conduct", "weight": 3000, "scale": points }] },
        { "key": "ability", "kind": "ability",
          "items": [{ "id": "skill", "weight": 7000, "scale": points, "skill": true }] },
    ]});
    let told = |case: &&str| {
        json!({ "case": case, "concerned": { "applicant": "told-otherwise" }, "track": "skill", "level": "told otherwise",
                "group": "skilled", "sheet": "sheet" })
    };
    json!({
        "command": "convene", "committee": "c-1", "office": "committee-office", "size": members,
        "members": experts(members), "chair": "e-01", "on": on,
        "groups": [{ "key": "skilled", "skilled_talent": true, "experts": ["e-01", "e-02", "e-03"] }],
        "agenda": cases.iter().map(told).collect::<Vec<_>>(),
        "sheets": [sheet],
    })
}

/// The experts of a committee of so many, as its pool has them.
pub fn experts(members: usize) -> Vec<Value> {
    (1..=members)
        .map(|number| {
            let organisation = format!("institute-{number}");
            json!({ "id": format!("e-{number:02}"), "organisation": organisation, "skilled": number % 3 == 0 })
        })
        .collect()
}

impl World {
    /// A committee on file for everything of a place, with a round that is open.
    pub async fn committee(&self, place: &str, area: &str) {
        let (operator, today) = (office::Office::operator(), self.today());
        let term = json!({ "from": today, "until": today.plus(700) });
        let remit = json!({
            "place": place, "series": "engineering", "area": area,
            "tiers": ["assistant", "intermediate", "deputy-senior", "senior"],
        });
        let order = json!({
            "command": "register", "office": "committee-office", "remit": remit, "size": MEMBERS, "filing": term,
        });
        self.office.order_committee(&operator, "c-1", &order, None).await.expect("a committee");
        for mut expert in experts(MEMBERS) {
            expert["specialties"] = json!([]);
            expert["term"] = term.clone();
            let order = json!({ "command": "add-expert", "expert": expert });
            self.office.order_committee(&operator, "c-1", &order, None).await.expect("an expert");
        }
        let plan = json!({
            "command": "plan", "place": place, "year": 2026, "series": "engineering", "committee": "c-1",
            "office": "committee-office", "reference_date": today, "windows": [{ "from": today, "until": today.plus(30) }],
        });
        let office = clerk("committee-office");
        self.office.order_round(&office, "r-1", &plan, None).await.expect("a round");
        let notice = json!({ "command": "announce", "text": "年度评审通知（虚构）" });
        self.office.order_round(&office, "r-1", &notice, None).await.expect("an announced round");
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
            let (step, holder) = (step.clone(), shown.holder.clone().expect("a holder"));
            if step.id == until {
                return steps;
            }
            steps.push(step.id.clone());
            let (clerk, supervisor) = (clerk(&holder), of(&holder, Role::Supervisor));
            match &step.work {
                Work::Check(check) => {
                    for point in &check.points {
                        self.order(&clerk, case, json!({ "order": "verdict", "point": point.id, "met": true })).await;
                    }
                    for clause in &shown.asked_here {
                        let find =
                            json!({ "order": "find", "clause": clause, "holds": true, "reason": "经核实，属实。" });
                        self.order(&clerk, case, find).await;
                    }
                    self.order(&clerk, case, json!({ "order": "forward" })).await;
                }
                Work::Notice(_) => {
                    let text =
                        json!({ "order": "publish", "text": "拟推荐人员名单：张某（身份证号 3701**********1234）" });
                    self.order(&clerk, case, text).await;
                    let mut days = 0;
                    while self.office.tick().await.expect("a tick").closed == 0 {
                        let early = self.try_order(&supervisor, case, json!({ "order": "close-notice" })).await;
                        assert!(early.is_err(), "nobody shortens a notice");
                        self.tomorrow();
                        days += 1;
                        assert!(days < 40, "the notice never ends");
                    }
                    assert!(days > 5, "a notice of five working days takes more than five days");
                }
                Work::Review(_) => self.review(case, yes).await,
                Work::Exam(_) => {
                    for part in shown.case.parts_open() {
                        let order = json!({ "order": "part", "part": part, "passed": true });
                        self.order(&of(&holder, Role::Examiner), case, order).await;
                    }
                }
                Work::Confirm => {
                    self.order(&supervisor, case, json!({ "order": "confirm" })).await;
                }
            }
        }
        panic!("{case} does not end: {steps:?}");
    }

    async fn session(&self, by: &Actor, order: Value) {
        let told = order.to_string();
        let done = self.office.order_session(by, "s-1", &order, None).await;
        assert!(done.is_ok(), "{told}: {done:?}");
    }

    async fn review(&self, case: &str, yes: usize) {
        let office = clerk("committee-office");
        let ids: Vec<String> = (1..=MEMBERS).map(|number| format!("e-{number:02}")).collect();
        let group = ["e-01", "e-02", "e-03"];
        self.session(&office, convening(case, self.today())).await;
        self.session(&office, json!({ "command": "attend", "present": ids })).await;
        for number in 1..=3 {
            let scores = json!({ "conduct": { "points": 90 }, "skill": { "points": 80 } });
            self.session(&expert(number), json!({ "command": "score", "case": case, "scores": scores })).await;
        }
        self.session(
            &expert(2),
            json!({
                "command": "opinion", "case": case, "experts": group, "text": "建议通过", "recommends": true,
            }),
        )
        .await;
        let chair = expert(1);
        self.session(&chair, json!({ "command": "open-vote", "case": case })).await;
        for number in 1..=MEMBERS {
            let expert = expert(number);
            self.session(&expert, json!({ "command": "issue-paper", "case": case, "expert": expert.id })).await;
        }
        let ballot = |number: usize| {
            let choice = if number <= yes { "yes" } else { "no" };
            json!({ "serial": format!("{:032x}", number * 7919 + 11), "choice": choice })
        };
        let ballots: Vec<Value> = (1..=MEMBERS).map(ballot).collect();
        self.session(&chair, json!({ "command": "close-vote", "case": case, "ballots": ballots })).await;
        let passes = 3 * yes >= 2 * MEMBERS;
        let reasons = json!({ "grades": { "ethics": "meets", "ability": "below" }, "grounds": ["ability"],
                              "text": "技能水平材料不足。" });
        let reasons = if passes { Value::Null } else { reasons };
        self.session(&chair, json!({ "command": "conclude", "case": case, "reasons": reasons })).await;
        self.session(&chair, json!({ "command": "announce" })).await;
    }
}
