//! One list for each deputy head (分管负责人清单): when they were complete together.

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::Position;
use uuid::Uuid;

use super::judge::Positions;

/// A list that is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Complete {
    /// The list.
    pub(crate) list: Uuid,
    /// The deputy whose it is.
    pub(crate) deputy: Option<Uuid>,
    /// The day on which it became so.
    pub(crate) on: NaiveDate,
    /// When that was recorded.
    pub(crate) recorded_at: DateTime<Utc>,
}

/// The first day on which every deputy head in office had a complete list, by the list that was the last. A deputy who comes
/// later does not undo what was complete; one who left without a list is waited for no longer.
pub(crate) fn all_have_one(positions: Positions<'_>, complete: &[Complete]) -> Option<Complete> {
    let departures = positions.0.iter().filter(|row| row.position == Position::Deputy).filter_map(|row| row.until);
    let mut days: Vec<NaiveDate> = complete.iter().map(|it| it.on).chain(departures).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().find_map(|day| {
        let deputies = in_office(positions, day);
        // Of each deputy the list that was complete first.
        let lists: Option<Vec<&Complete>> = deputies
            .iter()
            .map(|deputy| complete.iter().filter(|it| it.deputy == Some(*deputy) && it.on <= day).min_by_key(|it| (it.on, it.recorded_at, it.list)))
            .collect();
        let last = lists?.into_iter().max_by_key(|it| (it.on, it.recorded_at, it.list))?;
        Some(Complete { on: day, ..*last })
    })
}

/// The deputy heads in office on a day.
pub(crate) fn in_office(positions: Positions<'_>, on: NaiveDate) -> Vec<Uuid> {
    let mut deputies: Vec<Uuid> = positions
        .0
        .iter()
        .filter(|row| row.position == Position::Deputy && row.since <= on && row.until.is_none_or(|until| on < until))
        .map(|row| row.person_id)
        .collect();
    deputies.sort_unstable();
    deputies.dedup();
    deputies
}

#[cfg(test)]
mod tests {
    use redline_entity::membership;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn deputy(person: u128, since: &str, until: Option<&str>) -> membership::Model {
        membership::Model {
            id: Uuid::nil(),
            person_id: Uuid::from_u128(person),
            organization_id: Uuid::nil(),
            position: Position::Deputy,
            title: None,
            since: day(since),
            until: until.map(day),
            created_at: DateTime::UNIX_EPOCH,
        }
    }

    fn list(id: u128, person: u128, on: &str) -> Complete {
        Complete { list: Uuid::from_u128(id), deputy: Some(Uuid::from_u128(person)), on: day(on), recorded_at: DateTime::UNIX_EPOCH }
    }

    fn complete(deputies: &[membership::Model], lists: &[Complete]) -> Option<(u128, NaiveDate)> {
        all_have_one(Positions(deputies), lists).map(|it| (it.list.as_u128(), it.on))
    }

    #[test]
    fn the_last_deputys_list_completes_them() {
        let deputies = [deputy(1, "2020-01-01", None), deputy(2, "2020-01-01", None)];
        assert_eq!(complete(&deputies, &[list(7, 1, "2023-06-01")]), None);
        assert_eq!(complete(&deputies, &[list(7, 1, "2023-06-01"), list(8, 2, "2023-06-10")]), Some((8, day("2023-06-10"))));
    }

    #[test]
    fn a_second_list_or_a_later_deputy_does_not_undo_it() {
        let deputies = [deputy(1, "2020-01-01", None), deputy(2, "2023-08-01", None)];
        assert_eq!(complete(&deputies, &[list(7, 1, "2023-06-01"), list(9, 1, "2023-08-20")]), Some((7, day("2023-06-01"))));
    }

    #[test]
    fn a_deputy_who_left_without_a_list_is_waited_for_no_longer() {
        let deputies = [deputy(1, "2020-01-01", None), deputy(2, "2020-01-01", Some("2023-07-01"))];
        assert_eq!(complete(&deputies, &[list(7, 1, "2023-06-01")]), Some((7, day("2023-07-01"))));
    }

    #[test]
    fn without_a_deputy_nothing_is_complete() {
        assert_eq!(complete(&[], &[list(7, 1, "2023-06-01")]), None);
    }
}
