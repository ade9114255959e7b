//! `guantong demo`: a folder is made once, and its accounts stand in a file that only its owner reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use support::guantong;

#[test]
fn a_place_is_made_once_and_its_accounts_are_for_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (data, file) = (at("data"), at("accounts.txt"));
    let made = guantong(&["demo", "--data", &data, "-j", "揭西", "--password-file", &file, "--lang", "en"], "");
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(made.out.contains(&format!("guantong serve --data {data}")) && made.out.contains(&file), "{}", made.out);
    assert!(!made.out.contains("jiexi-employer-clerk"), "{}", made.out);
    let accounts = std::fs::read_to_string(&file).unwrap();
    assert!(accounts.contains("jiexi-employer-clerk") && !accounts.contains("shandong"), "{accounts}");
    assert!(!accounts.contains("demo-look-") && !accounts.contains("account-role-"), "every text is there: {accounts}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let verified = guantong(&["store", "verify", "--data", &data], "");
    assert_eq!(verified.status, 0, "{}", verified.err);

    let again = guantong(&["demo", "--data", &data], "");
    assert_eq!(again.status, 2);
    assert!(again.err.contains("不是空文件夹"), "{}", again.err);
    let taken = guantong(&["demo", "--data", &at("other"), "--password-file", &file], "");
    assert_eq!(taken.status, 2);
    assert!(taken.err.contains("accounts.txt") && !folder.path().join("other").exists(), "{}", taken.err);
    let nowhere = guantong(&["demo", "--data", &at("other"), "-j", "atlantis"], "");
    assert_eq!(nowhere.status, 2);
    assert!(nowhere.err.contains("jieyang") && !folder.path().join("other").exists(), "{}", nowhere.err);
}
