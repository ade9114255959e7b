//! What differs between two policies, clause against clause, as values: two places, or two versions of one pack.

mod catalogue;
mod frame;
mod honours;
mod ledger;
mod requirement;
mod role;
mod routes;

use model::{Day, Direction, EducationLevel, Effect, SchoolClass, Series, TitleTier, Track};

use crate::catalogue::CatalogueRow;
use crate::format::{Lists, Relation, Text, WaivedWhen, WarnedWhen};
use crate::pack::Policy;
use crate::rule::{During, Level};
use crate::settings::Setting;

pub use ledger::ClausePart;
pub use requirement::{Asked, Requirement, Statement};
pub use role::Role;

/// Two policies, topic by topic.
#[derive(Clone, Debug)]
pub struct Comparison<'p> {
    /// The first.
    pub a: &'p Policy,
    /// The second.
    pub b: &'p Policy,
    /// Whether both cite clauses of one document: versions of one pack, or packs of which one passes the other on.
    pub one_document: bool,
    /// The topics in which something is said, in the order in which they are read.
    pub topics: Vec<(Topic, Vec<Point<'p>>)>,
}

/// What a group of points is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// The document and its days in force.
    InForce,
    /// The series and levels governed.
    Governed,
    /// Times in which only some persons are inside.
    Pilots,
    /// The routes to titles.
    TitleRoutes,
    /// What routes to titles ask for.
    TitleConditions,
    /// The honours and the highest title that each opens.
    Honours,
    /// The routes to skill levels.
    SkillRoutes,
    /// What routes to skill levels ask for.
    SkillConditions,
    /// Related occupations, catalogues and service points.
    Occupations,
    /// What need not be done, and what counts as what.
    Waivers,
    /// What is said beside a decision.
    Warnings,
    /// Readings that an operator can choose, and who may not ask for less.
    Settings,
    /// Who decides what is referred.
    Bodies,
    /// The clauses themselves, where both cite one document.
    Clauses,
}

impl Topic {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Governed => "governed",
            Self::Pilots => "pilots",
            Self::TitleRoutes => "title-routes",
            Self::TitleConditions => "title-conditions",
            Self::Honours => "honours",
            Self::SkillRoutes => "skill-routes",
            Self::SkillConditions => "skill-conditions",
            Self::Occupations => "occupations",
            Self::Waivers => "waivers",
            Self::Warnings => "warnings",
            Self::Settings => "settings",
            Self::Bodies => "bodies",
            Self::Clauses => "clauses",
        }
    }
}

/// How both policies stand to each other in one point.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// Both say something, and not the same.
    Differs,
    /// Only the first says something.
    OnlyA,
    /// Only the second says something.
    OnlyB,
    /// Both say the same.
    Same,
}

impl Standing {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::OnlyA => "only-a",
            Self::OnlyB => "only-b",
            Self::Same => "same",
        }
    }
}

/// One point: what it is about, and what each policy says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Point<'p> {
    /// What it is about.
    pub about: About<'p>,
    /// The levels and routes for which it is said; none where it is said of the whole policy.
    pub scope: Vec<Place<'p>>,
    /// Whether that is every level and route which both policies have on the track.
    pub everywhere: bool,
    /// What the first says.
    pub a: Vec<Provision<'p>>,
    /// What the second says.
    pub b: Vec<Provision<'p>>,
    /// How both stand to each other.
    pub standing: Standing,
}

impl<'p> Point<'p> {
    /// A point of the whole policy.
    fn whole(one_document: bool, about: About<'p>, a: Vec<Provision<'p>>, b: Vec<Provision<'p>>) -> Option<Self> {
        let standing = standing(one_document, &a, &b)?;
        Some(Self { about, scope: Vec::new(), everywhere: true, a, b, standing })
    }
}

/// A level with the route of each policy.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place<'p> {
    /// The level.
    pub level: Level,
    /// The route, as the first policy has it: its identifier and what it is called.
    pub route: (&'p str, &'p Text),
    /// To how many levels both policies have this route.
    pub levels: usize,
}

/// What one policy says, and by which clauses.
#[derive(Clone, PartialEq, Debug)]
pub struct Provision<'p> {
    /// What it says.
    pub says: Says<'p>,
    /// The clauses.
    pub clauses: Vec<&'p str>,
}

impl<'p> Provision<'p> {
    fn new(says: Says<'p>, clauses: impl IntoIterator<Item = &'p String>) -> Self {
        let clauses = clauses.into_iter().map(String::as_str).filter(|clause| !clause.is_empty()).collect();
        Self { says, clauses }
    }
}

