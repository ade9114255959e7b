//! A place: its organisations, its committee, its applicants, and what is done there on a day.

use casework::Role;
use model::procedure::Work;
use model::{Day, Faults, Track};
use office::{Office, RegisterOrder};

use crate::cast::{acting, applicant, clerk};
use crate::clock::Clock;
use crate::committee::{Opening, Panel, Sitting};
use crate::error::{DemoError, Doing as _};
use crate::made::MadeCase;
use crate::make::Chance;
use crate::people::Person;
use crate::plan::{Ending, LAST, SESSION};
use crate::script::{Goes, PlaceScript, Script, StoryScript};
use crate::story::Player;

/// How many days after the last one that is played the round still takes applications.
const OPEN_FOR: i32 = 60;
/// How many days after it the next session is at most: the demo may end long before today, where the calendar does.
const NEXT_SESSION: i32 = 30;
/// How many people of the list of names each place takes.
const NAMES: usize = 37;

/// What all places share.
pub(crate) struct Stage<'s> {
    pub office: Office,
    pub clock: Clock,
    pub chance: Chance,
    pub script: &'s Script,
    /// The working days that are played.
    pub days: Vec<Day>,
    /// The day on which the demo is made.
    pub today: Day,
}

/// A place that is played.
pub(crate) struct Place<'s> {
    pub stage: &'s Stage<'s>,
    pub script: &'s PlaceScript,
    /// Whom applicants for a skill level choose.
    pub assessor: Option<String>,
    panel: Panel,
    number: usize,
    players: Vec<Player>,
    /// Who objects to notices: the applicant of the first case.
    pub objector: String,
}

impl<'s> Place<'s> {
    /// Puts everything on record, files the first case of each track, and plans the others by the way that it takes.
    pub async fn set_up(stage: &'s Stage<'s>, script: &'s PlaceScript, number: usize) -> Result<Self, DemoError> {
        let committee = &stage.script.stories.committee;
        let panel = Panel {
            committee: format!("{}-engineering", script.place),
            place: script.place.clone(),
            office: script.id_of("committee"),
            experts: format!("{}-expert-", script.place),
            members: committee.members,
            group: committee.group,
        };
        let mut place =
            Self { stage, script, assessor: None, panel, number, players: Vec::new(), objector: String::new() };
        place.organisations().await?;
        for person in place.staff()? {
            person.put_on_record(&stage.office, &stage.chance).await?;
        }
        place.committee().await?;
        place.applicants().await?;
        place.objector = place.players.first().map(|player| player.account.clone()).unwrap_or_default();
        Ok(place)
    }

    async fn organisations(&mut self) -> Result<(), DemoError> {
        let office = &self.stage.office;
        let policy = office.guantong().packs().named(&self.script.place);
        let name = policy.map_or(self.script.place.clone(), |policy| policy.jurisdiction.zh.clone());
        for one in self.stage.script.of(self.script)? {
            let organisation = one.registered(self.script, &name)?;
            if one.chosen {
                self.assessor = Some(organisation.id.clone());
            }
            let order = RegisterOrder::PutOrganisation { organisation };
            let done = office.order_register(&Office::operator(), &order, None).await;
            done.doing(|| format!("the organisation {} of {}", one.id, self.script.place))?;
            self.stage.clock.pass();
        }
        Ok(())
    }

    async fn committee(&self) -> Result<(), DemoError> {
        let (texts, committee) = (&self.stage.script.stories.texts, &self.stage.script.stories.committee);
        let day = self.today(0)?;
        let opening = Opening {
            round: &format!("{}-{}", self.script.place, day.year()),
            area: self.script.area("top")?,
            today: day,
            until: self.today(LAST)?.plus(OPEN_FOR),
            consent: Some(&committee.consent),
            notice: &texts.round,
            skilled_section: &texts.skilled_section,
        };
        let done = self.panel.set_up(&self.stage.office, &opening).await;
        done.doing(|| format!("the committee of {}", self.script.place))
    }

