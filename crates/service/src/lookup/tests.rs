//! Searches over the packs of the product: what people type, and what has to come first.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use model::{Direction, SkillLevel, Standards};
use proptest::prelude::*;

use super::*;

fn guantong() -> &'static Guantong {
    static LOADED: OnceLock<Guantong> = OnceLock::new();
    LOADED.get_or_init(|| Guantong::embedded(Standards::default()).expect("the packs load"))
}

fn search(word: &str) -> Found {
    search_in(word, None, None)
}

fn search_in(word: &str, jurisdiction: Option<&str>, direction: Option<Direction>) -> Found {
    guantong().search(&Search { word, jurisdiction, direction }).expect("an answer")
}

fn names(found: &Found) -> Vec<&str> {
    found.occupations.iter().map(|hit| hit.name.as_str()).collect()
}

fn hit<'f>(found: &'f Found, name: &str) -> &'f OccupationHit {
    found.occupations.iter().find(|hit| hit.name == name).unwrap_or_else(|| panic!("{name} in {:?}", names(found)))
}

/// What a place says of the first hit in a direction.
fn says(word: &str, place: &str, direction: Direction) -> DirectionHit {
    let found = search_in(word, Some(place), Some(direction));
    found.occupations[0].places[0].directions[0].clone()
}

#[test]
fn pinyin_and_initials_find_an_occupation_first() {
    for word in ["dianhangong", "dian han gong", "diàn hàn gōng", "DHG", "ｄｈｇ", "电hg"] {
        let found = search(word);
        assert_eq!(names(&found)[0], "电焊工", "{word}");
    }
    assert!(names(&search("hangong")).starts_with(&["焊工"]));
    assert_eq!(hit(&search("qizhongzhuangxie"), "起重装卸机械操作工").found_by.how, How::BeginningByPinyin);
    assert!(search("zhongzhuangxie").occupations.iter().any(|hit| hit.name == "起重装卸机械操作工"));
    assert!(names(&search("lvhuagong")).contains(&"园林绿化工"));
}

#[test]
fn other_names_are_suggestions_with_their_origin_and_are_read_both_ways() {
    let found = search("厨师");
    let cook = hit(&found, "中式烹调师").found_by.other_name.clone().expect("found by another name");
    assert_eq!((cook.name.as_str(), cook.kind, cook.side), ("厨师", SynonymKind::Trade, Side::Synonym));
    assert_eq!(cook.origin.en, "general knowledge, uncertain, to confirm");
    assert_eq!(cook.origin.zh, "一般常识，把握不大，待核实");
    // 电焊工 is printed in Shaoxing: it comes first, and 焊工 after it by the pair of names; and the other way round.
    let found = search("电焊工");
    assert_eq!(names(&found)[..2], ["电焊工", "焊工"]);
    let other = hit(&found, "焊工").found_by.other_name.clone().expect("found by another name");
    assert_eq!((other.name.as_str(), other.side), ("电焊工", Side::Synonym));
    let found = search("焊工");
    assert_eq!(names(&found)[..2], ["焊工", "电焊工"]);
    let other = hit(&found, "电焊工").found_by.other_name.clone().expect("found by another name");
    assert_eq!((other.name.as_str(), other.side), ("焊工", Side::Name));
    assert!(hit(&found, "焊工").other_names.iter().any(|name| name.name == "氩弧焊工"));
    // By pinyin of another name too, and by a part of one that no table has.
    assert!(names(&search("yuesao")).contains(&"母婴护理员"));
    assert!(names(&search("骑手")).contains(&"网约配送员"));
}

#[test]
fn other_names_never_make_a_place_list_an_occupation() {
    let said = says("电焊工", "guangdong", Direction::SkillToTitle);
    assert_eq!((said.standing, said.follows), (Standing::Unlisted, Follows::Referred));
    assert!(said.specialties.is_empty());
    assert_eq!(said.listed_as.iter().map(|other| other.name.as_str()).collect::<Vec<_>>(), ["焊工"]);
    assert!(says("焊工", "guangdong", Direction::SkillToTitle).listed_as.is_empty());
}

