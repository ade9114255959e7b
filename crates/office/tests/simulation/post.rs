//! The post: loses messages, delivers them without saying so, and sometimes the node dies with one in hand.

use std::panic::resume_unwind;
use std::sync::Mutex;

use office::{Delivery, OutgoingMessage};

use crate::chance::Chance;
use crate::node::Died;

/// What can go wrong with the post.
#[derive(Default)]
struct Trouble {
    chance: Option<Chance>,
    /// After so many deliveries the node dies.
    dies_after: Option<usize>,
}

#[derive(Default)]
pub struct Post {
    trouble: Mutex<Trouble>,
    pub arrived: Mutex<Vec<OutgoingMessage>>,
}

impl Post {
    /// From now on the post is unreliable, and the node dies after so many deliveries, where said.
    pub fn trouble(&self, chance: Chance, dies_after: Option<usize>) {
        *self.trouble.lock().expect("trouble") = Trouble { chance: Some(chance), dies_after };
    }

    pub fn calm(&self) {
        *self.trouble.lock().expect("trouble") = Trouble::default();
    }
}

impl Delivery for Post {
    async fn deliver(&self, message: &OutgoingMessage) -> Result<(), String> {
        let mut trouble = self.trouble.lock().expect("trouble");
        let fate = trouble.chance.as_mut().map_or(99, |chance| chance.below(100));
        if fate < 15 {
            return Err("nobody is at home".to_owned());
        }
        self.arrived.lock().expect("a letter box").push(message.clone());
        if let Some(left) = &mut trouble.dies_after {
            if *left == 0 {
                trouble.dies_after = None;
                drop(trouble);
                resume_unwind(Box::new(Died));
            }
            *left -= 1;
        }
        if fate < 25 { Err("delivered, but the receipt was lost".to_owned()) } else { Ok(()) }
    }
}
