//! Makes an order from outside into one that the procedure understands: texts become documents, the rules are asked.

use casework::Refusal;
use casework::case::{Case, Claim, Command, Evaluation, Evidence, Fault, Filing, ReturnTo, Round};
use casework::privacy::fit_to_publish;
use casework::register::{Register, Sought};
use casework::routing::{Application, route};
use casework::working_days::Period;
use model::procedure::{Procedure, Proves, Work};
use model::{Dossier, Target};
use serde_json::Value;

use super::{target, with_findings};
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::evaluate::{Question, dossier};
use crate::office::Office;
use crate::order::{CaseOrder, FaultNamed, To};

/// On what the way of a draft depends.
pub(crate) struct Applying<'a> {
    /// The place's procedure.
    pub procedure: &'a Procedure,
    /// The register.
    pub register: &'a Register,
    /// What decides the way.
    pub application: Application<'a>,
    /// What the rules say.
    pub evaluation: Evaluation,
    /// The round that would take it today.
    pub round: Option<Round>,
    /// The dossier as it was sent.
    pub document: &'a Value,
}

impl Office {
    /// The command of an order; documents that it brings are drafted.
    pub(crate) async fn prepare(
        &self,
        case: &Case,
        order: &CaseOrder,
        drafts: &mut Drafts,
    ) -> Result<Command, OfficeError> {
        let command = match order {
            CaseOrder::Amend { dossier: document } => {
                dossier(document)?;
                let before = self.dossier_of(case).await?;
                let changed = differing(&before, document);
                Command::Amend { dossier: drafts.add(self, "dossier", document.clone()), changed }
            }
            CaseOrder::Attach { file, proves } => Command::Attach(self.evidence_of(file, proves).await?),
            CaseOrder::Detach { file } => Command::Detach { evidence: file.clone() },
            CaseOrder::File { promise } => Command::File(Box::new(self.filing(case, *promise, drafts).await?)),
            CaseOrder::Resubmit {} => Command::Resubmit { evaluation: self.ask(case, None, drafts).await? },
            CaseOrder::Withdraw { reason } => {
                Command::Withdraw { reason: reason.as_ref().map(|text| drafts.text(self, text)) }
            }
            CaseOrder::AskAgain { reason } => Command::AskAgain { reason: drafts.text(self, reason) },
            CaseOrder::AnswerAskedAgain { upheld, reason } => {
                Command::AnswerAskedAgain { upheld: *upheld, reason: drafts.text(self, reason) }
            }
            CaseOrder::Verdict { point, met, reason } => Command::Verdict {
                point: point.clone(),
                met: *met,
                reason: reason.as_ref().map(|text| drafts.text(self, text)),
            },
            CaseOrder::Find { clause, holds, reason } => Command::Find {
                clause: clause.clone(),
                holds: *holds,
                reason: drafts.text(self, reason),
                evaluation: self.ask(case, Some((clause, *holds)), drafts).await?,
            },
            CaseOrder::Forward {} => Command::Forward { evaluation: self.ask(case, None, drafts).await? },
            CaseOrder::Return { faults, due, ground, to, superior } => Command::Return {
                faults: faults.iter().map(|fault| self.fault(fault, drafts)).collect(),
                due: *due,
                ground: ground.clone(),
                to: match to {
                    To::Applicant => ReturnTo::Applicant,
                    To::Step(step) => ReturnTo::Step(step.clone()),
                },
                superior: superior.as_ref().map(|text| drafts.text(self, text)),
            },
            CaseOrder::Refuse { clause, ground, reason } => Command::Refuse {
                clause: clause.clone(),
                ground: ground.clone(),
                reason: drafts.text(self, reason),
                evaluation: self.ask(case, None, drafts).await?,
            },
            CaseOrder::Publish { text } => {
                fit_to_publish(text)?;
                Command::Publish { text: drafts.text(self, text), period: self.period_from_today(case) }
            }
            CaseOrder::Republish { text, reason } => {
                fit_to_publish(text)?;
                let (text, reason) = (drafts.text(self, text), drafts.text(self, reason));
                Command::Republish { text, period: self.period_from_today(case), reason }
            }
            CaseOrder::CloseNotice {} => Command::CloseNotice,
            CaseOrder::Object { text } => Command::Object { text: drafts.text(self, text) },
            CaseOrder::AnswerObjection { number, upheld, reason } => {
                Command::AnswerObjection { number: *number, upheld: *upheld, reason: drafts.text(self, reason) }
            }
            CaseOrder::Charge { part, fen } => Command::Charge { part: part.clone(), fen: *fen },
            CaseOrder::Part { part, passed, sheet } => Command::Part {
                part: part.clone(),
                passed: *passed,
                sheet: sheet.as_ref().map(|sheet| drafts.add(self, "sheet", sheet.clone())),
            },
            CaseOrder::Confirm {} => Command::Confirm { evaluation: self.ask(case, None, drafts).await? },
            CaseOrder::Fraud { act, clause, decision } => {
                Command::Fraud { decision: drafts.text(self, decision), act: act.clone(), clause: clause.clone() }
            }
        };
        Ok(command)
    }

