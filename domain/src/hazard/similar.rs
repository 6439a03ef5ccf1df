//! Whether two hazards are alike (相似隐患): by the words of their description and place. Chinese is compared by pairs of
//! neighbouring characters, which needs no dictionary; Latin words and numbers are compared whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// From this score on two hazards are shown as similar. Two sentences about one piece of equipment share about a third of their
/// pairs even when everything else is worded anew; unrelated ones share hardly a tenth.
pub const SIMILAR: u32 = 300;

/// From this score on a hazard is taken for the same one again. It says something against somebody, so more than half of the
/// words have to agree.
pub const RECURRING: u32 = 600;

/// Within how many days after its forerunner was closed a hazard counts as recurring, the last one included.
pub const RECURS_WITHIN_DAYS: i64 = 365;

/// How much of the score the place makes up, in thousandths, where both hazards say one.
const PLACE_WEIGHT: u32 = 300;

/// A hazard as far as it is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Described<'a> {
    /// What is wrong.
    pub description: &'a str,
    /// Where.
    pub location: Option<&'a str>,
    /// The code of its criterion (判定标准).
    pub criterion: Option<&'a str>,
}

/// How alike two hazards are, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Similarity {
    /// The description and, where both say one, the place.
    pub score: u32,
    /// The description alone.
    pub description: u32,
    /// The place alone; none: one of them says none.
    pub location: Option<u32>,
    /// Whether both are by the same criterion.
    pub same_criterion: bool,
    /// Whether both are at the same place, but for punctuation and the width of letters.
    pub same_location: bool,
}

impl Similarity {
    /// Compares two hazards.
    pub fn of(one: &Described<'_>, other: &Described<'_>) -> Self {
        let description = dice(one.description, other.description);
        let places = filled(one.location).zip(filled(other.location));
        let location = places.map(|(one, other)| dice(one, other));
        let score = location.map_or(description, |location| (description * (1000 - PLACE_WEIGHT) + location * PLACE_WEIGHT) / 1000);
        Self {
            score,
            description,
            location,
            same_criterion: filled(one.criterion).is_some() && one.criterion == other.criterion,
            same_location: places.is_some_and(|(one, other)| normalised(one) == normalised(other)),
        }
    }

    /// Whether the other hazard is worth being shown.
    pub fn is_similar(&self) -> bool {
        self.score >= SIMILAR || self.same_criterion && self.same_location
    }

    /// Whether it is the same hazard again, if the other one was closed within the year before.
    pub fn is_recurring(&self) -> bool {
        self.score >= RECURRING || self.same_criterion && self.same_location
    }
}

