//! Organizations (单位): registered, classified, suspended, resumed, closed. Their duties follow from it at once.

mod leave;

pub use leave::{close, resume, suspend};

use chrono::NaiveDate;
use redline_domain::{
    OrganizationKind, OrganizationState, Refusal, Sector, Trait,
    ids::Noun,
    permission::{Action, Subject},
    uscc::UnifiedSocialCreditCode,
};
use redline_entity::{classification, jurisdiction, notice, organization, organization_sector, window};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, actor, duty,
    event::{self, NewEvent},
    evidence,
};

/// An organization before being registered.
#[derive(Clone, Debug)]
pub struct NewOrganization {
    /// What it is.
    pub kind: OrganizationKind,
    /// Its name.
    pub name: String,
    /// Its unified social credit code; an enterprise must have one.
    pub credit_code: Option<String>,
    /// The path of the jurisdiction in which it lies.
    pub jurisdiction_path: String,
    /// The village organization that it belongs to; an enterprise must have one.
    pub village: Option<Uuid>,
    /// Where it is.
    pub address: Option<String>,
    /// Its sectors; an enterprise and a regulator must have one at least.
    pub sectors: Vec<Sector>,
    /// Its traits.
    pub traits: Vec<Trait>,
    /// The first day on which the campaign binds it.
    pub joined_on: NaiveDate,
}

/// Registers an organization and plans its duties.
pub async fn register(db: &impl ConnectionTrait, ctx: &Context, new: NewOrganization) -> Result<organization::Model> {
    let village = match new.village {
        Some(village) => Some(
            organization::Entity::find_by_id(village)
                .filter(organization::Column::Kind.eq(OrganizationKind::Village))
                .one(db)
                .await?
                // In the words for a village out of reach: who may not see it learns nothing of whether it is there.
                .ok_or(Error::NotFound)?,
        ),
        None => None,
    };
    // An enterprise lies where its village lies.
    let path = village.as_ref().map_or(new.jurisdiction_path.as_str(), |village| village.jurisdiction_path.as_str());
    let id = ctx.id();
    ctx.allow(Action::ManageOrganization, &Subject { organization: id, kind: new.kind, village: new.village, jurisdiction: path, sectors: &new.sectors })?;
    let credit_code = check(&new)?;
    if jurisdiction::Entity::find().filter(jurisdiction::Column::Path.eq(path)).one(db).await?.is_none() {
        return Err(Refusal::new("UNKNOWN_JURISDICTION", "没有这个辖区。", "There is no such jurisdiction.").field("jurisdictionPath").into());
    }
    if let Some(code) = &credit_code
        && let Some(known) = organization::Entity::find().filter(organization::Column::CreditCode.eq(code)).one(db).await?
    {
        // By whom is said to who may see it.
        let (zh, en) = match ctx.allow(Action::SeeOrganization, &actor::subject(&known)) {
            Ok(()) => (format!("该统一社会信用代码已登记在“{}”名下。", known.name), format!("This credit code is already registered for \"{}\".", known.name)),
            Err(_) => ("该统一社会信用代码已登记。".to_owned(), "This credit code is already registered.".to_owned()),
        };
        return Err(Refusal::new("CREDIT_CODE_TAKEN", zh, en).field("creditCode").into());
    }
    let row = organization::ActiveModel {
        id: Set(id),
        kind: Set(new.kind),
        name: Set(new.name.trim().to_owned()),
        credit_code: Set(credit_code),
        jurisdiction_path: Set(path.to_owned()),
        village_id: Set(new.village),
        address: Set(new.address.map(|address| address.trim().to_owned()).filter(|address| !address.is_empty())),
        sectors: Set(distinct(&new.sectors).into()),
        traits: Set(distinct(&new.traits).into()),
        state: Set(OrganizationState::Active),
        joined_on: Set(new.joined_on),
        left_on: Set(None),
        created_at: Set(ctx.now),
    };
    let organization = row.insert(db).await?;
    classified(db, ctx, &organization, new.joined_on, None).await?;
    event::append(
        db,
        ctx,
        NewEvent::new(
            Some(id),
            Noun::Organization,
            id,
            "ORGANIZATION_REGISTERED",
            json!({ "name": organization.name, "kind": organization.kind, "joinedOn": organization.joined_on }),
        ),
    )
    .await?;
    duty::reconcile(db, ctx, &organization, None).await?;
    Ok(organization)
}

fn check(new: &NewOrganization) -> Result<Option<String>> {
    let mut refusals = Vec::new();
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 200 || name.chars().any(char::is_control) {
        refusals.push(Refusal::new("BAD_NAME", "单位名称应为 1 至 200 个字符。", "A name has 1 to 200 characters.").field("name"));
    }
    let enterprise = new.kind == OrganizationKind::Enterprise;
    let credit_code = match new.credit_code.as_deref().map(UnifiedSocialCreditCode::parse) {
        Some(Ok(code)) => Some(code.to_string()),
        Some(Err(refusal)) => {
            refusals.push(refusal.field("creditCode"));
            None
        }
        None if enterprise => {
            refusals.push(
                Refusal::new("CREDIT_CODE_MISSING", "请填写企业的统一社会信用代码。", "An enterprise needs its unified social credit code.")
                    .field("creditCode"),
            );
            None
        }
        None => None,
    };
    if enterprise && new.village.is_none() {
        refusals.push(Refusal::new("VILLAGE_MISSING", "请选择企业所在的嘎查村社区。", "Choose the village in which the enterprise lies.").field("villageId"));
    }
    if matches!(new.kind, OrganizationKind::Enterprise | OrganizationKind::Unit) && new.sectors.is_empty() {
        refusals.push(Refusal::new("SECTOR_MISSING", "请至少选择一个行业领域。", "Choose at least one sector.").field("sectors"));
    }
    if refusals.is_empty() { Ok(credit_code) } else { Err(refusals.into()) }
}

