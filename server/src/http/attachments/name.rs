//! The names of uploaded files (文件名): kept as they were given where they do no harm.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::kind::Kind;

/// The longest name, in characters, without its ending.
const LONGEST: usize = 100;

/// What RFC 8187 lets stand as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// A name without folders, control characters and what turns the direction of writing, and with the ending of what the file is.
pub fn harmless(given: &str, kind: Kind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|&c| !c.is_control() && !turns(c)).map(|c| if r#"<>:"|?*"#.contains(c) { '_' } else { c }).collect();
    let clean = clean.trim().trim_matches('.').trim();
    let (stem, ending) = match clean.rsplit_once('.') {
        Some((stem, ending)) if kind.endings().contains(&ending.to_ascii_lowercase().as_str()) => (stem, ending.to_ascii_lowercase()),
        _ => (clean, kind.endings()[0].to_owned()),
    };
    let stem: String = stem.trim().chars().take(LONGEST).collect();
    let stem = if stem.is_empty() { if kind.picture().is_some() { "照片" } else { "附件" } } else { &stem };
    format!("{stem}.{ending}")
}

/// Invisible characters, and those that turn the direction of writing so that `gpj.exe` reads `exe.jpg`.
fn turns(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The header by which a file is shown or kept under its name, RFC 6266 with RFC 8187.
pub fn disposition(shown: bool, name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' }).collect();
    let way = if shown { "inline" } else { "attachment" };
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, PLAIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_control_characters_and_false_endings_go() {
        for (given, kind, expected) in [
            ("东门 消防通道.JPG", Kind::Jpeg, "东门 消防通道.jpg"),
            ("../../etc/passwd", Kind::Png, "passwd.png"),
            (r"C:\Users\王\照片.jpeg", Kind::Jpeg, "照片.jpeg"),
            ("page.html", Kind::Jpeg, "page.html.jpg"),
            ("a\r\nX-Evil: 1.png", Kind::Png, "aX-Evil_ 1.png"),
            ("\u{202e}gpj.exe", Kind::Pdf, "gpj.exe.pdf"),
            ("..", Kind::Png, "照片.png"),
            ("", Kind::Docx, "附件.docx"),
            (".png", Kind::Png, "png.png"),
            ("a\u{0}b.xlsx", Kind::Xlsx, "ab.xlsx"),
        ] {
            assert_eq!(harmless(given, kind), expected, "{given:?}");
        }
        assert_eq!(harmless(&"长".repeat(500), Kind::Pdf).chars().count(), LONGEST + 4);
    }

    #[test]
    fn a_name_stands_in_the_header_for_old_and_new_browsers() {
        assert_eq!(disposition(true, "照片 1.jpg"), "inline; filename=\"__ 1.jpg\"; filename*=UTF-8''%E7%85%A7%E7%89%87%201.jpg");
        assert_eq!(disposition(false, "a\"b;c.pdf"), "attachment; filename=\"a_b_c.pdf\"; filename*=UTF-8''a%22b%3Bc.pdf");
    }
}
