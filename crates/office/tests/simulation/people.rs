//! Who applies: invented people whose dossiers hold what must never stand in the log.

use casework::{Actor, Role};
use office::OpenOrder;
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::support::{engineer, worker};

pub struct Person {
    pub account: Actor,
    pub name: String,
    pub identity: String,
    pub telephone: String,
    pub case: Option<String>,
    /// The request that opens the case, once it was sent.
    pub opens: Option<usize>,
    pub order: OpenOrder,
}

const SURNAMES: [&str; 6] = ["欧阳", "慕容", "司徒", "上官", "令狐", "诸葛"];
const NAMES: [&str; 6] = ["焊铭", "铣辰", "钳𠮷", "镗玥", "磨澄", "铸岚"];
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

impl Person {
    pub fn new(number: usize, place: &str, chance: &mut Chance) -> Self {
        let name = format!("{}{}", chance.pick(&SURNAMES), chance.pick(&NAMES));
        let identity = identity(chance);
        let telephone = format!("139{:08}", chance.below(100_000_000));
        let title = number == 0 || chance.hits(60);
        let mut dossier = if title { worker() } else { engineer() };
        dossier["person"]["name"] = json!(name);
        dossier["person"]["id_number"] = json!(identity);
        if chance.hits(25) {
            dossier["employment"]["employer"]["non_public"] = json!(true);
        }
        match chance.below(12) {
            0 => drop(dossier["employment"].as_object_mut().expect("a mapping").remove("frontline")),
            1 => dossier["reviews"]["2024"] = json!("fail"),
            _ => {}
        }
        let target = match (title, chance.below(4)) {
            (true, 0) => "title:assistant",
            (true, _) => "title:intermediate",
            (false, 0) => "skill:senior-worker",
            (false, _) => "skill:technician",
        };
        // Where a committee of engineers recommends to the level above.
        let recommended = place == "shaoxing" && title && chance.hits(60);
        if recommended {
            dossier["skills"][0]["level"] = json!("senior-technician");
        }
        let target = if recommended { "title:deputy-senior" } else { target };
        let order = OpenOrder {
            place: place.to_owned(),
            target: target.to_owned(),
            employer: Some("factory".to_owned()),
            agency: None,
            assessor: None,
            dossier,
        };
        let account = Actor { id: format!("p-{}", number + 1), organisation: None, role: Role::Applicant };
        Self { account, name, identity, telephone, case: None, opens: None, order }
    }

    /// What nobody but who handles the case may read.
    pub fn secrets(&self) -> [&str; 3] {
        [&self.name, &self.identity, &self.telephone]
    }

    /// The dossier mended: complete, with passed reviews, and another day on its first record.
    pub fn mended(&self, chance: &mut Chance) -> Value {
        let mut dossier = self.order.dossier.clone();
        dossier["employment"]["frontline"] = json!(true);
        dossier["reviews"]["2024"] = json!("good");
        let day = format!("2019-05-{:02}", 1 + chance.below(28));
        for list in ["skills", "titles"] {
            if let Some(first) = dossier[list].get_mut(0) {
                first["date"] = json!(day);
            }
        }
        dossier
    }

    /// A text as people write them, with everything in it.
    pub fn words(&self, about: &str) -> String {
        format!("{about}：{}，身份证 {}，电话 {}。", self.name, self.identity, self.telephone)
    }
}

/// An identity number whose check character is right.
fn identity(chance: &mut Chance) -> String {
    let body = format!("11010519{:02}1231{:03}", 50 + chance.below(49), chance.below(1000));
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{body}{}", ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum as usize % 11])
}
