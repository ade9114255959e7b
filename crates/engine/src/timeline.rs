//! How a condition stands from the day asked about onwards. Timelines form a lattice: `meet` is "and", `join` is "or".

use model::{Day, Truth};
use smallvec::SmallVec;

/// How a settled condition stands on a day, worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// It fails.
    No,
    /// It is left to people.
    Refer,
    /// It holds.
    Yes,
}

impl From<Standing> for Truth {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Yes => Self::Yes,
            Standing::Refer => Self::Refer,
            Standing::No => Self::No,
        }
    }
}

/// A standing on the day asked about and its changes afterwards, in order; each change differs from what was before.
/// Most conditions never change, so that a timeline is small enough to be passed around by value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Timeline(Shape);

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Shape {
    Always(Standing),
    Changing(Box<Changing>),
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Changing {
    today: Standing,
    /// Never empty.
    changes: SmallVec<[(Day, Standing); 4]>,
}

impl Timeline {
    /// The same standing for ever.
    #[must_use]
    pub fn always(standing: Standing) -> Self {
        Self(Shape::Always(standing))
    }

    /// `before` until the day before `day`, `after` from `day` on, seen from `as_of`.
    #[must_use]
    pub fn step(as_of: Day, before: Standing, day: Option<Day>, after: Standing) -> Self {
        match day {
            Some(day) if day <= as_of => Self::always(after),
            Some(day) => {
                let mut line = Self::always(before);
                line.push(day, after);
                line
            }
            None => Self::always(before),
        }
    }

    /// The standing on the day asked about.
    #[must_use]
    pub fn today(&self) -> Standing {
        match &self.0 {
            Shape::Always(standing) => *standing,
            Shape::Changing(line) => line.today,
        }
    }

    fn changes(&self) -> &[(Day, Standing)] {
        match &self.0 {
            Shape::Always(_) => &[],
            Shape::Changing(line) => &line.changes,
        }
    }

    /// Whether it fails for ever.
    #[must_use]
    pub fn never(&self) -> bool {
        self.constant() == Some(Standing::No)
    }

    /// The first day, not before the day asked about, on which it does not fail; `today` stands for that day itself.
    #[must_use]
    pub fn first_open(&self, today: Day) -> Option<Day> {
        if self.today() != Standing::No {
            return Some(today);
        }
        self.changes().iter().find(|(_, standing)| *standing != Standing::No).map(|(day, _)| *day)
    }

    /// The standing on a day, not before the day asked about.
    #[must_use]
    pub fn at(&self, day: Day) -> Standing {
        self.changes()
            .iter()
            .take_while(|(from, _)| *from <= day)
            .last()
            .map_or(self.today(), |(_, standing)| *standing)
    }

    /// The first day, not before `from`, on which it stands at least so; `from` is not before the day asked about.
    #[must_use]
    pub fn first_at_least(&self, least: Standing, from: Day) -> Option<Day> {
        if self.at(from) >= least {
            return Some(from);
        }
        self.changes().iter().find(|(day, standing)| *day > from && *standing >= least).map(|(day, _)| *day)
    }

    /// The first day after the day asked about on which it stands differently.
    #[must_use]
    pub fn next_change(&self) -> Option<Day> {
        self.changes().first().map(|(day, _)| *day)
    }

    /// The first day after `day` on which it stands worse than `least`.
    #[must_use]
    pub fn first_below(&self, least: Standing, day: Day) -> Option<Day> {
        self.changes().iter().find(|(from, standing)| *from > day && *standing < least).map(|(from, _)| *from)
    }

    /// Adds a later change; a change to the same standing is dropped.
    pub fn push(&mut self, day: Day, standing: Standing) {
        match &mut self.0 {
            Shape::Always(today) if *today == standing => {}
            Shape::Always(today) => {
                let changes = SmallVec::from_iter([(day, standing)]);
                self.0 = Shape::Changing(Box::new(Changing { today: *today, changes }));
            }
            Shape::Changing(line) => {
                if line.changes.last().is_none_or(|(_, last)| *last != standing) {
                    line.changes.push((day, standing));
                }
            }
        }
    }

    /// Both: the worse of the two on every day.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Self {
        match (self.constant(), other.constant()) {
            (Some(Standing::Yes), _) | (_, Some(Standing::No)) => other.clone(),
            (_, Some(Standing::Yes)) | (Some(Standing::No), _) => self.clone(),
            _ => self.merge(other, Standing::min),
        }
    }

    /// Either: the better of the two on every day.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        match (self.constant(), other.constant()) {
            (Some(Standing::No), _) | (_, Some(Standing::Yes)) => other.clone(),
            (_, Some(Standing::No)) | (Some(Standing::Yes), _) => self.clone(),
            _ => self.merge(other, Standing::max),
        }
    }

    /// The standing, where it never changes.
    #[must_use]
    pub fn constant(&self) -> Option<Standing> {
        match &self.0 {
            Shape::Always(standing) => Some(*standing),
            Shape::Changing(_) => None,
        }
    }

    /// Failures become referrals.
    #[must_use]
    pub fn failures_referred(&self) -> Self {
        self.with_each(|standing| standing.max(Standing::Refer))
    }

    /// What is left to people is decided in favour.
    #[must_use]
    pub fn referrals_granted(&self) -> Self {
        self.with_each(|standing| if standing == Standing::Refer { Standing::Yes } else { standing })
    }

    fn with_each(&self, becomes: impl Fn(Standing) -> Standing) -> Self {
        let mut line = Self::always(becomes(self.today()));
        for (day, standing) in self.changes() {
            line.push(*day, becomes(*standing));
        }
        line
    }

    fn merge(&self, other: &Self, pick: impl Fn(Standing, Standing) -> Standing) -> Self {
        let (mut a, mut b) = (self.today(), other.today());
        let mut line = Self::always(pick(a, b));
        let (mut left, mut right) = (self.changes().iter().peekable(), other.changes().iter().peekable());
        loop {
            let day = match (left.peek(), right.peek()) {
                (Some((x, _)), Some((y, _))) => *x.min(y),
                (Some((x, _)), None) => *x,
                (None, Some((y, _))) => *y,
                (None, None) => return line,
            };
            if let Some((_, standing)) = left.next_if(|(at, _)| *at == day) {
                a = *standing;
            }
            if let Some((_, standing)) = right.next_if(|(at, _)| *at == day) {
                b = *standing;
            }
            line.push(day, pick(a, b));
        }
    }
}

