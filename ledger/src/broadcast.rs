//! Telling many enterprises of one thing (群发): their responsible people and heads, by few statements.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use redline_domain::{AddressState, Audience, NoticeKind, NoticeState, Position, Tale};
use redline_entity::{json::Told, membership, notice, organization, person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::{
    Context, Result,
    actor::held_on,
    notice::{About, When, send_after, subject_kind},
};

/// How many organizations one statement asks about.
const CHUNK: usize = 500;

/// Tells the responsible person and the head of each of many organizations of one thing in its own words, in their next morning.
/// Who is both, or sits in several of them, is told once.
pub(crate) async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (kind, about, step): (NoticeKind, About, &str),
    organizations: &[organization::Model],
    tale: &Tale,
) -> Result<()> {
    let mut told: BTreeSet<Uuid> = BTreeSet::new();
    for some in organizations.chunks(CHUNK) {
        let seats = seats(db, some, ctx.today()).await?;
        let mut rows = Vec::new();
        for organization in some {
            let here = seats.get(&organization.id).map_or(&[][..], Vec::as_slice);
            // As `audience::resolve` has it: the safety officer answers first, then the head, then a deputy.
            let responsible = [Position::SafetyOfficer, Position::Head, Position::Deputy].iter().find_map(|position| first(here, *position));
            let heads = [(Audience::Responsible, responsible), (Audience::Head, first(here, Position::Head))];
            for (audience, person) in heads.into_iter().filter_map(|(audience, person)| Some((audience, person?))) {
                if told.insert(person.id) {
                    rows.push(row(ctx, (kind, about, step), organization.id, audience, tale, person));
                }
            }
        }
        for chunk in rows.chunks(100) {
            notice::Entity::insert_many(chunk.to_vec())
                .on_conflict_do_nothing_on([notice::Column::SubjectId, notice::Column::Step, notice::Column::PersonId])
                .exec_without_returning(db)
                .await?;
        }
    }
    Ok(())
}

type Seats = BTreeMap<Uuid, Vec<(Position, person::Model)>>;

fn first(here: &[(Position, person::Model)], position: Position) -> Option<&person::Model> {
    here.iter().find(|(held, _)| *held == position).map(|(_, person)| person)
}

/// Those of each organization who can be reached by mail, in each position the longest in office first.
async fn seats(db: &impl ConnectionTrait, organizations: &[organization::Model], on: NaiveDate) -> Result<Seats> {
    let memberships = membership::Entity::find()
        .filter(membership::Column::OrganizationId.is_in(organizations.iter().map(|row| row.id)))
        .filter(membership::Column::Position.is_in([Position::Head, Position::Deputy, Position::SafetyOfficer]))
        .filter(held_on(on))
        .order_by_asc(membership::Column::Since)
        .order_by_asc(membership::Column::Id)
        .all(db)
        .await?;
    let mut people: BTreeMap<Uuid, person::Model> = BTreeMap::new();
    let ids: Vec<Uuid> = memberships.iter().map(|row| row.person_id).collect();
    for chunk in ids.chunks(CHUNK) {
        let rows = person::Entity::find()
            .filter(person::Column::Id.is_in(chunk.iter().copied()))
            .filter(person::Column::Email.is_not_null())
            .filter(person::Column::EmailState.eq(AddressState::Good))
            .all(db)
            .await?;
        people.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    let mut seats = Seats::new();
    for row in memberships {
        if let Some(person) = people.get(&row.person_id) {
            seats.entry(row.organization_id).or_default().push((row.position, person.clone()));
        }
    }
    Ok(seats)
}

fn row(
    ctx: &Context,
    (kind, about, step): (NoticeKind, About, &str),
    organization: Uuid,
    audience: Audience,
    tale: &Tale,
    to: &person::Model,
) -> notice::ActiveModel {
    notice::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(kind),
        subject_id: Set(about.id()),
        step: Set(step.to_owned()),
        window_id: Set(None),
        hazard_id: Set(None),
        organization_id: Set(organization),
        person_id: Set(to.id),
        audience: Set(Some(audience)),
        proposes: Set(None),
        alone: Set(false),
        state: Set(NoticeState::Pending),
        send_after: Set(send_after(ctx, When::NextMorning, to)),
        mail_id: Set(None),
        true_at: Set(ctx.now),
        noticed_at: Set(ctx.now),
        subject_kind: Set(subject_kind(about)),
        tale: Set(Some(Told(tale.clone()))),
        cancelled_reason: Set(None),
    }
}
