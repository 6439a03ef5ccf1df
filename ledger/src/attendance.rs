//! Who took part in a drill or an activity (签到、参加人员): written down with it, and not changed afterwards.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redline_domain::{
    Refusal,
    attendance::{MOST, Named},
};
use redline_entity::{attendance, membership, organization, person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::{
    Context, Result,
    checks::{self, Checks},
};

/// The longest name.
const NAME: usize = 100;

/// Somebody who took part, before being written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// The name; of a person known to the ledger it need not be given.
    pub name: Option<String>,
    /// The person, where known to the ledger.
    pub person: Option<Uuid>,
    /// As what, e.g. 组长.
    pub role: Option<String>,
}

impl Attendee {
    /// As the rules see it.
    pub(crate) fn named(&self) -> Named<'_> {
        Named { name: self.name.as_deref().unwrap_or_default(), role: self.role.as_deref() }
    }
}

/// Which record names them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    /// An activity.
    Activity(Uuid),
    /// A drill.
    Drill(Uuid),
}

/// What is wrong with those who took part on a day; what is given is put in order. Who is known to the ledger held a position that
/// day, is named as in the ledger, and stands in the list once.
pub(crate) async fn check(
    db: &impl ConnectionTrait,
    organization: &organization::Model,
    on: NaiveDate,
    given: Vec<Attendee>,
    checks: &mut Checks,
) -> Result<Vec<Attendee>> {
    if given.len() > MOST {
        let zh = format!("最多填写 {MOST} 名参加人员，其余计入参加人数即可。");
        checks.refuse(Refusal::new("TOO_MANY_ATTENDEES", zh, format!("Name {MOST} people at most; count the rest in the number.")).field("attendees"));
        return Ok(Vec::new());
    }
    let known = known(db, organization, on, &given).await?;
    let mut listed = Vec::with_capacity(given.len());
    for (at, attendee) in given.into_iter().enumerate() {
        let field = |name: &str| format!("attendees.{at}.{name}");
        let name = match attendee.person {
            Some(id) => match known.get(&id) {
                Some(name) => name.clone(),
                None => {
                    checks.refuse(checks::no_position(&field("personId"), organization, on));
                    continue;
                }
            },
            None => checks.text(&field("name"), attendee.name.as_deref().unwrap_or_default(), NAME),
        };
        if attendee.person.is_some() && listed.iter().any(|other: &Attendee| other.person == attendee.person) {
            let (zh, en) = (format!("{name}已在名单中，请勿重复填写。"), format!("{name} stands in the list already; list each person once."));
            checks.refuse(Refusal::new("LISTED_TWICE", zh, en).field(field("personId")));
        }
        let role = checks.optional(&field("role"), attendee.role.as_deref(), NAME);
        listed.push(Attendee { name: Some(name), person: attendee.person, role });
    }
    Ok(listed)
}

/// The names of those who held a position in an organization on a day.
async fn known(db: &impl ConnectionTrait, organization: &organization::Model, on: NaiveDate, given: &[Attendee]) -> Result<BTreeMap<Uuid, String>> {
    let ids: Vec<Uuid> = given.iter().filter_map(|attendee| attendee.person).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let seats = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization.id))
        .filter(membership::Column::PersonId.is_in(ids))
        .filter(crate::actor::held_on(on))
        .all(db)
        .await?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(seats.iter().map(|seat| seat.person_id))).all(db).await?;
    Ok(people.into_iter().map(|person| (person.id, person.name)).collect())
}

/// Writes down who took part.
pub(crate) async fn write(db: &impl ConnectionTrait, ctx: &Context, of: Of, attendees: &[Attendee]) -> Result<()> {
    let (activity, drill) = match of {
        Of::Activity(id) => (Some(id), None),
        Of::Drill(id) => (None, Some(id)),
    };
    let rows: Vec<_> = (1..)
        .zip(attendees)
        .map(|(ordinal, attendee)| attendance::ActiveModel {
            id: Set(ctx.id()),
            activity_id: Set(activity),
            drill_id: Set(drill),
            ordinal: Set(ordinal),
            name: Set(attendee.name.clone().unwrap_or_default()),
            person_id: Set(attendee.person),
            role: Set(attendee.role.clone()),
        })
        .collect();
    for chunk in rows.chunks(200) {
        attendance::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
    }
    Ok(())
}
