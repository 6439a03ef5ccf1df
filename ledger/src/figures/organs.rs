//! What villages and regulators did themselves (嘎查村社区、二级单位自身工作): they supervise, inspect, help and train.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use redline_domain::{
    ActivityKind, InspectionKind, InspectionMode, OrganizationKind, Position, RecordState,
    figures::{Counts, EnforcementCounts, Span, UnitCounts},
    permission::Scope,
};
use redline_entity::{
    activity, inspection,
    json::{Modes, People},
    membership, organization,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{count, enforcement::Measures};
use crate::{Result, evidence::judge::Positions};

/// What they did since the action began, up to a day.
pub(super) struct Deeds {
    visits: Vec<Visit>,
    meetings: Vec<Meeting>,
    seats: Vec<membership::Model>,
    measures: Measures,
}

/// A signed inspection by an organ.
#[derive(FromQueryResult)]
struct Visit {
    organization_id: Uuid,
    inspector_id: Uuid,
    leader_id: Uuid,
    members: People,
    signed_by: Option<Uuid>,
    kind: InspectionKind,
    modes: Modes,
    occurred_on: NaiveDate,
}

#[derive(FromQueryResult)]
struct Meeting {
    organization_id: Uuid,
    kind: ActivityKind,
    participants: i32,
    occurred_on: NaiveDate,
}

impl Deeds {
    /// Reads them, by four statements; of the enforcement also what was decided on against whoever is in view.
    pub(super) async fn read(db: &impl ConnectionTrait, organs: &[organization::Model], against: Option<&Scope>, span: Span) -> Result<Self> {
        let ids: Vec<Uuid> = organs.iter().map(|organ| organ.id).collect();
        let visits = inspection::Entity::find()
            .select_only()
            .columns([inspection::Column::OrganizationId, inspection::Column::InspectorId, inspection::Column::LeaderId, inspection::Column::SignedBy])
            .columns([inspection::Column::Members, inspection::Column::Kind, inspection::Column::Modes, inspection::Column::OccurredOn])
            .filter(inspection::Column::InspectorId.is_in(ids.iter().copied()))
            .filter(inspection::Column::State.eq(RecordState::Signed))
            .filter(inspection::Column::Kind.is_not_in([InspectionKind::SelfCheck, InspectionKind::HeadLed]))
            .filter(inspection::Column::OccurredOn.between(span.from, span.until))
            .into_model::<Visit>()
            .all(db)
            .await?;
        let meetings = activity::Entity::find()
            .select_only()
            .columns([activity::Column::OrganizationId, activity::Column::Kind, activity::Column::Participants, activity::Column::OccurredOn])
            .filter(activity::Column::OrganizationId.is_in(ids.iter().copied()))
            .filter(activity::Column::Kind.is_in([ActivityKind::MobilisationMeeting, ActivityKind::Training]))
            .filter(activity::Column::State.eq(RecordState::Signed))
            .filter(activity::Column::OccurredOn.lte(span.until))
            .into_model::<Meeting>()
            .all(db)
            .await?;
        let seats = membership::Entity::find()
            .filter(membership::Column::OrganizationId.is_in(ids.iter().copied()))
            .filter(membership::Column::Position.is_in([Position::Head, Position::Deputy]))
            .order_by_asc(membership::Column::Id)
            .all(db)
            .await?;
        Ok(Self { visits, meetings, seats, measures: Measures::read(db, &ids, against, span).await? })
    }

    /// The first day on which an organ held its mobilisation meeting.
    pub(super) fn mobilised_on(&self, organ: Uuid) -> Option<NaiveDate> {
        let held = self.meetings.iter().filter(|it| it.organization_id == organ && it.kind == ActivityKind::MobilisationMeeting);
        held.map(|it| it.occurred_on).min()
    }

    /// The measures that anybody decided on in a span, as far as they were read.
    pub(super) fn measures(&self, span: Span) -> EnforcementCounts {
        self.measures.all(span)
    }

    /// Adds to the figures of its enterprises what an organ did itself in a span.
    pub(super) fn add(&self, counts: &mut Counts, organ: &organization::Model, span: Span) {
        let visits: Vec<&Visit> = self.visits.iter().filter(|it| it.inspector_id == organ.id && span.contains(it.occurred_on)).collect();
        let positions = Positions(&self.seats);
        for visit in &visits {
            // Who was head and deputy at once led it as head.
            match positions.held(organ.id, visit.leader_id, visit.occurred_on).min() {
                Some(Position::Head) => counts.led_by_head += 1,
                Some(Position::Deputy) => counts.led_by_deputy += 1,
                _ => {}
            }
        }
        if organ.kind == OrganizationKind::Unit {
            counts.unit = Some(self.unit(organ.id, &visits, span));
        }
    }

    fn unit(&self, unit: Uuid, visits: &[&Visit], span: Span) -> UnitCounts {
        let trainings = || self.meetings.iter().filter(|it| it.organization_id == unit && it.kind == ActivityKind::Training && span.contains(it.occurred_on));
        // A visit that helps is no inspection: it is counted by itself.
        let (helped, inspected): (Vec<&Visit>, Vec<&Visit>) = visits.iter().partition(|it| it.kind == InspectionKind::Assistance);
        let with = |mode: InspectionMode| inspected.iter().filter(|it| it.modes.0.contains(&mode)).count() as u64;
        let enterprises = |visits: &[&Visit]| visits.iter().map(|it| it.organization_id).collect::<BTreeSet<_>>().len() as u64;
        let people = |visit: &Visit| {
            let team = visit.members.0.iter().copied().chain([visit.leader_id]).chain(visit.signed_by);
            team.collect::<BTreeSet<_>>().len() as u64
        };
        UnitCounts {
            training_sessions: trainings().count() as u64,
            trained: trainings().map(|it| count(it.participants.into())).sum(),
            groups: inspected.iter().map(|it| (it.leader_id, it.occurred_on)).collect::<BTreeSet<_>>().len() as u64,
            inspectors: inspected.iter().map(|it| people(it)).sum(),
            inspected: enterprises(&inspected),
            assisted: enterprises(&helped),
            unannounced: with(InspectionMode::FourNoTwoDirect),
            joint: with(InspectionMode::Joint),
            enforcement: self.measures.of(unit, span),
        }
    }
}