#[test]
fn misprints_are_found_under_the_printed_and_the_right_name_and_code() {
    for word in ["药炮制工", "中药炮制工"] {
        let said = says(word, "guangdong", Direction::SkillToTitle);
        let row = &said.specialties.iter().find(|row| row.specialty == "医疗器械").expect("the row").row;
        assert_eq!((row.occupation.as_str(), row.read_as.as_deref()), ("药炮制工", Some("中药炮制工")), "{word}");
        assert_eq!(row.errata.as_ref().expect("a remark").zh, "印刷有误，应为中药炮制工");
    }
    for word in ["眼睛验光员", "眼镜验光员"] {
        assert_eq!(says(word, "shaoxing", Direction::TitleToSkill).standing, Standing::Listed, "{word}");
    }
    for word in ["GBM63003", "gbm63003", "GBM63103", "6-31-03", "63103", "检验试验人员"] {
        let found = search_in(word, Some("shandong"), None);
        assert_eq!(names(&found).first(), Some(&"检验试验人员"), "{word}");
    }
    assert!(names(&search("物料搬运设备制造人员")).contains(&"材料搬运设备制造人员"));
}

#[test]
fn codes_find_occupations_groups_and_what_no_table_has() {
    assert_eq!(names(&search("6-18-02-04"))[0], names(&search("6180204"))[0]);
    let group = search("6-18-02");
    assert_eq!(group.occupations[0].found_by.how, How::Code);
    assert!(group.occupations.len() > 1, "the group's occupations follow");
    let unknown = search_in("6-18-02-99", Some("shandong"), None);
    assert_eq!((names(&unknown)[0], unknown.occupations[0].confidence), ("6-18-02-99", Confidence::Written));
    assert_eq!(unknown.occupations[0].places[0].directions[0].standing, Standing::Listed);
}

#[test]
fn slips_of_the_hand_lead_to_the_nearest_names() {
    let near = |word: &str| -> Vec<String> { search(word).nearest.into_iter().map(|near| near.name).collect() };
    assert_eq!(near("电汗工")[0], "电焊工");
    assert_eq!(search("电汗工").nearest[0].why, Alike::Sound);
    assert!(near("汽车维休工").contains(&"汽车维修工".to_owned()));
    assert!(near("dianhagnong").contains(&"电焊工".to_owned()));
    assert!(search("焊工").nearest.is_empty());
    assert!(near("完全不相干的一句话而已").is_empty());
}

#[test]
fn what_follows_is_what_the_place_says() {
    use Direction::{SkillToTitle, TitleToSkill};
    for (word, place, direction, standing, follows) in [
        ("焊工", "shandong", SkillToTitle, Standing::Listed, Follows::Open),
        ("秘书", "shandong", SkillToTitle, Standing::Unlisted, Follows::Refused),
        ("秘书", "shandong", TitleToSkill, Standing::Unlisted, Follows::Refused),
        ("数铣", "shandong", SkillToTitle, Standing::Unplaced, Follows::Referred),
        ("秘书", "guangdong", SkillToTitle, Standing::Unlisted, Follows::Referred),
        ("秘书", "guangdong", TitleToSkill, Standing::Unlisted, Follows::NotTested),
        ("秘书", "jiexi", SkillToTitle, Standing::Unlisted, Follows::Referred),
        ("秘书", "shaoxing", SkillToTitle, Standing::Unlisted, Follows::Referred),
        ("秘书", "shaoxing", TitleToSkill, Standing::Unlisted, Follows::Referred),
        ("焊工", "shanxi", SkillToTitle, Standing::NoCatalogue, Follows::NotTested),
        ("焊工", "chongqing", TitleToSkill, Standing::NoCatalogue, Follows::NotTested),
    ] {
        let said = says(word, place, direction);
        assert_eq!((said.standing, said.follows), (standing, follows), "{word} {place} {direction}");
        assert_eq!(said.referred_to.is_some(), follows == Follows::Referred, "{word} {place} {direction}");
    }
    assert_eq!(says("秘书", "shaoxing", SkillToTitle).referred_to.expect("a body").zh, "市人力社保局");
    assert_eq!(says("秘书", "guangdong", SkillToTitle).referred_to.expect("a body").zh, "相应专业的职称评审委员会");
    assert_eq!(says("秘书", "shandong", SkillToTitle).clause.as_deref(), Some("SD-2.d"));
}

