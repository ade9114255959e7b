//! The disk is full: what cannot be kept is refused and explained, what was acknowledged stays, and work goes on once there is room.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use serde_json::json;

use crate::clients::{self, Town, Worked};
use crate::http::Request;
use crate::ledger;
use crate::node::{Node, Site};
use crate::town::{self, pdf};

/// Mounts a small disk of its own over the folder `$0`, with what was in it, and runs the rest there.
const ON_A_SMALL_DISK: &str = r#"mkdir "$0.all" && cp -a "$0"/. "$0.all" && mount -t tmpfs -o size=8m tmpfs "$0" && cp -a "$0.all"/. "$0" && exec "$@""#;
/// Where files may not grow, the system answers so, and sends no signal.
const WITHOUT_SIGNAL: &str = r#"trap "" XFSZ && exec "$@""#;

/// How room is taken away and given back.
trait Room {
    fn take(&self, node: &Node);
    fn give(&self, node: &Node);
    /// The data as the server sees them.
    fn data(&self, node: &Node) -> PathBuf;
}

/// A disk of a few mebibytes that only the server sees.
struct SmallDisk(PathBuf);

impl Room for SmallDisk {
    fn take(&self, node: &Node) {
        let mut filler = File::create(self.data(node).join("filler")).unwrap();
        for size in [1 << 16, 1 << 10, 1] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn give(&self, node: &Node) {
        fs::remove_file(self.data(node).join("filler")).unwrap();
    }

    fn data(&self, node: &Node) -> PathBuf {
        Path::new("/proc").join(node.id().to_string()).join("root").join(self.0.strip_prefix("/").unwrap())
    }
}

/// No file may grow beyond some bytes, as with a quota.
struct Limit(PathBuf);

impl Limit {
    fn set(node: &Node, limit: &str) {
        let mut command = Command::new("prlimit");
        command.args(["--pid", &node.id().to_string(), &format!("--fsize={limit}:unlimited")]);
        assert!(command.status().expect("prlimit of util-linux").success());
    }
}

impl Room for Limit {
    fn take(&self, node: &Node) {
        Self::set(node, "4096");
    }

    fn give(&self, node: &Node) {
        Self::set(node, "unlimited");
    }

    fn data(&self, _: &Node) -> PathBuf {
        self.0.clone()
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let mut small = Command::new("unshare");
    small.args(if is_root() {
        ["--mount", "sh", "-c"].as_slice()
    } else {
        &["--map-root-user", "--mount", "sh", "-c"]
    });
    let folder = tempfile::tempdir().unwrap();
    let tried = |mut command: Command| command.arg("mount -t tmpfs tmpfs \"$0\"").arg(folder.path()).output();
    let mut probe = Command::new(small.get_program());
    probe.args(small.get_args());
    let site = Site::sqlite();
    if tried(probe).is_ok_and(|output| output.status.success()) {
        starved(&site, under(small.arg(ON_A_SMALL_DISK).arg(site.data()), &site), &SmallDisk(site.data()));
    } else {
        println!("no disk may be mounted here, so the size of files is limited instead");
        limited(&site);
    }
}

#[test]
fn files_that_may_not_grow_are_told_and_nothing_is_lost() {
    limited(&Site::sqlite());
}

fn limited(site: &Site) {
    let mut shell = Command::new("sh");
    starved(site, under(shell.args(["-c", WITHOUT_SIGNAL, "sh"]), site), &Limit(site.data()));
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The server's command as the arguments of another one.
fn under(outer: &Command, site: &Site) -> Command {
    let mut command = Command::new(outer.get_program());
    let serving = site.serving(&[]);
    command.args(outer.get_args()).arg(serving.get_program()).args(serving.get_args());
    command
}

fn starved(site: &Site, command: Command, room: &impl Room) {
    site.found();
    let node = Node::run(command).unwrap();
    let town = Arc::new(Town::default());
    town.servers(&[node.address]);
    let clients = clients::start(&town, 13);
    thread::sleep(Duration::from_millis(700));
    let draft = node.draft("p-0");
    for _ in 0..3 {
        room.take(&node);
        refused(&node, &draft);
        thread::sleep(Duration::from_millis(300));
        room.give(&node);
        thread::sleep(Duration::from_millis(300));
    }
    town.stop();
    let worked: Vec<Worked> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
    let refusals = town.unavailable.load(Ordering::Relaxed);
    println!("{} cases, {refusals} requests answered with 503", worked.len());
    assert_eq!(town.broken.load(Ordering::Relaxed), 0, "the server stays");
    assert_eq!(node.kinds("p-0", &draft), ["opened"], "what was refused has left nothing behind");
    // Nobody works any longer: a copy of the files is whole.
    let seen = room.data(&node);
    if seen != site.data() {
        for file in fs::read_dir(&seen).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            fs::copy(&file, site.data().join(file.file_name().unwrap())).unwrap();
        }
    }
    ledger::balance(site, &node, &worked, &[draft]);
    let said = node.kill();
    assert!(!said.contains("panicked"), "{said}");
}

/// Orders and files are refused with the reason; what is there can be read.
fn refused(node: &Node, draft: &str) {
    let amended = json!({ "order": "amend", "dossier": town::engineer() });
    let large = pdf(&"x".repeat(200_000));
    let mut told = 0;
    // Until the first that fails there may be a little room left.
    for number in 0..400 {
        let order = Request::post("/api/v1/cases", "p-0", &json!({ "place": "shandong" }));
        assert_eq!(order.send(node.address).unwrap().status, 422, "faults are told as ever");
        let order = Request::post(&format!("/api/v1/cases/{draft}/orders"), "p-1", &amended);
        assert_eq!(order.send(node.address).unwrap().status, 404, "and so is what is not there");
        let answer =
            Request::file("p-0", "证书.pdf", &[large.as_slice(), number.to_string().as_bytes(), b"%%EOF"].concat());
        let answer = answer.send(node.address).unwrap();
        if answer.status != 201 {
            let problem = answer.problem(503, "full");
            assert!(problem["detail"].as_str().unwrap().contains("磁盘已满"), "{problem}");
            told += 1;
            break;
        }
    }
    assert_eq!(told, 1, "the disk is not full");
    Request::get(&format!("/api/v1/cases/{draft}/history"), "p-0").send(node.address).unwrap().ok();
}
