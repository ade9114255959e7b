//! The world of one seed: a place with its offices, people, days and faults, and what they do in it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use model::Day;
use office::OfficePlace;

use crate::asked::{AGAIN, Asked, Line, STORE_FAULT, Told, What};
use crate::calendar::Calendar;
use crate::chance::Chance;
use crate::node::{Fate, Node};
use crate::people::Person;
use crate::post::Post;
use crate::probe::{Probe, WEAK};

pub const PLACES: [&str; 7] = ["shandong", "shanxi", "guangdong", "jieyang", "jiexi", "shaoxing", "chongqing"];

pub struct World {
    pub seed: u64,
    pub place: &'static str,
    pub chance: Chance,
    second: Arc<AtomicI64>,
    pub nodes: Vec<Node>,
    at: OfficePlace,
    folder: tempfile::TempDir,
    pub probe: Probe,
    pub post: Post,
    pub people: Vec<Person>,
    pub file: String,
    pub calendar: Calendar,
    /// Everything that was asked under a key.
    pub book: Vec<Line>,
    /// Sessions, the last one the one that may be going on.
    pub sessions: usize,
    pub trace: Vec<String>,
    /// How often what happened, by name.
    pub counts: BTreeMap<String, usize>,
    orders: u64,
    faults: bool,
    /// The node that leads.
    leader: Option<usize>,
}

const NAMES: [&str; 2] = ["north", "south"];

impl World {
    pub fn begin(seed: u64, database: Option<String>) -> Self {
        let mut chance = Chance::of(&[seed]);
        let place = PLACES[usize::try_from(seed % 7).unwrap_or(0)];
        let folder = folder();
        let first = *chance.pick(&crate::calendar::BEGINNINGS);
        let noon: Timestamp = format!("{first}T04:00:00Z").parse().expect("a day");
        let second = Arc::new(AtomicI64::new(noon.as_second()));
        let calendar = Calendar::of(first, &mut chance);
        if let Some(own) = &calendar.own {
            std::fs::write(folder.path().join("calendar.csv"), own).expect("the operator's calendar");
        }
        let at = OfficePlace { folder: folder.path().to_owned(), database };
        let nodes: Vec<Node> = (0..).zip(NAMES).map(|(n, name)| Node::start(name, &at, &second, 0, n)).collect();
        let probe = Probe::new(folder.path(), at.database.as_deref());
        let people = (0..2 + chance.below(3) / 2).map(|number| Person::new(number, place, &mut chance)).collect();
        let mut world = Self {
            seed,
            place,
            second,
            nodes,
            at,
            folder,
            probe,
            post: Post::default(),
            people,
            file: String::new(),
            calendar,
            book: Vec::new(),
            sessions: 0,
            trace: Vec::new(),
            counts: BTreeMap::new(),
            orders: 100,
            faults: false,
            leader: None,
            chance,
        };
        world.set_up();
        world.faults = true;
        world
    }

    pub fn second(&self) -> i64 {
        self.second.load(Ordering::SeqCst)
    }

    pub fn today(&self) -> Day {
        crate::calendar::day_at(Timestamp::from_second(self.second()).expect("a time"))
    }

