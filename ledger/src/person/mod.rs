//! People (人员) and the positions that they hold (任职). History is kept: who left in May is not head in June.

mod copy;
mod erase;
mod seal;

use chrono::NaiveDate;
use redline_domain::{AddressState, Language, Position, Refusal, email::EmailAddress, ids::Noun, permission::Action};
use redline_entity::{membership, organization, person};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    actor::{self, held_on},
    event::{self, NewEvent},
    evidence,
    organization::replan,
};

pub use copy::copy;
pub use erase::{NOBODY, erase};
pub use seal::at_odds;

/// A person before being recorded.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Full name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// The language of the mails.
    pub language: Language,
    /// The hour at which mail goes out.
    pub morning_hour: Option<u32>,
}

/// Records a person.
pub async fn create(db: &impl ConnectionTrait, ctx: &Context, new: NewPerson) -> Result<person::Model> {
    let mut refusals = Vec::new();
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        refusals.push(Refusal::new("BAD_NAME", "姓名应为 1 至 100 个字符。", "A name has 1 to 100 characters.").field("name"));
    }
    let email = new.email.map(|email| EmailAddress::parse(&email)).transpose().unwrap_or_else(|refusal| {
        refusals.push(refusal.field("email"));
        None
    });
    if new.morning_hour.is_some_and(|hour| hour > 23) {
        refusals.push(Refusal::new("BAD_HOUR", "发信时间应为 0 至 23 时。", "The hour is 0 to 23.").field("morningHour"));
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let salt = seal::salt(ctx);
    let row = person::ActiveModel {
        id: Set(ctx.id()),
        name: Set(name),
        phone: Set(new.phone.map(|phone| phone.trim().to_owned()).filter(|phone| !phone.is_empty())),
        email: Set(email.map(|email| email.to_string())),
        email_state: Set(AddressState::Good),
        language: Set(new.language),
        morning_hour: Set(new.morning_hour.and_then(|hour| i32::try_from(hour).ok())),
        created_at: Set(ctx.now),
        name_salt: Set(Some(salt.clone())),
        erased_at: Set(None),
    };
    let person = row.insert(db).await?;
    event::append(db, ctx, NewEvent::new(None, Noun::Person, person.id, seal::RECORDED, seal::facts(&salt, &person.name))).await?;
    Ok(person)
}

/// How mail reaches a person (个人设置), as the person says. What is not given stays.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// The language of the mails.
    pub language: Option<Language>,
    /// The hour at which mail goes out; given as none: the rulebook's.
    pub morning_hour: Option<Option<u32>>,
    /// Mail address; given as none: none.
    pub email: Option<Option<String>>,
    /// Telephone; given as none: none.
    pub phone: Option<Option<String>>,
}

/// Changes how mail reaches the person who asks. Another address or hour holds for what was not yet sent, too.
pub async fn update_preferences(db: &impl ConnectionTrait, ctx: &Context, new: Preferences) -> Result<person::Model> {
    let id = ctx.actor.person.ok_or(Error::NotFound)?;
    let person = person::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let mut refusals = Vec::new();
    let given = new.email.map(|email| email.filter(|email| !email.trim().is_empty()).map(|email| EmailAddress::parse(&email)).transpose());
    let email = given.transpose().unwrap_or_else(|refusal| {
        refusals.push(refusal.field("email"));
        None
    });
    if new.morning_hour.flatten().is_some_and(|hour| hour > 23) {
        refusals.push(Refusal::new("BAD_HOUR", "发信时间应为 0 至 23 时。", "The hour is 0 to 23.").field("morningHour"));
    }
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let (email, morning_hour) = (
        email.map_or(person.email.clone(), |email| email.map(|email| email.to_string())),
        new.morning_hour.map_or(person.morning_hour, |hour| hour.and_then(|hour| i32::try_from(hour).ok())),
    );
    let (moved, shifted) = (email != person.email, morning_hour != person.morning_hour);
    let language = new.language.unwrap_or(person.language);
    let phone = new.phone.map_or(person.phone.clone(), |phone| phone.map(|phone| phone.trim().to_owned()).filter(|phone| !phone.is_empty()));
    let mut row = person.into_active_model();
    if moved {
        row.email_state = Set(AddressState::Good);
    }
    row.email = Set(email);
    row.morning_hour = Set(morning_hour);
    row.language = Set(language);
    row.phone = Set(phone);
    let person = row.update(db).await?;
    let data = json!({ "language": language, "morningHour": morning_hour, "addressChanged": moved });
    event::append(db, ctx, NewEvent::new(None, Noun::Person, id, "PREFERENCES_CHANGED", data)).await?;
    if moved || shifted {
        let held = membership::Entity::find()
            .filter(membership::Column::PersonId.eq(id))
            .filter(held_on(ctx.today()))
            .order_by_asc(membership::Column::Id)
            .all(db)
            .await?;
        let mut organizations: Vec<Uuid> = held.iter().map(|row| row.organization_id).collect();
        organizations.dedup();
        for organization in organizations {
            replan(db, ctx, organization).await?;
        }
    }
    Ok(person)
}

