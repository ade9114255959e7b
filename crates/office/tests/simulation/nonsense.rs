//! Orders that make no sense: from the wrong person, at the wrong time, for what is not there, under somebody's key.

use casework::{Actor, Role};
use office::RegisterOrder;
use serde_json::{Value, json};

use crate::asked::{Asked, Told, What};
use crate::living::stranger;
use crate::node::Fate;
use crate::sensible::given;
use crate::sitting;
use crate::support::{clerk, of};
use crate::world::World;

/// Gives one.
pub fn order(world: &mut World) {
    world.count("nonsense");
    match world.chance.below(12) {
        0 => under_a_used_key(world),
        1 => {
            let access = RegisterOrder::PutAccess { occupation: "焊工".to_owned() };
            let line = world.ask(clerk("factory"), What::Register(access));
            expect_no(world, line);
        }
        2 | 3 => {
            if let Some((id, session)) = world.session() {
                let (by, order) = sitting::nonsense(&session, &mut world.chance);
                world.ask(by, What::Session(id, order));
            }
        }
        4 => {
            let (by, order) = given(stranger(), json!({ "order": "withdraw" })).expect("an order");
            let line = world.ask(by, What::Case("no-such-case".to_owned(), order));
            expect_no(world, line);
        }
        _ => in_a_case(world),
    }
}

fn expect_no(world: &World, line: usize) {
    assert!(world.book[line].granted().is_none(), "{:?}", world.book[line]);
}

/// Another request under a key that was used.
fn under_a_used_key(world: &mut World) {
    let used: Vec<usize> = world.kept(1).into_iter().filter(|line| world.book[*line].granted().is_some()).collect();
    if used.is_empty() {
        return;
    }
    let line = *world.chance.pick(&used);
    let Asked { by, key, .. } = world.book[line].asked.clone();
    let what = What::Session("s-0".to_owned(), json!({ "command": "announce" }));
    let node = world.some_node();
    let asked = Asked { by, what, key };
    let told: Option<Told> = world.nodes[node].attempt(Fate::Whole, |office| asked.ask(office));
    assert_eq!(told, Some(Err("key-reused".to_owned())), "another request under a key that has an answer");
}

/// An order in a case from somebody, whose turn it may be or not.
fn in_a_case(world: &mut World) {
    let which = world.chance.below(world.people.len());
    let Some(case) = world.people[which].case.clone() else { return };
    let person = &world.people[which];
    let owner = person.account.clone();
    let (identity, words, dossier) = (person.identity.clone(), person.words("补充说明"), person.order.dossier.clone());
    let holder = world.shown(which).and_then(|shown| shown.holder).unwrap_or_else(|| "factory".to_owned());
    let actors = [
        owner.clone(),
        stranger(),
        clerk(&holder),
        clerk("county-bureau"),
        of(&holder, Role::Supervisor),
        of(&holder, Role::Examiner),
        Actor { organisation: Some(holder.clone()), role: Role::Clerk, ..owner },
        of("committee-office", Role::Chair),
        Actor { id: "admin".to_owned(), organisation: None, role: Role::Administrator },
    ];
    let by = world.chance.pick(&actors).clone();
    let orders: [Value; 15] = [
        json!({ "order": "file", "promise": true }),
        json!({ "order": "forward" }),
        json!({ "order": "confirm" }),
        json!({ "order": "close-notice" }),
        json!({ "order": "publish", "text": format!("公示：某某，身份证 {identity}") }),
        json!({ "order": "publish", "text": "公示：某某" }),
        json!({ "order": "resubmit" }),
        json!({ "order": "part", "part": "practical", "passed": true }),
        json!({ "order": "charge", "part": "theory-exam", "fen": 1 }),
        json!({ "order": "object", "text": words }),
        json!({ "order": "answer-objection", "number": 1, "upheld": false, "reason": words }),
        json!({ "order": "ask-again", "reason": words }),
        json!({ "order": "amend", "dossier": dossier }),
        json!({ "order": "verdict", "point": "truthful", "met": true }),
        json!({ "order": "refuse", "clause": "x", "reason": words }),
    ];
    let mut order = world.chance.pick(&orders).clone();
    let mut by = by;
    if world.chance.hits(4) {
        by = of("provincial-bureau", if world.chance.hits(50) { Role::Inspector } else { Role::Clerk });
        order = json!({ "order": "fraud", "act": "伪造业绩材料", "clause": "SD-6.3.a", "decision": words });
    }
    let (by, order) = given(by, order).expect("an order");
    world.ask(by, What::Case(case, order));
}
