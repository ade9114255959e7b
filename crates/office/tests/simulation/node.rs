//! One node: an office in a runtime of its own, which can be cut short in the middle of an order and killed.
//!
//! Where an order is cut short has to be the same in every run, although the database answers from a thread of its own. An order
//! looks at the clock when it decides, and from there to the writer's queue nothing waits. So an order dies before anything is
//! written when the clock kills it, it dies with its unit in the queue when it is dropped at the first wait after its last look, and
//! somebody else is quicker when the clock lets somebody else act meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicI64, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use jiff::Timestamp;
use office::{Office, OfficePlace};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use crate::chance::Chance;
use crate::support::GUANTONG;

/// What a future panics with when its node dies in it.
pub struct Died;

/// What happens at one of the looks at the clock.
enum Plan {
    Nothing,
    Die(usize),
    Meanwhile(usize, Box<dyn FnOnce() + Send>),
}

/// A node's clock: the world's, a little fast or slow.
pub struct Watch {
    world: Arc<AtomicI64>,
    pub skew: AtomicI64,
    looks: AtomicUsize,
    plan: Mutex<Plan>,
}

impl Watch {
    fn look(&self) -> Timestamp {
        let look = self.looks.fetch_add(1, Ordering::SeqCst) + 1;
        let planned = {
            let mut plan = self.plan.lock().expect("a plan");
            match &*plan {
                Plan::Die(at) | Plan::Meanwhile(at, _) if *at == look => std::mem::replace(&mut *plan, Plan::Nothing),
                _ => Plan::Nothing,
            }
        };
        match planned {
            Plan::Die(_) => resume_unwind(Box::new(Died)),
            Plan::Meanwhile(_, act) => act(),
            Plan::Nothing => {}
        }
        Timestamp::from_second(self.world.load(Ordering::SeqCst) + self.skew.load(Ordering::SeqCst)).expect("a time")
    }

    fn set(&self, plan: Plan) {
        self.looks.store(0, Ordering::SeqCst);
        *self.plan.lock().expect("a plan") = plan;
    }
}

/// How far an order gets.
pub enum Fate {
    /// To its end.
    Whole,
    /// It is polled so often at most, and at this look its node dies: nothing has been written.
    Dies { look: usize, polls: usize },
    /// Its unit is in the writer's queue when nobody waits any longer; it looks at the clock so often.
    HandedOver { looks: usize },
    /// At this look somebody else acts, and is quicker.
    Meanwhile { look: usize, act: Box<dyn FnOnce() + Send> },
}

/// Where identifiers come from: one number for each order, so that an order that was cut short takes none from the next.
#[derive(Default)]
struct Ids {
    order: AtomicU64,
    count: AtomicU64,
}

pub struct Node {
    pub name: &'static str,
    runtime: Arc<Runtime>,
    office: Office,
    pub watch: Arc<Watch>,
    ids: Arc<Ids>,
}

impl Node {
    /// Starts a node; `order` stands for the identifiers that it takes at its start.
    pub fn start(name: &'static str, place: &OfficePlace, world: &Arc<AtomicI64>, skew: i64, order: u64) -> Self {
        let runtime = Arc::new(Builder::new_current_thread().enable_all().build().expect("a runtime"));
        let watch = Arc::new(Watch {
            world: Arc::clone(world),
            skew: AtomicI64::new(skew),
            looks: AtomicUsize::new(0),
            plan: Mutex::new(Plan::Nothing),
        });
        let ids = Arc::new(Ids { order: AtomicU64::new(order), ..Ids::default() });
        let (now, chance) = (Arc::clone(&watch), Arc::clone(&ids));
        let fresh = move || {
            let (order, count) = (chance.order.load(Ordering::SeqCst), chance.count.fetch_add(1, Ordering::SeqCst));
            let mut chance = Chance::of(&[order, count]);
            Uuid::from_u64_pair(chance.number(), chance.number())
        };
        let now = Arc::new(move || now.look());
        let opened = Office::open_with(place, Arc::clone(&GUANTONG), now, Arc::new(fresh));
        let office = runtime.block_on(opened).expect("an office");
        Self { name, runtime, office, watch, ids }
    }

    /// Kills the node: what its writer has not begun to write is gone.
    pub fn kill(self) {
        let Self { runtime, office, .. } = self;
        let entered = runtime.enter();
        drop(office);
        drop(entered);
        drop(runtime);
    }

    /// Does something on the node, undisturbed.
    pub fn run<T>(&self, what: impl AsyncFnOnce(&Office) -> T) -> T {
        self.watch.set(Plan::Nothing);
        self.runtime.block_on(what(&self.office))
    }

    /// The identifiers that come now belong to this order.
    pub fn number(&self, order: u64) {
        self.ids.order.store(order, Ordering::SeqCst);
        self.ids.count.store(0, Ordering::SeqCst);
    }

    /// What does something on this node from another one's thread.
    pub fn elsewhere<T: Send + 'static, F: Future<Output = T>>(
        &self,
        what: impl FnOnce(Office) -> F + Send + 'static,
        done: Arc<Mutex<Option<T>>>,
    ) -> Box<dyn FnOnce() + Send> {
        self.watch.set(Plan::Nothing);
        let (runtime, office) = (Arc::clone(&self.runtime), self.office.clone());
        Box::new(move || {
            let act = move || *done.lock().expect("a result") = Some(runtime.block_on(what(office)));
            std::thread::spawn(act).join().expect("who acts meanwhile comes to an end");
        })
    }

    /// Does something until its fate overtakes it; none where nobody hears the answer.
    pub fn attempt<T, F: Future<Output = T>>(&self, fate: Fate, what: impl FnOnce(Office) -> F) -> Option<T> {
        let (mut polls, mut looks) = (usize::MAX, usize::MAX);
        let plan = match fate {
            Fate::Whole => Plan::Nothing,
            Fate::Dies { look, polls: most } => {
                polls = most;
                Plan::Die(look)
            }
            Fate::HandedOver { looks: last } => {
                looks = last;
                Plan::Nothing
            }
            Fate::Meanwhile { look, act } => Plan::Meanwhile(look, act),
        };
        self.watch.set(plan);
        let told = self.runtime.block_on(async {
            let mut asked = pin!(what(self.office.clone()));
            std::future::poll_fn(|context| {
                if polls == 0 {
                    return Poll::Ready(None);
                }
                polls -= 1;
                match catch_unwind(AssertUnwindSafe(|| asked.as_mut().poll(context))) {
                    Ok(Poll::Ready(told)) => Poll::Ready(Some(told)),
                    Ok(Poll::Pending) if self.watch.looks.load(Ordering::SeqCst) >= looks => Poll::Ready(None),
                    Ok(Poll::Pending) => Poll::Pending,
                    Err(died) if died.is::<Died>() => Poll::Ready(None),
                    Err(other) => resume_unwind(other),
                }
            })
            .await
        });
        self.watch.set(Plan::Nothing);
        told
    }

    /// Waits until the writer has done what it was given.
    pub fn settle(&self) {
        self.run(async |office| office.store().commit(store::Unit::default()).await.expect("an empty unit"));
    }
}
