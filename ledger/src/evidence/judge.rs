//! Whether a record meets a requirement, and why not (履职认定). The matching and the explanations read the same verdicts.

use chrono::NaiveDate;
use redline_domain::{InspectionScope, OnDutyState, Position, RecordState, ResponsibilityListKind, rulebook::Evidence};
use redline_entity::{activity, alert, drill, inspection, membership, on_duty, report, responsibility_list};
use uuid::Uuid;

use crate::responsibility::Coverage;

/// Why a record does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It was voided, for that reason.
    Voided(Option<String>),
    /// It is of another kind.
    OtherKind,
    /// It is not signed yet.
    NotSigned,
    /// It did not look at that.
    NotInScope(InspectionScope),
    /// It cites no accident alert.
    CitesNoAlert,
    /// It cites another accident alert.
    CitesOtherAlert,
    /// It took place before the accident, which was on that day.
    BeforeAccident(NaiveDate),
    /// Who was on duty was not head on that day.
    NotHead(Uuid),
    /// It has no leader on record who was head.
    NoLeader,
    /// Who led it was not head on that day.
    NotLedByHead(Uuid),
    /// The review of the drill is missing.
    NoReview,
    /// Not every post is assigned and acknowledged.
    Incomplete(Coverage),
    /// It has fewer posts than asked for.
    TooFewPosts(u32),
    /// Fewer people than asked for answer for the installation: how many are asked for, how many there are.
    TooFewGuarantors(u32, u32),
}

/// The positions that people hold and held.
#[derive(Clone, Copy)]
pub(crate) struct Positions<'a>(pub(crate) &'a [membership::Model]);

impl<'a> Positions<'a> {
    /// What a person held in an organization on a day.
    pub(crate) fn held(self, organization: Uuid, person: Uuid, on: NaiveDate) -> impl Iterator<Item = Position> + use<'a> {
        self.of(organization, person).filter(move |row| row.since <= on && row.until.is_none_or(|until| on < until)).map(|row| row.position)
    }

    /// All that a person ever held in an organization.
    pub(crate) fn of(self, organization: Uuid, person: Uuid) -> impl Iterator<Item = &'a membership::Model> + use<'a> {
        self.0.iter().filter(move |row| row.organization_id == organization && row.person_id == person)
    }

    /// Whether a person was head on a day.
    pub(crate) fn was_head(self, organization: Uuid, person: Uuid, on: NaiveDate) -> bool {
        self.held(organization, person, on).any(|position| position == Position::Head)
    }
}

/// Why an inspection by the organization does not meet a requirement; none: it does.
pub(crate) fn inspection(asked: &Evidence, row: &inspection::Model, positions: Positions<'_>) -> Option<Why> {
    let Evidence::Inspection { kinds, scope, led_by_head, cites_alert, .. } = asked else { return Some(Why::OtherKind) };
    if !kinds.contains(&row.kind) {
        return Some(Why::OtherKind);
    }
    if row.state == RecordState::Voided {
        return Some(Why::Voided(row.voided_reason.clone()));
    }
    if *cites_alert && row.alert_id.is_none() {
        return Some(Why::CitesNoAlert);
    }
    if let Some(scope) = scope
        && !row.scopes.0.contains(scope)
    {
        return Some(Why::NotInScope(*scope));
    }
    if *led_by_head && !positions.was_head(row.inspector_id, row.leader_id, row.occurred_on) {
        return Some(Why::NotLedByHead(row.leader_id));
    }
    (row.state != RecordState::Signed).then_some(Why::NotSigned)
}

/// Why an inspection that cites an alert does not answer one; none: it does.
pub(crate) fn answers(row: &inspection::Model, alert: &alert::Model) -> Option<Why> {
    if row.alert_id != Some(alert.id) {
        return Some(Why::CitesOtherAlert);
    }
    (row.occurred_on < alert.happened_on).then_some(Why::BeforeAccident(alert.happened_on))
}