/// What a point is about.
#[derive(Clone, PartialEq, Debug)]
pub enum About<'p> {
    /// The document: title and number.
    Document,
    /// Who issued it, and when.
    Issued,
    /// The documents that it passes on.
    PassesOn,
    /// The first day in force.
    From,
    /// The last day in force.
    Until,
    /// When the pack was last checked against its document.
    Checked,
    /// The series governed.
    Series,
    /// The levels of a ladder.
    Levels(Track),
    /// A pilot, by its place in the pack.
    Pilot(usize),
    /// A route to one or several levels.
    Route(Vec<Level>, &'p Text),
    /// A condition of a route.
    Condition(Role),
    /// An honour by its printed name.
    Honour(&'p str),
    /// Which occupations are related.
    Related,
    /// The catalogue of a direction.
    Catalogue(Direction),
    /// One row of a catalogue: major and occupation.
    CatalogueRow(&'p str, &'p str),
    /// The service points.
    ServicePoints,
    /// One service point: institution, occupation.
    ServicePoint(&'p str, &'p str),
    /// Something that need not be done or paid.
    Waiver(&'p str),
    /// What a class of a technical school counts as.
    Class(SchoolClass),
    /// Something said beside a decision.
    Warning(&'p WarnedWhen),
    /// A reading that an operator can choose, by clause.
    Setting(&'p str),
    /// That nobody below may ask for less.
    NoWeakening,
    /// Who decides, by the key of the pack.
    Body(&'p str),
    /// A clause of the ledger.
    Clause(&'p str),
}

/// What a policy says.
#[derive(Clone, PartialEq, Debug)]
pub enum Says<'p> {
    /// A text of the document, in Chinese.
    Printed(Vec<&'p str>),
    /// A day.
    Day(Day),
    /// That there is none.
    Nothing,
    /// That nobody below may ask for less.
    NoWeakening,
    /// Series.
    Series(&'p [Series]),
    /// Levels.
    Levels(Vec<Level>),
    /// A pilot.
    Pilot(During, &'p [Track], Vec<Requirement<'p>>),
    /// A route: what it opens, what it is called, and, where the other policy has none such, what it asks for beside
    /// what all routes of its own policy on the track ask for.
    Route(Effect, &'p Text, Vec<Requirement<'p>>),
    /// A condition.
    Asks(Requirement<'p>),
    /// An honour.
    Honour(Opened<'p>),
    /// Which occupations are related.
    Related(Relation),
    /// A catalogue: what it lists, how many majors and rows.
    Catalogue(Lists, usize, usize),
    /// One row of a catalogue.
    CatalogueRow(&'p CatalogueRow),
    /// How many rows of service points.
    Count(usize),
    /// Something that need not be done or paid.
    Waiver(WaivedWhen, &'p Text),
    /// What a class of a technical school counts as.
    CountsAs(EducationLevel),
    /// Something said beside a decision.
    Warning(Option<Track>, &'p WarnedWhen, &'p Text),
    /// A setting.
    Setting(&'p Setting),
    /// A text in both languages.
    Text(&'p Text),
    /// A clause, with the parts of it that differ; none where the other ledger does not have it.
    Clause(&'p crate::Clause, Vec<ClausePart>),
}

/// How an honour of a list opens titles.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened<'p> {
    /// The highest title.
    pub tier: TitleTier,
    /// The last rank that counts.
    pub rank_at_most: Option<u32>,
    /// The awards that count.
    pub awards: &'p [String],
    /// Whether people decide.
    pub refer: bool,
    /// Whether its holder has to be a skilled worker.
    pub skilled_worker: bool,
}

/// How two lists of provisions stand to each other; none where both are empty.
fn standing(one_document: bool, a: &[Provision<'_>], b: &[Provision<'_>]) -> Option<Standing> {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Standing::OnlyA),
        (true, false) => Some(Standing::OnlyB),
        (false, false) => {
            let alike = |(a, b): (&Provision<'_>, &Provision<'_>)| {
                a.says.means_what(&b.says) && (!one_document || a.clauses == b.clauses)
            };
            let same = a.len() == b.len() && a.iter().zip(b).all(alike);
            Some(if same { Standing::Same } else { Standing::Differs })
        }
    }
}

impl Says<'_> {
    /// Whether both mean the same, however each text is worded and cited.
    fn means_what(&self, other: &Says<'_>) -> bool {
        match (self, other) {
            (Self::Asks(one), Says::Asks(two)) => one.means_what(two),
            (Self::Route(one, _, _), Says::Route(two, _, _)) => one == two,
            (Self::Waiver(one, _), Says::Waiver(two, _)) => one == two,
            (Self::Pilot(days, tracks, inside), Says::Pilot(other_days, other_tracks, other_inside)) => {
                days == other_days && tracks == other_tracks && requirement::all_mean_what(inside, other_inside)
            }
            (one, two) => one == two,
        }
    }
}

/// Compares two policies.
#[must_use]
pub fn compare<'p>(a: &'p Policy, b: &'p Policy) -> Comparison<'p> {
    let one_document = ledger::one_document(a, b);
    let mut topics: Vec<(Topic, Vec<Point<'p>>)> = vec![
        (Topic::InForce, frame::in_force(a, b, one_document)),
        (Topic::Governed, frame::governed(a, b, one_document)),
        (Topic::Pilots, frame::pilots(a, b, one_document)),
        (Topic::Honours, honours::honours(a, b, one_document)),
        (Topic::Occupations, catalogue::occupations(a, b, one_document)),
        (Topic::Waivers, frame::waivers(a, b, one_document)),
        (Topic::Warnings, frame::warnings(a, b, one_document)),
        (Topic::Settings, frame::settings(a, b, one_document)),
        (Topic::Bodies, frame::bodies(a, b, one_document)),
        (Topic::Clauses, ledger::clauses(a, b, one_document)),
    ];
    for (track, routes, conditions) in [
        (Track::Title, Topic::TitleRoutes, Topic::TitleConditions),
        (Track::Skill, Topic::SkillRoutes, Topic::SkillConditions),
    ] {
        let pairs = routes::pairs(a, b, track);
        topics.push((routes, routes::routes(&pairs, one_document)));
        topics.push((conditions, routes::conditions(&pairs, one_document)));
    }
    topics.retain(|(_, points)| !points.is_empty());
    topics.sort_by_key(|(topic, _)| *topic);
    Comparison { a, b, one_document, topics }
}

impl Comparison<'_> {
    /// How many points stand so.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.topics.iter().flat_map(|(_, points)| points).filter(|point| point.standing == standing).count()
    }
}
