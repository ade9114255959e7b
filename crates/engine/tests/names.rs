//! Occupations of one dossier: each name placed once, by code, by group, by the tables, and what relates two of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may stop at the first surprise")]

mod support;

use engine::{Names, Occupation, Relating};
use model::Track;
use support::packs::packs;

fn names(place: &str) -> Names<'static> {
    Names::new(packs().named(place).unwrap(), &packs().national)
}

#[test]
fn a_name_is_placed_once_however_it_is_written() {
    let mut names = names("shandong");
    for (one, other) in [("(", "（"), (")", "）"), ("刨(插)工", "刨 （插）工"), ("焊 工", "焊工"), (" ", "")]
    {
        assert_eq!(names.place(one), names.place(other), "{one:?} and {other:?}");
        assert_eq!(names.place_asked(other), names.place(one), "{one:?} and {other:?}");
    }
    assert_eq!(names.all().len(), 5);
    let welder = names.place("焊工");
    assert_eq!(names.written(welder), Some("焊 工"), "as first written");
}

#[test]
fn many_names_are_told_apart() {
    let written: Vec<String> = (0..50).map(|i| format!("工种{i}")).collect();
    let mut names = names("shandong");
    for (i, name) in written.iter().enumerate() {
        assert_eq!(names.place(name).name as usize, i);
        for (j, earlier) in written.iter().enumerate().take(i + 1) {
            assert_eq!(names.place(earlier).name as usize, j);
        }
    }
    assert_eq!(names.all().len(), 50);
    let imagined = names.imagine(1, 2, 4);
    assert_eq!((imagined.name, imagined.code, imagined.group, imagined.majors), (50, 1, 2, 4));
    assert_ne!(names.imagine(1, 2, 4).name, imagined.name);
    assert_eq!(names.place("工种49").name, 49);
    for (i, occupation) in names.all().iter().enumerate() {
        assert_eq!(occupation.name as usize, i);
    }
}

#[test]
fn codes_and_groups_are_read_as_written_or_from_the_tables() {
    let mut names = names("shandong");
    let placed = |own: Occupation| (own.code, own.group, own.placed());
    assert_eq!(placed(names.place("6-18-02-04")), (6_180_204, 61_802, true));
    assert_eq!(placed(names.place("6-18-02")), (0, 61_802, true));
    assert_eq!(placed(names.place("6-18-2")), (0, 0, false));
    assert_eq!(placed(names.place("焊工")), (6_180_204, 61_802, true));
    assert_eq!(placed(names.place("没有这个工种")), (0, 0, false));
    let (group, welder) = (names.place("6-18-02"), names.place("焊工"));
    assert!(group.majors != 0 && group.majors == welder.majors, "one group, one set of majors");
    assert_eq!(names.place("没有这个工种").majors, 0);
}

#[test]
fn occupations_are_related_by_name_by_code_by_group_or_by_row() {
    let own = Occupation { name: 0, code: 0, group: 0, majors: 0 };
    let other = Occupation { name: 1, ..own };
    let (nothing, group) = (Relating { group: false, rows: 0 }, Relating { group: true, rows: 0 });
    assert!(own.related(own, nothing) && !own.related(other, nothing) && !own.related(other, group));
    let coded = |code: u32, occupation: Occupation| Occupation { code, ..occupation };
    assert!(coded(7, own).related(coded(7, other), nothing) && !coded(7, own).related(coded(8, other), nothing));
    assert!(!coded(7, own).related(other, nothing));
    let grouped = |group: u32, occupation: Occupation| Occupation { group, ..occupation };
    assert!(grouped(7, own).related(grouped(7, other), group) && !grouped(7, own).related(grouped(7, other), nothing));
    assert!(!grouped(7, own).related(grouped(8, other), group) && !grouped(7, own).related(other, group));
    let listed = |majors: u32, occupation: Occupation| Occupation { majors, ..occupation };
    let rows = Relating { group: false, rows: 0b10 };
    assert!(listed(0b11, own).related(listed(0b110, other), rows));
    assert!(
        !listed(0b01, own).related(listed(0b01, other), rows) && !listed(0b10, own).related(listed(0b01, other), rows)
    );
    assert!(!listed(0b10, own).related(listed(0b10, other), nothing));
}

#[test]
fn places_relate_occupations_in_their_own_way() {
    let of = |place: &str, track: Track| Relating::of(packs().named(place).unwrap(), track);
    for track in [Track::Title, Track::Skill] {
        assert_eq!(of("shandong", track), Relating { group: true, rows: 0 });
        assert_eq!(of("shanxi", track), Relating { group: false, rows: 0 });
        assert_eq!(of("chongqing", track), Relating { group: false, rows: 0 });
    }
    let (titles, skills) = (of("shaoxing", Track::Title), of("shaoxing", Track::Skill));
    assert!(!titles.group && titles.rows != 0 && skills.rows != 0 && titles.rows & skills.rows == 0);
    assert!(of("guangdong", Track::Title).rows != 0);
}
