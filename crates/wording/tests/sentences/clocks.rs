//! Years after a certificate or title, and years of work.

use model::reason::Reason;
use model::{SkillLevel, Track};

use super::{read, some};

#[test]
fn years_after() {
    let clock = |years, from, reached| Reason::YearsAfter { of: Track::Skill, years, from, reached };
    read(&[
        clock(3, some("2019-05-20"), some("2022-05-20")),
        clock(1, some("2026-05-20"), some("2027-05-20")),
        clock(3, some("2019-05-20"), None),
        clock(3, None, None),
        clock(0, some("2019-05-20"), some("2019-05-20")),
        Reason::YearsAfter { of: Track::Title, years: 2, from: some("2025-05-20"), reached: some("2027-05-20") },
    ]);
}

#[test]
fn work() {
    let work = |from, reached, with_other, standard, undated| Reason::Work {
        years: 3,
        since: Some(Track::Skill),
        from,
        reached,
        with_other,
        standard,
        undated,
    };
    let since = some("2019-05-20");
    read(&[
        work(since, some("2022-05-20"), some("2022-05-20"), false, false),
        work(since, some("2028-01-01"), None, false, false),
        work(since, None, None, false, false),
        work(since, None, some("2022-05-20"), false, false),
        work(since, some("2030-01-01"), some("2028-01-01"), false, false),
        work(None, some("2022-05-20"), None, true, false),
        work(None, None, None, false, true),
        work(None, None, None, false, false),
        Reason::Work {
            years: 3,
            since: None,
            from: None,
            reached: some("2022-05-20"),
            with_other: None,
            standard: false,
            undated: false,
        },
        Reason::Work {
            years: 3,
            since: None,
            from: None,
            reached: None,
            with_other: None,
            standard: false,
            undated: false,
        },
        Reason::Work {
            years: 0,
            since: None,
            from: None,
            reached: None,
            with_other: None,
            standard: true,
            undated: false,
        },
        Reason::Work {
            years: 1,
            since: Some(Track::Title),
            from: since,
            reached: since,
            with_other: None,
            standard: true,
            undated: false,
        },
        Reason::NoStandard(SkillLevel::SeniorWorker),
        Reason::StandardInstead(SkillLevel::Technician, 8),
    ]);
}
