//! A session as its members and its office may see it: no ballot is linked to anybody, and whoever keeps out of a case sees
//! nothing of it.

use std::collections::BTreeMap;

use casework::session::{
    Defended, Group, Item, MaterialKind, Outcome, Session, Sheet, Stage, Summary, Total, Vote, VoteResult,
};
use model::{Day, Track};
use schemars::JsonSchema;
use serde::Serialize;

use super::for_whom;
use crate::account::{Caller, is_of_office};
use crate::error::OfficeError;
use crate::office::Office;

/// A session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SessionView {
    /// Its id.
    pub id: String,
    /// How many records its history has; none where the reader keeps out of a case, whose records would be counted with it.
    pub version: Option<u64>,
    /// Where it stands: convened, sitting or announced.
    pub phase: String,
    /// The committee.
    pub committee: String,
    /// The organisation that keeps its office.
    pub office: String,
    /// The day.
    pub on: Day,
    /// How many members it has.
    pub size: u16,
    /// Who leads.
    pub chair: String,
    /// The members.
    pub members: Vec<SeatShown>,
    /// The groups.
    pub groups: Vec<Group>,
    /// Who attends.
    pub present: Vec<String>,
    /// The scoring sheets.
    pub sheets: Vec<Sheet>,
    /// The cases of the agenda, without those out of which the reader keeps.
    pub cases: Vec<AgendaCaseShown>,
}

/// A member.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SeatShown {
    /// The expert's id.
    pub id: String,
    /// Whether it is a skilled expert.
    pub skilled: bool,
}

/// A case of the agenda.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct AgendaCaseShown {
    /// The case.
    pub case: String,
    /// Title or skill.
    pub track: Track,
    /// The level's key.
    pub level: String,
    /// The key of the group.
    pub group: String,
    /// The id of the sheet.
    pub sheet: String,
    /// Whether the applicant defends.
    pub defence: bool,
    /// The session that voted before, where this is a re-examination.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub re_examines: Option<String>,
    /// Where it stands: before, open, closed or concluded.
    pub stage: String,
    /// Who keeps out of it.
    pub recused: Vec<String>,
    /// The group's opinion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opinion: Option<OpinionShown>,
    /// The kinds of material that the group admitted in place of a paper, with who signed.
    pub admitted: BTreeMap<MaterialKind, Vec<String>>,
    /// What was defended; null before the defence.
    pub defended: Option<Vec<Defended>>,
    /// Who has scored.
    pub scored: Vec<String>,
    /// What the reader's own scores come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_total: Option<Total>,
    /// What all scores come to: for the chair and the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// The vote; null before it is opened.
    pub vote: Option<VoteShown>,
    /// How the case ended in the session; null before.
    pub outcome: Option<Outcome>,
    /// Whether a re-examination was opened.
    pub re_examination: bool,
}

/// The opinion of a group.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct OpinionShown {
    /// Who signed it.
    pub experts: Vec<String>,
    /// Whether they recommend the case.
    pub recommends: bool,
}

/// A vote. Who voted how is nowhere; of the papers only the number is told, and whether the reader has one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct VoteShown {
    /// The how many-th vote in the case.
    pub round: u32,
    /// Whether it is electronic; null once it is closed.
    pub electronic: Option<bool>,
    /// How many papers were issued.
    pub papers: u32,
    /// Whether the reader has one; null once it is closed.
    pub own_paper: Option<bool>,
    /// The count; null while it is open.
    pub result: Option<VoteResult>,
}

impl Office {
    /// A session, for its members and its office.
    ///
    /// # Errors
    /// There is none, the caller has no part in it, or the store cannot be reached.
    pub async fn session_shown(&self, by: &Caller, id: &str) -> Result<SessionView, OfficeError> {
        let loaded = self.sitting(id).await?.loaded;
        let session = &loaded.state;
        for_whom(session, id, by)?;
        let Some(convening) = &session.convening else {
            return Err(OfficeError::NotFound { what: "session", id: id.to_owned() });
        };
        let hidden = session.items.values().any(|item| !is_for(item, by));
        let seat = |member: &casework::session::Member| SeatShown { id: member.id.clone(), skilled: member.skilled };
        Ok(SessionView {
            id: id.to_owned(),
            version: (!hidden).then_some(loaded.version),
            phase: session.phase().key().to_owned(),
            committee: convening.committee.clone(),
            office: convening.office.clone(),
            on: convening.on,
            size: convening.size,
            chair: convening.chair.clone(),
            members: convening.members.iter().map(seat).collect(),
            groups: convening.groups.clone(),
            present: session.present.iter().cloned().collect(),
            sheets: convening.sheets.clone(),
            cases: session
                .items
                .values()
                .filter(|item| is_for(item, by))
                .map(|item| shown(session, item, by))
                .collect(),
        })
    }

    /// A case of a session, for its members and its office; whoever keeps out of it is answered as if it were not there.
    ///
    /// # Errors
    /// There is none, the caller has no part in it, or the store cannot be reached.
    pub async fn agenda_case(&self, by: &Caller, id: &str, case: &str) -> Result<AgendaCaseShown, OfficeError> {
        let session = self.session(by, id).await?;
        let item = session.items.get(case).filter(|item| is_for(item, by));
        let item = item.ok_or_else(|| OfficeError::NotFound { what: "case", id: case.to_owned() })?;
        Ok(shown(&session, item, by))
    }
}

/// Whether somebody may see anything of a case: whoever keeps out of it may not.
pub(super) fn is_for(item: &Item, by: &Caller) -> bool {
    !item.recused.contains_key(&by.id)
}

fn shown(session: &Session, item: &Item, by: &Caller) -> AgendaCaseShown {
    let agenda = &item.agenda;
    let convening = session.convening.as_ref();
    let leads = convening.is_some_and(|convening| convening.chair == by.id || is_of_office(by, &convening.office));
    let opinion = item.opinion.as_ref();
    AgendaCaseShown {
        case: agenda.case.clone(),
        track: agenda.track,
        level: agenda.level.clone(),
        group: agenda.group.clone(),
        sheet: agenda.sheet.clone(),
        defence: agenda.defence,
        re_examines: agenda.re_examines.clone(),
        stage: match item.stage() {
            Stage::Before => "before",
            Stage::Open => "open",
            Stage::Closed => "closed",
            Stage::Concluded => "concluded",
        }
        .to_owned(),
        recused: item.recused.keys().cloned().collect(),
        opinion: opinion
            .map(|(experts, recommends)| OpinionShown { experts: experts.clone(), recommends: *recommends }),
        admitted: item.admitted.clone(),
        defended: item.defended.clone(),
        scored: item.scores.keys().cloned().collect(),
        own_total: item.scores.get(&by.id).cloned(),
        summary: if leads { session.summary(item).ok() } else { None },
        vote: vote(item, by),
        outcome: item.concluded,
        re_examination: item.re_examination,
    }
}

fn vote(item: &Item, by: &Caller) -> Option<VoteShown> {
    let round = item.rounds;
    match &item.vote {
        Vote::NotOpened => None,
        Vote::Open { papers, key } => Some(VoteShown {
            round,
            electronic: Some(key.is_some()),
            papers: u32::try_from(papers.len()).unwrap_or(u32::MAX),
            own_paper: Some(papers.contains(&by.id)),
            result: None,
        }),
        Vote::Closed(result) => Some(VoteShown {
            round,
            electronic: None,
            papers: result.papers,
            own_paper: None,
            result: Some(result.as_ref().clone()),
        }),
    }
}
