//! The database goes away in the middle of requests: its connections end, it stops, it freezes. Whoever asks is told so, and nothing is lost.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::clients::{self, Town, Worked};
use crate::http::Request;
use crate::ledger;
use crate::node::{Node, Site};
use crate::town;

/// The longest that somebody waits for being told.
const TOLD: Duration = Duration::from_secs(20);

#[test]
fn a_database_that_ends_its_connections_or_stops_is_told_and_nothing_is_lost() {
    let site = Site::private();
    with_clients(&site, |node| {
        for _ in 0..6 {
            thread::sleep(Duration::from_millis(150));
            backends(&site, "pg_terminate_backend(pid)");
        }
        for _ in 0..2 {
            thread::sleep(Duration::from_millis(300));
            database(&site).stop().unwrap();
            says_so(node);
            database(&site).start().unwrap();
            comes_back(node);
        }
    });
}

#[test]
fn a_database_that_freezes_keeps_nobody_waiting() {
    let site = Site::private();
    with_clients(&site, |node| {
        thread::sleep(Duration::from_millis(300));
        let folder = database(&site).administrator(site.database.as_ref().unwrap(), "SHOW data_directory").unwrap();
        let file = std::fs::read_to_string(format!("{folder}/postmaster.pid")).unwrap();
        let all: Vec<String> = backends(&site, "pid").lines().chain(file.lines().take(1)).map(str::to_owned).collect();
        signal("-STOP", &all);
        says_so(node);
        signal("-CONT", &all);
        comes_back(node);
    });
}

/// The answer that PostgreSQL gives on a full disk, out of a trigger: a real one would be that of all tests.
const FULL: &str = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS \
                    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$; \
                    CREATE TRIGGER full_disk BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION full_disk()";

#[test]
fn a_database_whose_disk_is_full_is_told_and_nothing_is_lost() {
    let site = Site::postgres();
    let administrator = |statement| database(&site).administrator(site.database.as_ref().unwrap(), statement).unwrap();
    with_clients(&site, |node| {
        thread::sleep(Duration::from_millis(200));
        administrator(FULL);
        let open = Request::post("/api/v1/cases", "p-1", &town::opening()).key("while-it-is-full");
        let problem = open.send(node.address).unwrap().problem(503, "full");
        assert!(problem["detail"].as_str().unwrap().contains("磁盘已满"), "{problem}");
        Request::get("/api/v1/cases?own=true", "p-1").send(node.address).unwrap().ok();
        thread::sleep(Duration::from_millis(300));
        administrator("DROP FUNCTION full_disk CASCADE");
        thread::sleep(Duration::from_millis(200));
    });
}

fn database(site: &Site) -> &testserver::Server {
    site.server.as_ref().unwrap()
}

/// Asks something of every connection to the database but one's own.
fn backends(site: &Site, what: &str) -> String {
    let all = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    database(site).administrator(site.database.as_ref().unwrap(), &format!("SELECT {what} {all}")).unwrap()
}

fn signal(signal: &str, processes: &[String]) {
    assert!(Command::new("kill").arg(signal).args(processes).status().unwrap().success());
}

/// Lets clients work while something happens, and compares afterwards. The server itself stays: no connection to it breaks.
fn with_clients(site: &Site, happens: impl Fn(&Node)) {
    site.found();
    let node = site.start(&[]);
    let town = Arc::new(Town::default());
    town.servers(&[node.address]);
    let clients = clients::start(&town, 11);
    happens(&node);
    town.stop();
    let worked: Vec<Worked> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
    let (unavailable, broken) = (town.unavailable.load(Ordering::Relaxed), town.broken.load(Ordering::Relaxed));
    println!("{} cases, {unavailable} requests answered with 503", worked.len());
    assert!(unavailable > 0 && broken == 0, "{unavailable} {broken}");
    ledger::balance(site, &node, &worked, &[]);
    ledger::repeat(&node, &worked);
    let said = node.kill();
    assert!(!said.contains("panicked"), "{said}");
}

/// Each sort of request is answered with 503 in time, in both languages; what needs no database goes on.
fn says_so(node: &Node) {
    let draft = "/api/v1/cases/00000000-0000-0000-0000-000000000000/orders";
    let requests = [
        Request::get("/api/v1/cases?own=true", "p-1"),
        Request::post(draft, "p-1", &json!({ "order": "file" })).key("while-it-is-away"),
        Request::get("/api/v1/log/root", "p-1").with("accept-language", "en"),
    ];
    for request in requests {
        let start = Instant::now();
        let problem = request.send(node.address).unwrap().problem(503, "unavailable");
        assert!(start.elapsed() < TOLD, "{:?}", start.elapsed());
        let told = ["已确认的办理都已保存", "all that was acknowledged is kept"];
        assert!(told.iter().any(|words| problem["detail"].as_str().unwrap().contains(words)), "{problem}");
        assert!(!problem["remedy"].as_str().unwrap().is_empty());
    }
    let check = json!({ "dossier": {}, "jurisdiction": "shandong" });
    Request::post("/api/v1/decisions", "p-1", &check).send(node.address).unwrap().ok();
}

fn comes_back(node: &Node) {
    let start = Instant::now();
    while !Request::get("/api/v1/cases?own=true", "p-1").send(node.address).unwrap().is_success() {
        assert!(start.elapsed() < TOLD, "it does not recover");
        thread::sleep(Duration::from_millis(100));
    }
}