/// The day on which the clocks of something that holds were met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Met {
    /// It has no day of its own.
    Timeless,
    /// On this day.
    On(Day),
    /// It has a day, and the dossier does not state it.
    Undated,
}

impl Met {
    /// For choosing what has held longest: what has no day of its own before all, what is undated after all.
    #[must_use]
    pub fn rank(self) -> Day {
        match self {
            Self::Timeless => Day::FIRST,
            Self::On(day) => day,
            Self::Undated => Day::LAST,
        }
    }

    /// When both were met.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        match (self, other) {
            (Self::Undated, _) | (_, Self::Undated) => Self::Undated,
            (Self::Timeless, day) | (day, Self::Timeless) => day,
            (Self::On(a), Self::On(b)) => Self::On(a.max(b)),
        }
    }

    /// When the first of two that hold was met.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        match (self, other) {
            (Self::Timeless, _) | (_, Self::Timeless) => Self::Timeless,
            (Self::Undated, day) | (day, Self::Undated) => day,
            (Self::On(a), Self::On(b)) => Self::On(a.min(b)),
        }
    }
}

/// A settled condition: how it stands, and since when its clocks have been met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// How it stands from the day asked about on.
    pub line: Timeline,
    /// Since when, where it holds on the day asked about.
    pub met: Met,
}

impl Settled {
    /// The same standing for ever, without a day of its own.
    #[must_use]
    pub fn always(standing: Standing) -> Self {
        Self { line: Timeline::always(standing), met: Met::Timeless }
    }

    /// Both have to hold.
    #[must_use]
    pub fn meet(self, other: Self) -> Self {
        let met = self.met.both(other.met);
        let line = match (self.line.constant(), other.line.constant()) {
            (Some(Standing::Yes), _) => other.line,
            (_, Some(Standing::Yes)) => self.line,
            _ => self.line.meet(&other.line),
        };
        Self { line, met }
    }

    /// One has to hold.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        let met = match (self.line.today(), other.line.today()) {
            (Standing::Yes, Standing::Yes) => self.met.either(other.met),
            (_, Standing::Yes) => other.met,
            _ => self.met,
        };
        let line = match (self.line.constant(), other.line.constant()) {
            (Some(Standing::No), _) => other.line,
            (_, Some(Standing::No)) => self.line,
            _ => self.line.join(&other.line),
        };
        Self { line, met }
    }
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
