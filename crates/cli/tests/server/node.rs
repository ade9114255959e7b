//! A real `guantong serve` on a data folder or a database: started, killed, started again, and looked at with the other commands.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use tempfile::TempDir;
use testserver::Server;

use crate::http::Request;
use crate::town;

/// Where the data are: a folder, and a database where there is one.
pub struct Site {
    pub folder: TempDir,
    packs: PathBuf,
    pub database: Option<String>,
    pub server: Option<Server>,
    /// A loopback address of this test's own: nobody else's server can ever be met there, also when a port is used again.
    host: String,
}

/// How many sites this process has.
static SITES: AtomicU32 = AtomicU32::new(1);

impl Site {
    pub fn sqlite() -> Self {
        Self::at(None)
    }

    pub fn postgres() -> Self {
        Self::at(Some(Server::shared().unwrap()))
    }

    /// On a database server that the test may stop.
    pub fn private() -> Self {
        Self::at(Some(Server::private().unwrap()))
    }

    fn at(server: Option<Server>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let packs = town::packs(folder.path());
        let database = server.as_ref().map(|server| server.database().unwrap());
        let [_, _, high, low] = std::process::id().to_be_bytes();
        let host = format!("127.{high}.{low}.{}", SITES.fetch_add(1, Ordering::Relaxed));
        Self { folder, packs, database, server, host }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A command on these data.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guantong"));
        command.arg("--policies").arg(&self.packs).args(arguments).arg("--data").arg(self.data());
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command.env_remove("GUANTONG_LANG").env_remove("GUANTONG_SETTINGS").stdin(Stdio::null());
        command
    }

    /// Runs a command that has to succeed, and reads its JSON.
    pub fn asked(&self, arguments: &[&str]) -> Value {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        assert!(status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&stderr));
        serde_json::from_slice(&stdout).unwrap()
    }

    /// Puts the town on record.
    pub fn found(&self) {
        let file = self.folder.path().join("order.json");
        for order in town::register() {
            std::fs::write(&file, order.to_string()).unwrap();
            self.asked(&["register", "order", file.to_str().unwrap(), "--format", "json"]);
        }
    }

    /// Starts a server and waits until it listens.
    pub fn start(&self, arguments: &[&str]) -> Node {
        Node::run(self.serving(arguments)).unwrap_or_else(|text| panic!("the server does not start: {text}"))
    }

    /// The command of a server.
    pub fn serving(&self, arguments: &[&str]) -> Command {
        let listen = format!("{}:0", self.host);
        self.command(&[&["serve", "--listen", &listen], arguments].concat())
    }

    /// Every row of every table, out of a backup: the table's name, then its columns.
    pub fn rows(&self) -> Vec<Vec<Value>> {
        let file = self.folder.path().join(format!("{}.backup", uuid::Uuid::new_v4()));
        self.asked(&["store", "backup", file.to_str().unwrap(), "--without-evidence", "--format", "json"]);
        let lines = BufReader::new(File::open(&file).unwrap()).lines();
        lines.filter_map(|line| serde_json::from_str(&line.unwrap()).ok()).collect()
    }

    /// The rows of one table, without its name.
    pub fn table(&self, name: &str) -> Vec<Vec<Value>> {
        self.rows().into_iter().filter(|row| row[0] == name).map(|row| row[1..].to_vec()).collect()
    }
}

/// A running server. Dropped, it is killed.
pub struct Node {
    child: Child,
    pub address: SocketAddr,
    said: Option<std::thread::JoinHandle<String>>,
}

impl Node {
    /// Starts a command and waits until it says where it listens; what it said where it ends before that.
    pub fn run(mut command: Command) -> Result<Self, String> {
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut node = Self { child, address: SocketAddr::from(([0, 0, 0, 0], 0)), said: None };
        let mut lines = BufReader::new(node.child.stderr.take().unwrap());
        let mut said = String::new();
        loop {
            let before = said.len();
            if lines.read_line(&mut said).unwrap() == 0 {
                return Err(said);
            }
            if let Some(address) = said[before..].trim().strip_prefix("listening on http://") {
                node.address = address.parse().unwrap();
                node.said = Some(std::thread::spawn(move || {
                    let mut rest = Vec::new();
                    let _ = lines.read_to_end(&mut rest);
                    said + &String::from_utf8_lossy(&rest)
                }));
                return Ok(node);
            }
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`; what the server had said until then.
    pub fn kill(mut self) -> String {
        self.end()
    }

    fn end(&mut self) -> String {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.said.take().map(|said| said.join().unwrap()).unwrap_or_default()
    }

    /// A draft of the applicant: its id.
    pub fn draft(&self, account: &str) -> String {
        let opened = Request::post("/api/v1/cases", account, &town::opening()).send(self.address).unwrap();
        opened.ok()["case"].as_str().unwrap().to_owned()
    }

    /// The kinds of a case's records.
    pub fn kinds(&self, account: &str, case: &str) -> Vec<String> {
        let history = Request::get(&format!("/api/v1/cases/{case}/history"), account).send(self.address).unwrap().ok();
        let records = history["records"].as_array().unwrap();
        records.iter().map(|record| record["kind"].as_str().unwrap().to_owned()).collect()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.end();
    }
}

/// The lines of a file of messages that are whole.
pub fn messages(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}
