//! Two servers on one PostgreSQL: both take orders, one of them leads the clock and the outbox; when it is killed, the other takes over.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::clients::{self, Town, Worked};
use crate::http::Request;
use crate::kills::delivered;
use crate::ledger;
use crate::node::{Node, Site, messages};
use crate::town::APPLICANTS;

/// How long it may take until another node leads.
const TAKES_OVER: Duration = Duration::from_secs(10);
/// How many recipients of messages there are: the applicants and the assessor. Of each at most one message is under way.
const RECIPIENTS: usize = APPLICANTS + 1;

/// A server, and the file into which it delivers while it leads.
struct Posted {
    node: Node,
    post: PathBuf,
}

impl Posted {
    fn start(site: &Site, number: usize) -> Self {
        let post = site.folder.path().join(format!("messages-{number}"));
        Self { node: site.start(&["--messages", post.to_str().unwrap()]), post }
    }

    fn delivered(&self) -> usize {
        messages(&self.post).len()
    }
}

#[test]
fn one_of_two_leads_and_the_other_takes_over_when_it_is_killed() {
    let site = Site::postgres();
    site.found();
    let town = Arc::new(Town::calm());
    let mut nodes = vec![Posted::start(&site, 0), Posted::start(&site, 1)];
    town.servers(&[nodes[0].node.address, nodes[1].node.address]);
    let clients = clients::start(&town, 7);
    let mut posts = Vec::new();
    let mut reminded = Vec::new();
    for number in 2..5 {
        leads_alone(&mut nodes);
        let dead = nodes.remove(0);
        town.servers(&[nodes[0].node.address]);
        dead.node.kill();
        let killed = Instant::now();
        reminded.push(returned(&nodes[0].node));
        while nodes[0].delivered() == 0 {
            assert!(killed.elapsed() < TAKES_OVER, "nobody has taken over");
            thread::sleep(Duration::from_millis(20));
        }
        println!("the other node leads {:?} after the kill", killed.elapsed());
        // A deadline that came up while nobody led is met as well.
        while !nodes[0].node.kinds("p-0", reminded.last().unwrap()).contains(&"reminded".to_owned()) {
            assert!(killed.elapsed() < TAKES_OVER, "nobody was reminded");
            thread::sleep(Duration::from_millis(50));
        }
        posts.push(dead.post);
        nodes.push(Posted::start(&site, number));
        town.servers(&[nodes[0].node.address, nodes[1].node.address]);
    }
    town.stop();
    let worked: Vec<Worked> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
    posts.extend(nodes.iter().map(|posted| posted.post.clone()));
    delivered(&site, &posts);
    at_least_once(&posts);
    for case in &reminded {
        let kinds = nodes[0].node.kinds("p-0", case);
        assert_eq!(kinds.iter().filter(|kind| *kind == "reminded").count(), 1, "{kinds:?}");
    }
    ledger::balance(&site, &nodes[1].node, &worked, &reminded);
}

/// Waits until one of the nodes leads, makes sure that the other does nothing meanwhile, and puts the leader first.
fn leads_alone(nodes: &mut [Posted]) {
    let start = Instant::now();
    while nodes.iter().all(|posted| posted.delivered() == 0) {
        assert!(start.elapsed() < TAKES_OVER, "nobody leads");
        thread::sleep(Duration::from_millis(20));
    }
    nodes.sort_by_key(|posted| posted.delivered() == 0);
    let before = nodes[0].delivered();
    thread::sleep(Duration::from_secs(5));
    assert!(nodes[0].delivered() > before, "the leader goes on");
    assert_eq!(nodes[1].delivered(), 0, "nobody else delivers");
}

/// A case that is returned until tomorrow: the clock has to call it to mind at once.
fn returned(node: &Node) -> String {
    let case = node.draft("p-0");
    let order = |account: &str, order: Value| {
        Request::post(&format!("/api/v1/cases/{case}/orders"), account, &order).send(node.address).unwrap().ok()
    };
    order("p-0", json!({ "order": "file", "promise": true }));
    order("clerk", json!({ "order": "verdict", "point": "title", "met": false, "reason": "证书不清晰" }));
    let fault = json!({ "at": "titles[0]", "point": "title", "problem": "扫描件不清晰", "cure": "重新扫描上传" });
    let due = service::today().plus(1).to_string();
    order("clerk", json!({ "order": "return", "faults": [fault], "due": due }));
    case
}

/// Only what a leader had in hand when it was killed came again.
fn at_least_once(posts: &[PathBuf]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut in_hand = Vec::new();
    for post in posts {
        let ids: Vec<String> = messages(post).iter().map(|message| message["id"].to_string()).collect();
        in_hand.extend(ids.iter().rev().take(RECIPIENTS).cloned());
        for id in ids {
            *seen.entry(id).or_default() += 1;
        }
    }
    let again: Vec<_> = seen.iter().filter(|(_, count)| **count > 1).collect();
    println!("{} of {} messages came twice", again.len(), seen.len());
    assert!(again.iter().all(|(id, count)| **count == 2 && in_hand.contains(*id)), "{again:?}");
}
