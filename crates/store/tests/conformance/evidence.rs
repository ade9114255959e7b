//! Evidence files: what is taken, what is refused, and that reading verifies.

use std::fs;
use std::time::{Duration, SystemTime};

use store::Hash;
use store::evidence::{Evidence, EvidenceError, MOST_BYTES, MediaType};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

fn jpeg() -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    bytes.extend(b"\xff\xc0\0\x0b\x08\0\x10\0\x20\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x55\xff\xd9");
    bytes
}

/// An empty archive: only the record that stands at an archive's end.
fn archive() -> Vec<u8> {
    let mut bytes = b"PK\x05\x06".to_vec();
    bytes.resize(22, 0);
    bytes
}

fn open() -> (tempfile::TempDir, Evidence) {
    let folder = tempfile::tempdir().unwrap();
    let evidence = Evidence::open(&folder.path().join("证据")).unwrap();
    (folder, evidence)
}

#[tokio::test]
async fn files_are_kept_once_by_their_content() {
    let (folder, evidence) = open();
    let cases = [
        ("证书𠮷.PDF", PDF.to_vec(), MediaType::Pdf),
        ("a.png", PNG.to_vec(), MediaType::Png),
        ("a.b.JPEG", jpeg(), MediaType::Jpeg),
    ];
    for (name, bytes, media_type) in cases {
        let kept = evidence.put(name, bytes.clone()).await.unwrap();
        assert_eq!((kept.media_type, kept.bytes, kept.hash), (media_type, bytes.len(), Hash::of(&bytes)));
        assert_eq!(evidence.put(name, bytes.clone()).await.unwrap(), kept);
        assert_eq!(evidence.get(kept.hash).await.unwrap(), bytes);
    }
    let files = walk(folder.path());
    assert_eq!(files.len(), 3, "{files:?}");
    let hash = Hash::of(PNG);
    assert!(evidence.erase(hash).await.unwrap());
    assert!(!evidence.erase(hash).await.unwrap());
    assert_eq!(evidence.get(hash).await.unwrap_err(), EvidenceError::Missing { hash });
}

