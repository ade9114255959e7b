//! Tests of reading dossiers.
use super::*;

fn faults(text: &str) -> Vec<String> {
    Dossier::read(text).unwrap_err().faults.iter().map(ToString::to_string).collect()
}

#[test]
fn absent_and_empty_are_different() {
    let dossier = Dossier::read("{\"skills\": []}").unwrap();
    assert_eq!(dossier.skills, Some(vec![]));
    assert_eq!(dossier.titles, None);
}

#[test]
fn every_fault_is_reported_at_once() {
    let found = faults(
        r#"{"skils": [], "skills": [{"level": "techncian", "date": "2023-02-30"}], "employment": {"frontline": "maybe"},
            "work": [{"from": "2020-01-01", "to": "2019-01-01"}], "reviews": {"24": "pass", "2024": "great"}}"#,
    );
    assert_eq!(found.len(), 7, "{found:#?}");
    assert!(found[0].contains("did you mean `skills`?"), "{}", found[0]);
    assert!(
        found[1].starts_with("skills[0].level: ") && found[1].contains("did you mean `technician`?"),
        "{}",
        found[1]
    );
}

#[test]
fn yaml_faults_name_the_line() {
    let found = faults("schema: guantong/dossier/1\nskills:\n  - { level: technician,\n      date: 2023-02-30 }\n");
    assert!(found[0].starts_with("line 4: skills[0].date: "), "{}", found[0]);
}

#[test]
fn keys_and_chinese_names_agree() {
    let english = Dossier::read(
        "{\"skills\":[{\"level\":\"technician\"}],\"titles\":[{\"tier\":\"intermediate\",\"series\":\"engineering\"}],\"reviews\":{\"2024\":\"basic\"}}",
    );
    let chinese = Dossier::read(
        "{\"skills\":[{\"level\":\"技师\"}],\"titles\":[{\"tier\":\"工程师\"}],\"reviews\":{\"2024\":\"基本合格\"}}",
    );
    assert_eq!(english.unwrap(), chinese.unwrap());
}

#[test]
fn a_printed_title_of_another_series_is_a_fault() {
    assert!(faults("{\"titles\":[{\"tier\":\"农艺师\",\"series\":\"engineering\"}]}")[0].contains("belongs to 农业"));
}

#[test]
fn null_is_only_read_where_it_means_something() {
    let dossier = Dossier::read("{\"work\":[{\"from\":\"2020-01\",\"to\":null}]}").unwrap();
    assert_eq!(dossier.work.unwrap()[0].to, Some(End::GoingOn));
    assert!(faults("{\"skills\": null}")[0].contains("leave the key out"));
}

#[test]
fn hostile_documents_are_refused_in_words() {
    assert!(faults("{\"skills\": [], \"skills\": []}")[0].contains("stands twice"));
    assert!(faults("a: &x [1]\nb: *x\n")[0].contains("anchors"));
    assert!(faults(&"[".repeat(300))[0].contains("not valid JSON"));
    assert!(faults(&format!("a: {}", "[".repeat(100)))[0].contains("nested too deeply"));
    assert!(faults("")[0].contains("empty"));
    let many = format!("{{\"honours\": [{}]}}", vec!["{\"name\":\"a\"}"; MOST_RECORDS + 1].join(","));
    assert!(faults(&many)[0].contains("20001 records"));
}

#[test]
fn a_saved_dossier_reads_as_itself() {
    let text = r#"{"schema":"guantong/dossier/1","employment":{"status":"在职","employer":{"kind":"企业"},"field":"none","frontline":true},
        "work":[{"occupation":"焊工","from":"2020-01-01","to":null,"skilled":false},{"from":"2020-01-01"}],"reviews":{"2024":"优秀"},
        "findings":{"X-1":"no"},"honours":[]}"#;
    let dossier = Dossier::read(text).unwrap();
    let saved = serde_json::to_string(&dossier).unwrap();
    assert_eq!(Dossier::read(&saved).unwrap(), dossier);
}