    fn fault(&self, fault: &FaultNamed, drafts: &mut Drafts) -> Fault {
        Fault {
            at: fault.at.clone(),
            point: fault.point.clone(),
            clause: fault.clause.clone(),
            problem: drafts.text(self, &fault.problem),
            cure: drafts.text(self, &fault.cure),
        }
    }

    /// The dossier of a case as it was sent.
    pub(crate) async fn dossier_of(&self, case: &Case) -> Result<Value, OfficeError> {
        let none = || OfficeError::NotFound { what: "dossier", id: case.status_name() };
        self.document(case.dossier.as_ref().ok_or_else(none)?).await
    }

    /// Asks the rules of the case's filing again.
    async fn ask(
        &self,
        case: &Case,
        further: Option<(&str, bool)>,
        drafts: &mut Drafts,
    ) -> Result<Box<Evaluation>, OfficeError> {
        // Of a draft the rules are first asked when it is filed.
        let none = || OfficeError::Refused(Refusal::new("out-of-order").with("status", case.status_name()));
        let opened = case.opened.as_ref().ok_or_else(none)?;
        let (as_of, first) = case.reference.zip(case.evaluation.as_ref()).ok_or_else(none)?;
        let dossier_ref = case.dossier.as_ref().ok_or_else(none)?;
        let document = self.document(dossier_ref).await?;
        let dossier = with_findings(dossier(&document)?, case, further);
        let packs = self.packs(&first.archive).await?;
        let question = Question {
            packs: &packs,
            archive: &first.archive,
            place: &opened.place,
            target: &target(&opened.target)?,
            as_of,
            dossier: &dossier,
            dossier_ref,
        };
        Ok(Box::new(self.evaluate(&question, drafts)?))
    }

    /// What filing brings: the answer of the rules, the way, who acts in it, and the round.
    async fn filing(&self, case: &Case, promised: bool, drafts: &mut Drafts) -> Result<Filing, OfficeError> {
        self.applying(case, drafts, |applying| {
            let (way, stages) = route(applying.procedure, applying.register, &applying.application)?;
            let round = if way.round.is_some() { applying.round } else { None };
            let evaluation = applying.evaluation;
            Ok(Filing { promised, evaluation, way, stages, round, claims: claims(applying.document) })
        })
        .await
    }