#[test]
fn each_direction_reads_its_own_table() {
    // 电焊工 stands in annex 1 only, 电切削工 in annex 2 only.
    let standing = |word, direction| says(word, "shaoxing", direction).standing;
    assert_eq!(standing("电焊工", Direction::SkillToTitle), Standing::Listed);
    assert_eq!(standing("电焊工", Direction::TitleToSkill), Standing::Unlisted);
    assert_eq!(standing("电切削工", Direction::TitleToSkill), Standing::Listed);
}

#[test]
fn the_committee_and_every_row_are_named() {
    let said = says("钢筋工", "guangdong", Direction::SkillToTitle);
    assert_eq!(said.specialties.len(), 2);
    assert!(said.specialties.iter().all(|row| row.body.as_ref().is_some_and(|body| body.contains("评审委员会"))));
    let found = search_in("焊工", Some("jieyang"), None);
    assert_eq!(found.places[0].reviewers[0].clause, "GD-3.4.1.a");
    assert_eq!(found.places[0].evaluators.len(), 2);
}

#[test]
fn service_points_are_merged_by_institution_and_the_centre_takes_the_highest_level() {
    let points =
        |word: &str| says(word, "shaoxing", Direction::TitleToSkill).service_points.expect("the place has a list");
    let electricians = points("电工");
    let centre: Vec<&Point> =
        electricians.institutions.iter().filter(|one| one.institution == "绍兴市职业技能教育培训中心").collect();
    assert_eq!(centre.len(), 1);
    assert_eq!(centre[0].numbers, [4, 7]);
    assert_eq!(centre[0].apply_here, [SkillLevel::SeniorWorker, SkillLevel::Technician]);
    assert_eq!(centre[0].possible_place, [SkillLevel::SeniorTechnician]);
    assert!(centre[0].errata.iter().any(|remark| remark.zh == "与序号4为同一单位"));
    assert!(electricians.institutions.iter().all(|one| one.phone.is_none() && one.contact.is_none()));
    // None listed is said, for the whole occupation and for one level.
    assert!(points("架子工").institutions.is_empty());
    assert_eq!(points("架子工").none_listed, [SkillLevel::SeniorWorker, SkillLevel::Technician]);
    assert_eq!(points("防水工").none_listed, [SkillLevel::Technician]);
    // What the list prints as 数车 is shown for 车工 as a suggestion only.
    let turners = points("车工");
    let other = turners.institutions.iter().find(|one| one.printed == "数车").expect("the trade");
    assert_eq!(other.other_name.as_ref().expect("a suggestion").name, "数控车工");
    assert!(says("焊工", "shandong", Direction::TitleToSkill).service_points.is_none());
    assert!(says("焊工", "shaoxing", Direction::SkillToTitle).service_points.is_none());
}

#[test]
fn specialties_lead_back_to_occupations() {
    let found = search_in("机电", Some("shaoxing"), None);
    let directions: Vec<&[Direction]> = found.specialties.iter().map(|hit| hit.directions.as_slice()).collect();
    assert_eq!(directions, [[Direction::SkillToTitle], [Direction::TitleToSkill]]);
    assert_eq!(search_in("机电", Some("shaoxing"), Some(Direction::TitleToSkill)).specialties.len(), 1);
    let found = search_in("fangzhi", Some("guangdong"), None);
    assert!(found.specialties.iter().any(|hit| hit.specialty == "纺织" && hit.occupations.len() == 12));
    assert_eq!(found.specialties[0].directions.len(), 2);
    assert!(!found.specialties[0].bodies.is_empty());
}

