//! A committee from its filing to the results of its sessions: its office, its chair and its experts do what the orders ask for.

use casework::{Actor, Role};
use model::Day;
use model::sheet::Area;
use office::{Office, OfficeError};
use serde_json::{Map, Value, json};
use service::Guantong;

use crate::cast::clerk;

/// The scoring sheet that the committee puts on file.
const SHEET: &str = "sheet";
/// The group that looks at the cases.
const GROUP: &str = "skilled";
/// The weights of a sheet, in all.
const WHOLE: u32 = 10_000;

/// A committee, and who acts in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Panel {
    /// Its id.
    pub committee: String,
    /// The place whose rules it follows, by key.
    pub place: String,
    /// The organisation that keeps its office.
    pub office: String,
    /// What the ids of its experts begin with; a number of two digits follows. The first one leads.
    pub experts: String,
    /// How many members it has, all of its pool.
    pub members: usize,
    /// How many of them, the first ones, make up the group.
    pub group: usize,
}

/// With what a committee is put on file, and its round opened.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The id of the round.
    pub round: &'a str,
    /// The area that it covers.
    pub area: &'a str,
    /// The day on which all of it happens; facts count as of this day.
    pub today: Day,
    /// The last day on which applications are taken.
    pub until: Day,
    /// The document by which it may be smaller than usual.
    pub consent: Option<&'a str>,
    /// The notice of the round.
    pub notice: &'a str,
    /// Its section for skilled workers.
    pub skilled_section: &'a str,
}

/// A session that sits over cases.
#[derive(Clone, Copy, Debug)]
pub struct Sitting<'a> {
    /// The session's id.
    pub session: &'a str,
    /// The points that each expert of the group gives for each item.
    pub points: u32,
    /// The group's opinion.
    pub opinion: &'a str,
}

