//! How long a sentence takes: each kind of reason, into a buffer in use and into a new one; and reading the texts.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use model::reason::{Placing, Reason};
use model::{Day, Grade, Series, SkillLevel, Status, TitleTier, Truth};
use wording::{Lang, Phrasebook};

fn reasons() -> Vec<(&'static str, Reason<'static>, Truth)> {
    let day = |text| Day::parse(text).ok();
    let skill = Reason::Skill {
        wanted: SkillLevel::SeniorWorker,
        level: Some(SkillLevel::Technician),
        occupation: Some("焊工"),
        date: day("2019-05-20"),
        any: true,
        in_post: false,
    };
    let title = Reason::Title {
        wanted: TitleTier::Intermediate,
        series: Series::Agriculture,
        tier: Some(TitleTier::Assistant),
        of: Some(Series::Agriculture),
        any: true,
    };
    let work = Reason::Work {
        since: Some(model::Track::Skill),
        years: 3,
        from: day("2019-05-20"),
        reached: day("2030-05-20"),
        with_other: day("2028-05-20"),
        standard: true,
        undated: false,
    };
    vec![
        ("status", Reason::Status(Some(Status::InService)), Truth::Yes),
        ("review", Reason::Reviews { last: 3, year: Some(2024), grade: Some(Grade::Basic) }, Truth::No),
        ("bar", Reason::Bar { years: 5, found: day("2023-03-01"), free: day("2028-03-02") }, Truth::No),
        ("skill", skill, Truth::Yes),
        ("title", title, Truth::No),
        ("work", work, Truth::No),
        ("catalogue", Reason::Catalogue(Some("焊工"), Placing::Listed), Truth::Yes),
        ("judged", Reason::Judged, Truth::Unknown),
    ]
}

fn sentences(c: &mut Criterion) {
    let Some(as_of) = Day::new(2026, 11, 21) else { return };
    for lang in Lang::ALL {
        let book = Phrasebook::of(*lang);
        for (name, reason, holds) in reasons() {
            let mut out = String::new();
            c.bench_function(&format!("{}/{name}", lang.key()), |bencher| {
                bencher.iter(|| {
                    out.clear();
                    book.condition(&mut out, black_box(&reason), black_box(holds), as_of);
                    out.len()
                });
            });
        }
        c.bench_function(&format!("{}/new buffer", lang.key()), |bencher| {
            let (_, reason, holds) = reasons()[3];
            bencher.iter(|| {
                let mut out = String::new();
                book.condition(&mut out, black_box(&reason), black_box(holds), as_of);
                out
            });
        });
    }
}

criterion_group!(benches, sentences);
criterion_main!(benches);
