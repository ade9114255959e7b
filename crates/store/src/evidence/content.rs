//! What a file is, by its content and not by what it says of itself.

use std::fmt;

use super::EvidenceError;

/// The most bytes of an evidence file: 20 MiB, a scan of some dozens of pages.
pub const MOST_BYTES: usize = 20 << 20;
/// The most pixels of a picture: what a page of A3 has at 600 dots an inch, and then some. A small file may claim to be a huge picture.
pub const MOST_PIXELS: u64 = 100_000_000;

/// The types that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// A document.
    Pdf,
    /// A photograph or a scan.
    Jpeg,
    /// A picture.
    Png,
}

impl MediaType {
    /// The name that HTTP uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The usual ending of a file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    fn of(name: &str) -> Option<Self> {
        match name {
            "application/pdf" => Some(Self::Pdf),
            "image/jpeg" => Some(Self::Jpeg),
            "image/png" => Some(Self::Png),
            _ => None,
        }
    }

    fn may_end(self, ending: &str) -> bool {
        ending == self.ending() || (self == Self::Jpeg && ["jpeg", "jpe", "jfif"].contains(&ending))
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a file that was taken is, by its first bytes.
pub(super) fn of(bytes: &[u8]) -> Option<MediaType> {
    infer::get(bytes).and_then(|found| MediaType::of(found.mime_type()))
}

/// Tells what the file is, or why it is not taken.
pub(super) fn look(name: &str, bytes: &[u8]) -> Result<MediaType, EvidenceError> {
    let name = || name.to_owned();
    if bytes.is_empty() {
        return Err(EvidenceError::Empty { name: name() });
    }
    if bytes.len() > MOST_BYTES {
        return Err(EvidenceError::TooLarge { name: name(), bytes: bytes.len() });
    }
    let found = infer::get(bytes);
    if found.is_some_and(|found| found.matcher_type() == infer::MatcherType::Archive && found.extension() != "pdf")
        || ends_as_zip(bytes)
    {
        return Err(EvidenceError::Container { name: name() });
    }
    let Some(kind) = found.and_then(|found| MediaType::of(found.mime_type())) else {
        let found = found.map_or("of no type that is known", |found| found.mime_type()).to_owned();
        return Err(EvidenceError::WrongType { name: name(), found });
    };
    let ending = name().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if !ending.is_some_and(|ending| kind.may_end(&ending)) {
        return Err(EvidenceError::Misnamed { name: name(), found: kind });
    }
    match kind {
        MediaType::Pdf => document(name(), bytes)?,
        MediaType::Jpeg | MediaType::Png => picture(name(), kind, bytes)?,
    }
    Ok(kind)
}

/// A ZIP archive is found from its end, whatever stands before it: so a file can be a picture and an archive at once.
fn ends_as_zip(bytes: &[u8]) -> bool {
    const RECORD: usize = 22;
    let from = bytes.len().saturating_sub(RECORD + usize::from(u16::MAX));
    let tail = bytes.get(from..).unwrap_or_default();
    tail.windows(RECORD).enumerate().any(|(at, record)| {
        let comment = match record {
            [b'P', b'K', 5, 6, .., low, high] => usize::from(u16::from_le_bytes([*low, *high])),
            _ => return false,
        };
        at + RECORD + comment == tail.len()
    })
}

fn document(name: String, bytes: &[u8]) -> Result<(), EvidenceError> {
    let end = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or_default();
    if !contains(end, b"%%EOF") {
        return Err(EvidenceError::Damaged { name });
    }
    // The dictionaries of trailers and of streams are never compressed, so the name can be seen. Attachments are let be: electronic licences carry
    // their data so, and nothing here ever unpacks them.
    if has_name(bytes, b"/Encrypt") {
        return Err(EvidenceError::Encrypted { name });
    }
    Ok(())
}

/// Whether the PDF name stands there, and not only the beginning of a longer one.
fn has_name(bytes: &[u8], name: &[u8]) -> bool {
    let next = |window: &[u8]| window.last().is_some_and(|after| !after.is_ascii_alphanumeric());
    bytes.windows(name.len() + 1).any(|window| window.starts_with(name) && next(window))
}

fn picture(name: String, kind: MediaType, bytes: &[u8]) -> Result<(), EvidenceError> {
    let complete = match kind {
        MediaType::Png => bytes.ends_with(b"IEND\xae\x42\x60\x82"),
        // The end marker after the last scan; a telephone may put more behind it.
        _ => last(bytes, b"\xff\xda").is_some_and(|scan| contains(bytes.get(scan..).unwrap_or_default(), b"\xff\xd9")),
    };
    let Some(size) = imagesize::blob_size(bytes).ok().filter(|_| complete) else {
        return Err(EvidenceError::Damaged { name });
    };
    let pixels = (size.width as u64).saturating_mul(size.height as u64);
    match pixels {
        0 => Err(EvidenceError::Damaged { name }),
        _ if pixels > MOST_PIXELS => Err(EvidenceError::TooManyPixels { name, pixels }),
        _ => Ok(()),
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}
