//! `kill -9` at random moments under load: nothing acknowledged is lost, nothing is done twice, and the server always starts again.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::clients::{self, Draws, Town, Worked};
use crate::http::Request;
use crate::ledger;
use crate::node::{Node, Site, messages};

/// How often the server is killed.
const KILLS: u64 = 200;
/// How long it lives at most, once it listens, in milliseconds.
const LONGEST_LIFE: u64 = 400;
/// One life in so many ends while the server still starts.
const IN_THE_START: u64 = 8;

#[test]
fn nothing_is_lost_or_done_twice_on_sqlite() {
    killed_again_and_again(&Site::sqlite());
}

#[test]
fn nothing_is_lost_or_done_twice_on_postgresql() {
    killed_again_and_again(&Site::postgres());
}

fn killed_again_and_again(site: &Site) {
    let seed = uuid::Uuid::new_v4().as_u64_pair().0 | 1;
    println!("the lots are drawn from {seed}");
    let mut draws = Draws(seed);
    site.found();
    let post = site.folder.path().join("messages");
    let serve = ["--messages", post.to_str().unwrap()];
    let town = Arc::new(Town::default());
    let clients = clients::start(&town, seed);
    let mut roots = Vec::new();
    let start = Instant::now();
    for _ in 0..KILLS {
        if draws.below(IN_THE_START) == 0 {
            let mut command = site.serving(&serve);
            let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
            thread::sleep(Duration::from_millis(draws.below(LONGEST_LIFE)));
            child.kill().unwrap();
            child.wait().unwrap();
            continue;
        }
        let node = site.start(&serve);
        town.servers(&[node.address]);
        thread::sleep(Duration::from_millis(draws.below(LONGEST_LIFE)));
        if draws.below(4) == 0 {
            roots.push(root(&node));
        }
        let said = node.kill();
        assert!(!said.contains("panicked"), "{said}");
        town.servers(&[]);
    }
    let killed = start.elapsed();
    let node = site.start(&serve);
    town.servers(&[node.address]);
    town.stop();
    let worked: Vec<Worked> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
    let orders: usize = worked.iter().map(|case| case.orders.len()).sum();
    let count = |number: &std::sync::atomic::AtomicU64| number.load(Ordering::Relaxed);
    println!(
        "{KILLS} kills in {killed:?}: {orders} orders in {} cases, {} after repeating; {} connections broke",
        worked.len(),
        count(&town.repeated),
        count(&town.broken)
    );
    assert!(orders as u64 > KILLS && count(&town.repeated) > 0, "there was no load to speak of");
    assert_eq!(count(&town.unavailable), 0, "the database was never away");
    ledger::balance(site, &node, &worked, &[]);
    ledger::repeat(&node, &worked);
    delivered(site, &[post]);
    roots.push(root(&node));
    drop(node);
    // Each root that somebody was told stands in the chain for ever.
    for known in roots.iter().rev().step_by(roots.len().div_ceil(6)) {
        site.asked(&["store", "verify", "--root", known, "--format", "json"]);
    }
}

/// The root that the server tells, as the command line takes it.
fn root(node: &Node) -> String {
    let root = Request::get("/api/v1/log/root", "clerk").send(node.address).unwrap().ok();
    format!("{}:{}", root["seq"], root["hash"].as_str().unwrap())
}

/// Every message arrives in the end, none that is not in the outbox, and those of one recipient in their order. The files are those of
/// the leaders, one after the other.
pub fn delivered(site: &Site, posts: &[PathBuf]) {
    let start = Instant::now();
    while site.table("outbox").iter().any(|row| row[6].is_null()) {
        assert!(start.elapsed() < Duration::from_secs(60), "messages wait for ever");
        thread::sleep(Duration::from_millis(300));
    }
    let outbox = site.table("outbox");
    let (mut seen, mut came) = (BTreeSet::new(), Vec::new());
    for message in posts.iter().flat_map(|post| messages(post)) {
        if seen.insert(message["id"].as_str().unwrap().to_owned()) {
            came.push((message["recipient"].clone(), message["id"].clone()));
        }
    }
    let mut sent: Vec<(Value, Value)> = outbox.into_iter().map(|row| (row[2].clone(), row[1].clone())).collect();
    // Stable: of one recipient the order stays.
    let by_recipient = |(recipient, _): &(Value, Value)| recipient.to_string();
    sent.sort_by_key(by_recipient);
    came.sort_by_key(by_recipient);
    assert_eq!(came, sent);
}
