//! `guantong policy coverage`: what carries each clause, and the worked examples on both sides of it.

use std::fmt::Write as _;

use policy::Policy;
use service::Guantong;
use service::cases;
use service::coverage::{CoverageDocument, PolicyCoverage, Side, Sides, Standing, faults, report};
use wording::Phrasebook;

use crate::args::{Cli, Format};
use crate::failure::Failure;
use crate::output;

/// Prints the coverage; fails where a decision clause is uncovered, a threshold has examples on one side only, or lines are.
pub(crate) fn run(cli: &Cli, guantong: &Guantong, place: Option<&Policy>, format: Format) -> Result<(), Failure> {
    let cases = cases::read(guantong.files()).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::BadInput(faults.join("\n"))
    })?;
    let document = report(guantong, &cases, place);
    let sound = document.policies.iter().all(|policy| faults(policy).is_empty());
    match format {
        Format::Json => output::print_json(&document)?,
        Format::Text => output::print(&text(&document, Phrasebook::of(cli.lang)))?,
    }
    if sound { Ok(()) } else { Err(Failure::CheckFailed) }
}

fn text(document: &CoverageDocument, book: &Phrasebook) -> String {
    let mut out = String::new();
    for policy in &document.policies {
        one(&mut out, policy, book);
        out.push('\n');
    }
    out
}

fn one(out: &mut String, policy: &PolicyCoverage, book: &Phrasebook) {
    let count = |standing| policy.standing(standing).count().to_string();
    let figures = [
        ("place", policy.name.clone()),
        ("id", policy.id.clone()),
        ("clauses", policy.clauses.len().to_string()),
        ("carried", count(Standing::Carried)),
        ("open", count(Standing::Open)),
        ("nothing", count(Standing::Nothing)),
        ("uncovered", count(Standing::Uncovered)),
        ("examples", policy.examples.to_string()),
    ];
    let figures: Vec<(&str, &str)> = figures.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let _ = writeln!(out, "{}", book.format("cli-coverage-head", &figures));
    let lines = [
        ("first", policy.lines.first.to_string()),
        ("last", policy.lines.last.to_string()),
        ("ranges", policy.lines.ranges.to_string()),
        ("between", policy.lines.between.to_string()),
    ];
    let lines: Vec<(&str, &str)> = lines.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if policy.lines.ranges > 0 {
        let _ = writeln!(out, "{}", book.format("cli-coverage-lines", &lines));
    }
    for clause in &policy.clauses {
        let standing = book.text(clause.standing.name_id());
        let part = book.format("cli-in-part", &[("part", book.text(&format!("part-{}", clause.part)))]);
        let part = if clause.standing == Standing::Open { part } else { String::new() };
        let _ = writeln!(out, "\n{}  {}  {standing}{part}", clause.clause, clause.place);
        if let Some(reason) = &clause.reason {
            let _ = writeln!(out, "  {}", reason.in_language(book.lang().key()));
        }
        for carrier in &clause.carriers {
            let by = &carrier.by_words(book.lang());
            let says = carrier.says.in_language(book.lang().key());
            let _ = writeln!(out, "  {}", book.format("cli-carried-by", &[("by", by), ("says", says)]));
            if let Some(of) = &carrier.of {
                let _ =
                    writeln!(out, "    {}", book.format("cli-asked-of", &[("of", of.in_language(book.lang().key()))]));
                let routes: Vec<String> = carrier.routes.iter().map(|r| format!("{}/{}", r.target, r.route)).collect();
                let shared = carrier.shared.as_ref().map(|name| book.format("rule-shared", &[("name", name)]));
                let _ = writeln!(out, "    {}", shared.into_iter().chain(routes).collect::<Vec<_>>().join(" "));
            }
            if let Some(sides) = &carrier.examples {
                let _ = writeln!(out, "    {}", examples(sides, book));
            }
        }
        if clause.named.count > 0 {
            let _ = writeln!(out, "  {}", book.format("cli-named-in", &[("examples", &side(&clause.named))]));
        }
    }
    for fault in faults(policy) {
        let _ = writeln!(out, "\n{fault}");
    }
}

fn examples(sides: &Sides, book: &Phrasebook) -> String {
    let short = side(&sides.short);
    let sides = [("yes", side(&sides.yes)), ("no", side(&sides.no)), ("refer", side(&sides.refer))];
    let sides: Vec<(&str, &str)> = sides.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let said = book.format("cli-examples", &sides);
    if short == "0" { said } else { book.format("cli-examples-short", &[("examples", &said), ("short", &short)]) }
}

/// `12 (first, second, …)`.
fn side(side: &Side) -> String {
    if side.count == 0 {
        return "0".to_owned();
    }
    let more = if side.count > side.first.len() { ", …" } else { "" };
    format!("{} ({}{more})", side.count, side.first.join(", "))
}