#[test]
fn every_name_of_every_table_finds_itself_first() {
    let packs = guantong().packs();
    let mut names: BTreeSet<&str> = guantong().occupation_names();
    for (_, points) in packs.policies.iter().filter_map(|policy| policy.service_points.as_ref()) {
        names.extend(points.iter().map(|point| point.occupation.as_str()));
    }
    for name in names {
        let found = search_in(name, Some("shanxi"), None);
        let first = &found.occupations[0];
        assert_eq!(word::plain(&first.name), word::plain(name));
        assert_eq!((first.found_by.how, &first.found_by.other_name), (How::Name, &None), "{name}");
    }
    for pair in &packs.national.synonyms.pairs {
        for (one, other) in [(&pair.name, &pair.synonym), (&pair.synonym, &pair.name)] {
            let found = search_in(one, Some("shanxi"), None);
            let reached = |hit: &OccupationHit| {
                let by = hit.found_by.other_name.as_ref();
                hit.name == *one || hit.name == *other || by.is_some_and(|by| by.name == *one)
            };
            assert!(found.occupations.first().is_some_and(reached), "{one} and {other}");
        }
    }
    for (place, major) in packs.policies.iter().flat_map(|policy| {
        policy.catalogue.iter().flat_map(move |catalogue| catalogue.majors.iter().map(move |major| (policy, major)))
    }) {
        let found = search_in(&major.name, Some(&place.id), None);
        assert_eq!(found.specialties[0].specialty, major.name);
    }
}

#[test]
fn pinyin_of_every_name_finds_it() {
    for entry in &guantong().index().entries {
        let spelled = entry.as_compared.spelling.commonest();
        if spelled.is_ascii() && spelled.len() <= LONGEST_WORD {
            let fits = fits(guantong().index(), &Word::read(&spelled).expect("a word"));
            let found = fits.iter().filter_map(|fit| guantong().index().entries.get(fit.entry?));
            assert!(found.take(MOST_HITS).any(|found| found.name == entry.name), "{} by {spelled}", entry.name);
        }
    }
}

#[test]
fn words_that_are_no_use_are_refused_with_a_remedy() {
    let refusal = |word: &str| {
        let search = Search { word, jurisdiction: None, direction: None };
        guantong().search(&search).expect_err("refused").to_string()
    };
    assert!(refusal("").contains("the word is blank; write a name"));
    assert!(refusal(&"焊".repeat(10_000)).contains("the word has 10000 characters, more than 100"));
    let search = Search { word: "焊工", jurisdiction: Some("nowhere"), direction: None };
    assert!(matches!(guantong().search(&search), Err(Refusal::UnknownPlace { .. })));
}

#[test]
fn odd_words_are_answered() {
    for word in [
        "🙂",
        "👩‍🏭",
        "𠮷野家",
        "\u{0}",
        "\u{202e}工焊",
        "'; DROP TABLE occupations; --",
        "% OR 1=1",
        ".*",
        "[",
        "(?i)焊",
        "\\",
        "a\u{301}",
        "ÿ",
        "ǚ",
        "((((((((",
        "---",
        "6-",
        "GBM",
        "gbm-",
        "-6180204",
        "0",
        "ﬁ",
        "İ",
        "㐀",
        "工".repeat(100).as_str(),
        "z".repeat(100).as_str(),
        "9".repeat(100).as_str(),
        "zhi".repeat(33).as_str(),
    ] {
        _ = guantong().search(&Search { word, jurisdiction: None, direction: None });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_word_breaks_the_search(word in "\\PC{0,120}", place in prop::option::of("[a-z]{0,9}|\\PC{0,6}")) {
        _ = guantong().search(&Search { word: &word, jurisdiction: place.as_deref(), direction: None });
    }

    #[test]
    fn no_mixture_of_names_pinyin_and_codes_breaks_the_search(
        parts in prop::collection::vec(prop::sample::select(vec![
            "焊", "工", "电", "车", "han", "gong", "zh", "g", "6", "-18", "-02", "（", ")", " ", "'", "🙂", "𠮷", "ü", "GBM",
        ]), 0..30),
    ) {
        let word = parts.concat();
        if let Ok(found) = guantong().search(&Search { word: &word, jurisdiction: Some("shandong"), direction: None }) {
            prop_assert!(found.occupations.len() <= MOST_HITS);
            prop_assert!(found.occupations.windows(2).all(|two| two[0].found_by.how <= two[1].found_by.how));
        }
    }
}