/// Classifies an organization anew from a day on. What it owes changes on that day.
pub async fn classify(
    db: &impl ConnectionTrait,
    ctx: &Context,
    id: Uuid,
    on: NaiveDate,
    sectors: &[Sector],
    traits: &[Trait],
    reason: &str,
) -> Result<organization::Model> {
    let organization = managed(db, ctx, id).await?;
    let latest = classification::Entity::find()
        .filter(classification::Column::OrganizationId.eq(id))
        .select_only()
        .column_as(classification::Column::EffectiveOn.max(), "on")
        .into_tuple::<Option<NaiveDate>>()
        .one(db)
        .await?
        .flatten()
        .unwrap_or(organization.joined_on);
    if on > ctx.today() || on < latest {
        return Err(Refusal::new("BAD_DATE", format!("生效日期应在 {latest} 至今天之间。"), format!("The day must lie between {latest} and today."))
            .field("effectiveOn")
            .into());
    }
    if matches!(organization.kind, OrganizationKind::Enterprise | OrganizationKind::Unit) && sectors.is_empty() {
        return Err(Refusal::new("SECTOR_MISSING", "请至少选择一个行业领域。", "Choose at least one sector.").field("sectors").into());
    }
    let mut row = organization.into_active_model();
    row.sectors = Set(distinct(sectors).into());
    row.traits = Set(distinct(traits).into());
    let organization = row.update(db).await?;
    classified(db, ctx, &organization, on, Some(reason)).await?;
    event::append(
        db,
        ctx,
        NewEvent::new(
            Some(id),
            Noun::Organization,
            id,
            "ORGANIZATION_CLASSIFIED",
            json!({ "on": on, "sectors": organization.sectors, "traits": organization.traits, "reason": reason }),
        )
        .true_at(ctx.site.zone.start_of(on)),
    )
    .await?;
    settle(db, ctx, &organization, reason).await?;
    Ok(organization)
}

async fn managed(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<organization::Model> {
    let organization = actor::organization(db, id).await?;
    ctx.allow(Action::ManageOrganization, &actor::subject(&organization))?;
    if organization.state == OrganizationState::Closed {
        return Err(Refusal::new("CLOSED", "该单位已关闭注销。", "This organization is closed.").into());
    }
    Ok(organization)
}

async fn classified(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, on: NaiveDate, reason: Option<&str>) -> Result<()> {
    let row = classification::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        effective_on: Set(on),
        sectors: Set(organization.sectors.clone()),
        traits: Set(organization.traits.clone()),
        reason: Set(reason.map(str::to_owned)),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    row.insert(db).await?;
    organization_sector::Entity::delete_many().filter(organization_sector::Column::OrganizationId.eq(organization.id)).exec(db).await?;
    let rows = organization.sectors.0.iter().map(|&sector| organization_sector::ActiveModel { organization_id: Set(organization.id), sector: Set(sector) });
    if !organization.sectors.0.is_empty() {
        organization_sector::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

async fn settle(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, reason: &str) -> Result<()> {
    duty::reconcile(db, ctx, organization, Some(reason).filter(|reason| !reason.is_empty())).await?;
    evidence::rematch(db, ctx, organization, None).await?;
    replan(db, ctx, organization.id).await
}

/// Plans anew who is told, since who is to be told changed: what was not yet sent is taken back and decided again by the
/// next cycle. What was sent stays sent.
pub async fn replan(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid) -> Result<()> {
    let waiting: Vec<Uuid> = notice::Entity::find()
        .select_only()
        .column(notice::Column::WindowId)
        .distinct()
        .filter(notice::Column::OrganizationId.eq(organization))
        .filter(notice::is_waiting())
        .filter(notice::Column::WindowId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    if waiting.is_empty() {
        return Ok(());
    }
    notice::Entity::delete_many().filter(notice::Column::WindowId.is_in(waiting.iter().copied())).filter(notice::is_waiting()).exec(db).await?;
    window::Entity::update_many()
        .col_expr(window::Column::StepTaken, Expr::value(Option::<i32>::None))
        .col_expr(window::Column::CheckAfter, Expr::value(ctx.now))
        .filter(window::Column::Id.is_in(waiting))
        .filter(window::Column::CheckAfter.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}

fn distinct<T: Copy + Ord>(words: &[T]) -> Vec<T> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words.dedup();
    words
}

/// An organization that the actor may do something to.
pub async fn allowed(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, action: Action) -> Result<organization::Model> {
    let organization = organization::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    ctx.allow(action, &actor::subject(&organization))?;
    Ok(organization)
}
