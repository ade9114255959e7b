//! The self-check: the form, its faults, the answer, and the dossier as a file.

mod site;

use axum::http::StatusCode;
use serde_json::{Value, json};
use site::{example, fields, get, load, post, post_fields};

#[tokio::test]
async fn the_example_is_answered() {
    let page = get("/?example=1").await.text;
    let mut form = fields(&page);
    form.insert("as_of".to_owned(), "2026-11-21".to_owned());
    form.insert("place".to_owned(), "shandong".to_owned());
    let answer = post_fields("/check", &form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert!(answer.text.contains("decision eligible"));
    assert!(answer.text.contains("2022-05-20"));
    assert!(answer.text.contains("href=\"/policies/shandong/clauses/SD-3.1.2.2\""));
    assert!(answer.text.contains("<details class=\"route\" open>"));
    assert!(!answer.text.contains("重庆"), "only the place asked for");
    assert!(answer.text.contains("虚构的示例"), "invented facts are marked");
    let english = post_fields("/check?lang=en", &form).await.text;
    assert!(english.contains("<html lang=\"en\">") && english.contains("Your answer"));
}

#[tokio::test]
async fn an_empty_form_is_answered_by_what_is_missing() {
    let answer = post("/check", &[("as_of", "2026-11-21"), ("place", "shandong")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text.contains("decision undetermined"));
    assert!(answer.text.contains("name=\"ask\" value=\"skills\" formaction=\"/form#f-skills\""));
}

#[tokio::test]
async fn a_missing_fact_leads_back_to_its_field() {
    let text = json!({ "skills": [{ "level": "technician" }] }).to_string();
    let page = post("/form", &[("dossier", &text), ("ask", "skills[0].date")]).await.text;
    let field = page.split("<input").find(|tag| tag.contains("id=\"f-skills-0-date\"")).unwrap();
    assert!(field.contains("autofocus"), "{field}");
    let page = post("/form", &[("dossier", &text), ("ask", "employment.specialty")]).await.text;
    assert!(page.contains("<details open>"), "the folded part is open where its field is asked for");
}

#[tokio::test]
async fn nothing_stated_and_none_come_back_as_they_were() {
    for document in [
        json!({ "schema": "guantong/dossier/1" }),
        json!({ "schema": "guantong/dossier/1", "skills": [], "titles": [], "work": [], "honours": [], "education": [], "sanctions": [] }),
        json!({ "schema": "guantong/dossier/1", "skills": [{}], "work": [{ "to": null }], "sanctions": [{ "kind": "fraud" }] }),
        json!({ "schema": "guantong/dossier/1", "employment": { "frontline": false, "field": "none", "appointed_as": "none" } }),
        example(),
    ] {
        let page = load(document.to_string().as_bytes()).await;
        assert_eq!(page.status, StatusCode::OK);
        let saved = post_fields("/save", &fields(&page.text)).await;
        assert_eq!(saved.json(), document);
        assert!(saved.header("content-disposition").starts_with("attachment; filename=\"guantong-dossier-"));
        assert_eq!(saved.header("content-type"), "application/json");
        assert_eq!(saved.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn what_the_form_cannot_show_is_kept_and_said() {
    let skills: Vec<Value> =
        (0..30).map(|n| json!({ "level": "technician", "occupation": format!("职业{n}"), "revoked": true })).collect();
    let document = json!({
        "schema": "guantong/dossier/1",
        "person": { "id": "7", "name": "某人", "birth_date": "1986-04-12", "sex": "female" },
        "employment": { "employer": { "non_public": true, "recorded_assessor": false }, "post_class": "worker" },
        "skills": skills,
        "education": [{ "relevant_to": ["焊工,车工", "a\nb"] }],
        "honours": [{ "name": "  x".trim(), "until": "2029-01-01" }],
        "findings": { "SD-3.1.1.a": true }
    });
    let page = load(document.to_string().as_bytes()).await.text;
    assert!(page.contains("个人信息") && page.contains("人工认定结果"), "the parts are named");
    assert!(page.contains("另有18条记录"));
    let saved = post_fields("/save", &fields(&page)).await;
    assert_eq!(saved.json(), document);
    let shown = post_fields("/form", &fields(&page)).await;
    assert_eq!(post_fields("/save", &fields(&shown.text)).await.json(), document);
}

#[tokio::test]
async fn yaml_is_loaded_and_gives_the_same_answer() {
    let yaml =
        "schema: guantong/dossier/1\nskills:\n  - { level: 技师, occupation: 焊工, date: 2019-05-20 }\ntitles: []\n";
    let page = load(yaml.as_bytes()).await;
    assert_eq!(page.status, StatusCode::OK);
    let saved = post_fields("/save", &fields(&page.text)).await.json();
    assert_eq!(saved["skills"][0]["level"], "technician");
    assert_eq!(saved["titles"], json!([]));
    assert!(saved.get("work").is_none());
}

#[tokio::test]
async fn files_that_are_no_dossiers_are_refused_with_the_place() {
    for (text, status, says) in [
        ("{\"skills\": [", StatusCode::BAD_REQUEST, ""),
        ("a: [1, 2\nb: }", StatusCode::BAD_REQUEST, ""),
        ("{\"skils\": []}", StatusCode::UNPROCESSABLE_ENTITY, "skils"),
        ("{\"skills\": [{\"level\": \"wizard\"}]}", StatusCode::UNPROCESSABLE_ENTITY, "wizard"),
        ("skills: [{date: 2023-02-30}]", StatusCode::UNPROCESSABLE_ENTITY, "2023-02-30"),
        ("work: [{from: 2020-01-02, to: 2020-01-01}]", StatusCode::UNPROCESSABLE_ENTITY, "结束日期早于开始日期"),
    ] {
        let answer = load(text.as_bytes()).await;
        assert_eq!(answer.status, status, "{text}");
        assert!(answer.text.contains("role=\"alert\""), "{text}");
        assert!(answer.text.contains(says), "{text}");
    }
    assert_eq!(load(&[0xff, 0xfe, 0x00]).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(post("/load", &[("file", "x")]).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(load(&vec![b' '; 11 * 1024 * 1024]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let records: Vec<Value> = (0..20_001).map(|_| json!({})).collect();
    let answer = load(json!({ "skills": records }).to_string().as_bytes()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn faults_stand_at_their_fields_and_nothing_is_lost() {
    let sent = [
        ("place", "shandong"),
        ("as_of", "2026-02-30"),
        ("employment.occupation", "焊工"),
        ("skills", "some"),
        ("skills[0].level", "technician"),
        ("skills[0].date", "2019-13-01"),
        ("work", "some"),
        ("work[0].from", "2020-01-02"),
        ("work[0].to", "2020-01-01"),
        ("honours", "some"),
        ("honours[0].name", "全国技术能手"),
        ("honours[0].rank", "first"),
        ("titles", "some"),
        ("sanctions", "none"),
        ("sanctions[0].date", "2020-01-01"),
        ("reviews.2025", "pass"),
        ("continuing_education.2025", "many"),
    ];
    for lang in ["zh", "en"] {
        let answer = post(&format!("/check?lang={lang}"), &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("role=\"alert\""));
        for id in [
            "f-as_of",
            "f-skills-0-date",
            "f-work-0-to",
            "f-honours-0-rank",
            "f-titles",
            "f-sanctions",
            "f-continuing_education-2025",
        ] {
            assert!(answer.text.contains(&format!("href=\"#{id}\"")), "{id} is not linked");
            assert!(answer.text.contains(&format!("id=\"{id}-error\"")), "{id} has no message");
            let tag = answer.text.split('<').find(|tag| tag.contains(&format!(" id=\"{id}\""))).unwrap();
            assert!(tag.contains("aria-invalid=\"true\"") && tag.contains(&format!("{id}-error")), "{tag}");
        }
        let kept = fields(&answer.text);
        for (name, text) in sent {
            assert_eq!(kept.get(name).map(String::as_str), Some(text), "{name} is lost");
        }
        let alert = answer.text.split("role=\"alert\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
        assert!(!alert.contains("; "), "{alert}");
    }
}

#[tokio::test]
async fn an_unknown_place_and_a_bad_dossier_are_faults() {
    let answer = post("/check", &[("place", "atlantis")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("href=\"#f-place\""));
    assert_eq!(post("/check", &[("dossier", "{")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post("/save", &[("skills[0].date", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let many: Vec<(&str, &str)> = vec![("x", "y"); 3000];
    assert_eq!(post("/check", &many).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let large = "x".repeat(11 * 1024 * 1024);
    let answer = post("/check", &[("kept", &large)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.header("content-type").starts_with("text/html"));
}

#[tokio::test]
async fn rows_are_added_and_taken_away_without_scripts() {
    let mut form = fields(&post("/form", &[]).await.text);
    form.insert("skills".to_owned(), "some".to_owned());
    form.insert("skills[1].level".to_owned(), "technician".to_owned());
    form.insert("do".to_owned(), "add-skills".to_owned());
    let answer = post_fields("/check", &form).await;
    assert_eq!(answer.status, StatusCode::OK);
    let mut form = fields(&answer.text);
    assert_eq!(form["skills[0].level"], "technician", "filled rows move together");
    assert!(form.contains_key("skills[2].level"), "there is a row more");
    assert!(answer.text.contains("id=\"f-skills-2-level\" name=\"skills[2].level\" autofocus"));
    form.insert("do".to_owned(), "remove-skills-0".to_owned());
    let form = fields(&post_fields("/check", &form).await.text);
    assert_eq!(form["skills[0].level"], "");
    assert!(!form.contains_key("skills[2].level"));
    assert_eq!(form["skills"], "some");
}

#[tokio::test]
async fn the_plan_follows_from_the_answer_and_keeps_what_was_typed() {
    let page = get("/?example=1").await.text;
    let mut form = fields(&page);
    form.insert("as_of".to_owned(), "2026-11-21".to_owned());
    form.insert("place".to_owned(), "shandong".to_owned());
    let answer = post_fields("/check", &form).await.text;
    assert!(answer.contains("formaction=\"/plan\""), "the answer leads to the plan");
    let hidden = |page: &str| {
        page.split("name=\"dossier\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap()
            .replace("&#34;", "\"")
    };
    let mut carried = form.clone();
    carried.insert("award_lag".to_owned(), "P6M".to_owned());
    let plan = post_fields("/plan", &carried).await;
    assert_eq!(plan.status, StatusCode::OK, "{}", plan.text);
    assert!(plan.text.contains("山东省职业发展立交图") && plan.text.contains("<ol class=\"steps\">"));
    assert!(plan.text.contains("<option value=\"P6M\" selected>"));
    assert_eq!(hidden(&plan.text), hidden(&answer));
    let map = post_fields("/plan/map.svg", &carried).await;
    assert_eq!(map.header("content-type"), "image/svg+xml; charset=utf-8");
    carried.insert("place".to_owned(), String::new());
    let all = post_fields("/plan?lang=en", &carried).await.text;
    assert!(all.contains("When each place opens") && all.contains("What each place makes of"));
    carried.insert("award_lag".to_owned(), "<soon>".to_owned());
    let wrong = post_fields("/plan", &carried).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text.contains("<soon>"));
}

#[tokio::test]
async fn a_history_that_contradicts_itself_is_warned_of_once() {
    let skill = |level: &str, date: &str| json!({ "level": level, "occupation": "焊工", "date": date });
    let turned = json!({ "skills": [skill("technician", "2018-05-01"), skill("senior-worker", "2020-06-01")] });
    let warning = "<h2 id=\"contradictions\">";
    for place in ["chongqing", ""] {
        let question =
            [("dossier", turned.to_string()), ("as_of", "2026-11-21".to_owned()), ("place", place.to_owned())];
        let form = question.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        let loaded = post("/form", &form).await.text;
        let mut form = fields(&loaded);
        form.insert("as_of".to_owned(), "2026-11-21".to_owned());
        form.insert("place".to_owned(), place.to_owned());
        let page = post_fields("/check", &form).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert_eq!(page.text.matches(warning).count(), 1, "{place}");
        assert!(page.text.contains("第1项技能证书的取得日期（2018-05-01），第2项技能证书的取得日期（2020-06-01）"));
    }
    let sound = post("/check", &[("as_of", "2026-11-21"), ("place", "chongqing")]).await;
    assert!(!sound.text.contains(warning));
}
