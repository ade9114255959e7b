//! What is sealed opens again, and nowhere else; keys are added; a key file that others can read is refused.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;

#[test]
fn what_is_sealed_opens_in_its_context_only() {
    let folder = tempfile::tempdir().unwrap();
    let ring = Keyring::of_folder(folder.path()).unwrap();
    let sealed = ring.seal(b"secret", "totp/a").unwrap();
    assert_ne!(sealed, ring.seal(b"secret", "totp/a").unwrap(), "each time otherwise");
    assert!(!sealed.contains("secret") && !sealed.contains(&file::written(b"secret")));
    let again = Keyring::of_folder(folder.path()).unwrap();
    assert_eq!(again.open(&sealed, "totp/a").unwrap().as_slice(), b"secret");
    assert_eq!(again.open(&sealed, "totp/b").unwrap_err(), SealingFault::Unreadable);
    for at in 3..sealed.len() {
        let mut changed = sealed.clone().into_bytes();
        changed[at] = if changed[at] == b'1' { b'2' } else { b'1' };
        assert!(again.open(&String::from_utf8(changed).unwrap(), "totp/a").is_err(), "{at}");
    }
    for none in ["", "s1", "s1.1", "s1.1.", "s1.1.zz", "s2.1.00", "s1.x.00", "s1.1.0"] {
        assert!(again.open(none, "totp/a").is_err(), "{none}");
    }
}

#[test]
fn a_new_key_seals_and_the_older_ones_still_open() {
    let folder = tempfile::tempdir().unwrap();
    let first = Keyring::of_folder(folder.path()).unwrap();
    let sealed = first.seal(b"secret", "c").unwrap();
    let ring = Keyring::rotate(folder.path()).unwrap();
    assert!(first.is_newest(&sealed) && !ring.is_newest(&sealed));
    assert_eq!(ring.open(&sealed, "c").unwrap().as_slice(), b"secret");
    let anew = ring.seal(b"secret", "c").unwrap();
    assert!(ring.is_newest(&anew));
    assert_eq!(first.open(&anew, "c").unwrap_err(), SealingFault::NoSuchKey { id: 2 });
    let third = Keyring::rotate(folder.path()).unwrap();
    assert!([&sealed, &anew].iter().all(|one| third.open(one, "c").is_ok()));
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_or_that_is_damaged_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    Keyring::of_folder(folder.path()).unwrap();
    let path = folder.path().join(KEY_FILE);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    for mode in [0o640, 0o604, 0o660, 0o644] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        assert!(Keyring::of_folder(folder.path()).unwrap_err().to_string().contains("chmod 600"), "{mode:o}");
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let whole = std::fs::read_to_string(&path).unwrap();
    let doubled = format!("{whole}{}\n", whole.lines().last().unwrap());
    for damaged in ["", "guantong/keys/1\n", &whole[..whole.len() - 3], &whole.replace("1 ", "x "), &doubled] {
        std::fs::write(&path, damaged).unwrap();
        assert!(Keyring::of_folder(folder.path()).is_err(), "{damaged:?}");
    }
}

#[test]
fn a_ring_tells_nothing_of_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let ring = Keyring::of_folder(folder.path()).unwrap();
    assert_eq!(format!("{ring:?}"), "Keyring { newest: 1, older: 0 }");
}
