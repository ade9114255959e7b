//! Walks a case on from wherever it stands until it is over, as the people in the procedure would.

use casework::{Actor, Role};
use model::procedure::Work;
use serde_json::{Value, json};

use super::{World, applicant, clerk, of};

pub const MEMBERS: usize = 25;

/// A member of the committee, the first one its chair.
pub fn expert(number: usize) -> Actor {
    let role = if number == 1 { Role::Chair } else { Role::Expert };
    Actor { id: format!("e-{number:02}"), organisation: Some("committee-office".to_owned()), role }
}

/// The order that convenes a session on one case.
pub fn convening(case: &str, on: model::Day) -> Value {
    convening_of(MEMBERS, &[case], on)
}

/// The order that convenes a committee of so many on cases.
pub fn convening_of(members: usize, cases: &[&str], on: model::Day) -> Value {
    let told = |case: &&str| json!({ "case": case, "group": "skilled", "sheet": "sheet" });
    json!({
        "command": "convene", "committee": "c-1", "members": ids(members), "chair": "e-01", "on": on,
        "groups": [{ "key": "skilled", "skilled_talent": true, "experts": ["e-01", "e-02", "e-03"] }],
        "agenda": cases.iter().map(told).collect::<Vec<_>>(),
    })
}

/// The experts of a committee of so many, as its pool has them.
pub fn experts(members: usize) -> Vec<Value> {
    (1..)
        .zip(ids(members))
        .map(|(number, id)| json!({ "id": id, "organisation": format!("institute-{number}"), "skilled": number % 3 == 0 }))
        .collect()
}

fn ids(most: usize) -> Vec<String> {
    (1..=most).map(|number| format!("e-{number:02}")).collect()
}

/// A sheet of the committee's own: what the pack of a place asks for, with weights; where it asks for nothing, ethics and skill.
pub fn sheet(place: &str) -> Value {
    let asked =
        super::GUANTONG.packs().named(place).and_then(|policy| policy.sheets.first().map(|(_, sheet)| sheet.clone()));
    let item = |id: &str, weight: u32, skill: bool| json!({ "id": id, "weight": weight, "scale": { "scale": "points", "most": 100 }, "skill": skill });
    let Some(asked) = asked else {
        return json!({ "id": "sheet", "areas": [
            { "key": "ethics", "kind": "ethics", "gate": { "least": 2000 }, "items": [item("conduct", 3000, false)] },
            { "key": "ability", "kind": "ability", "items": [item("skill", 7000, true)] },
        ]});
    };
    let each = 10_000 / u32::try_from(asked.items.len()).expect("few items");
    let mut left = 10_000;
    let mut areas: Vec<Value> = Vec::new();
    for (place, one) in asked.items.iter().enumerate() {
        let weight = if place + 1 == asked.items.len() { left } else { each };
        left -= weight;
        let kind = match one.area {
            model::sheet::Area::Ethics => "ethics",
            model::sheet::Area::Ability => "ability",
            model::sheet::Area::Performance => "performance",
            model::sheet::Area::Academic => "other",
        };
        if areas.last().is_none_or(|area| area["kind"] != kind) {
            areas.push(json!({ "key": kind, "kind": kind, "items": [] }));
        }
        let area = areas.last_mut().expect("an area");
        if one.gate {
            area["gate"] = json!({ "least": weight / 2 });
        }
        area["items"].as_array_mut().expect("items").push(item(&one.id, weight, one.skill));
    }
    json!({ "id": "sheet", "areas": areas })
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
        let order = json!({ "command": "file-sheet", "sheet": sheet(place) });
        self.office.order_committee(&clerk("committee-office"), "c-1", &order, None).await.expect("a sheet on file");
        let plan = json!({
            "command": "plan", "place": place, "year": 2026, "series": "engineering", "committee": "c-1",
            "office": "committee-office", "reference_date": today, "windows": [{ "from": today, "until": today.plus(30) }],
        });
        let office = clerk("committee-office");
        self.office.order_round(&office, "r-1", &plan, None).await.expect("a round");
        let notice = json!({ "command": "announce", "text": "年度评审通知（虚构）",
                             "skilled_section": "高技能人才申报说明（虚构）" });
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

    pub async fn session(&self, by: &Actor, order: Value) {
        let told = order.to_string();
        let done = self.office.order_session(by, "s-1", &order, None).await;
        assert!(done.is_ok(), "{told}: {done:?}");
    }

    /// A session that sits over a case, up to the vote; the experts after `present` stay away.
    pub async fn sit(&self, case: &str, present: usize) {
        let office = clerk("committee-office");
        let group = ["e-01", "e-02", "e-03"];
        self.session(&office, convening(case, self.today())).await;
        self.session(&office, json!({ "command": "attend", "present": ids(present) })).await;
        let sheet = self.scored_by().await;
        let scores: serde_json::Map<String, Value> =
            sheet.items().map(|(_, item)| (item.id.clone(), json!({ "points": 80 }))).collect();
        for number in 1..=3 {
            self.session(&expert(number), json!({ "command": "score", "case": case, "scores": scores })).await;
        }
        self.session(
            &expert(2),
            json!({
                "command": "opinion", "case": case, "experts": group, "text": "建议通过", "recommends": true,
            }),
        )
        .await;
    }

    async fn scored_by(&self) -> casework::session::Sheet {
        let session = self.office.session(&clerk("committee-office"), "s-1").await.expect("a session");
        session.convening.expect("a convening").sheets.remove(0)
    }

    async fn review(&self, case: &str, yes: usize) {
        self.sit(case, MEMBERS).await;
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
        let areas = self.scored_by().await.areas;
        let grades: serde_json::Map<String, Value> = areas.into_iter().map(|area| (area.key, "below".into())).collect();
        let reasons = json!({ "grades": grades, "grounds": ["ability"],
                              "text": "技能水平材料不足。" });
        let reasons = if passes { Value::Null } else { reasons };
        self.session(&chair, json!({ "command": "conclude", "case": case, "reasons": reasons })).await;
        self.session(&chair, json!({ "command": "announce" })).await;
    }
}
