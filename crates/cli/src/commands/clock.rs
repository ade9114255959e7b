//! `guantong clock`: what the passing of time brings, once.

use super::opened::{self, Opened};
use crate::args::office::Clock;
use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::output;

/// Does everything that is due, and says how much it was.
pub(crate) fn run(cli: &Cli, clock: &Clock) -> Result<(), Failure> {
    opened::run(async {
        let opened = Opened::open(cli, &clock.at).await?;
        let ticked = opened.told(None, opened.office.tick().await).await?;
        if clock.format == Format::Json {
            return output::print_json(&ticked);
        }
        let numbers = [ticked.lapsed, ticked.closed, ticked.recalculated, ticked.reminded].map(|n| n.to_string());
        let [lapsed, closed, recalculated, reminded] = &numbers;
        let arguments =
            [("lapsed", lapsed.as_str()), ("closed", closed), ("recalculated", recalculated), ("reminded", reminded)];
        output::print(&opened.book().format("clock-done", &arguments))
    })
}