impl Panel {
    /// The ids of the members.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        (1..=self.members).map(|number| format!("{}{number:02}", self.experts)).collect()
    }

    /// A member, the first one its chair.
    #[must_use]
    pub fn expert(&self, number: usize) -> Actor {
        let role = if number == 1 { Role::Chair } else { Role::Expert };
        Actor { id: format!("{}{number:02}", self.experts), organisation: Some(self.office.clone()), role }
    }

    /// The experts as the pool has them, without their term: each of an institute of their own, every third one skilled.
    #[must_use]
    pub fn pool(&self) -> Vec<Value> {
        let expert = |(number, id): (usize, String)| {
            json!({
                "id": id, "organisation": format!("institute-{number}"), "skilled": number % 3 == 0, "specialties": [],
            })
        };
        (1..).zip(self.ids()).map(expert).collect()
    }

    /// A sheet of the committee's own: what the pack of its place asks for, all with the same weight; where it asks for nothing, conduct
    /// and skill.
    #[must_use]
    pub fn sheet(&self, guantong: &Guantong) -> Value {
        sheet(guantong, &self.place)
    }

    fn group_ids(&self) -> Vec<String> {
        self.ids().into_iter().take(self.group).collect()
    }

    /// Puts the committee on file with its experts and its sheet, and opens a round.
    ///
    /// # Errors
    /// An order is refused, or the store cannot be reached.
    pub async fn set_up(&self, office: &Office, opening: &Opening<'_>) -> Result<(), OfficeError> {
        let (operator, clerk) = (Office::operator(), clerk(&self.office));
        let Opening { area, today, .. } = *opening;
        let term = json!({ "from": today, "until": today.plus(700) });
        let remit = json!({
            "place": self.place, "series": "engineering", "area": area,
            "tiers": ["assistant", "intermediate", "deputy-senior", "senior"],
        });
        let mut order = json!({
            "command": "register", "office": self.office, "remit": remit, "size": self.members, "filing": term,
        });
        if let (Some(consent), Some(fields)) = (opening.consent, order.as_object_mut()) {
            fields.insert("consent".to_owned(), consent.into());
        }
        office.order_committee(&operator, &self.committee, &order, None).await?;
        for mut expert in self.pool() {
            if let Some(fields) = expert.as_object_mut() {
                fields.insert("term".to_owned(), term.clone());
            }
            let order = json!({ "command": "add-expert", "expert": expert });
            office.order_committee(&operator, &self.committee, &order, None).await?;
        }
        let order = json!({ "command": "file-sheet", "sheet": self.sheet(office.guantong()) });
        office.order_committee(&clerk, &self.committee, &order, None).await?;
        let plan = json!({
            "command": "plan", "place": self.place, "year": today.year(), "series": "engineering",
            "committee": self.committee, "office": self.office, "reference_date": today,
            "windows": [{ "from": today, "until": opening.until }],
        });
        office.order_round(&clerk, opening.round, &plan, None).await?;
        let notice =
            json!({ "command": "announce", "text": opening.notice, "skilled_section": opening.skilled_section });
        office.order_round(&clerk, opening.round, &notice, None).await?;
        Ok(())
    }

    /// The order that convenes a session of all members on cases.
    #[must_use]
    pub fn convening(&self, cases: &[&str], on: Day) -> Value {
        let told = |case: &&str| json!({ "case": case, "group": GROUP, "sheet": SHEET });
        json!({
            "command": "convene", "committee": self.committee, "members": self.ids(), "chair": self.expert(1).id, "on": on,
            "groups": [{ "key": GROUP, "skilled_talent": true, "experts": self.group_ids() }],
            "agenda": cases.iter().map(told).collect::<Vec<_>>(),
        })
    }

    /// Has a session, convened before, sit over its cases up to the vote; the experts after `present` stay away.
    ///
    /// # Errors
    /// An order is refused, or the store cannot be reached.
    pub async fn sit(
        &self,
        office: &Office,
        sitting: &Sitting<'_>,
        cases: &[&str],
        present: usize,
    ) -> Result<(), OfficeError> {
        let (clerk, session) = (clerk(&self.office), sitting.session);
        let present: Vec<String> = self.ids().into_iter().take(present).collect();
        let attend = json!({ "command": "attend", "present": present });
        office.order_session(&clerk, session, &attend, None).await?;
        let scores = self.scores(office, sitting).await?;
        for case in cases {
            for number in 1..=self.group {
                let score = json!({ "command": "score", "case": case, "scores": scores });
                office.order_session(&self.expert(number), session, &score, None).await?;
            }
            let opinion = json!({
                "command": "opinion", "case": case, "experts": self.group_ids(), "text": sitting.opinion, "recommends": true,
            });
            office.order_session(&self.expert(self.group), session, &opinion, None).await?;
        }
        Ok(())
    }

    async fn scores(&self, office: &Office, sitting: &Sitting<'_>) -> Result<Map<String, Value>, OfficeError> {
        let session = office.session(&clerk(&self.office), sitting.session).await?;
        let sheets = session.convening.into_iter().flat_map(|convening| convening.sheets);
        let items = sheets.flat_map(|sheet| sheet.areas).flat_map(|area| area.items);
        Ok(items.map(|item| (item.id, json!({ "points": sitting.points }))).collect())
    }

    /// The ballots of all members, so many of them in favour; the serials come in.
    pub fn ballots(&self, yes: usize, mut serial: impl FnMut(usize) -> String) -> Vec<Value> {
        let choice = |number: usize| if number <= yes { "yes" } else { "no" };
        (1..=self.members).map(|number| json!({ "serial": serial(number), "choice": choice(number) })).collect()
    }

    /// Has all members vote in a case on paper, and settles it; `reasons` is what an applicant is told who does not pass.
    ///
    /// # Errors
    /// An order is refused, or the store cannot be reached.
    pub async fn vote(
        &self,
        office: &Office,
        session: &str,
        case: &str,
        ballots: &[Value],
        reasons: &str,
    ) -> Result<(), OfficeError> {
        let chair = self.expert(1);
        let open = json!({ "command": "open-vote", "case": case });
        office.order_session(&chair, session, &open, None).await?;
        for number in 1..=self.members {
            let expert = self.expert(number);
            let paper = json!({ "command": "issue-paper", "case": case, "expert": expert.id });
            office.order_session(&expert, session, &paper, None).await?;
        }
        let close = json!({ "command": "close-vote", "case": case, "ballots": ballots });
        office.order_session(&chair, session, &close, None).await?;
        let yes = ballots.iter().filter(|ballot| ballot.get("choice") == Some(&json!("yes"))).count();
        let reasons =
            if 3 * yes >= 2 * self.members { Value::Null } else { self.reasons(office, session, reasons).await? };
        let conclude = json!({ "command": "conclude", "case": case, "reasons": reasons });
        office.order_session(&chair, session, &conclude, None).await?;
        Ok(())
    }

    async fn reasons(&self, office: &Office, session: &str, text: &str) -> Result<Value, OfficeError> {
        let session = office.session(&clerk(&self.office), session).await?;
        let sheets = session.convening.into_iter().flat_map(|convening| convening.sheets);
        let areas = sheets.flat_map(|sheet| sheet.areas).map(|area| area.key);
        let grades: Map<String, Value> = areas.map(|key| (key, "below".into())).collect();
        Ok(json!({ "grades": grades, "grounds": ["ability"], "text": text }))
    }

    /// Announces the results of a session.
    ///
    /// # Errors
    /// The order is refused, or the store cannot be reached.
    pub async fn announce(&self, office: &Office, session: &str) -> Result<(), OfficeError> {
        office.order_session(&self.expert(1), session, &json!({ "command": "announce" }), None).await?;
        Ok(())
    }
}