/// Whether a hazard that was found on a day can be one again that was closed on another (一年内复发): on that day or within
/// [`RECURS_WITHIN_DAYS`] after it.
pub fn within_a_year(closed_on: NaiveDate, found_on: NaiveDate) -> bool {
    (0..=RECURS_WITHIN_DAYS).contains(&(found_on - closed_on).num_days())
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// The Dice coefficient of the parts of two texts, in thousandths: twice what they share, of all that both have.
fn dice(one: &str, other: &str) -> u32 {
    let (one, other) = (parts(one), parts(other));
    let size = |parts: &BTreeMap<String, u32>| parts.values().sum::<u32>();
    let shared: u32 = one.iter().map(|(part, count)| other.get(part).map_or(0, |there| *there.min(count))).sum();
    (2000 * shared).checked_div(size(&one) + size(&other)).unwrap_or(0)
}

/// A text without punctuation and blanks at its ends, in narrow small letters; a blank between words.
fn normalised(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    let letters: String = text.chars().map(narrow).flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts by which a text is compared, each with how often it occurs.
fn parts(text: &str) -> BTreeMap<String, u32> {
    let mut parts = BTreeMap::new();
    for word in normalised(text).split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        for run in letters.chunk_by(|one, other| is_chinese(*one) == is_chinese(*other)) {
            if run.first().copied().is_some_and(is_chinese) && run.len() > 1 {
                for pair in run.windows(2) {
                    *parts.entry(pair.iter().collect()).or_insert(0) += 1;
                }
            } else {
                *parts.entry(run.iter().collect()).or_insert(0) += 1;
            }
        }
    }
    parts
}

/// Whether a character is of a script that is written without blanks between its words.
fn is_chinese(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(description: &str) -> Described<'_> {
        Described { description, ..Described::default() }
    }

    fn score(one: &str, other: &str) -> u32 {
        Similarity::of(&text(one), &text(other)).score
    }

    #[test]
    fn the_same_words_are_wholly_alike_whatever_their_width_case_and_punctuation() {
        assert_eq!(score("储罐区可燃气体报警器失效。", "储罐区，可燃气体报警器失效！"), 952, "a comma parts one pair");
        assert_eq!(score("Ｐ１０１泵 Valve leaks", "p101泵　valve LEAKS."), 1000);
        assert_eq!(score("灭火器过期", "灭火器过期"), 1000);
    }

    #[test]
    fn nothing_is_like_nothing_and_strangers_are_not_alike() {
        assert_eq!(score("", ""), 0);
        assert_eq!(score("…", "储罐"), 0);
        assert!(score("储罐区可燃气体检测报警装置未投用", "职工宿舍楼疏散通道堆放杂物") < 100);
        assert_eq!(score("valve leaks", "guard missing"), 0);
    }

    #[test]
    fn the_same_equipment_in_other_words_is_similar_and_a_small_change_is_the_same_again() {
        let first = "储罐区可燃气体检测报警装置未投用";
        let reworded = score(first, "罐区的可燃气体报警器没有投用");
        assert!((SIMILAR..RECURRING).contains(&reworded), "{reworded}");
        assert!(score(first, "二号储罐区可燃气体检测报警装置未正常投用") >= RECURRING);
    }

    #[test]
    fn the_thresholds_hold_on_both_sides() {
        let scored = |score| Similarity { score, description: score, location: None, same_criterion: false, same_location: false };
        assert!(!scored(SIMILAR - 1).is_similar() && scored(SIMILAR).is_similar());
        assert!(!scored(RECURRING - 1).is_recurring() && scored(RECURRING).is_recurring());
    }

    #[test]
    fn the_place_counts_where_both_say_one() {
        let at = |location| Described { description: "灭火器过期", location, criterion: None };
        assert_eq!(Similarity::of(&at(Some("一号厂房")), &at(None)).score, 1000);
        assert_eq!(Similarity::of(&at(Some("一号厂房")), &at(Some(" 一号厂房。"))).score, 1000);
        assert_eq!(Similarity::of(&at(Some("一号厂房")), &at(Some("办公楼"))).score, 700);
        assert_eq!(Similarity::of(&at(Some("一号厂房")), &at(Some(" "))).location, None);
    }

    #[test]
    fn the_same_criterion_at_the_same_place_is_enough_and_either_alone_is_not() {
        let of = |description, location, criterion| Described { description, location: Some(location), criterion: Some(criterion) };
        let one = of("报警器坏了", "Ａ区", "HAZCHEM-2017/12");
        assert!(Similarity::of(&one, &of("未见检测装置", "a区", "HAZCHEM-2017/12")).is_recurring());
        assert!(!Similarity::of(&one, &of("未见检测装置", "b区", "HAZCHEM-2017/12")).is_recurring());
        assert!(!Similarity::of(&one, &of("未见检测装置", "a区", "HAZCHEM-2017/2")).is_recurring());
        assert!(!Similarity::of(&text("报警器坏了"), &text("未见检测装置")).same_criterion, "no criterion is none in common");
    }

    #[test]
    fn a_hazard_recurs_from_the_day_of_its_forerunners_closing_for_365_days() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let closed = day("2023-06-10");
        assert!(!within_a_year(closed, day("2023-06-09")));
        assert!(within_a_year(closed, day("2023-06-10")));
        assert!(within_a_year(closed, day("2024-06-09")));
        assert!(!within_a_year(closed, day("2024-06-10")), "366 days, for 2024 has a 29th of February");
    }
}
