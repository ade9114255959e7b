//! JSON in to explained JSON out, against what serde_json alone needs to read the dossier and write as much.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench may stop at the first surprise")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use model::{Day, Dossier, Standards};
use serde::Deserialize;
use service::{Answers, Ask, Guantong};
use wording::Lang;

/// The aim: not slower than so many times the floor.
const AIM: f64 = 3.0;

/// A dossier as a plain derived structure reads it, without any check: the floor.
#[derive(Deserialize)]
#[allow(dead_code, reason = "read, and thrown away")]
struct Plain {
    schema: String,
    person: BTreeMap<String, String>,
    employment: PlainEmployment,
    education: Vec<serde_json::Map<String, serde_json::Value>>,
    skills: Vec<PlainSkill>,
    titles: Vec<BTreeMap<String, String>>,
    work: Vec<PlainWork>,
    reviews: BTreeMap<String, String>,
    honours: Vec<serde_json::Value>,
    sanctions: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, and thrown away")]
struct PlainEmployment {
    status: String,
    employer: PlainEmployer,
    field: String,
    frontline: bool,
    skilled_post: bool,
    appointed_as: String,
    occupation: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, and thrown away")]
struct PlainEmployer {
    kind: String,
    non_public: bool,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, and thrown away")]
struct PlainSkill {
    level: String,
    occupation: String,
    date: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read, and thrown away")]
struct PlainWork {
    occupation: String,
    from: String,
    to: Option<String>,
}

/// The least time of one run in microseconds, over many short rounds.
fn least(mut work: impl FnMut()) -> f64 {
    let begin = Instant::now();
    let mut least = f64::MAX;
    while begin.elapsed() < Duration::from_secs(2) {
        let start = Instant::now();
        work();
        least = least.min(start.elapsed().as_secs_f64() * 1e6);
    }
    least
}

fn answer(guantong: &Guantong, dossier: &Dossier) -> Answers {
    let ask = Ask {
        dossier,
        jurisdiction: Some("370000"),
        as_of: Day::parse("2026-11-21").unwrap(),
        targets: &[],
        standards: None,
        lang: Lang::Zh,
        remedies: false,
    };
    guantong.check(&ask).unwrap()
}

fn main() {
    let example = include_str!("../../../docs/examples/technician.yaml");
    let whole = example.replace("\"2024\": excellent }", "\"2024\": excellent, \"2025\": pass }");
    let dossier = Dossier::read(&whole).unwrap();
    let text = serde_json::to_string(&dossier).unwrap();
    let guantong = Guantong::embedded(Standards::default()).unwrap();
    let answers = answer(&guantong, &dossier);
    let bytes = serde_json::to_string(&answers).unwrap().len();

    let read = least(|| drop(black_box(serde_json::from_str::<Plain>(&text).unwrap())));
    let write = least(|| drop(black_box(serde_json::to_string(&answers).unwrap())));
    let whole = least(|| {
        let dossier = Dossier::read(&text).unwrap();
        drop(black_box(serde_json::to_string(&answer(&guantong, &dossier)).unwrap()));
    });
    let count = answers.documents().iter().map(|document| document.decisions.len()).sum::<usize>();
    println!("dossier {} bytes, answer {bytes} bytes, {count} targets explained", text.len());
    println!("floor: read {read:.1} µs + write {write:.1} µs; JSON in to explained JSON out {whole:.1} µs");
    println!("ratio {:.2} (aim {AIM:.0})", whole / (read + write));
}
