//! Searching the criteria (判定标准检索) by words, standard, sector and day.

use std::{cmp::Reverse, sync::Arc};

use chrono::NaiveDate;
use redline_domain::{Sector, criteria::Criterion};

use super::Catalogue;

/// What is looked for; everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriterionFilter {
    /// Words, with blanks between them; each must stand in the text, the note, the title, the document number, the branch or the code.
    pub text: Option<String>,
    /// The code of the standard, e.g. `GONGMAO-2023`.
    pub standard: Option<String>,
    /// The sectors of which it must belong to one.
    pub sectors: Option<Vec<Sector>>,
    /// The day on which it must count (施行).
    pub on: Option<NaiveDate>,
}

/// The criteria that meet a filter: the best matches of its words first, else in the order of the standards.
pub fn search(catalogue: &Catalogue, filter: &CriterionFilter) -> Vec<Arc<Criterion>> {
    let words: Vec<String> = filter.text.iter().flat_map(|text| text.split_whitespace()).map(str::to_lowercase).collect();
    let mut found: Vec<(u32, Arc<Criterion>)> = catalogue
        .all()
        .iter()
        .filter(|criterion| filter.standard.as_ref().is_none_or(|standard| criterion.standard.eq_ignore_ascii_case(standard.trim())))
        .filter(|criterion| filter.sectors.as_ref().is_none_or(|sectors| criterion.sector.is_some_and(|sector| sectors.contains(&sector))))
        .filter(|criterion| filter.on.is_none_or(|day| catalogue.counts_on(criterion, day)))
        .filter_map(|criterion| Some((rank(criterion, &words)?, Arc::clone(criterion))))
        .collect();
    // A stable sort: what ranks alike stays in the order of the standards.
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    found.into_iter().map(|(_, criterion)| criterion).collect()
}

/// How well a criterion matches all of the words; none if one of them is not mentioned at all. Its code counts for most, then
/// its own words, more the larger a part of them the word makes up, then what stands around them.
fn rank(criterion: &Criterion, words: &[String]) -> Option<u32> {
    let code = criterion.code().to_lowercase();
    let text = criterion.text.to_lowercase();
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX).max(1);
    let around = [criterion.note.as_deref().unwrap_or_default(), &criterion.sector_name, &criterion.title, &criterion.document_number];
    words.iter().try_fold(0, |sum, word| {
        let of_word = if code == *word {
            1_000
        } else if text.contains(word) {
            100 + 100 * u32::try_from(word.chars().count()).unwrap_or(0).min(length) / length
        } else if code.contains(word) {
            50
        } else if around.iter().any(|part| part.to_lowercase().contains(word)) {
            10
        } else {
            return None;
        };
        Some(sum + of_word)
    })
}

#[cfg(test)]
mod tests {
    use redline_domain::criteria;

    use super::*;

    fn codes(filter: &CriterionFilter) -> Vec<String> {
        search(&Catalogue::of([]), filter).iter().map(|criterion| criterion.code()).collect()
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
        assert_eq!(codes(&text("gongmao-2023/3/1"))[0], "GONGMAO-2023/3/1", "a code, in any case of its letters");
        assert!(codes(&text("承包单位 烟花")).is_empty());
    }

    #[test]
    fn what_speaks_of_the_words_itself_comes_before_what_only_stands_near_them() {
        let found = codes(&text("有限空间"));
        assert_eq!(found, ["GONGMAO-2023/13/1", "GONGMAO-2023/13/2"], "the shorter item first, of which the word is the larger part");
        let titled = codes(&text("城镇燃气"));
        assert_eq!(titled[0], "GAS-2023/10/1", "its own words say so, the others' title only");
        assert_eq!((titled.len(), titled[1].as_str()), (22, "GAS-2023/4/1"));
    }

    #[test]
    fn a_standard_is_offered_from_the_day_of_its_force_on_and_not_before() {
        let gas = |day: &str| codes(&CriterionFilter { sectors: Some(vec![Sector::Gas]), on: day.parse().ok(), ..CriterionFilter::default() }).len();
        assert_eq!((gas("2023-09-20"), gas("2023-09-21")), (0, 22));
    }

    #[test]
    fn a_standard_and_a_sector_narrow_the_search_together() {
        let of = |standard: &str, sectors| CriterionFilter { standard: Some(standard.to_owned()), sectors, ..CriterionFilter::default() };
        assert_eq!(codes(&of("HAZCHEM-2017", None)).len(), 20);
        assert_eq!(codes(&of("HAZCHEM-2017", Some(vec![Sector::HazardousChemicals]))).len(), 20);
        assert!(codes(&of("HAZCHEM-2017", Some(vec![Sector::Gas]))).is_empty());
    }
}
