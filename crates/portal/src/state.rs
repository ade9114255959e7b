//! What every request reaches: the loaded product, the turns that decisions wait for, and the names offered in lists.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use model::paths::FactPath;
use model::question::QuestionDocument;
use model::{AwardLag, Day, Dossier, Standards, Target};
use office::Office;
use service::coverage::PolicyCoverage;
use service::{Answers, Ask, Guantong, PlanAnswers, PlanAsk, QuestionAsk, Refusal};
use tokio::sync::Semaphore;
use wording::Lang;

use crate::coverage::Shelf;

/// How many questions are decided at once.
const TURNS: usize = 4;
/// How long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// What stands between the server and its visitors.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Outside {
    /// A proxy of the operator's ends TLS in front of the server, and appends the visitor's address to `X-Forwarded-For`. Cookies are then
    /// only sent over TLS, under names that no other host can set.
    pub behind_tls: bool,
}

/// The portal's shared state.
#[derive(Debug)]
pub(crate) struct Portal {
    /// The loaded product.
    pub(crate) guantong: Arc<Guantong>,
    /// What does the casework; none where only the self-check is offered.
    pub(crate) office: Option<Office>,
    /// What stands between the server and its visitors.
    pub(crate) outside: Outside,
    shelf: Arc<Shelf>,
    turns: Semaphore,
}

/// A question that owns its parts, so that another thread can answer it.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// The person.
    pub(crate) dossier: Dossier,
    /// The place; all where none.
    pub(crate) jurisdiction: Option<String>,
    /// The day.
    pub(crate) as_of: Day,
    /// The targets; all governed where none.
    pub(crate) targets: Vec<Target>,
    /// Years left to standards; the operator's where none.
    pub(crate) standards: Option<Standards>,
    /// The language of the sentences.
    pub(crate) lang: Lang,
    /// Whether to say what would open each level that is not open.
    pub(crate) remedies: bool,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    /// The question is refused.
    Refused(Refusal),
    /// Too many questions are being answered.
    Busy,
    /// Something broke.
    Broken,
}

impl Portal {
    pub(crate) fn new(guantong: Arc<Guantong>, office: Option<Office>, outside: Outside) -> Self {
        let shelf = Arc::new(Shelf::new(&guantong));
        Self { guantong, office, outside, shelf, turns: Semaphore::new(TURNS) }
    }

    /// Runs work on a thread of its own, when its turn comes.
    pub(crate) async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, NoAnswer> {
        let turn = tokio::time::timeout(PATIENCE, self.turns.acquire()).await;
        let _turn = turn.map_err(|_| NoAnswer::Busy)?.map_err(|_| NoAnswer::Broken)?;
        tokio::task::spawn_blocking(work).await.map_err(|fault| {
            tracing::error!(%fault, "a piece of work broke");
            NoAnswer::Broken
        })
    }

    /// What a clause of a policy says, in a language; blank where the policy has no such clause.
    pub(crate) fn clause_says(&self, policy: &str, clause: &str, lang: Lang) -> &str {
        let policy = self.guantong.packs().with_id(policy);
        let found = policy.and_then(|policy| policy.clause_named(clause).and_then(|index| policy.clause(index)));
        found.map(|clause| clause.says(lang.key())).unwrap_or_default()
    }

    /// The coverage of a policy: worked out on a thread of its own when it is first asked for.
    pub(crate) async fn coverage(&self, id: &str) -> Result<Arc<PolicyCoverage>, NoAnswer> {
        let position = self.guantong.packs().all().position(|policy| policy.id == id);
        let position = position.ok_or(NoAnswer::Broken)?;
        if let Some(kept) = self.shelf.kept(position) {
            return Ok(kept);
        }
        let (guantong, shelf) = (Arc::clone(&self.guantong), Arc::clone(&self.shelf));
        self.in_turn(move || shelf.of(&guantong, position)).await?.ok_or(NoAnswer::Broken)
    }

    /// Makes the plans for a question on a thread of its own; gives the question back beside them.
    pub(crate) async fn plan(&self, question: Question, lag: AwardLag) -> Result<(Question, PlanAnswers), NoAnswer> {
        let guantong = Arc::clone(&self.guantong);
        let planned = self.in_turn(move || {
            let plans = guantong.plan(&PlanAsk {
                dossier: &question.dossier,
                jurisdiction: question.jurisdiction.as_deref(),
                as_of: question.as_of,
                lag,
                standards: question.standards.as_ref(),
                lang: question.lang,
            });
            plans.map(|plans| (question, plans))
        });
        planned.await?.map_err(NoAnswer::Refused)
    }

    /// What to ask next on a thread of its own, where `skip` cannot be told; gives the question back beside it.
    pub(crate) async fn next_question(
        &self,
        question: Question,
        skip: BTreeSet<FactPath>,
    ) -> Result<(Question, QuestionDocument), NoAnswer> {
        let guantong = Arc::clone(&self.guantong);
        let asked = self.in_turn(move || {
            let next = guantong.question(&QuestionAsk {
                dossier: &question.dossier,
                jurisdiction: question.jurisdiction.as_deref(),
                as_of: question.as_of,
                skip: &skip,
                standards: question.standards.as_ref(),
                lang: question.lang,
            });
            next.map(|next| (question, next))
        });
        asked.await?.map_err(NoAnswer::Refused)
    }

    /// Answers a question on a thread of its own; gives the question back beside the answers.
    pub(crate) async fn answer(&self, question: Question) -> Result<(Question, Answers), NoAnswer> {
        let guantong = Arc::clone(&self.guantong);
        let answered = self.in_turn(move || {
            let answers = guantong.check(&Ask {
                dossier: &question.dossier,
                jurisdiction: question.jurisdiction.as_deref(),
                as_of: question.as_of,
                targets: &question.targets,
                standards: question.standards.as_ref(),
                lang: question.lang,
                remedies: question.remedies,
            });
            answers.map(|answers| (question, answers))
        });
        answered.await?.map_err(NoAnswer::Refused)
    }
}
