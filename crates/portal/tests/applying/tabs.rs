//! Several pages open at once, forms that save themselves, and cases that came back.

use serde_json::{Value, json};

use crate::entrance::{Browser, Entrance};
use crate::people::{PNG, add_file, give, offices, with_draft, worker};
use crate::site::fields_of_form;
use crate::walk::worker_1;

/// The dossier that lies in a case.
async fn dossier(entrance: &Entrance, case: &str) -> Value {
    let id = case.rsplit('/').next().unwrap();
    let shown = entrance.office.case(&worker_1(), id).await.unwrap();
    entrance.office.document(shown.case.dossier.as_ref().unwrap()).await.unwrap()
}

/// How many records a case has.
async fn version(entrance: &Entrance, case: &str) -> u64 {
    entrance.office.case(&worker_1(), case.rsplit('/').next().unwrap()).await.unwrap().version
}

async fn sent(browser: &Browser<'_>, path: &str, page: &str, changes: &[(&str, &str)]) -> crate::site::Answer {
    let mut fields = fields_of_form(page, "dossier");
    for (name, value) in changes {
        fields.insert((*name).to_owned(), (*value).to_owned());
    }
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    browser.post(path, &pairs).await
}

pub async fn two_tabs_do_not_overwrite_each_other(entrance: &Entrance) {
    offices(entrance, "500112").await;
    let (browser, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    let path = format!("{case}/dossier");
    let (one, other) = (browser.get(&path).await.text, browser.get(&path).await.text);
    assert_eq!(sent(&browser, &path, &one, &[("employment.occupation", "电工")]).await.status, 303);
    let stale = sent(&browser, &path, &other, &[("person.name", "某申报人"), ("skills[0].date", "2018-01-02")]).await;
    assert_eq!(stale.status, 409, "{}", stale.text);
    for shown in ["已在另一个页面保存过", "某申报人", "电工", "焊工", "2018-01-02", "2019-05-20"] {
        assert!(stale.text.contains(shown), "{shown}: {}", stale.text);
    }
    let there = dossier(entrance, &case).await;
    assert_eq!((&there["employment"]["occupation"], &there["person"]["name"]), (&json!("电工"), &Value::Null));
    // Back to the form with what was filled in: it now rests on what was saved.
    let look = fields_of_form(&stale.text, "look");
    let pairs: Vec<(&str, &str)> = look.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let form = browser.post(&path, &pairs).await;
    assert_eq!(form.status, 200);
    assert!(form.text.contains("还没有保存") && form.text.contains("value=\"某申报人\""), "{}", form.text);
    assert_eq!(sent(&browser, &path, &form.text, &[("employment.occupation", "电工")]).await.status, 303);
    let there = dossier(entrance, &case).await;
    assert_eq!(there["employment"]["occupation"], "电工");
    assert_eq!(there["skills"][0]["date"], "2018-01-02");
    // Or kept at once.
    let fields = fields_of_form(&sent(&browser, &path, &other, &[("person.name", "另一名")]).await.text, "mine");
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(browser.post(&path, &pairs).await.status, 303);
    assert_eq!(dossier(entrance, &case).await["person"]["name"], "另一名");
    // A form that says what is there already is saved, from whichever page it comes.
    let before = version(entrance, &case).await;
    assert_eq!(sent(&browser, &path, &other, &[("person.name", "另一名")]).await.status, 303);
    assert_eq!(version(entrance, &case).await, before, "nothing happened");
}

pub async fn a_form_that_saves_itself_says_how_it_stands(entrance: &Entrance) {
    offices(entrance, "500112").await;
    let (browser, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    let path = format!("{case}/dossier");
    let page = browser.get(&path).await.text;
    let saved = sent(&browser, &path, &page, &[("auto", "yes"), ("person.name", "某申报人")]).await;
    assert_eq!((saved.status.as_u16(), saved.json()["state"].as_str()), (200, Some("saved")));
    let base = saved.json()["based_on"].as_str().unwrap().to_owned();
    let wrong = [("auto", "yes"), ("based_on", base.as_str()), ("skills[0].date", "2019-13-40")];
    let faulty = sent(&browser, &path, &page, &wrong).await;
    assert_eq!((faulty.status.as_u16(), faulty.json()["state"].as_str()), (422, Some("faults")));
    let stale = sent(&browser, &path, &page, &[("auto", "yes"), ("person.name", "第三名")]).await;
    assert_eq!((stale.status.as_u16(), stale.json()["state"].as_str()), (409, Some("changed")));
    let again = [("auto", "yes"), ("based_on", base.as_str()), ("person.name", "第四名")];
    assert_eq!(sent(&browser, &path, &page, &again).await.json()["state"], "saved");
    assert_eq!(dossier(entrance, &case).await["person"]["name"], "第四名");
    // Without scripts a wrong form comes back as it was filled in, and nothing is saved.
    let form = sent(&browser, &path, &page, &wrong[1..]).await;
    assert_eq!(form.status, 422);
    assert!(
        form.text.contains("value=\"2019-13-40\"") && form.text.contains("href=\"#f-skills-0-date\""),
        "{}",
        form.text
    );
    // A further row is no change yet; a replayed form without the token is none at all.
    let before = version(entrance, &case).await;
    let row = sent(&browser, &path, &page, &[("do", "add-skills")]).await;
    assert!(row.status == 200 && row.text.contains("skills[1].level"), "{}", row.text);
    assert_eq!(sent(&browser, &path, &page, &[("form_token", "00")]).await.status, 403);
    assert_eq!(version(entrance, &case).await, before);
    let history = browser.get(&case).await.text;
    assert_eq!(history.matches("修改申报材料").count(), 1, "a run of savings is one line");
}

pub async fn a_returned_case_says_at_each_field_what_is_wrong(entrance: &Entrance) {
    offices(entrance, "500112").await;
    let (browser, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    add_file(&browser, &case, "skills[0]", "证书.png", PNG).await;
    give(&browser, &case, &[("order", "file"), ("promise", "yes")]).await;
    let id = case.rsplit('/').next().unwrap();
    let clerk = office::Caller {
        id: "works-clerk".to_owned(),
        organisation: Some("works".to_owned()),
        role: casework::Role::Clerk,
    };
    let order = |order: Value| {
        let order: office::CaseOrder = serde_json::from_value(order).unwrap();
        let clerk = clerk.clone();
        async move { entrance.office.order(&clerk, id, &order, None).await.unwrap() }
    };
    let shown = entrance.office.case(&clerk, id).await.unwrap();
    let Some(model::procedure::Work::Check(check)) = shown.case.step().map(|(_, step)| step.work.clone()) else {
        panic!("a check")
    };
    for point in &check.points {
        order(json!({ "order": "verdict", "point": point.id, "met": true })).await;
    }
    order(json!({ "order": "return", "due": "2026-03-20", "faults": [
        { "at": "skills[0].date", "problem": "日期与证书不一致。", "cure": "按证书原件填写。" },
        { "at": "proof:skills[0]", "problem": "扫描件看不清。", "cure": "重新扫描上传。" },
        { "at": "work", "problem": "缺少前一段经历。", "cure": "补充填写。" },
    ] }))
    .await;
    let page = browser.get(&case).await.text;
    assert!(page.contains("请您在2026-03-20前") && page.contains(&format!("{case}/dossier#f-skills-0-date")), "{page}");
    assert!(page.contains(&format!("{case}/evidence#e-skills-0")), "{page}");
    let form = browser.get(&format!("{case}/dossier")).await.text;
    let field = form.split("<div class=\"field").find(|part| part.contains("id=\"f-skills-0-date\"")).unwrap();
    assert!(
        field.contains("日期与证书不一致。 如何补正：按证书原件填写。") && field.contains("aria-invalid"),
        "{field}"
    );
    assert!(form.contains("缺少前一段经历。"), "{form}");
    let evidence = browser.get(&format!("{case}/evidence")).await.text;
    let proof = evidence.split("<li class=\"card proof").find(|part| part.contains("id=\"e-skills-0\"")).unwrap();
    assert!(proof.contains("扫描件看不清。"), "{proof}");
    let saved = sent(&browser, &format!("{case}/dossier"), &form, &[("skills[0].date", "2019-06-20")]).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let again = give(&browser, &case, &[("order", "resubmit")]).await;
    assert_eq!(again.header("location"), case, "{}", again.text);
    // Refused in the end: the page says so, with the clause and the reason.
    for point in &check.points {
        order(json!({ "order": "verdict", "point": point.id, "met": true })).await;
    }
    let clause = check.points.first().map(|point| point.clause.clone()).unwrap();
    let ground = check.grounds.first().map(|ground| ground.id.clone());
    order(json!({ "order": "refuse", "clause": clause, "ground": ground, "reason": "不属于受理范围。" })).await;
    let page = browser.get(&case).await.text;
    assert!(page.contains("没有被受理") && page.contains("不属于受理范围。") && page.contains(&clause), "{page}");
}
