//! Makes a demo: an empty folder, the days one after the other, then the logins.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use casework::Role;
use casework::working_days::Calendar;
use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use office::{Office, OfficePlace};
use service::Guantong;
use uuid::Uuid;

use crate::clock::Clock;
use crate::days::working_days;
use crate::error::{DemoError, Doing as _};
use crate::made::{Made, MadeAccount, SCHEMA};
use crate::people::Person;
use crate::place::{Place, Stage};
use crate::plan::DAYS;
use crate::script::{PlaceScript, Script};

/// Where identifiers, tokens and passwords come from.
pub type Chance = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// How long before now the second factors were set up, so that the code of now was not used.
const BEFORE: SignedDuration = SignedDuration::from_mins(10);
/// How many accounts get their passwords at once.
const AT_ONCE: usize = 4;

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// A new folder, or an empty one.
    pub folder: PathBuf,
    /// The places, by key, code or name; all where none is named.
    pub places: Vec<String>,
    /// The present moment.
    pub now: Timestamp,
}

/// Makes a demo in a folder.
///
/// # Errors
/// The folder holds something, a place is unknown, or the office does not do what a story asks: then the folder is of no use.
pub async fn make(wanted: &Wanted, guantong: Arc<Guantong>, chance: Chance) -> Result<Made, DemoError> {
    is_empty(&wanted.folder)?;
    let script = Script::embedded()?;
    let chosen = chosen(&script, &guantong, &wanted.places)?;
    let calendar = Calendar::read(guantong.files().get("national/calendar.csv").unwrap_or_default())?;
    let today = service::day_at(wanted.now);
    let expiries = chosen.iter().filter_map(|one| guantong.packs().named(&one.place)?.expires);
    let before = expiries.map(model::Day::next).min().map_or(today, |day| day.min(today));
    let days = working_days(&calendar, before, DAYS)?;
    let (Some(from), Some(until)) = (days.first().copied(), days.last().copied()) else {
        return Err(DemoError::NoDays);
    };
    let clock = Clock::default();
    clock.morning_of(from);
    let at = OfficePlace { folder: wanted.folder.clone(), database: None };
    let opened = Office::open_with(&at, guantong, clock.now(), Arc::clone(&chance)).await;
    let office = opened.doing(|| wanted.folder.display().to_string())?;
    let stage = Stage { office, clock, chance, script: &script, days, today };
    let made = stage.play(&chosen, wanted.now).await;
    stage.office.store().close().await;
    let (accounts, cases) = made?;
    Ok(Made { schema: SCHEMA, from, until, accounts, cases })
}

impl Stage<'_> {
    async fn play(
        &self,
        chosen: &[&PlaceScript],
        now: Timestamp,
    ) -> Result<(Vec<MadeAccount>, Vec<crate::made::MadeCase>), DemoError> {
        let mut people = vec![
            Person::everywhere("administrator", Role::Administrator),
            Person::everywhere("inspector", Role::Inspector),
        ];
        for person in &people {
            person.put_on_record(&self.office, &self.chance).await?;
        }
        let mut places = Vec::new();
        for (number, place) in chosen.iter().enumerate() {
            let place = Place::set_up(self, place, number).await?;
            people.extend(place.people()?);
            places.push(place);
        }
        for (index, day) in self.days.iter().enumerate() {
            if index > 0 {
                self.clock.morning_of(*day);
            }
            self.office.tick().await.doing(|| format!("the clock on {day}"))?;
            try_join_all(places.iter_mut().map(|place| place.day(index))).await?;
        }
        self.clock.set(now.checked_sub(BEFORE).unwrap_or(now));
        self.office.tick().await.doing(|| "the clock of today".to_owned())?;
        let mut accounts = Vec::new();
        let who: Vec<&Person> = people.iter().filter(|person| person.login).collect();
        for some in who.chunks(AT_ONCE) {
            let at = now.checked_sub(BEFORE).unwrap_or(now);
            accounts.extend(try_join_all(some.iter().map(|one| one.gets_in(&self.office, &self.chance, at))).await?);
        }
        let mut cases = Vec::new();
        for place in &places {
            cases.extend(place.cases().await?);
        }
        Ok((accounts, cases))
    }
}

/// The places that are asked for by key, code or name.
fn chosen<'s>(script: &'s Script, guantong: &Guantong, asked: &[String]) -> Result<Vec<&'s PlaceScript>, DemoError> {
    let mut keys = Vec::new();
    for word in asked {
        let key = guantong.packs().named(word).map(|policy| policy.jurisdiction.key.as_str());
        match key.filter(|key| script.places.iter().any(|one| one.place == **key)) {
            Some(key) => keys.push(key),
            None => {
                let known: Vec<&str> = script.places.iter().map(|one| one.place.as_str()).collect();
                return Err(DemoError::NoSuchPlace { asked: word.clone(), known: known.join(", ") });
            }
        }
    }
    Ok(script.places.iter().filter(|one| keys.is_empty() || keys.contains(&one.place.as_str())).collect())
}

fn is_empty(folder: &Path) -> Result<(), DemoError> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(DemoError::NotEmpty(folder.to_owned())),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(DemoError::Folder { folder: folder.to_owned(), error }),
    }
}