#[tokio::test]
async fn copies_are_verified_and_what_is_lacking_is_named() {
    let ((source, from), (folder, to)) = (open(), open());
    let kept =
        [from.put("a.pdf", PDF.to_vec()).await.unwrap().hash, from.put("b.png", PNG.to_vec()).await.unwrap().hash];
    let lost = Hash::of(b"lost");
    let copied = from.copy_to(&to, [kept[0], lost].into()).await.unwrap();
    assert_eq!((copied.files, copied.bytes), (2, (PDF.len() + PNG.len()) as u64), "what no case needs is copied too");
    assert_eq!((&copied.missing, copied.altered.len(), copied.is_whole()), (&vec![lost], 0, false));
    assert_eq!(to.get(kept[1]).await.unwrap(), PNG);
    // Altered where it comes from: what is right in the copy stays; where it is in no place right, it is named.
    let path = walk(source.path()).into_iter().find(|path| path.ends_with(kept[1].to_string())).unwrap();
    fs::write(&path, b"another").unwrap();
    let again = from.copy_to(&to, [kept[1]].into()).await.unwrap();
    assert!(again.is_whole() && again.files == 2, "{again:?}");
    assert!(to.erase(kept[1]).await.unwrap());
    let named = from.copy_to(&to, std::collections::BTreeSet::new()).await.unwrap();
    assert_eq!((named.files, named.altered), (1, vec![kept[1]]));
    assert_eq!(walk(folder.path()).len(), 1, "nothing of it is written");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[tokio::test]
async fn what_a_killed_process_left_half_written_goes_after_a_day() {
    let (folder, evidence) = open();
    let kept = evidence.put("a.pdf", PDF.to_vec()).await.unwrap();
    let incoming = folder.path().join("证据").join("incoming");
    for (name, age) in [("old", 25), ("new", 1)] {
        let file = fs::File::create(incoming.join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(age * 60 * 60)).unwrap();
    }
    let again = Evidence::open(&folder.path().join("证据")).unwrap();
    assert_eq!(walk(&incoming), [incoming.join("new")], "another node may be writing that");
    assert_eq!(again.get(kept.hash).await.unwrap(), PDF);
}

#[tokio::test]
async fn reading_notices_an_altered_file_and_putting_mends_it() {
    let (folder, evidence) = open();
    let hash = evidence.put("a.pdf", PDF.to_vec()).await.unwrap().hash;
    let path = walk(folder.path()).remove(0);
    let mut altered = PDF.to_vec();
    altered[20] ^= 1;
    fs::write(&path, &altered).unwrap();
    assert_eq!(evidence.get(hash).await.unwrap_err(), EvidenceError::Altered { hash });
    evidence.put("a.pdf", PDF.to_vec()).await.unwrap();
    assert_eq!(evidence.get(hash).await.unwrap(), PDF);
}

#[tokio::test]
async fn what_is_not_fit_is_refused_with_the_reason() {
    let (folder, evidence) = open();
    let with = |parts: &[&[u8]]| parts.concat();
    let encrypted = with(&[&PDF[..60], b" /Encrypt 5 0 R >>\n%%EOF"]);
    let mut huge = PNG.to_vec();
    huge[16..24].copy_from_slice(b"\0\x01\0\0\0\x01\0\0");
    let gzip = b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec();
    let zip = with(&[b"PK\x03\x04\x14\0\0\0\x08\0", &[0; 60], &archive()]);
    let large = with(&[PDF, &vec![b' '; MOST_BYTES]]);
    let name = || String::from("f");
    type Is = fn(&EvidenceError) -> bool;
    let cases: Vec<(&str, Vec<u8>, Is)> = vec![
        ("f.pdf", vec![], |error| matches!(error, EvidenceError::Empty { .. })),
        ("f.pdf", large, |error| matches!(error, EvidenceError::TooLarge { .. })),
        ("f.pdf", PNG.to_vec(), |error| matches!(error, EvidenceError::Misnamed { found: MediaType::Png, .. })),
        ("f.png", PDF.to_vec(), |error| matches!(error, EvidenceError::Misnamed { found: MediaType::Pdf, .. })),
        ("pdf", PDF.to_vec(), |error| matches!(error, EvidenceError::Misnamed { .. })),
        ("f.pdf.exe", PDF.to_vec(), |error| matches!(error, EvidenceError::Misnamed { .. })),
        ("f.pdf", b"MZ\x90\0\x03\0\0\0".repeat(20), |error| matches!(error, EvidenceError::WrongType { .. })),
        ("f.pdf", b"no type at all".to_vec(), |error| matches!(error, EvidenceError::WrongType { .. })),
        ("f.pdf", b"GIF89a\x01\0\x01\0".to_vec(), |error| matches!(error, EvidenceError::WrongType { .. })),
        ("f.html", b"<!DOCTYPE html><p>".to_vec(), |error| matches!(error, EvidenceError::WrongType { .. })),
        ("f.zip", zip.clone(), |error| matches!(error, EvidenceError::Container { .. })),
        ("f.pdf", zip, |error| matches!(error, EvidenceError::Container { .. })),
        ("f.ofd", archive(), |error| matches!(error, EvidenceError::Container { .. })),
        ("f.png", with(&[PNG, &archive()]), |error| matches!(error, EvidenceError::Container { .. })),
        ("f.pdf", with(&[PDF, &archive()]), |error| matches!(error, EvidenceError::Container { .. })),
        ("f.pdf", gzip, |error| matches!(error, EvidenceError::Container { .. })),
        ("f.pdf", encrypted, |error| matches!(error, EvidenceError::Encrypted { .. })),
        ("f.pdf", PDF[..60].to_vec(), |error| matches!(error, EvidenceError::Damaged { .. })),
        ("f.png", PNG[..PNG.len() - 5].to_vec(), |error| matches!(error, EvidenceError::Damaged { .. })),
        ("f.png", with(&[PNG, b"more"]), |error| matches!(error, EvidenceError::Damaged { .. })),
        ("f.jpg", jpeg()[..jpeg().len() - 2].to_vec(), |error| matches!(error, EvidenceError::Damaged { .. })),
        ("f.png", huge, |error| matches!(error, EvidenceError::TooManyPixels { .. })),
    ];
    for (index, (file, bytes, expected)) in cases.into_iter().enumerate() {
        let error = evidence.put(file, bytes).await.unwrap_err();
        assert!(expected(&error), "{index}: {file}: {error:?}");
        assert!(error.to_string().contains(&name()) && error.to_string().contains("; "), "{error}");
    }
    assert!(walk(folder.path()).is_empty(), "nothing of them is left");
}

#[tokio::test]
async fn an_encrypted_looking_word_is_no_encryption() {
    let (_folder, evidence) = open();
    let bytes = [&PDF[..60], b" (/Encryptography) /EncryptMetadata true\n%%EOF"].concat();
    evidence.put("f.pdf", bytes).await.unwrap();
}
