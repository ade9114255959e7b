//! An office's pages: verdicts, what is kept of a form that was refused, and the editor of a return.

use crate::entrance::{Browser, Entrance};
use crate::people::{PNG, add_file, form_token, give, offices, with_draft, worker};
use crate::walk::worker_1;

/// A case that lies with the employer; the applicant's browser and the clerk's.
async fn handed_in(entrance: &Entrance) -> (Browser<'_>, Browser<'_>, String) {
    offices(entrance, "500112").await;
    let (browser, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    add_file(&browser, &case, "skills[0]", "证书.png", PNG).await;
    assert_eq!(give(&browser, &case, &[("order", "file"), ("promise", "yes")]).await.status, 303);
    let (clerk, ..) = entrance.staff("works-clerk").await;
    (browser, clerk, case)
}

/// Gives every point of the check its verdict.
async fn judge(entrance: &Entrance, clerk: &Browser<'_>, case: &str) -> Vec<String> {
    let id = case.rsplit('/').next().unwrap();
    let shown = entrance.office.case(&worker_1(), id).await.unwrap();
    let Some(model::procedure::Work::Check(check)) = shown.case.step().map(|(_, step)| step.work.clone()) else {
        panic!("a check")
    };
    for (index, point) in check.points.iter().enumerate() {
        let holds = if index == 0 { "no" } else { "yes" };
        let fields = [("order", "verdict"), ("choice", point.id.as_str()), ("holds", holds), ("reason", "对照原件。")];
        assert_eq!(give(clerk, case, &fields).await.header("location"), case);
    }
    check.points.iter().map(|point| point.id.clone()).collect()
}

/// Sends the editor of a return.
async fn send_back(clerk: &Browser<'_>, case: &str, fields: &[(&str, &str)]) -> crate::site::Answer {
    let path = format!("{case}/return");
    let token = form_token(&clerk.get(&path).await.text);
    let mut all = vec![("form_token", token.as_str())];
    all.extend(fields);
    clerk.post(&path, &all).await
}

pub async fn a_case_is_returned_with_everything_at_fault(entrance: &Entrance) {
    let (applicant, clerk, case) = handed_in(entrance).await;
    let desk = clerk.get("/desk").await;
    assert!(desk.text.contains(&format!("href=\"{case}\"")), "{}", desk.text);
    assert!(!clerk.get("/desk?state=notice").await.text.contains(&case));
    let points = judge(entrance, &clerk, &case).await;
    let editor = clerk.get(&format!("{case}/return")).await.text;
    assert!(editor.contains(&format!("value=\"{}\" selected", points[0])), "the point that is not met: {editor}");
    for at in ["skills[0].date", "proof:skills[0]", "proof:reviews", "evidence:"] {
        assert!(editor.contains(&format!("value=\"{at}")), "{at}: {editor}");
    }
    let row = [
        ("at.0", "skills[0].date"),
        ("point.0", points[0].as_str()),
        ("problem.0", "日期与证书不一致。"),
        ("cure.0", "按证书原件填写。"),
    ];
    // Without a day, and with one more row, nothing is lost that was written.
    for (further, status, says) in [(("due", "二月三十"), 422, "不是有效的日期"), (("do", "add"), 200, "问题2")]
    {
        let fields: Vec<_> = row.iter().copied().chain([further]).collect();
        let answer = send_back(&clerk, &case, &fields).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        assert!(answer.text.contains(says) && answer.text.contains("日期与证书不一致。</textarea>"), "{}", answer.text);
    }
    // The point that is not met has to be named.
    let other = [("at.0", "work"), ("problem.0", "缺少。"), ("cure.0", "补充。"), ("due", "2026-03-20")];
    let refused = send_back(&clerk, &case, &other).await;
    assert!(refused.status == 422 && refused.text.contains("缺少。</textarea>"), "{}", refused.text);
    // A blank row is passed over; the same form sent twice does one thing.
    let fields: Vec<_> = row
        .iter()
        .copied()
        .chain([("at.1", ""), ("problem.1", ""), ("due", "2026-03-20"), ("key", "back-1")])
        .collect();
    assert_eq!(send_back(&clerk, &case, &fields).await.header("location"), case);
    let page = applicant.get(&case).await.text;
    assert!(page.contains("日期与证书不一致。") && page.contains("请您在2026-03-20前"), "{page}");
    assert_eq!(clerk.get(&format!("{case}/return")).await.status, 404, "it is no longer the clerk's turn");
}

pub async fn only_whose_turn_it_is_returns(entrance: &Entrance) {
    let (applicant, clerk, case) = handed_in(entrance).await;
    let (stranger, ..) = entrance.staff("assessor-clerk").await;
    let fields = [("at.0", "work"), ("problem.0", "x"), ("cure.0", "y"), ("due", "2026-03-20")];
    for browser in [&applicant, &stranger] {
        assert_eq!(browser.get(&format!("{case}/return")).await.status, 404);
        let token = form_token(&browser.get("/desk").await.text);
        let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
        assert_eq!(browser.post(&format!("{case}/return"), &all).await.status, 404);
    }
    assert_eq!(clerk.post(&format!("{case}/return"), &fields).await.status, 403, "without the token of the form");
    assert_eq!(entrance.browser().get(&format!("{case}/return")).await.header("location"), "/login");
}

pub async fn what_was_written_is_kept_where_an_order_is_refused(entrance: &Entrance) {
    let (_, clerk, case) = handed_in(entrance).await;
    let early = give(&clerk, &case, &[("order", "forward")]).await;
    assert_eq!(early.status, 422, "points are open");
    let long = "不属于受理范围，".repeat(20);
    let fields = [("order", "refuse"), ("clause", "没有这一条"), ("reason", long.as_str())];
    let refused = give(&clerk, &case, &fields).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("value=\"没有这一条\"") && refused.text.contains(&format!("{long}</textarea>")));
    let english = clerk.get(&format!("{case}?lang=en")).await.text;
    assert!(english.contains("What you can do") && english.contains("Give a verdict"), "{english}");
    for (fields, says) in [
        (vec![("order", "grant-all")], "This form has no such order."),
        (vec![("order", "verdict"), ("choice", "x")], "Nothing was chosen."),
        (vec![("order", "charge"), ("choice", "x"), ("yuan", "1,5")], "That is no amount."),
        (vec![("order", "verdict"), ("choice", "x"), ("holds", "yes"), ("key", "\u{0}😀")], ""),
    ] {
        let answer = give(&clerk, &case, &fields).await;
        assert!(answer.status == 422 && answer.text.contains(says), "{fields:?}: {} {}", answer.status, answer.text);
    }
}
