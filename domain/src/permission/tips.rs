//! What somebody sees and does of the reports by the public (举报). Whistle-blowers are protected, clause 2.3.3: whoever holds a
//! position in what a report is about learns of it by no office that he also sits in, and an enterprise not even how many there are.

use super::{Action, Actor, Relation, Scope, who};
use crate::OrganizationKind;

/// The organizations about which somebody may do something to the reports by the public: those below his offices, save those in which
/// he sits himself. Reports about none are for everybody for whom this is not nothing.
pub fn tip_scope(actor: &Actor, action: Action) -> Scope {
    if actor.operator {
        return Scope { everything: true, ..Scope::default() };
    }
    let may = |kind, position| who(action, Relation::to_site(kind)).includes(position);
    let mut scope = Scope::default();
    for seat in &actor.seats {
        // A report about the office itself is the office's: nobody else would read it.
        if Relation::to_site(seat.kind) == Relation::None {
            scope.except.push(seat.organization);
        } else if may(seat.kind, seat.position) && seat.jurisdiction.ends_with('/') && !scope.subtrees.contains(&seat.jurisdiction) {
            scope.subtrees.push(seat.jurisdiction.clone());
        }
    }
    scope
}

/// Whether somebody sees how many reports by the public there are (举报线索数): villages, units and offices do; who sits in an
/// enterprise does not, whatever else he is.
pub fn sees_tip_counts(actor: &Actor) -> bool {
    let in_enterprise = actor.seats.iter().any(|seat| seat.kind == OrganizationKind::Enterprise);
    actor.operator || !actor.seats.is_empty() && !in_enterprise
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        Position,
        permission::{Seat, Subject},
    };

    const PLANT: Uuid = Uuid::from_u128(1);
    const OFFICE: Uuid = Uuid::from_u128(2);

    fn seat(organization: Uuid, kind: OrganizationKind, position: Position) -> Seat {
        Seat { organization, kind, position, jurisdiction: "/county/town/".to_owned(), sectors: Vec::new(), enforcement_power: false }
    }

    fn actor(seats: impl IntoIterator<Item = Seat>) -> Actor {
        Actor { person: Some(Uuid::from_u128(77)), seats: seats.into_iter().collect(), operator: false }
    }

    fn about(organization: Uuid, jurisdiction: &str) -> Subject<'_> {
        Subject { organization, kind: OrganizationKind::Enterprise, village: None, jurisdiction, sectors: &[] }
    }

    #[test]
    fn an_office_reaches_its_subtree_but_not_what_its_officer_sits_in() {
        let officer = || seat(OFFICE, OrganizationKind::SafetyOffice, Position::SafetyOfficer);
        let plain = tip_scope(&actor([officer()]), Action::HandleTips);
        assert!(plain.includes(&about(PLANT, "/county/town/bayin/")));
        assert!(plain.includes(&about(OFFICE, "/county/town/")), "a report about the office itself");
        assert!(!plain.includes(&about(PLANT, "/county/next/")));
        let torn = tip_scope(&actor([officer(), seat(PLANT, OrganizationKind::Enterprise, Position::Staff)]), Action::HandleTips);
        assert!(!torn.includes(&about(PLANT, "/county/town/bayin/")));
        assert!(torn.includes(&about(Uuid::from_u128(3), "/county/town/bayin/")));
        assert!(tip_scope(&actor([seat(OFFICE, OrganizationKind::SafetyOffice, Position::Staff)]), Action::SeeTips).is_nothing());
        assert!(tip_scope(&actor([seat(OFFICE, OrganizationKind::DisciplineOffice, Position::Head)]), Action::SeeInformants).is_nothing());
        assert!(tip_scope(&Actor::operator(), Action::HandleTips).everything);
    }

    #[test]
    fn only_villages_units_and_offices_see_how_many_reports_there_are() {
        let one = |kind| actor([seat(OFFICE, kind, Position::Staff)]);
        for kind in [OrganizationKind::Village, OrganizationKind::Unit, OrganizationKind::SafetyOffice, OrganizationKind::PartyOffice] {
            assert!(sees_tip_counts(&one(kind)), "{kind:?}");
        }
        assert!(!sees_tip_counts(&one(OrganizationKind::Enterprise)));
        assert!(!sees_tip_counts(&Actor::nobody()));
        let both = [seat(PLANT, OrganizationKind::Enterprise, Position::Head), seat(OFFICE, OrganizationKind::Village, Position::Head)];
        assert!(!sees_tip_counts(&actor(both)));
    }
}
