//! From an answer of the self-check to an application that is handed in; and what stands in the way.

use serde_json::Value;

use crate::entrance::{Entrance, MINUTE, PASSWORD};
use crate::people::{PNG, add_file, engineer, give, offices, opened, pressed, worker};

pub async fn from_the_answer_to_a_title_in_one_place(entrance: &Entrance) {
    offices(entrance, "500112").await;
    walk(entrance, "chongqing", "title:intermediate:engineering", &worker(), "skills[0]", "employer-check").await;
}

pub async fn from_the_answer_to_a_skill_level_in_another(entrance: &Entrance) {
    offices(entrance, "440106").await;
    walk(entrance, "guangdong", "skill:technician:焊工", &engineer(), "titles[0]", "acceptance").await;
}

/// Answer, login, draft, facts, evidence, handed in: all by forms, without scripts.
async fn walk(entrance: &Entrance, place: &str, level: &str, dossier: &Value, record: &str, step: &str) {
    entrance.set_password("worker-1").await;
    let browser = entrance.browser();
    let sent_on = pressed(&browser, place, level, dossier).await;
    assert_eq!(sent_on.header("location"), "/login", "{}", sent_on.text);
    assert!(browser.get("/login").await.text.contains("接着建立申报"));
    // A wrong password loses nothing.
    assert_eq!(browser.log_in("worker-1", "not the password at all").await.status, 422);
    assert_eq!(browser.log_in("worker-1", PASSWORD).await.header("location"), "/applications/new");
    let page = browser.get("/applications/new").await.text;
    assert!(page.contains("焊工") && page.contains("没有单位，由本人申报"), "{page}");
    let chosen = browser.send_form("/applications/new", "opening", &[("do", "open")]).await;
    assert_eq!(chosen.status, 422);
    assert!(chosen.text.contains("请先选择所在单位"), "{}", chosen.text);
    let several = browser.send_form("/applications/new", "opening", &[("name", "重型机械"), ("do", "find")]).await;
    assert!(several.text.contains("value=\"works\"") && several.text.contains("value=\"works-2\""), "{}", several.text);
    let nobody = browser.send_form("/applications/new", "opening", &[("name", "某某"), ("do", "find")]).await;
    assert!(nobody.text.contains("登记中没有这个名称的单位"), "{}", nobody.text);

    let case = opened(&browser, place, level, dossier).await;
    let page = browser.get(&case).await.text;
    assert!(page.contains("下一步由您办理") && page.contains(&format!("href=\"{case}/dossier\"")), "{page}");
    let english = browser.get(&format!("{case}?lang=en")).await.text;
    assert!(english.contains("The next step is yours") && english.contains("Check and fill in the facts"), "{english}");
    browser.get("/desk?lang=zh").await;

    let saved = browser.send_form(&format!("{case}/dossier"), "dossier", &[("person.name", "某申报人")]).await;
    assert_eq!(saved.header("location"), format!("{case}/dossier?saved=1"), "{}", saved.text);
    let form = browser.get(saved.header("location")).await.text;
    assert!(form.contains("value=\"某申报人\"") && form.contains("已经保存。"), "{form}");

    let refused = give(&browser, &case, &[("order", "file"), ("promise", "yes")]).await;
    assert_eq!(refused.status, 422, "the document is missing");
    let evidence = format!("{case}/evidence");
    let before = browser.get(&evidence).await.text;
    assert!(before.contains("还缺1项证明材料") && before.contains("待上传"), "{before}");
    assert!(before.contains("href=\"/policies/"), "the clause stands beside it");
    let added = add_file(&browser, &case, record, "证书.png", PNG).await;
    assert_eq!(added.header("location"), format!("{evidence}?done=1"), "{}", added.text);
    let after = browser.get(&evidence).await.text;
    assert!(after.contains("材料齐全，可以提交") && after.contains("已上传"), "{after}");

    let filed = give(&browser, &case, &[("order", "file"), ("promise", "yes"), ("key", "hand-it-in-1")]).await;
    assert_eq!(filed.header("location"), case, "{}", filed.text);
    let page = browser.get(&case).await.text;
    assert!(page.contains("您不需要做什么") && page.contains("查看申报信息"), "{page}");
    assert!(!page.contains("下一步由您办理"));
    let id = case.rsplit('/').next().unwrap();
    let shown = entrance.office.case(&worker_1(), id).await.unwrap();
    assert_eq!(shown.case.status_name(), step);
    let text = entrance.office.document(shown.case.dossier.as_ref().unwrap()).await.unwrap();
    assert_eq!(text["person"]["name"], "某申报人");
    assert_eq!(text["person"]["birth_date"], dossier["person"]["birth_date"], "what was not touched stays");
    let read = browser.get(&format!("{case}/dossier")).await;
    assert!(read.text.contains("某申报人") && !read.text.contains("name=\"based_on\""), "{}", read.text);
}

pub fn worker_1() -> office::Caller {
    office::Caller { id: "worker-1".to_owned(), organisation: None, role: casework::Role::Applicant }
}

pub async fn what_was_filled_in_is_over_after_an_hour(entrance: &Entrance) {
    entrance.set_password("worker-1").await;
    let browser = entrance.browser();
    pressed(&browser, "shandong", "title:intermediate:engineering", &worker()).await;
    let parked = entrance.folder().join("parked");
    let files: Vec<_> = std::fs::read_dir(&parked).unwrap().flatten().collect();
    assert_eq!(files.len(), 1);
    let kept = std::fs::read_to_string(files[0].path()).unwrap();
    assert!(!kept.contains("焊工") && !kept.contains("technician"), "it is sealed: {kept}");
    entrance.pass(61 * MINUTE);
    assert_eq!(browser.log_in("worker-1", PASSWORD).await.header("location"), "/applications/new");
    let page = browser.get("/applications/new").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("这里没有带来的自查内容"), "{}", page.text);
    // A second answer takes the place of the first.
    pressed(&browser, "shandong", "title:intermediate:engineering", &worker()).await;
    assert_eq!(std::fs::read_dir(&parked).unwrap().count(), 1);
    assert!(browser.get("/applications/new").await.text.contains("查找"));
    // Somebody else's browser has nothing of it.
    let other = entrance.applicant("worker-2").await;
    assert!(other.get("/applications/new").await.text.contains("这里没有带来的自查内容"));
}

pub async fn an_application_is_not_begun_from_elsewhere(entrance: &Entrance) {
    let browser = entrance.browser();
    let dossier = worker().to_string();
    let fields = [("dossier", dossier.as_str()), ("apply", "shandong title:intermediate")];
    let answer = browser.post_with("/applications/begin", &fields, "sec-fetch-site", "cross-site").await;
    assert_eq!(answer.status, 403);
    for apply in ["", "shandong", "nowhere title:intermediate", "shandong title:none"] {
        let answer = browser.post("/applications/begin", &[("dossier", &dossier), ("apply", apply)]).await;
        assert_eq!(answer.status, 400, "{apply}");
    }
    assert!(!entrance.folder().join("parked").exists(), "nothing is kept");
    // The invented example is nobody's to hand in, and staff begin no application.
    let fields = [("dossier", dossier.as_str()), ("place", "shandong"), ("as_of", "2026-03-02"), ("invented", "yes")];
    assert!(!browser.post("/check", &fields).await.text.contains("name=\"apply\""));
    let (clerk, ..) = entrance.staff("clerk-1").await;
    assert!(!clerk.post("/check", &fields[..3]).await.text.contains("name=\"apply\""));
    assert_eq!(clerk.get("/applications/new").await.status, 404);
}
