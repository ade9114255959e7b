//! Tests of contradictory histories: each kind with both facts, and histories beside them that contradict nothing.
use super::*;
use model::node::Node;

fn found(dossier: &str) -> Vec<String> {
    let node = Node::read(dossier).unwrap();
    let dossier = Dossier::from_node(&node).unwrap();
    let say = |fact: DatedFact| format!("{} {}", fact.path, fact.day.map_or("-".to_owned(), |day| day.to_string()));
    let told = contradictions(&dossier, Day::parse("2026-11-27").unwrap()).into_iter().map(|one| match one.against {
        Against::Fact(other) => format!("{}: {}, {}", one.kind, say(one.fact), say(other)),
        Against::DayAsked(day) => format!("{}: {}, {day}", one.kind, say(one.fact)),
    });
    told.collect()
}

#[track_caller]
fn check(parts: &str, expected: &[&str]) {
    assert_eq!(found(&format!("schema: guantong/dossier/1\n{parts}\n")), expected);
}

#[test]
fn a_higher_certificate_before_a_lower_one_of_the_occupation() {
    let skills = |second: &str| {
        format!("skills: [ {{ level: 技师, occupation: 焊工, date: 2018-05-01 }}, {{ level: 高级工, {second} }} ]")
    };
    let first = "higher-certificate-first: skills[0].date 2018-05-01, skills[1].date 2020-06-01";
    check(&skills("occupation: 焊 工, date: 2020-06-01"), &[first]);
    for fine in [
        "occupation: 电工, date: 2020-06-01",
        "occupation: 焊工, date: 2018-05-01",
        "occupation: 焊工, date: 2015-06-01",
        "occupation: 焊工",
        "date: 2020-06-01",
        "occupation: 焊工, date: 2020-06-01, revoked: true",
        "occupation: 焊工, date: 2020-06-01, kind: other",
    ] {
        check(&skills(fine), &[]);
    }
}

#[test]
fn each_lower_level_is_told_once_with_the_highest_before_it() {
    check(
        "skills: [ { level: 高级工, occupation: 焊工, date: 2015-01-01 }, { level: 高级技师, occupation: 焊工, date: 2017-01-01 },
                   { level: 技师, occupation: 焊工, date: 2018-01-01 }, { level: 中级工, occupation: 焊工, date: 2019-01-01 } ]",
        &[
            "higher-certificate-first: skills[1].date 2017-01-01, skills[2].date 2018-01-01",
            "higher-certificate-first: skills[1].date 2017-01-01, skills[3].date 2019-01-01",
        ],
    );
}

#[test]
fn a_higher_title_before_a_lower_one_of_the_series() {
    check(
        "titles: [ { tier: 助理工程师, date: 2021-01-01 }, { tier: 工程师, date: 2019-01-01 }, { tier: 助理农艺师, date: 2022-01-01 } ]",
        &["higher-title-first: titles[1].date 2019-01-01, titles[0].date 2021-01-01"],
    );
}

#[test]
fn work_certificates_and_titles_of_children() {
    check(
        "person: { birth_date: 2000-02-29 }
work: [ { occupation: 焊工, from: 2016-02-28, to: 2016-03-31 }, { occupation: 焊工, from: 2016-02-29, to: null } ]
skills: [ { level: 中级工, occupation: 焊工, date: 2015-01-01 } ]
titles: [ { tier: 技术员, date: 2014-01-01 } ]",
        &[
            "certificate-before-sixteen: skills[0].date 2015-01-01, person.birth_date 2000-02-29",
            "certificate-before-sixteen: titles[0].date 2014-01-01, person.birth_date 2000-02-29",
            "work-before-sixteen: work[0].from 2016-02-28, person.birth_date 2000-02-29",
        ],
    );
}

#[test]
fn before_the_birth_and_diplomas_of_small_children() {
    check(
        "person: { birth_date: 1990-06-01 }
education: [ { level: 中专, date: 2000-05-31 }, { level: 大专, date: 2000-06-01 } ]
honours: [ { name: 全国技术能手, date: 1989-01-01 } ]
evidence: [ { kind: report, date: 1990-05-31 } ]
sanctions: [ { kind: fraud, date: 1990-06-01 } ]",
        &[
            "diploma-before-ten: education[0].date 2000-05-31, person.birth_date 1990-06-01",
            "before-birth: honours[0].date 1989-01-01, person.birth_date 1990-06-01",
            "before-birth: evidence[0].date 1990-05-31, person.birth_date 1990-06-01",
        ],
    );
}

#[test]
fn without_a_birth_date_no_age_is_told() {
    check("work: [ { occupation: 焊工, from: 1900-01-01, to: null } ]", &[]);
}

#[test]
fn records_alike_in_everything() {
    check(
        "skills: [ { level: 技师, occupation: 焊工, date: 2018-05-01 }, { level: 技师, occupation: 焊工, date: 2018-05-01 },
                   { level: 技师, occupation: 焊工, date: 2018-05-01, kind: level }, {}, {} ]
work: [ { occupation: 焊工 }, { occupation: 焊工 } ]",
        &[
            "alike: skills[1] 2018-05-01, skills[0] 2018-05-01",
            "alike: work[1] -, work[0] -",
        ],
    );
}

#[test]
fn what_is_dated_after_the_day_asked_about() {
    check(
        "person: { birth_date: 1990-06-01 }
skills: [ { level: 技师, occupation: 焊工, date: 2026-11-28 }, { level: 高级工, occupation: 焊工, date: 2026-11-27 } ]
work: [ { occupation: 焊工, from: 2027-01-01, to: null }, { occupation: 电工, from: 2010-01-01, to: 2030-01-01 } ]
reviews: { \"2026\": 合格, \"2027\": 合格 }
continuing_education: { \"2027\": 90 }",
        &[
            "after-day-asked: skills[0].date 2026-11-28, 2026-11-27",
            "after-day-asked: work[0].from 2027-01-01, 2026-11-27",
            "after-day-asked: reviews.2027 2027-01-01, 2026-11-27",
            "after-day-asked: continuing_education.2027 2027-01-01, 2026-11-27",
        ],
    );
}

#[test]
fn a_history_of_nothing_but_contradictions_is_cut_off() {
    let one = "{ level: 技师, occupation: 焊工, date: 2018-05-01 }";
    let many = vec![one; 5_000].join(", ");
    assert_eq!(found(&format!("schema: guantong/dossier/1\nskills: [ {many} ]")).len(), MOST_CONTRADICTIONS);
}