    /// Gathers all on which the way of a draft depends, as it stands today.
    pub(crate) async fn applying<T>(
        &self,
        case: &Case,
        drafts: &mut Drafts,
        then: impl FnOnce(Applying<'_>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let none = || OfficeError::NotFound { what: "draft", id: case.status_name() };
        let opened = case.opened.as_ref().ok_or_else(none)?;
        let dossier_ref = case.dossier.as_ref().ok_or_else(none)?;
        let document = self.document(dossier_ref).await?;
        let dossier = with_findings(dossier(&document)?, case, None);
        let target = target(&opened.target)?;
        let register = self.register().await?;
        let today = self.moment().day;
        let area = opened.employer.as_ref().and_then(|id| register.organisations.get(id)).map(|one| one.area.as_str());
        let policy = self.guantong.policy(&opened.place).map_err(|refusal| OfficeError::Faults(refusal.faults()))?;
        let sought = sought(&target, &dossier, area.unwrap_or(&policy.jurisdiction.code), today);
        let round = self.round_for(&opened.place, &sought).await?;
        let question = Question {
            packs: &self.guantong,
            archive: &self.archive,
            place: &opened.place,
            target: &target,
            as_of: round.as_ref().map_or(today, |round| round.reference),
            dossier: &dossier,
            dossier_ref,
        };
        let evaluation = self.evaluate(&question, drafts)?;
        let employer = &dossier.employment.employer;
        let application = Application {
            sought,
            effect: evaluation.effect,
            employer_kind: employer.kind,
            non_public: employer.non_public,
            upper_level: employer.upper_level,
            opened,
        };
        let none = || OfficeError::NotFound { what: "procedure", id: opened.place.clone() };
        let procedure = policy.procedure.as_ref().ok_or_else(none)?;
        then(Applying { procedure, register: &register, application, evaluation, round, document: &document })
    }

    async fn evidence_of(&self, file: &str, proves: &[String]) -> Result<Evidence, OfficeError> {
        let unknown = || OfficeError::NotFound { what: "file", id: file.to_owned() };
        let hash = file.parse().map_err(|_| unknown())?;
        let kept = self.evidence.kept(hash).await?;
        Ok(Evidence {
            id: file.to_owned(),
            media_type: kept.media_type.name().to_owned(),
            bytes: kept.bytes as u64,
            proves: proves.to_vec(),
        })
    }

    /// The working days of a notice that is published today in the present step.
    fn period_from_today(&self, case: &Case) -> Period {
        let today = self.moment().day;
        self.calendar.notice(today, notice_days(case), today)
    }
}

/// How many working days the present step asks for.
pub(crate) fn notice_days(case: &Case) -> u16 {
    match case.step().map(|(_, step)| &step.work) {
        Some(Work::Notice(notice)) => notice.working_days,
        _ => 0,
    }
}

/// What an application looks for in the register.
pub(crate) fn sought<'a>(target: &'a Target, dossier: &'a Dossier, area: &'a str, day: model::Day) -> Sought<'a> {
    let employment = &dossier.employment;
    let (title, series, skill, occupation) = match target {
        Target::Title { tier, series } => (Some(*tier), Some(*series), None, None),
        Target::Skill { level, occupation } => (None, None, Some(*level), occupation.as_deref()),
    };
    let specialty = employment.specialty.as_deref();
    let occupation = occupation.or(employment.occupation.as_deref());
    Sought { area, title, series, specialty, skill, occupation, day }
}

/// The records of a dossier that documents may have to prove.
pub(crate) fn claims(document: &Value) -> Vec<Claim> {
    let lists = [Proves::Skills, Proves::Titles, Proves::Honours, Proves::Education];
    let mut claims = Vec::new();
    for key in lists.map(Proves::key) {
        let count = document.get(key).and_then(Value::as_array).map_or(0, Vec::len);
        claims.extend((0..count).map(|index| Claim { key: key.to_owned(), path: format!("{key}[{index}]") }));
    }
    for key in [Proves::Reviews, Proves::ContinuingEducation].map(Proves::key) {
        if document.get(key).and_then(Value::as_object).is_some_and(|years| !years.is_empty()) {
            claims.push(Claim { key: key.to_owned(), path: key.to_owned() });
        }
    }
    claims
}

/// The paths at which two documents differ, the deepest that tell.
pub(crate) fn differing(before: &Value, after: &Value) -> Vec<String> {
    let mut paths = Vec::new();
    walk("", before, after, &mut paths);
    paths
}

fn walk(path: &str, before: &Value, after: &Value, paths: &mut Vec<String>) {
    match (before, after) {
        _ if before == after => {}
        (Value::Object(old), Value::Object(new)) => {
            let keys: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for key in keys {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let (old, new) = (old.get(key), new.get(key));
                walk(&inner, old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null), paths);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for index in 0..old.len().max(new.len()) {
                let (old, new) = (old.get(index), new.get(index));
                let inner = format!("{path}[{index}]");
                walk(&inner, old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null), paths);
            }
        }
        _ => paths.push(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::differing;
    use serde_json::json;

    #[test]
    fn differences_are_named_by_their_paths() {
        let before = json!({"skills": [{"level": "technician", "date": "2020-01-01"}], "person": {"sex": "male"}});
        let after = json!({"skills": [{"level": "technician", "date": "2020-02-01"}, {"level": "x"}], "reviews": {}});
        assert_eq!(differing(&before, &after), ["person", "reviews", "skills[0].date", "skills[1]"]);
        assert!(differing(&before, &before).is_empty());
    }
}