/// What a sheet asks for: the kind of the area, whether it is a gate, the item, and whether it is about skill.
struct Asked {
    kind: &'static str,
    gate: bool,
    id: String,
    skill: bool,
}

fn sheet(guantong: &Guantong, place: &str) -> Value {
    let of_pack = guantong.packs().named(place).and_then(|policy| policy.sheets.first());
    let item = |one: &model::sheet::Item| Asked {
        kind: match one.area {
            Area::Ethics => "ethics",
            Area::Ability => "ability",
            Area::Performance => "performance",
            Area::Academic => "other",
        },
        gate: one.gate,
        id: one.id.clone(),
        skill: one.skill,
    };
    let usual = |kind, gate, id: &str, skill| Asked { kind, gate, id: id.to_owned(), skill };
    let asked = match of_pack {
        Some((_, sheet)) => sheet.items.iter().map(item).collect(),
        None => vec![usual("ethics", true, "conduct", false), usual("ability", false, "skill", true)],
    };
    let count = u32::try_from(asked.len()).unwrap_or(1).max(1);
    let (each, rest) = (WHOLE / count, WHOLE % count);
    let mut areas: Vec<(&str, Option<u32>, Vec<Value>)> = Vec::new();
    for (number, one) in (1..).zip(asked) {
        let weight = if number == count { each + rest } else { each };
        let item = json!({
            "id": one.id, "weight": weight, "scale": { "scale": "points", "most": 100 }, "skill": one.skill,
        });
        let gate = one.gate.then_some(weight / 2);
        match areas.last_mut().filter(|(kind, ..)| *kind == one.kind) {
            Some((_, least, items)) => {
                *least = gate.or(*least);
                items.push(item);
            }
            None => areas.push((one.kind, gate, vec![item])),
        }
    }
    let area = |(kind, gate, items): (&str, Option<u32>, Vec<Value>)| match gate {
        Some(least) => json!({ "key": kind, "kind": kind, "gate": { "least": least }, "items": items }),
        None => json!({ "key": kind, "kind": kind, "items": items }),
    };
    json!({ "id": SHEET, "areas": areas.into_iter().map(area).collect::<Vec<_>>() })
}
