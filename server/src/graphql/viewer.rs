//! Who is logged in (当前用户).

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_domain::{
    Language, Position, Word,
    permission::{Action, Actor, scope},
};
use redline_entity::{account as account_row, membership, organization, person};
use redline_ledger::{
    account::{self, key, second_factor},
    actor::{self, held_on},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    App,
    graphql::{api_key::ApiKey, ask::Ask, date::Date, error::Answer, organization::Organization, person::Person},
};

/// Who is logged in, and what he or she may do (当前用户).
pub struct Viewer {
    person: Arc<person::Model>,
    seats: Vec<(membership::Model, Arc<organization::Model>)>,
    actor: Actor,
    account: Option<account_row::Model>,
    owes_second_factor: bool,
}

/// Reads who a person is at a moment.
///
/// # Errors
/// `INTERNAL`.
pub async fn load(app: &App, now: DateTime<Utc>, id: Uuid) -> Answer<Option<Viewer>> {
    let db = app.db.read();
    let today = app.site.zone.date(now);
    let Some(person) = person::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let rows =
        membership::Entity::find().filter(membership::Column::PersonId.eq(id)).filter(held_on(today)).order_by_asc(membership::Column::Id).all(db).await?;
    let organizations = organization::Entity::find().filter(organization::Column::Id.is_in(rows.iter().map(|row| row.organization_id))).all(db).await?;
    let organizations: Vec<Arc<organization::Model>> = organizations.into_iter().map(Arc::new).collect();
    let mut seats: Vec<_> =
        rows.into_iter().filter_map(|row| organizations.iter().find(|o| o.id == row.organization_id).map(|o| (row, Arc::clone(o)))).collect();
    let mut actor = actor::load(db, id, today).await?;
    let account = account::of_person(db, id).await?;
    let owes_second_factor = account.as_ref().is_some_and(|account| second_factor::is_owed(app.site.second_factor, account, &actor));
    if owes_second_factor {
        seats.clear();
        actor.seats.clear();
    }
    Ok(Some(Viewer { person: Arc::new(person), seats, actor, account, owes_second_factor }))
}

/// Who is logged in, and what he or she may do (当前用户).
#[Object]
impl Viewer {
    /// The person (人员).
    async fn person(&self) -> Person {
        Person(Arc::clone(&self.person))
    }

    /// The organization of the first position held (所在单位).
    async fn organization(&self) -> Option<Organization> {
        self.seats.first().map(|(_, organization)| Organization(Arc::clone(organization)))
    }

    /// The positions held today (现任职务).
    async fn seats(&self, ctx: &Context<'_>) -> Vec<Seat> {
        let seat = |(row, organization): &(membership::Model, Arc<organization::Model>)| Seat {
            organization: Organization(Arc::clone(organization)),
            position: row.position,
            title: row.title.clone(),
            since: row.since.into(),
            role: format!("{} · {}", organization.name, ctx.label(row.position)),
        };
        self.seats.iter().map(seat).collect()
    }

    /// The language in which the person is addressed (语言).
    async fn language(&self) -> Language {
        self.person.language
    }

    /// Whether signing in asks for a code from the telephone (是否已启用二次验证).
    async fn second_factor(&self) -> bool {
        self.account.as_ref().is_some_and(|account| account.totp_since.is_some())
    }

    /// Whether the person has to set up a second factor before anything else; until then there are no positions and nothing is seen
    /// (是否须先设置二次验证).
    async fn owes_second_factor(&self) -> bool {
        self.owes_second_factor
    }

    /// The keys of one's programs that hold (接口密钥).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn api_keys(&self, ctx: &Context<'_>) -> Answer<Vec<ApiKey>> {
        let Some(account) = &self.account else { return Ok(Vec::new()) };
        Ok(key::of_account(ctx.db(), ctx.ledger(), account.id).await?.into_iter().map(ApiKey).collect())
    }

    /// What the person may do, to some organization at least (可办理的操作).
    async fn permissions(&self, ctx: &Context<'_>) -> Vec<Permission> {
        let may = |action: &Action| !scope(&self.actor, *action).is_nothing();
        Action::ALL.iter().copied().filter(may).map(|action| Permission { action, label: ctx.label(action).to_owned() }).collect()
    }
}

/// A position held today (现任职务).
#[derive(SimpleObject)]
pub struct Seat {
    /// The organization (单位).
    organization: Organization,
    /// The position (职务).
    position: Position,
    /// The title in words (职务名称).
    title: Option<String>,
    /// Since when (任职日期).
    since: Date,
    /// Organization and position in words (身份).
    role: String,
}

/// Something that a person may do (操作权限).
#[derive(SimpleObject)]
pub struct Permission {
    /// What (操作).
    action: Action,
    /// The same in words (说明).
    label: String,
}
