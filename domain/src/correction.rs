//! Corrections (更正): which findings of a new version are those of the old one, so that nothing is reported twice.

/// For each finding of the new version, the place of the finding of the old one that it is; none: it is new. Findings are the same
/// if their words are; a finding whose words were corrected is the one at its place, if the number of findings stayed as it was.
pub fn carried<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Option<usize>> {
    let mut taken = vec![false; old.len()];
    let mut carried: Vec<Option<usize>> = new
        .iter()
        .map(|finding| {
            let at = (0..old.len()).find(|&at| !taken[at] && old[at] == *finding)?;
            taken[at] = true;
            Some(at)
        })
        .collect();
    if old.len() == new.len() {
        for (at, found) in carried.iter_mut().enumerate() {
            if found.is_none() && !taken[at] {
                taken[at] = true;
                *found = Some(at);
            }
        }
    }
    carried
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_the_same_finding_wherever_they_stand() {
        assert_eq!(carried(&["a", "b", "c"], &["c", "a"]), [Some(2), Some(0)]);
        assert_eq!(carried(&["a"], &["a", "a"]), [Some(0), None], "each once");
        assert_eq!(carried(&[], &["a"]), [None]);
    }

    #[test]
    fn other_words_at_the_same_place_are_the_same_finding_only_if_as_many_were_found() {
        assert_eq!(carried(&["a", "b"], &["a", "B"]), [Some(0), Some(1)]);
        assert_eq!(carried(&["a", "b"], &["B"]), [None]);
        assert_eq!(carried(&["a"], &["a", "B"]), [Some(0), None]);
        assert_eq!(carried(&["a", "b"], &["b", "C"]), [Some(1), None], "its place is taken by another");
    }
}
