//! The unified social credit code (统一社会信用代码) of an organization, GB 32100-2015.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Digits and capitals without I, O, S, V, Z, which are too easily mistaken for others.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// The registration departments (登记管理部门): 1 机构编制, 2 外交, 3 司法行政, 4 文化, 5 民政, 6 旅游, 7 宗教, 8 工会, 9 市场监管,
/// A 军委改革编制, N 农业, Y 其他.
const DEPARTMENTS: &str = "123456789ANY";
/// GB 11714's weights of the eight characters of an organization code.
const ORGANIZATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
const LENGTH: usize = 18;

/// A unified social credit code (统一社会信用代码) that is well formed and whose two check characters are right. Written in capitals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnifiedSocialCreditCode(String);

impl UnifiedSocialCreditCode {
    /// Reads a code. Spaces around it, lower case and full-width characters (全角) are accepted.
    ///
    /// # Errors
    /// `BAD_CREDIT_CODE`, saying what is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let code = normalise(text);
        let length = code.chars().count();
        if length != LENGTH {
            return Err(refuse(format!("应为18位，现为{length}位"), format!("it has {length} characters; right would be 18")));
        }
        check_stem(&code)?;
        let organization = organization_check(&code[8..16]);
        expect_check(&code, 17, organization, "组织机构代码校验码", "the check character of the organization code")?;
        expect_check(&code, LENGTH, check(&code[..17]), "校验码", "the check character")?;
        Ok(Self(code))
    }

    /// Makes a code from its 16 characters without check characters: department and category (2), region (6), and the main part
    /// of the organization code (8), e.g. `91` + `150626` + `MA0N0001`. The 17th and 18th characters are computed. It is how
    /// made-up enterprises of the demo get codes that are right, though nobody has them.
    ///
    /// # Errors
    /// `BAD_CREDIT_CODE`, as [`parse`](Self::parse).
    pub fn make(stem: &str) -> Result<Self, Refusal> {
        let mut code = normalise(stem);
        let length = code.chars().count();
        if length != LENGTH - 2 {
            return Err(refuse(format!("不含校验码应为16位，现为{length}位"), format!("without check characters it has {length}; right would be 16")));
        }
        check_stem(&code)?;
        code.push(organization_check(&code[8..16]));
        code.push(check(&code));
        Ok(Self(code))
    }

    /// The code, 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for UnifiedSocialCreditCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for UnifiedSocialCreditCode {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Self::parse(text)
    }
}

impl TryFrom<String> for UnifiedSocialCreditCode {
    type Error = Refusal;
    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(&text)
    }
}

impl From<UnifiedSocialCreditCode> for String {
    fn from(code: UnifiedSocialCreditCode) -> Self {
        code.0
    }
}

/// Chinese input methods write full-width characters, and people do not see the difference.
fn normalise(text: &str) -> String {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.trim().chars().map(|c| half_width(c).to_ascii_uppercase()).collect()
}

fn check_stem(code: &str) -> Result<(), Refusal> {
    for (position, c) in (1..).zip(code.chars()) {
        let expected = match position {
            1 if !DEPARTMENTS.contains(c) => ("登记管理部门代码1至9、A、N或Y", "a registration department, 1 to 9, A, N or Y"),
            3..=8 if !c.is_ascii_digit() => ("行政区划代码的数字", "a digit of the region code"),
            _ if !ALPHABET.contains(c) => ("数字或除I、O、S、V、Z外的大写字母", "a digit or a capital other than I, O, S, V, Z"),
            _ => continue,
        };
        let (zh, en) = expected;
        let (hint_zh, hint_en) = match looks_like(c) {
            Some(digit) => (format!("（是否为数字{digit}？）"), format!(" (the digit {digit}, perhaps?)")),
            None => Default::default(),
        };
        return Err(refuse(format!("第{position}位“{c}”应为{zh}{hint_zh}"), format!("character {position} is \"{c}\"; right would be {en}{hint_en}")));
    }
    Ok(())
}

fn looks_like(c: char) -> Option<char> {
    match c {
        'I' => Some('1'),
        'O' => Some('0'),
        'S' => Some('5'),
        'Z' => Some('2'),
        _ => None,
    }
}

fn expect_check(code: &str, position: usize, right: char, zh: &str, en: &str) -> Result<(), Refusal> {
    match code.chars().nth(position - 1) {
        Some(c) if c == right => Ok(()),
        Some(c) => Err(refuse(
            format!("第{position}位“{c}”是{zh}，按其余各位应为“{right}”，请逐位核对"),
            format!("character {position}, {en}, is \"{c}\"; by the others it would be \"{right}\": compare each of them"),
        )),
        None => Err(refuse(format!("缺第{position}位"), format!("character {position} is missing"))),
    }
}

/// The 18th character: weights 3^(i-1) mod 31 over the 17 before it.
fn check(first_17: &str) -> char {
    let (sum, _) = first_17.chars().fold((0, 1), |(sum, weight), c| (sum + value(c) * weight, weight * 3 % 31));
    ALPHABET.chars().nth((31 - sum % 31) % 31).unwrap_or('0')
}

