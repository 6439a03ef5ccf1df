//! The determination criteria (判定标准), searched by words, standard and sector.

use chrono::NaiveDate;
use redline_domain::{Sector, criteria, criteria::Criterion};

/// What is looked for; everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriterionFilter {
    /// Words, with blanks between them; each must stand in the text, the title, the document number, the branch or the code.
    pub text: Option<String>,
    /// The code of the standard, e.g. `GONGMAO-2023`.
    pub standard: Option<String>,
    /// The sector that it belongs to.
    pub sector: Option<Sector>,
    /// The day on which it must be in force (施行).
    pub on: Option<NaiveDate>,
}

/// The criteria that meet a filter, in the order of the standards.
pub fn search(filter: &CriterionFilter) -> Vec<&'static Criterion> {
    let words: Vec<String> = filter.text.iter().flat_map(|text| text.split_whitespace()).map(str::to_lowercase).collect();
    criteria::catalogue()
        .iter()
        .filter(|criterion| filter.standard.as_ref().is_none_or(|standard| criterion.standard.eq_ignore_ascii_case(standard.trim())))
        .filter(|criterion| filter.sector.is_none_or(|sector| criterion.sector == Some(sector)))
        .filter(|criterion| filter.on.is_none_or(|day| criterion.is_effective_on(day)))
        .filter(|criterion| words.iter().all(|word| mentions(criterion, word)))
        .collect()
}

fn mentions(criterion: &Criterion, word: &str) -> bool {
    let code = criterion.code();
    [&criterion.text, &criterion.title, &criterion.document_number, &criterion.sector_name, &code].iter().any(|text| text.to_lowercase().contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(filter: &CriterionFilter) -> Vec<String> {
        search(filter).into_iter().map(Criterion::code).collect()
    }

    fn text(text: &str) -> CriterionFilter {
        CriterionFilter { text: Some(text.to_owned()), ..CriterionFilter::default() }
    }

    #[test]
    fn nothing_asked_gives_the_whole_catalogue_in_its_order() {
        let all = codes(&CriterionFilter::default());
        assert_eq!(all.len(), criteria::catalogue().len());
        assert_eq!(all, criteria::catalogue().iter().map(Criterion::code).collect::<Vec<_>>());
        assert_eq!(codes(&text("  ")), all);
    }

    #[test]
    fn every_word_must_be_mentioned_somewhere() {
        assert_eq!(codes(&text("承包单位 承租单位")), ["GONGMAO-2023/3/1"]);
        assert_eq!(codes(&text("gongmao-2023/3/1")), ["GONGMAO-2023/3/1"], "a code, in any case of its letters");
        assert!(codes(&text("承包单位 烟花")).is_empty());
    }

    #[test]
    fn a_standard_is_offered_from_the_day_of_its_force_on_and_not_before() {
        let gas = |day: &str| codes(&CriterionFilter { sector: Some(Sector::Gas), on: day.parse().ok(), ..CriterionFilter::default() }).len();
        assert_eq!((gas("2023-09-20"), gas("2023-09-21")), (0, 22));
    }

    #[test]
    fn a_standard_and_a_sector_narrow_the_search_together() {
        let of = |standard: &str, sector| CriterionFilter { standard: Some(standard.to_owned()), sector, ..CriterionFilter::default() };
        assert_eq!(codes(&of("HAZCHEM-2017", None)).len(), 20);
        assert_eq!(codes(&of("HAZCHEM-2017", Some(Sector::HazardousChemicals))).len(), 20);
        assert!(codes(&of("HAZCHEM-2017", Some(Sector::Gas))).is_empty());
    }
}
