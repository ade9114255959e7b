//! Whether every application finds a way: each governed level has one that asks nothing of the register or the employer.

use model::Effect;
use model::procedure::{Procedure, Way, When};

use crate::fault::Gather;
use crate::rule::{Governed, Level};

/// Levels, with what they open, for which no way is left once every condition on employer and register fails.
pub(super) fn finds_a_way(g: &mut Gather<'_>, procedure: &Procedure, governed: &[Governed]) {
    for level in governed {
        let mut effects: Vec<Effect> = level.routes.iter().map(|route| route.effect).collect();
        effects.sort_unstable();
        effects.dedup();
        for effect in effects {
            let open = |way: &&Way| asks_nothing_else(&way.when) && takes(way, level, effect);
            if !procedure.ways.iter().any(|way| open(&way)) {
                let problem = format!("an application for {} ({effect}) may find no way", level.target());
                let remedy = "add a last way without conditions on employer or register, or one with `elsewhere`";
                g.add(None, "ways", problem, remedy);
            }
        }
    }
}

/// Whether a way is for a level, whatever the employer and the register.
fn takes(way: &Way, governed: &Governed, effect: Effect) -> bool {
    let when = &way.when;
    let level = match governed.level {
        Level::Title(tier) => when.titles.is_empty() || when.titles.contains(&tier),
        Level::Skill(level) => when.skills.is_empty() || when.skills.contains(&level),
    };
    let series = when.series.is_empty() || governed.series.iter().all(|series| when.series.contains(series));
    way.track == governed.level.track() && level && series && when.effect.is_none_or(|own| own == effect)
}

fn asks_nothing_else(when: &When) -> bool {
    let level = When {
        titles: when.titles.clone(),
        skills: when.skills.clone(),
        series: when.series.clone(),
        effect: when.effect,
        ..When::default()
    };
    *when == level
}