fn value(c: char) -> usize {
    ALPHABET.chars().position(|known| known == c).unwrap_or(0)
}

/// The 17th character: GB 11714's check of the organization code, where A is 10 and Z is 35.
fn organization_check(main: &str) -> char {
    let sum: u32 = main.chars().zip(ORGANIZATION_WEIGHTS).map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight).sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    }
}

fn refuse(zh: String, en: String) -> Refusal {
    Refusal::new("BAD_CREDIT_CODE", format!("统一社会信用代码有误：{zh}。"), format!("Not a unified social credit code: {en}."))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Language;

    /// Codes of companies, universities and a bank, as they publish them.
    const PUBLISHED: [&str; 8] = [
        "91330100799655058B",
        "9144030071526726XG",
        "914403001922038216",
        "91110000802100433B",
        "12100000400002259P",
        "12100000425006117P",
        "9152000071430580XT",
        "91100000100003962T",
    ];

    fn refused(text: &str) -> Refusal {
        let refusal = UnifiedSocialCreditCode::parse(text).expect_err("a refusal");
        assert_eq!(refusal.code, "BAD_CREDIT_CODE");
        refusal
    }

    #[test]
    fn published_codes_are_read_and_made_again_from_their_stems() {
        for code in PUBLISHED {
            assert_eq!(UnifiedSocialCreditCode::parse(code).expect(code).as_str(), code);
            assert_eq!(UnifiedSocialCreditCode::make(&code[..16]).expect(code).as_str(), code);
        }
    }

    #[test]
    fn lower_case_full_width_and_spaces_around_are_accepted() {
        for text in ["9144030071526726xg", "  9144030071526726XG\n", "９１４４０３００７１５２６７２６ＸＧ", "\u{3000}9144030071526726ｘｇ"]
        {
            assert_eq!(UnifiedSocialCreditCode::parse(text).expect(text).as_str(), "9144030071526726XG");
        }
    }

    #[test]
    fn a_refusal_says_what_is_wrong_and_what_would_be_right() {
        for (text, zh, en) in [
            ("", "应为18位，现为0位", "it has 0 characters; right would be 18"),
            ("91440300715267", "应为18位，现为14位", "it has 14 characters; right would be 18"),
            ("9144030071526726 XG", "应为18位，现为19位", "it has 19 characters; right would be 18"),
            ("B144030071526726XG", "第1位“B”应为登记管理部门代码", "character 1 is \"B\"; right would be a registration department"),
            ("91A4030071526726XG", "第3位“A”应为行政区划代码的数字", "character 3 is \"A\"; right would be a digit of the region code"),
            ("91440300715O6726XG", "（是否为数字0？）", "a digit or a capital other than I, O, S, V, Z (the digit 0, perhaps?)"),
            ("9144030071526726XV", "第18位“V”应为数字", "character 18 is \"V\""),
            ("91440300715267260G", "按其余各位应为“X”", "by the others it would be \"X\""),
            ("9144030071526726XH", "按其余各位应为“G”", "character 18, the check character, is \"H\"; by the others it would be \"G\""),
            ("九一四四零三零零七一五二六七二六XG", "第1位“九”", "character 1 is \"九\""),
        ] {
            let refusal = refused(text);
            assert!(refusal.message(Language::Zh).contains(zh), "{}", refusal.message(Language::Zh));
            assert!(refusal.message(Language::En).contains(en), "{}", refusal.message(Language::En));
        }
    }

    #[test]
    fn a_stem_of_another_length_or_with_other_characters_makes_no_code() {
        for stem in ["", "91150626MA0N000", "91150626MA0N00011", "91150626MA0N000I", "91150X26MA0N0001", "01150626MA0N0001"] {
            assert!(UnifiedSocialCreditCode::make(stem).is_err(), "{stem}");
        }
    }

    #[test]
    fn every_change_of_a_single_character_of_the_published_codes_is_caught() {
        for code in PUBLISHED {
            for at in 0..LENGTH {
                for c in ('0'..='9').chain('A'..='Z').filter(|&c| !code[at..].starts_with(c)) {
                    let changed = format!("{}{c}{}", &code[..at], &code[at + 1..]);
                    assert!(UnifiedSocialCreditCode::parse(&changed).is_err(), "{changed}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_made_code_is_read_back_and_each_single_change_is_caught(stem in "[1-9ANY][0-9A-H][0-9]{6}[0-9A-HJ-NP-RTUWXY]{8}", at in 0..LENGTH, to in "[0-9A-Z]") {
            let code = UnifiedSocialCreditCode::make(&stem).expect("a code");
            prop_assert_eq!(UnifiedSocialCreditCode::parse(code.as_str()).expect("a code"), code.clone());
            let mut changed = code.to_string();
            changed.replace_range(at..=at, &to);
            prop_assert_eq!(UnifiedSocialCreditCode::parse(&changed).is_ok(), changed == code.as_str());
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = UnifiedSocialCreditCode::parse(&text);
            let _ = UnifiedSocialCreditCode::make(&text);
        }
    }
}
