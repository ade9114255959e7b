//! The turn of one case on one day: its story goes on.

use model::Track;
use model::procedure::Work;
use office::{CaseOrder, CaseShown, FaultNamed, OfficeError, OpenOrder, To};

use crate::cast::{applicant, clerk};
use crate::error::{DemoError, Doing as _};
use crate::people::Person;
use crate::place::Place;
use crate::plan::{Ending, LAST};
use crate::script::{EVIDENCE, Goes};
use crate::step::{Words, carry_on};

/// How many days an applicant has to mend what was returned.
const DAYS_TO_MEND: i32 = 15;

/// An applicant with a case.
#[derive(Clone, Debug)]
pub(crate) struct Player {
    pub account: String,
    pub name: String,
    pub track: Track,
    pub login: bool,
    /// The day on which it begins, counted from 0.
    pub begins: usize,
    pub ending: Ending,
    /// The case, once it was opened.
    pub case: Option<String>,
    /// Whether its story is told.
    pub settled: bool,
}

impl Player {
    /// The account.
    pub fn person(&self, place: &str) -> Person {
        let look = self.ending.goes.key().to_owned();
        Person { actor: applicant(&self.account), place: Some(place.to_owned()), look, login: self.login }
    }
}

impl Place<'_> {
    /// Whoever has the case on this day does what the story asks.
    pub async fn turn(&self, player: &mut Player, day: usize) -> Result<(), DemoError> {
        if player.settled || day < player.begins {
            return Ok(());
        }
        let Some(shown) = self.shown(player).await? else { return self.begin(player).await };
        let Some((position, step)) = shown.case.step() else {
            player.settled = true;
            return Ok(());
        };
        let (at, work) = (position == player.ending.step, &step.work);
        let goes = player.ending.goes;
        let done = match (goes, work) {
            (Goes::EachStep, Work::Notice(_)) if at && day + 1 >= LAST => self.carry_on(player, &shown).await,
            (Goes::EachStep, _) if at => Ok(()),
            (Goes::Objected, _) if at && day + 2 < LAST => Ok(()),
            (Goes::Objected, _) if at && shown.case.open_notice().is_some() => {
                player.settled = true;
                let order = CaseOrder::Object { text: self.texts().objection.clone() };
                self.order(&applicant(&self.objector), &shown, order).await
            }
            (Goes::Returned, _) if at && day + 2 < LAST => Ok(()),
            (Goes::Returned | Goes::Refused, Work::Check(_)) if at => self.finds_fault(&shown, goes).await,
            (Goes::Withdrawn, _) => {
                let order = CaseOrder::Withdraw { reason: Some(self.texts().withdrawn.clone()) };
                self.order(&applicant(&player.account), &shown, order).await
            }
            (Goes::NotPassed, Work::Exam(_)) if at => {
                let part = shown.case.parts_open().first().map(|part| (*part).to_owned()).unwrap_or_default();
                let examiner = crate::cast::acting(self.holder(&shown), casework::Role::Examiner);
                self.order(&examiner, &shown, CaseOrder::Part { part, passed: false, sheet: None }).await
            }
            _ => self.carry_on(player, &shown).await,
        };
        done.doing(|| format!("{} in {}", player.account, shown.status_name))
    }

    fn texts(&self) -> &crate::script::Texts {
        &self.stage.script.stories.texts
    }

    fn holder<'c>(&self, shown: &'c CaseShown) -> &'c str {
        shown.holder.as_deref().unwrap_or_default()
    }

    async fn order(&self, by: &casework::Actor, shown: &CaseShown, order: CaseOrder) -> Result<(), OfficeError> {
        self.stage.office.order(by, &shown.id, &order, None).await.map(|_| ())
    }

    async fn carry_on(&self, player: &Player, shown: &CaseShown) -> Result<(), OfficeError> {
        let notice = self.texts().notice.replace("{name}", &player.name);
        let words = Words { finding: &self.texts().finding, notice: &notice };
        carry_on(&self.stage.office, shown, &words).await.map(|_| ())
    }

    /// The office that checks finds the first of its points unmet: it sends the case back, or refuses it.
    async fn finds_fault(&self, shown: &CaseShown, goes: Goes) -> Result<(), OfficeError> {
        let Some((_, step)) = shown.case.step() else { return Ok(()) };
        let Work::Check(check) = &step.work else { return Ok(()) };
        let (texts, clerk) = (self.texts(), clerk(self.holder(shown)));
        for (index, point) in check.points.iter().enumerate() {
            let reason = (index == 0).then(|| texts.unmet.clone());
            let verdict = CaseOrder::Verdict { point: point.id.clone(), met: index > 0, reason };
            self.order(&clerk, shown, verdict).await?;
        }
        let (first, ground) = (check.points.first(), check.grounds.first().map(|ground| ground.id.clone()));
        let clause = first.map(|point| point.clause.clone()).or_else(|| step.clauses.first().cloned());
        let order = if goes == Goes::Refused {
            CaseOrder::Refuse { clause: clause.unwrap_or_default(), ground, reason: texts.refused.clone() }
        } else {
            let fault = FaultNamed {
                at: texts.fault_at.clone(),
                point: first.map(|point| point.id.clone()),
                clause,
                problem: texts.problem.clone(),
                cure: texts.cure.clone(),
            };
            let due = self.stage.today.plus(DAYS_TO_MEND);
            CaseOrder::Return { faults: vec![fault], due, ground, to: To::Applicant, superior: None }
        };
        self.order(&clerk, shown, order).await
    }

    /// The applicant opens a draft, adds a file, and files it unless the story leaves it a draft.
    pub async fn begin(&self, player: &mut Player) -> Result<(), DemoError> {
        let office = &self.stage.office;
        let (by, script) = (applicant(&player.account), self.stage.script.people.applicant(player.track)?);
        let year = self.stage.days.first().map_or(0, |day| day.year());
        let open = OpenOrder {
            place: self.script.place.clone(),
            target: script.target.clone(),
            employer: Some(self.script.id_of("employer")),
            agency: None,
            assessor: self.assessor.clone().filter(|_| player.track == Track::Skill),
            dossier: script.dossier(&player.name, year)?,
        };
        let what = || format!("the application of {}", player.account);
        let case = office.open_case(&by, &open, None).await.doing(what)?.case;
        let file = office.evidence().put("evidence.png", EVIDENCE.to_vec()).await.map_err(OfficeError::from);
        let file = file.doing(what)?.hash.to_string();
        let attach = CaseOrder::Attach { file, proves: script.proves.clone() };
        office.order(&by, &case, &attach, None).await.doing(what)?;
        if player.ending.goes == Goes::Draft {
            player.settled = true;
        } else {
            office.order(&by, &case, &CaseOrder::File { promise: true }, None).await.doing(what)?;
        }
        player.case = Some(case);
        Ok(())
    }
}
