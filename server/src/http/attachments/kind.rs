//! What an uploaded file is (文件类型), found out from its bytes and not from its name: a picture, a PDF, or a Word or Excel file without macros.

use image::ImageFormat;
use redline_domain::Refusal;

/// A type of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A WebP picture.
    Webp,
    /// A PDF document.
    Pdf,
    /// A Word document.
    Docx,
    /// An Excel workbook.
    Xlsx,
}

impl Kind {
    /// The type of a file; none: one that is not taken.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match image::guess_format(bytes) {
            Ok(ImageFormat::Jpeg) => return Some(Self::Jpeg),
            Ok(ImageFormat::Png) => return Some(Self::Png),
            Ok(ImageFormat::WebP) => return Some(Self::Webp),
            _ => {}
        }
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        office(&entries(bytes)?)
    }

    /// The type as it is told with the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The endings that a name of this type may have, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
        }
    }

    /// The format of a picture; none: a document.
    pub fn picture(self) -> Option<ImageFormat> {
        match self {
            Self::Jpeg => Some(ImageFormat::Jpeg),
            Self::Png => Some(ImageFormat::Png),
            Self::Webp => Some(ImageFormat::WebP),
            Self::Pdf | Self::Docx | Self::Xlsx => None,
        }
    }
}

/// What is said of a file that is not taken.
pub fn not_taken() -> Refusal {
    let zh = "只接收照片（JPEG、PNG、WebP）、PDF 以及不含宏的 Word（.docx）、Excel（.xlsx）文件。其他文件请先另存为上述格式。";
    let en = "Photographs (JPEG, PNG, WebP), PDF, and Word (.docx) and Excel (.xlsx) files without macros are taken. Save other files as one of these first.";
    Refusal::new("UNSUPPORTED_FILE", zh, en).field("file")
}

/// A Word or Excel file is a ZIP archive with certain entries; which writer put them in which order differs.
fn office(entries: &[&[u8]]) -> Option<Kind> {
    let has = |name: &[u8]| entries.contains(&name);
    let macros = entries.iter().any(|name| name.ends_with(b"vbaProject.bin"));
    match (has(b"[Content_Types].xml") && !macros, has(b"word/document.xml"), has(b"xl/workbook.xml")) {
        (true, true, false) => Some(Kind::Docx),
        (true, false, true) => Some(Kind::Xlsx),
        _ => None,
    }
}

/// The names of the entries of a ZIP archive, from its directory at the end; none: it is no such archive.
fn entries(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let number = |at: usize, long: usize| -> Option<usize> {
        let digits = bytes.get(at..at.checked_add(long)?)?;
        Some(digits.iter().rev().fold(0, |number, &digit| number << 8 | usize::from(digit)))
    };
    // A comment of at most 65,535 bytes may stand behind the end record of 22 bytes.
    let tail = bytes.len().saturating_sub(22 + 65_535);
    let end = tail + bytes[tail..].windows(END.len()).rposition(|window| window == END)?;
    // The end record has 22 bytes, and behind it stands its comment.
    if end + 22 + number(end + 20, 2)? > bytes.len() {
        return None;
    }
    let mut at = number(end + 16, 4)?;
    let mut names = Vec::new();
    for _ in 0..number(end + 10, 2)?.min(10_000) {
        if bytes.get(at..at.checked_add(4)?)? != ENTRY {
            return None;
        }
        let (name, extra, comment) = (number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?);
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive with empty entries of these names.
    fn archive(names: &[&str]) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for name in names {
            let offset = u32::try_from(bytes.len()).expect("small").to_le_bytes();
            let length = u16::try_from(name.len()).expect("short").to_le_bytes();
            bytes.extend([b"PK\x03\x04".as_slice(), &[0; 22], &length, &[0; 2], name.as_bytes()].concat());
            directory.extend([b"PK\x01\x02".as_slice(), &[0; 24], &length, &[0; 12], &offset, name.as_bytes()].concat());
        }
        let count = u16::try_from(names.len()).expect("few").to_le_bytes();
        let start = u32::try_from(bytes.len()).expect("small").to_le_bytes();
        let size = u32::try_from(directory.len()).expect("small").to_le_bytes();
        bytes.extend(directory);
        bytes.extend([b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &size, &start, &[0; 2]].concat());
        bytes
    }

    #[test]
    fn office_files_are_known_by_their_entries_in_any_order() {
        assert_eq!(Kind::of(&archive(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"])), Some(Kind::Docx));
        assert_eq!(Kind::of(&archive(&["docProps/app.xml", "docProps/custom.xml", "xl/workbook.xml", "[Content_Types].xml"])), Some(Kind::Xlsx));
    }

    #[test]
    fn macros_other_archives_and_broken_ones_are_not_taken() {
        assert_eq!(Kind::of(&archive(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])), None);
        assert_eq!(Kind::of(&archive(&["[Content_Types].xml", "ppt/presentation.xml"])), None);
        assert_eq!(Kind::of(&archive(&["a.txt"])), None);
        let good = archive(&["[Content_Types].xml", "word/document.xml"]);
        for length in 0..good.len() {
            assert_eq!(Kind::of(&good[..length]), None, "cut at {length}");
        }
        let mut lying = good;
        let end = lying.len() - 22;
        lying[end + 16..end + 20].copy_from_slice(&[0xff; 4]);
        assert_eq!(Kind::of(&lying), None);
    }

    #[test]
    fn what_only_says_in_its_name_what_it_is_is_not_taken() {
        for bytes in [&b"<html><script>alert(1)</script>"[..], b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", b"GIF89a", b"MZ", b""] {
            assert_eq!(Kind::of(bytes), None);
        }
        assert_eq!(Kind::of(b"%PDF-1.7\n"), Some(Kind::Pdf));
    }
}
