//! Random choices, from a tape that proptest can shrink or from a seed. Choice 0 is always the plainest one.

use proptest::prelude::*;

/// Where choices come from.
#[derive(Clone, Debug)]
pub enum Choices {
    /// Numbers drawn by proptest; past the end every choice is the plainest.
    Tape(Vec<u16>, usize),
    /// Endless numbers from a seed (SplitMix64).
    Seed(u64),
}

impl Choices {
    /// Endless choices from a seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seed(seed)
    }

    fn next(&mut self) -> u64 {
        match self {
            Self::Tape(tape, at) => {
                *at += 1;
                tape.get(*at - 1).copied().map_or(0, u64::from)
            }
            Self::Seed(state) => {
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut mixed = *state;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                mixed ^ (mixed >> 31)
            }
        }
    }

    /// A seed for independent choices.
    pub fn fork(&mut self) -> Self {
        let mut seed = 0;
        for _ in 0..4 {
            seed = (seed << 16) | (self.next() & 0xFFFF);
        }
        Self::Seed(seed)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    /// A number from `least` to `most`; `least` is the plainest.
    pub fn between(&mut self, least: i32, most: i32) -> i32 {
        let width = usize::try_from(most - least + 1).unwrap_or(1);
        least + i32::try_from(self.below(width)).unwrap_or(0)
    }

    /// True once in `times` on average.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// One of the items, each as likely as it stands there often.
    pub fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }

    /// The items in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A tape of choices.
pub fn tapes() -> impl Strategy<Value = Choices> {
    prop::collection::vec(any::<u16>(), 160..320).prop_map(|tape| Choices::Tape(tape, 0))
}

/// The settings of a property: a fixed seed, so that a red run is a change and not luck. `PROPERTY_SEED` sets another
/// one, `PROPERTY_TIMES` multiplies the cases.
pub fn cases(count: u32) -> ProptestConfig {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let times = number("PROPERTY_TIMES").and_then(|times| u32::try_from(times).ok()).unwrap_or(1);
    ProptestConfig {
        cases: count.saturating_mul(times),
        rng_seed: proptest::test_runner::RngSeed::Fixed(number("PROPERTY_SEED").unwrap_or(2026)),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        max_global_rejects: 1_000_000,
        ..ProptestConfig::default()
    }
}
