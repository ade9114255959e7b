//! People who work on cases over HTTP without a pause, repeat with its key whatever was not acknowledged, and note what was.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::{Answer, Request};
use crate::town;

/// Where the server is now, and how the clients fared.
#[derive(Default)]
pub struct Town {
    servers: Mutex<Vec<SocketAddr>>,
    stop: AtomicBool,
    /// How long each client rests after an order, in milliseconds.
    rest: u64,
    /// Requests whose connection broke, or that found nobody.
    pub broken: AtomicU64,
    /// Requests that were answered with 503.
    pub unavailable: AtomicU64,
    /// Requests that were acknowledged only when they were repeated.
    pub repeated: AtomicU64,
}

impl Town {
    /// One whose clients leave the machine time for other things.
    pub fn calm() -> Self {
        Self { rest: 60, ..Self::default() }
    }

    /// Says where servers are; none, and everybody waits.
    pub fn servers(&self, servers: &[SocketAddr]) {
        *self.servers.lock().unwrap() = servers.to_vec();
    }

    fn server(&self, number: u64) -> Option<SocketAddr> {
        let servers = self.servers.lock().unwrap();
        servers.get(usize::try_from(number).unwrap() % servers.len().max(1)).copied()
    }

    /// Lets everybody finish what they have in hand.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// A request that was acknowledged.
pub struct Acknowledged {
    pub request: Request,
    pub answer: Answer,
}

/// A case with everything that was acknowledged in it, in order, and the files that were taken.
#[derive(Default)]
pub struct Worked {
    pub id: String,
    pub applicant: String,
    pub orders: Vec<Acknowledged>,
    pub files: Vec<(String, Vec<u8>)>,
}

/// Starts a client for each applicant.
pub fn start(town: &Arc<Town>, seed: u64) -> Vec<JoinHandle<Vec<Worked>>> {
    let client = |number: usize| {
        let town = Arc::clone(town);
        let draws = Draws(seed ^ (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        thread::spawn(move || Client { town, applicant: format!("p-{number}"), draws, case: Worked::default() }.work())
    };
    (0..town::APPLICANTS).map(client).collect()
}

/// Numbers that look drawn by lot, the same for the same seed (xorshift64*).
pub struct Draws(pub u64);

impl Draws {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound
    }
}

struct Client {
    town: Arc<Town>,
    applicant: String,
    draws: Draws,
    case: Worked,
}

impl Client {
    fn work(mut self) -> Vec<Worked> {
        let mut done = Vec::new();
        while !self.town.stopped() {
            self.case = Worked { applicant: self.applicant.clone(), ..Worked::default() };
            self.walk();
            done.push(std::mem::take(&mut self.case));
        }
        done
    }

    /// One of the ways that a case can go; `None` where it was time to stop.
    fn walk(&mut self) -> Option<()> {
        let opened = Request::post("/api/v1/cases", &self.applicant, &town::opening());
        self.case.id = self.acknowledged(opened)["case"].as_str().unwrap().to_owned();
        let applicant = self.applicant.clone();
        if self.draws.below(4) == 0 {
            return self.order(&applicant, json!({ "order": "withdraw" }));
        }
        if self.draws.below(2) == 0 {
            self.prove()?;
        }
        self.order(&applicant, json!({ "order": "file", "promise": true }))?;
        match self.draws.below(3) {
            0 => self.order(&applicant, json!({ "order": "withdraw", "reason": "暂不申报" })),
            1 => self.back_and_forth(&applicant),
            _ => self.all_the_way(),
        }
    }

    fn back_and_forth(&mut self, applicant: &str) -> Option<()> {
        self.order("clerk", json!({ "order": "verdict", "point": "title", "met": false, "reason": "证书不清晰" }))?;
        let fault = json!({ "at": "titles[0]", "point": "title", "problem": "扫描件不清晰", "cure": "重新扫描上传" });
        // A day that is near is called to mind by the clock; the clients want to be alone with their cases.
        self.order("clerk", json!({ "order": "return", "faults": [fault], "due": "2999-12-31" }))?;
        self.prove()?;
        self.order(applicant, json!({ "order": "resubmit" }))?;
        self.order(applicant, json!({ "order": "withdraw" }))
    }

    fn all_the_way(&mut self) -> Option<()> {
        self.order("clerk", json!({ "order": "verdict", "point": "title", "met": true }))?;
        let path = format!("/api/v1/cases/{}", self.case.id);
        let shown = self.until_answered(&Request::get(&path, "clerk")).0.ok();
        for clause in shown["asked_here"].as_array().unwrap() {
            self.order("clerk", json!({ "order": "find", "clause": clause, "holds": true, "reason": "材料属实" }))?;
        }
        self.order("clerk", json!({ "order": "forward" }))?;
        for part in ["practical", "comprehensive-review"] {
            self.order("examiner", json!({ "order": "part", "part": part, "passed": true }))?;
        }
        self.order("clerk", json!({ "order": "confirm" }))
    }

    /// Hands a file in that nobody has handed in before, and adds it to the case.
    fn prove(&mut self) -> Option<()> {
        let bytes = town::pdf(&Uuid::new_v4().to_string());
        let (kept, _) = self.until_answered(&Request::file(&self.applicant, "证书.pdf", &bytes));
        let file = kept.ok()["file"].as_str().unwrap().to_owned();
        self.case.files.push((file.clone(), bytes));
        let applicant = self.applicant.clone();
        self.order(&applicant, json!({ "order": "attach", "file": file, "proves": ["titles[0]"] }))
    }

    fn order(&mut self, account: &str, order: Value) -> Option<()> {
        let path = format!("/api/v1/cases/{}/orders", self.case.id);
        self.acknowledged(Request::post(&path, account, &order));
        (!self.town.stopped()).then_some(())
    }

    /// Sends a request with a key of its own until it is acknowledged.
    fn acknowledged(&mut self, request: Request) -> Value {
        let request = request.key(&Uuid::new_v4().to_string());
        let (answer, tries) = self.until_answered(&request);
        self.town.repeated.fetch_add(u64::from(tries > 1), Ordering::Relaxed);
        let value = answer.ok();
        self.case.orders.push(Acknowledged { request, answer });
        thread::sleep(Duration::from_millis(self.town.rest));
        value
    }

    /// Sends a request until it is answered; a server that is away has to say so, and nothing else may go wrong.
    fn until_answered(&mut self, request: &Request) -> (Answer, u64) {
        for tries in 1.. {
            let Some(server) = self.town.server(self.draws.below(1 << 20)) else {
                thread::sleep(Duration::from_millis(2));
                continue;
            };
            match request.send(server) {
                Ok(answer) if answer.status == 503 => {
                    let code = answer.json()["code"].clone();
                    answer.problem(503, if code == "full" { "full" } else { "unavailable" });
                    assert_eq!(answer.header("retry-after"), "5");
                    self.town.unavailable.fetch_add(1, Ordering::Relaxed);
                    thread::sleep(Duration::from_millis(50));
                }
                Ok(answer) => return (answer, tries),
                Err(_) => {
                    self.town.broken.fetch_add(1, Ordering::Relaxed);
                    thread::sleep(Duration::from_millis(2));
                }
            }
        }
        unreachable!("tries have no end")
    }
}