    /// The day of an index.
    fn today(&self, index: usize) -> Result<Day, DemoError> {
        self.stage.days.get(index).copied().ok_or(DemoError::NoDays)
    }

    /// The first story of each track is filed, and shows the way; the others are planned by it.
    async fn applicants(&mut self) -> Result<(), DemoError> {
        let stories = &self.stage.script.stories.stories;
        for track in [Track::Title, Track::Skill] {
            let mut of_track = stories.iter().filter(|story| story.tracks.contains(&track));
            let first = of_track.next().filter(|story| story.goes == Goes::Ended).ok_or_else(|| {
                Faults::one("stories", "the first story of a track does not go to its end", "begin with `ended`")
            })?;
            let mut guide = self.player(track, first, Ending { goes: Goes::Ended, step: 0 }, "ended", &[]);
            guide.person(&self.script.place).put_on_record(&self.stage.office, &self.stage.chance).await?;
            self.begin(&mut guide).await?;
            let way = self.shown(&guide).await?.and_then(|shown| shown.case.way).map(|way| way.steps);
            let steps = way.unwrap_or_default();
            self.players.push(guide);
            let at = |wanted: fn(&Work) -> bool| steps.iter().position(|step| wanted(&step.work));
            let notice = at(|work| matches!(work, Work::Notice(_)));
            let judged = at(|work| matches!(work, Work::Review(_))).or(at(|work| matches!(work, Work::Exam(_))));
            for story in of_track {
                let goes = story.goes;
                let alone = |step| vec![(Ending { goes, step }, goes.key().to_owned())];
                let endings = match goes {
                    Goes::EachStep => {
                        let at = |(step, one): (usize, &model::procedure::Step)| {
                            (Ending { goes, step }, format!("at-{}", one.id))
                        };
                        steps.iter().enumerate().map(at).collect()
                    }
                    Goes::Objected => notice.map(alone).unwrap_or_default(),
                    Goes::NotPassed => judged.map(alone).unwrap_or_default(),
                    _ => alone(0),
                };
                for (ending, word) in endings {
                    let player = self.player(track, story, ending, &word, &steps);
                    player.person(&self.script.place).put_on_record(&self.stage.office, &self.stage.chance).await?;
                    self.players.push(player);
                }
            }
        }
        Ok(())
    }

    fn player(
        &self,
        track: Track,
        story: &StoryScript,
        ending: Ending,
        word: &str,
        steps: &[model::procedure::Step],
    ) -> Player {
        use model::words::Word as _;
        Player {
            account: format!("{}-{}-{word}", self.script.place, track.key()),
            name: self.stage.script.people.name(self.number * NAMES + self.players.len()),
            track,
            login: story.login,
            begins: ending.begins(steps),
            ending,
            case: None,
            settled: false,
        }
    }

    /// Who acts for the organisations and in the committee.
    fn staff(&self) -> Result<Vec<Person>, Faults> {
        let mut staff = Vec::new();
        for one in self.stage.script.of(self.script)? {
            let id = self.script.id_of(&one.id);
            staff.extend(one.accounts.iter().map(|role| self.person(acting(&id, *role), &one.id)));
        }
        let experts = (1..=self.panel.members).map(|number| self.panel.expert(number));
        staff.extend(experts.map(|actor| {
            let look = if actor.role == Role::Chair { "chair" } else { "expert" };
            self.person(actor, look)
        }));
        Ok(staff)
    }

    fn person(&self, actor: casework::Actor, look: &str) -> Person {
        Person { actor, place: Some(self.script.place.clone()), look: look.to_owned(), login: true }
    }

    /// Everybody: applicants first.
    pub fn people(&self) -> Result<Vec<Person>, DemoError> {
        let applicants = self.players.iter().map(|player| player.person(&self.script.place));
        Ok(applicants.chain(self.staff()?).collect())
    }

