//! Pages that compare: all places for one person, and two policies point by point.

mod site;

use axum::http::StatusCode;
use site::{example, get, post};

const PLACES: [&str; 7] = ["山西省", "绍兴市", "山东省", "广东省", "揭阳市", "揭西县", "重庆市"];

async fn answered(pairs: &[(&str, &str)]) -> String {
    let dossier = example().to_string();
    let own = [("dossier", dossier.as_str()), ("as_of", "2026-11-21")];
    let answer = post("/check", &[&own[..], pairs].concat()).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.text
}

#[tokio::test]
async fn without_a_place_all_places_stand_in_one_table_and_their_reasons_are_folded() {
    let page = answered(&[]).await;
    assert_eq!(page.matches("role=\"columnheader\"").count(), 8);
    for place in PLACES {
        assert!(page.contains(&format!(">{place}</a></th>")), "{place}");
    }
    assert_eq!(page.matches("<details class=\"place-fold\">").count(), 7);
    assert!(page.contains("href=\"#shandong-2020-title-intermediate-engineering\""));
    assert!(page.contains("id=\"shandong-2020-title-intermediate-engineering\""));
    let table = page.split("<tbody").nth(1).and_then(|rest| rest.split("</tbody>").next()).unwrap_or_default();
    assert!(table.contains("自2022-05-20起") && table.contains("SD-3.1.2.2") && table.contains("CQ-3.1.2"), "{table}");
    assert!(table.contains("各地相同") && table.contains("不设"), "{table}");
    assert!(page.contains("为什么不同") && page.contains("当地不设这一级：山西省、重庆市"));
}

#[tokio::test]
async fn with_a_place_its_reasons_are_open_and_a_button_asks_for_all_places() {
    let page = answered(&[("place", "shandong")]).await;
    assert!(!page.contains("place-fold") && !page.contains("class=\"overview matrix\""));
    assert!(page.contains("name=\"places\" value=\"all\""));
    let all = answered(&[("place", "shandong"), ("places", "all")]).await;
    assert_eq!(all.matches("<details class=\"place-fold\">").count(), 7);
    assert!(!all.contains("name=\"places\""));
}

#[tokio::test]
async fn the_first_page_lists_every_place() {
    let page = get("/").await.text;
    let list =
        page.split("class=\"place-list\"").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap_or_default();
    for place in PLACES {
        assert!(list.contains(place) && page.matches(place).count() >= 2, "{place}: {list}");
    }
    assert!(list.contains("揭西县（广东省）"), "{list}");
}

#[tokio::test]
async fn two_places_are_compared_point_by_point() {
    let page = get("/policies/compare?a=shandong&b=guangdong").await.text;
    assert!(
        page.contains("<option value=\"shandong\" selected>") && page.contains("<option value=\"guangdong\" selected>")
    );
    for part in ["年度考核", "5年内未被认定弄虚作假", "只有广东省有", "≠", "相同的", "全国技术能手"]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("href=\"/policies/shandong/clauses/SD-6.3.c\""));
    assert!(page.contains("href=\"/policies/guangdong/clauses/national.2024-56\""));
    let english = get("/policies/compare?a=shandong&b=guangdong&lang=en").await.text;
    for part in ["Only in Guangdong", "No fraud was found within 5 years", "Annual reviews"] {
        assert!(english.contains(part), "{part}");
    }
}

#[tokio::test]
async fn every_clause_that_a_comparison_cites_has_its_page() {
    let page = get("/policies/compare?a=jieyang&b=shaoxing").await.text;
    let mut links: Vec<&str> =
        page.split("class=\"cite\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    links.sort_unstable();
    links.dedup();
    assert!(links.len() > 40, "{}", links.len());
    for link in links {
        assert_eq!(get(link).await.status, StatusCode::OK, "{link}");
    }
}

#[tokio::test]
async fn without_two_different_places_there_is_only_the_form() {
    for (query, told) in
        [("", false), ("?a=shandong", false), ("?a=shandong&b=shandong", true), ("?a=x&b=%3Cb%3E", true)]
    {
        let page = get(&format!("/policies/compare{query}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("<table") && !page.text.contains("<b>"), "{query}");
        assert_eq!(page.text.contains("请选两个不同的地区"), told, "{query}");
    }
}
