//! `guantong serve` where its data cannot be kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use support::guantong;

#[test]
fn a_folder_that_cannot_be_used_is_named_with_what_would_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken");
    std::fs::write(&file, "something else").unwrap();
    let file = file.to_str().unwrap();
    let answered = guantong(&["serve", "--listen", "127.0.0.1:0", "--data", file], "");
    assert_eq!((answered.status, answered.out.as_str()), (2, ""));
    for part in [file, "不能保存", "--data"] {
        assert!(answered.err.contains(part), "{part}: {}", answered.err);
    }
    let answered = guantong(&["serve", "--listen", "127.0.0.1:0", "--database", "mysql://nowhere"], "");
    assert_eq!(answered.status, 2);
    assert!(answered.err.contains("postgres://user:password@host/database"), "{}", answered.err);
}
