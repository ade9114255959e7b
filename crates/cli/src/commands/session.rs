//! `guantong session`: orders; and the steps of an electronic vote, those of a voter without data and network.

use std::path::Path;

use ballot::{BallotFault, Flaw, Poll, Published, Receipt, Slip, SystemChance};
use office::{BlindlySigned, CastOrder, SignatureOrder};
use serde_json::json;
use wording::Phrasebook;

use super::opened::{self, Opened};
use super::ordered::{self, Kind};
use crate::args::ballot::{Session, SessionCommand};
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::{input, output};

/// Carries out one of the commands on a session.
pub(crate) fn run(cli: &Cli, session: &Session) -> Result<(), Failure> {
    let book = Phrasebook::of(cli.lang);
    match &session.command {
        SessionCommand::Order { id, file } => ordered::order(cli, Kind::Session, &session.acting, id, file),
        SessionCommand::Show { id } => ordered::show(cli, Kind::Session, &session.acting, id),
        SessionCommand::List(paged) => ordered::list(cli, Kind::Session, &session.acting, paged),
        SessionCommand::Ballots { id } => opened::run(async {
            let opened = Opened::open(cli, &session.acting.at).await?;
            let by = match &session.acting.token {
                Some(_) => Some(opened.caller(&session.acting).await?),
                None => None,
            };
            let published = opened.office.published(by.as_ref(), id).await;
            output::print_json(&opened.told(None, published).await?)
        }),
        SessionCommand::Fill { record, case, choice, slip } => {
            let published: Published = input::document(record)?;
            let Some(vote) = published.open.iter().find(|vote| vote.case == *case) else {
                return Err(Failure::in_file(record, &book.format("ballot-no-vote", &[("case", case)])));
            };
            let poll = Poll { session: published.session.clone(), case: case.clone(), round: vote.round };
            let filled = Slip::fill(poll, &vote.key, *choice, &mut SystemChance).map_err(|fault| bad(record, fault))?;
            if slip.exists() {
                return Err(Failure::in_file(slip, &book.text("ballot-slip-there")));
            }
            keep(slip, &filled)?;
            output::print_json(&asked(&filled))
        }
        SessionCommand::Sign { slip: file, answer } => {
            let mut slip: Slip = input::document(file)?;
            let answer: BlindlySigned = match answer {
                Some(answer) => input::document(answer)?,
                None => opened::run(async {
                    let opened = Opened::open(cli, &session.acting.at).await?;
                    let by = opened.caller(&session.acting).await?;
                    let signed = opened.office.sign_ballot(&by, &slip.poll.session, &asked(&slip)).await;
                    opened.told(None, signed).await
                })?,
            };
            slip.sign(&answer.blind_signature).map_err(|fault| bad(file, fault))?;
            keep(file, &slip)?;
            output::print_json(&cast(file, &slip)?)
        }
        SessionCommand::Cast { slip: file } => opened::run(async {
            let slip: Slip = input::document(file)?;
            let order = cast(file, &slip)?;
            let opened = Opened::open(cli, &session.acting.at).await?;
            let taken = opened.office.cast_ballot(&slip.poll.session, &order).await;
            let taken = opened.told(None, taken).await?;
            match session.acting.format {
                Format::Json => output::print_json(&taken),
                Format::Text => output::print(&book.format("ballot-taken", &[("serial", &taken.serial)])),
            }
        }),
        SessionCommand::Receipt { slip: file, record } => {
            let slip: Slip = input::document(file)?;
            let found = slip.look_up(&input::document(record)?).map_err(|fault| bad(file, fault))?;
            let (key, holds) = match found {
                Receipt::Counted => ("counted", true),
                Receipt::NotYet => ("not-yet", false),
                Receipt::OtherKey => ("other-key", false),
                Receipt::Missing => ("missing", false),
            };
            match session.acting.format {
                Format::Json => output::print_json(&json!({ "serial": slip.serial, "receipt": key }))?,
                Format::Text => {
                    output::print(&book.format(&format!("ballot-receipt-{key}"), &[("serial", &slip.serial)]))?;
                }
            }
            if holds { Ok(()) } else { Err(Failure::CheckFailed) }
        }
        SessionCommand::Count { record } => count(book, session.acting.format, &input::document(record)?),
    }
}

/// Counts all votes of a record again.
fn count(book: &Phrasebook, format: Format, record: &Published) -> Result<(), Failure> {
    let mut sound = true;
    let mut lines = Vec::new();
    let mut counted = Vec::new();
    for vote in &record.votes {
        let flaws = vote.flaws(&record.session);
        sound &= flaws.is_empty();
        let tally = &vote.result.tally;
        let [yes, no, abstain, ballots, papers] =
            [tally.yes, tally.no, tally.abstain, vote.ballots.len() as u32, vote.papers]
                .map(|number| number.to_string());
        let id = if flaws.is_empty() { "ballot-count-holds" } else { "ballot-count-fails" };
        let numbers: [(&str, &str); 6] = [
            ("case", &vote.case),
            ("yes", &yes),
            ("no", &no),
            ("abstain", &abstain),
            ("ballots", &ballots),
            ("papers", &papers),
        ];
        lines.push(book.format(id, &numbers));
        for flaw in &flaws {
            let serial = if let Flaw::Ballot { serial, .. } = flaw { serial.as_str() } else { "" };
            lines.push(book.format(&format!("ballot-flaw-{}", flaw.key()), &[("serial", serial)]));
        }
        let keys: Vec<&str> = flaws.iter().map(Flaw::key).collect();
        counted.push(json!({ "case": vote.case, "round": vote.round, "flaws": keys, "result": vote.result }));
    }
    match format {
        Format::Json => output::print_json(&json!({ "session": record.session, "holds": sound, "votes": counted }))?,
        Format::Text if lines.is_empty() => output::print(book.text("ballot-count-nothing"))?,
        Format::Text => output::print(&lines.join("\n"))?,
    }
    if sound { Ok(()) } else { Err(Failure::CheckFailed) }
}

fn asked(slip: &Slip) -> SignatureOrder {
    SignatureOrder { case: slip.poll.case.clone(), round: slip.poll.round, blinded: slip.blinded.clone() }
}

fn cast(file: &Path, slip: &Slip) -> Result<CastOrder, Failure> {
    let ballot = slip.ballot().map_err(|fault| bad(file, fault))?;
    Ok(CastOrder { case: slip.poll.case.clone(), round: slip.poll.round, ballot })
}

fn bad(file: &Path, fault: BallotFault) -> Failure {
    Failure::in_file(file, &fault)
}

/// Writes a slip for nobody else to read, whole or not at all.
fn keep(file: &Path, slip: &Slip) -> Result<(), Failure> {
    let fault = |error: std::io::Error| Failure::in_file(file, &error);
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let temporary = tempfile::NamedTempFile::new_in(folder).map_err(fault)?;
    serde_json::to_writer_pretty(&temporary, slip).map_err(|error| fault(error.into()))?;
    temporary.as_file().sync_all().map_err(fault)?;
    temporary.persist(file).map(|_| ()).map_err(|error| fault(error.error))
}