    /// A day of the place: each case gets on by a step, and the committee sits when its day has come.
    pub async fn day(&mut self, index: usize) -> Result<(), DemoError> {
        let mut players = std::mem::take(&mut self.players);
        for player in &mut players {
            let done = self.turn(player, index).await;
            self.stage.clock.pass();
            done?;
        }
        self.players = players;
        if index == SESSION {
            self.session(index).await?;
        }
        if index == LAST {
            self.arrange().await?;
        }
        Ok(())
    }

    /// The cases before the committee; those that are to stand there, or those that are to go on.
    async fn before_the_committee(&self, stand: bool) -> Result<Vec<(&Player, String)>, DemoError> {
        let mut found = Vec::new();
        for player in self.players.iter().filter(|player| player.track == Track::Title) {
            let Some(shown) = self.shown(player).await? else { continue };
            let Some((position, step)) = shown.case.step() else { continue };
            let stands = player.ending == Ending { goes: Goes::EachStep, step: position };
            if matches!(step.work, Work::Review(_)) && stands == stand {
                found.push((player, shown.id));
            }
        }
        Ok(found)
    }

    /// The committee sits over everything that goes further, and announces its results.
    async fn session(&self, index: usize) -> Result<(), DemoError> {
        let found = self.before_the_committee(false).await?;
        let (office, panel, texts) = (&self.stage.office, &self.panel, &self.stage.script.stories.texts);
        let cases: Vec<&str> = found.iter().map(|(_, case)| case.as_str()).collect();
        let session = format!("{}-session-1", self.script.place);
        let points = self.stage.script.stories.committee.points;
        let sitting = Sitting { session: &session, points, opinion: &texts.opinion };
        let what = || format!("the session of {}", self.script.place);
        let convening = panel.convening(&cases, self.today(index)?);
        office.order_session(&clerk(&panel.office), &session, &convening, None).await.doing(what)?;
        panel.sit(office, &sitting, &cases, panel.members).await.doing(what)?;
        for (player, case) in &found {
            let yes = if player.ending.goes == Goes::NotPassed { panel.members / 2 } else { panel.members };
            let ballots = panel.ballots(yes, |_| (self.stage.chance)().simple().to_string());
            panel.vote(office, &session, case, &ballots, &texts.voted_down).await.doing(what)?;
            self.stage.clock.pass();
        }
        panel.announce(office, &session).await.doing(what)
    }

    /// A session is convened for the day on which the demo is made.
    async fn arrange(&self) -> Result<(), DemoError> {
        let found = self.before_the_committee(true).await?;
        let cases: Vec<&str> = found.iter().map(|(_, case)| case.as_str()).collect();
        if cases.is_empty() {
            return Ok(());
        }
        let on = self.stage.today.min(self.today(LAST)?.plus(NEXT_SESSION));
        let convening = self.panel.convening(&cases, on);
        let session = format!("{}-session-2", self.script.place);
        let done = self.stage.office.order_session(&clerk(&self.panel.office), &session, &convening, None).await;
        done.map(|_| ()).doing(|| format!("the next session of {}", self.script.place))
    }

    /// What has become of the cases.
    pub async fn cases(&self) -> Result<Vec<MadeCase>, DemoError> {
        let mut cases = Vec::new();
        for player in &self.players {
            let Some(shown) = self.shown(player).await? else { continue };
            cases.push(MadeCase {
                place: self.script.place.clone(),
                target: shown.case.opened.as_ref().map(|opened| opened.target.clone()).unwrap_or_default(),
                applicant: player.account.clone(),
                goes: player.ending.goes.key().to_owned(),
                status: shown.status_name,
                case: shown.id,
            });
        }
        Ok(cases)
    }

    /// A case as its applicant sees it; none before it was opened.
    pub async fn shown(&self, player: &Player) -> Result<Option<office::CaseShown>, DemoError> {
        let Some(case) = &player.case else { return Ok(None) };
        let shown = self.stage.office.case(&applicant(&player.account), case).await;
        shown.map(Some).doing(|| player.account.clone())
    }
}