/// Why an on-duty record does not count; none: it does. The head has to be there: a deputy who stands in does not count.
pub(crate) fn on_duty(row: &on_duty::Model, positions: Positions<'_>) -> Option<Why> {
    if row.state == OnDutyState::Voided {
        return Some(Why::Voided(row.voided_reason.clone()));
    }
    (!positions.was_head(row.organization_id, row.person_id, row.day)).then_some(Why::NotHead(row.person_id))
}

/// Why a drill does not count; none: it does.
pub(crate) fn drill(row: &drill::Model) -> Option<Why> {
    match (row.state, &row.review) {
        (RecordState::Voided, _) => Some(Why::Voided(row.voided_reason.clone())),
        (_, None) => Some(Why::NoReview),
        _ => None,
    }
}

/// Why an activity does not meet a requirement; none: it does. Whether activities together name every enterprise no single one says.
pub(crate) fn activity(asked: &Evidence, row: &activity::Model, positions: Positions<'_>) -> Option<Why> {
    let Evidence::Activity { kind, led_by_head, .. } = asked else { return Some(Why::OtherKind) };
    if row.kind != *kind {
        return Some(Why::OtherKind);
    }
    if row.state == RecordState::Voided {
        return Some(Why::Voided(row.voided_reason.clone()));
    }
    match row.led_by {
        _ if !led_by_head => None,
        None => Some(Why::NoLeader),
        Some(leader) => (!positions.was_head(row.organization_id, leader, row.occurred_on)).then_some(Why::NotLedByHead(leader)),
    }
}

/// Why a report does not meet a requirement; none: it does.
pub(crate) fn report(asked: &Evidence, row: &report::Model) -> Option<Why> {
    let Evidence::Report { kind } = asked else { return Some(Why::OtherKind) };
    if row.kind != *kind {
        return Some(Why::OtherKind);
    }
    (row.state == RecordState::Voided).then(|| Why::Voided(row.voided_reason.clone()))
}

/// Why a responsibility list does not meet a requirement; none: it does.
pub(crate) fn list(asked: &Evidence, row: &responsibility_list::Model, coverage: Coverage) -> Option<Why> {
    let Evidence::ResponsibilityList { kind, min_positions, .. } = asked else { return Some(Why::OtherKind) };
    if row.kind != *kind {
        return Some(Why::OtherKind);
    }
    if row.state == RecordState::Voided {
        return Some(Why::Voided(row.voided_reason.clone()));
    }
    if row.complete_on.is_none() {
        return Some(Why::Incomplete(coverage));
    }
    let least = min_positions.unwrap_or(1);
    // Who answers for a major hazard installation three times over is still one person.
    if *kind == ResponsibilityListKind::Guarantors && coverage.guarantors < least {
        return Some(Why::TooFewGuarantors(least, coverage.guarantors));
    }
    (coverage.posts < least).then_some(Why::TooFewPosts(least))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(position: Position, since: &str, until: Option<&str>) -> membership::Model {
        let day = |text: &str| text.parse().expect("a date");
        membership::Model {
            id: Uuid::nil(),
            person_id: Uuid::from_u128(1),
            organization_id: Uuid::from_u128(2),
            position,
            title: None,
            since: day(since),
            until: until.map(day),
            created_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_head_is_head_from_the_first_day_to_the_day_before_the_end() {
        let seats = [seat(Position::Head, "2023-06-01", Some("2023-06-20")), seat(Position::Deputy, "2023-06-20", None)];
        let positions = Positions(&seats);
        let head_on = |day: &str| positions.was_head(Uuid::from_u128(2), Uuid::from_u128(1), day.parse().expect("a date"));
        assert_eq!(["2023-05-31", "2023-06-01", "2023-06-19", "2023-06-20"].map(head_on), [false, true, true, false]);
        assert!(!positions.was_head(Uuid::from_u128(3), Uuid::from_u128(1), "2023-06-01".parse().expect("a date")), "of another organization");
    }
}
