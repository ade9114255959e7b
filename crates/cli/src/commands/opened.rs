//! An office opened for one command: where it is, who acts, and what is told when something is not done.

use std::future::Future;
use std::sync::Arc;

use office::{Caller, Office, OfficeError, OfficePlace, system_time};
use wording::{Lang, Phrasebook};

use crate::args::Cli;
use crate::args::casework::{Acting, At};
use crate::failure::Failure;
use crate::input;

/// An open office, and the language in which it is spoken of.
pub(crate) struct Opened {
    /// The office.
    pub office: Office,
    /// The language.
    pub lang: Lang,
}

/// The office's place, as the arguments have it.
pub(crate) fn place(at: &At) -> OfficePlace {
    OfficePlace { folder: at.data.clone(), database: at.database.clone() }
}

/// Runs a command's work.
pub(crate) fn run<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.map_err(|error| Failure::BadInput(format!("the program cannot start: {error}")))?.block_on(work)
}

impl Opened {
    /// Opens the office.
    pub async fn open(cli: &Cli, at: &At) -> Result<Self, Failure> {
        let guantong = Arc::new(input::guantong(cli, input::standards(at.standards.as_deref())?)?);
        let opened = Office::open(&place(at), guantong, system_time()).await;
        let office = opened.map_err(|error| Failure::BadInput(error.to_string()))?;
        Ok(Self { office, lang: cli.lang })
    }

    /// The texts.
    pub fn book(&self) -> &'static Phrasebook {
        Phrasebook::of(self.lang)
    }

    /// The account of the token that was given.
    pub async fn caller(&self, acting: &Acting) -> Result<Caller, Failure> {
        let Some(token) = &acting.token else {
            return Err(Failure::BadInput(self.book().text("office-token-needed").to_owned()));
        };
        self.told(None, self.office.caller(token).await).await
    }

    /// What came out, or a sentence on why nothing did. `case` is the id of the case that it is about.
    pub async fn told<T>(&self, case: Option<&str>, done: Result<T, OfficeError>) -> Result<T, Failure> {
        match done {
            Ok(done) => Ok(done),
            Err(OfficeError::Faults(faults)) => Err(Failure::BadInput(faults.to_string())),
            Err(error) => Err(Failure::BadInput(self.office.said(&error, case, self.lang).await.line(self.lang))),
        }
    }
}