    pub fn pass(&mut self, seconds: i64) {
        self.second.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn tell(&mut self, what: &str) {
        let line = format!("{} {what}", Timestamp::from_second(self.second()).expect("a time"));
        self.trace.push(line);
    }

    pub fn count(&mut self, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += 1;
    }

    pub fn some_node(&mut self) -> usize {
        self.chance.below(self.nodes.len())
    }

    /// A request under a fresh key, with the fate that chance has for it. The line of the book.
    pub fn ask(&mut self, by: casework::Actor, what: What) -> usize {
        let key = format!("key-{:05}", self.book.len());
        self.book.push(Line { asked: Asked { by, what, key }, since: self.second(), heard: None });
        let line = self.book.len() - 1;
        self.send(line);
        line
    }

    /// Sends a request of the book, for the first time or again.
    pub fn send(&mut self, line: usize) {
        let node = self.some_node();
        let seconds = 1 + i64::try_from(self.chance.below(400)).unwrap_or(0);
        self.pass(seconds);
        let order = self.next_order();
        self.nodes[node].number(order);
        let asked = self.book[line].asked.clone();
        let fate = if self.faults { self.chance.below(100) } else { 100 };
        match fate {
            0..5 => self.lose_answer(node, line, asked),
            5..9 => self.die(node, line, &asked),
            9..13 => match asked.looks() {
                Some(looks) => self.drop_in_queue(node, line, &asked, looks),
                None => self.lose_answer(node, line, asked),
            },
            13..18 => self.race(node, line, asked),
            18..21 => self.storm(node, line, asked),
            _ => {
                let told = self.nodes[node].attempt(Fate::Whole, |office| asked.ask(office));
                self.hear(node, line, told, "");
            }
        }
    }

    /// The lines whose keys no clock has forgotten for so many further days: under an older one the same request is a new one.
    pub fn kept(&self, further_days: i64) -> Vec<usize> {
        let oldest = self.second() - (office::KEY_DAYS - further_days) * 86_400;
        (0..self.book.len()).filter(|line| self.book[*line].since > oldest).collect()
    }

    pub fn next_order(&mut self) -> u64 {
        self.orders += 1;
        Chance::of(&[self.seed, self.orders]).number()
    }

    fn hear(&mut self, node: usize, line: usize, told: Option<Told>, how: &str) {
        let text = match &told {
            None => "?".to_owned(),
            Some(Ok(answer)) => format!("{answer:?}"),
            Some(Err(code)) => code.clone(),
        };
        let told_line = format!("{} {}: {text} {how}", self.nodes[node].name, self.book[line].asked.name());
        self.tell(&told_line);
        if let Some(Err(code)) = &told {
            let code = format!("refused: {code}");
            self.count(&code);
        }
        let entry = &mut self.book[line];
        match (&entry.heard, told) {
            (_, None) => {}
            (_, Some(Err(code))) if AGAIN.contains(&code.as_str()) => {}
            (Some(Ok(first)), again) => {
                assert_eq!(again, Some(Ok(first.clone())), "asked again, {:?} has another answer", entry.asked);
            }
            (_, told) => entry.heard = told,
        }
    }

    /// The answer is lost on its way.
    fn lose_answer(&mut self, node: usize, line: usize, asked: Asked) {
        self.count("answer lost");
        self.nodes[node].attempt(Fate::Whole, |office| asked.ask(office));
        self.hear(node, line, None, "answer lost");
    }

    /// The request or its whole node dies before anything is written.
    fn die(&mut self, node: usize, line: usize, asked: &Asked) {
        self.count("died before");
        let (look, polls) = (1 + self.chance.below(asked.looks().unwrap_or(1)), 1 + self.chance.below(40));
        let before = self.root();
        let asked = asked.clone();
        self.nodes[node].attempt(Fate::Dies { look, polls }, |office| asked.ask(office));
        if self.chance.hits(30) {
            self.restart(node);
        }
        assert_eq!(before, self.root(), "nothing was handed over, and something was written");
        self.hear(node, line, None, "died");
    }

    /// Nobody waits for the unit any longer; or its node dies with it.
    fn drop_in_queue(&mut self, node: usize, line: usize, asked: &Asked, looks: usize) {
        self.count("dropped in the queue");
        let (before, asked) = (self.root(), asked.clone());
        // A refusal, too, may come just before or after nobody waits any longer.
        self.nodes[node].attempt(Fate::HandedOver { looks }, |office| asked.ask(office));
        if self.chance.hits(30) {
            self.restart(node);
            assert_eq!(before, self.root(), "the writer died with its queue, and something was written");
        } else {
            self.nodes[node].settle();
        }
        self.hear(node, line, None, "in the queue");
    }

    /// Somebody else on the other node is quicker, between reading and writing.
    fn race(&mut self, node: usize, line: usize, asked: Asked) {
        let other = 1 - node;
        let rival = self.rival(line);
        self.count("raced");
        let order = self.next_order();
        self.nodes[other].number(order);
        let done = Arc::new(Mutex::new(None));
        let theirs = self.book[rival].asked.clone();
        let act = self.nodes[other].elsewhere(|office| theirs.ask(office), Arc::clone(&done));
        let look = asked.looks().unwrap_or(1);
        let told = self.nodes[node].attempt(Fate::Meanwhile { look, act }, |office| asked.ask(office));
        let theirs = done.lock().expect("a result").take();
        self.hear(other, rival, theirs, "meanwhile");
        self.hear(node, line, told, "raced");
    }

    /// The line of who is quicker: the same request sent twice, or the same order under another key.
    fn rival(&mut self, line: usize) -> usize {
        let asked = &self.book[line].asked;
        if matches!(asked.what, What::Open(_)) || self.chance.hits(40) {
            return line;
        }
        let key = format!("key-{:05}", self.book.len());
        let (asked, since) = (Asked { key, ..asked.clone() }, self.second());
        self.book.push(Line { asked, since, heard: None });
        self.book.len() - 1
    }

    /// The database refuses to write something.
    fn storm(&mut self, node: usize, line: usize, asked: Asked) {
        self.count("storm");
        let weak = *self.chance.pick(&WEAK);
        // Before a notice is closed the clock may count it again, in a unit of its own.
        let alone = !matches!(asked.what, What::Case(_, office::CaseOrder::CloseNotice {}));
        let before = self.root();
        self.probe.storm(weak);
        let told = self.nodes[node].attempt(Fate::Whole, |office| asked.ask(office));
        self.probe.calm(weak);
        if told.as_ref().is_some_and(|told| told.as_ref().is_err_and(|code| code == STORE_FAULT)) {
            self.count("storm hit");
            assert!(!alone || before == self.root(), "a unit was written in part");
        }
        self.hear(node, line, told, weak.1);
    }

    pub fn root(&self) -> store::Root {
        self.nodes[0].run(async |office| office.store().root().await.expect("a root"))
    }

    /// Kills a node and starts it again, its clock a little off.
    pub fn restart(&mut self, node: usize) {
        self.count("restarted");
        let skew = match self.chance.below(10) {
            0 => -4000,
            1 => -400,
            other => i64::try_from(other * 20).unwrap_or(0) - 100,
        };
        let order = self.next_order();
        let name = self.nodes[node].name;
        let old = self.nodes.remove(node);
        old.kill();
        if self.leader == Some(node) {
            self.leader = None;
            if self.at.database.is_some() {
                // Its lease runs out.
                self.nodes[0].run(async |office| office.store().stop_leading(name).await.expect("the lead"));
            }
        }
        self.nodes.insert(node, Node::start(name, &self.at, &self.second, skew, order));
        self.tell(&format!("{name} starts again, {skew} s"));
    }

    /// One round of a node as leader, or as one who only asks to lead; it may die in it.
    pub fn attend(&mut self) {
        let node = self.some_node();
        let order = self.next_order();
        self.nodes[node].number(order);
        // However slowly the world goes, a node that is alive keeps the lead.
        let leader = *self.leader.get_or_insert(node);
        let (lead, lease) = (self.nodes[leader].name, std::time::Duration::from_secs(60));
        let leads = self.nodes[leader].run(async |office| office.store().lead(lead, lease).await.expect("the lead"));
        assert!(leads, "{lead} leads");
        let dies = self.faults && self.chance.hits(8);
        if self.faults {
            let after = (dies && self.chance.hits(50)).then(|| self.chance.below(3));
            self.post.trouble(Chance::of(&[self.seed, order]), after);
        }
        let fate = if dies { Fate::Dies { look: 1 + self.chance.below(8), polls: usize::MAX } } else { Fate::Whole };
        let (name, post) = (self.nodes[node].name, &self.post);
        let attended = self.nodes[node].attempt(fate, |office| async move { office.attend(name, post).await });
        self.post.calm();
        match attended {
            Some(attended) => {
                let attended = attended.expect("a round");
                assert_eq!(attended.leads, node == leader, "one node leads");
                assert!(attended.ticked.unreadable.is_empty(), "{attended:?}");
                let recalculated = attended.ticked.recalculated;
                (0..recalculated).for_each(|_| self.count("recalculated"));
                (0..attended.ticked.keys_forgotten).for_each(|_| self.count("key forgotten"));
                (0..attended.undelivered).for_each(|_| self.count("undelivered"));
                self.tell(&format!("{name} attends: {attended:?}"));
            }
            None => {
                self.count("leader died");
                self.tell(&format!("{name} dies as leader"));
                self.restart(node);
            }
        }
    }

    /// No more faults: every clock right, every answer heard.
    pub fn calm(&mut self) {
        self.faults = false;
        for node in &self.nodes {
            node.watch.skew.store(0, Ordering::SeqCst);
        }
        self.pass(5000);
        for line in 0..self.book.len() {
            if self.book[line].heard.is_none() {
                self.count("asked again at the end");
                self.send(line);
            }
        }
    }

    pub fn end(self) {
        self.nodes.into_iter().for_each(Node::kill);
        drop(self.folder);
    }
}

/// In memory where the machine has a place for that: this is no test of the disk.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}