/// Puts a person into a position of an organization from a day on.
pub async fn appoint(
    db: &impl ConnectionTrait,
    ctx: &Context,
    person: Uuid,
    organization: Uuid,
    position: Position,
    title: Option<String>,
    since: NaiveDate,
) -> Result<membership::Model> {
    let organization = actor::organization(db, organization).await?;
    ctx.allow(Action::ManagePeople, &actor::subject(&organization))?;
    let person = person::Entity::find_by_id(person).one(db).await?.ok_or(Error::NotFound)?;
    let holds = membership::Entity::find()
        .filter(membership::Column::PersonId.eq(person.id))
        .filter(membership::Column::OrganizationId.eq(organization.id))
        .filter(membership::Column::Position.eq(position))
        .filter(held_on(since))
        .one(db)
        .await?;
    if holds.is_some() {
        return Err(Refusal::new("ALREADY_HOLDS", "此人当日已任该职务。", "This person already holds that position on that day.").field("since").into());
    }
    let row = membership::ActiveModel {
        id: Set(ctx.id()),
        person_id: Set(person.id),
        organization_id: Set(organization.id),
        position: Set(position),
        title: Set(title.filter(|title| !title.trim().is_empty())),
        since: Set(since),
        until: Set(None),
        created_at: Set(ctx.now),
    };
    let membership = row.insert(db).await?;
    event::append(
        db,
        ctx,
        NewEvent::new(
            Some(organization.id),
            Noun::Membership,
            membership.id,
            "APPOINTED",
            json!({ "person": person.id, "position": position, "since": since }),
        ),
    )
    .await?;
    history_changed(db, ctx, &organization).await?;
    Ok(membership)
}

/// Ends a person's position: `until` is the first day on which it is no longer held.
pub async fn dismiss(db: &impl ConnectionTrait, ctx: &Context, membership: Uuid, until: NaiveDate) -> Result<membership::Model> {
    let row = membership::Entity::find_by_id(membership).one(db).await?.ok_or(Error::NotFound)?;
    let organization = actor::organization(db, row.organization_id).await?;
    ctx.allow(Action::ManagePeople, &actor::subject(&organization))?;
    if until < row.since {
        return Err(Refusal::new(
            "BAD_UNTIL",
            format!("离任日期不能早于任职日期 {}。", row.since),
            format!("The position cannot end before it began on {}.", row.since),
        )
        .field("until")
        .into());
    }
    let mut row = row.into_active_model();
    row.until = Set(Some(until));
    let membership = row.update(db).await?;
    event::append(
        db,
        ctx,
        NewEvent::new(Some(organization.id), Noun::Membership, membership.id, "DISMISSED", json!({ "person": membership.person_id, "until": until })),
    )
    .await?;
    history_changed(db, ctx, &organization).await?;
    Ok(membership)
}

/// Who held which position decides what counts, and who is told.
async fn history_changed(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model) -> Result<()> {
    evidence::rematch(db, ctx, organization, None).await?;
    replan(db, ctx, organization.id).await
}
