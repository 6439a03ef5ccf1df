//! Extensions (延期) as the head of the enterprise requests them and the safety office decides on them.

use chrono::NaiveDate;
use redline_domain::{
    Audience, ExtensionState, NoticeKind, Position, Refusal, Tale,
    hazard::measures::{ExtensionRequest, check_extension},
    ids::Noun,
    permission::Action,
};
use redline_entity::{extension, hazard, membership, notice as notice_row, organization, person};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{
    CLAUSE, consent, held, note,
    plan::{extend, extendable},
};
use crate::{
    Context, Error, Result,
    actor::held_on,
    checks::{self, Checks, TEXT},
    notice::{self, About},
    signature::{self, Confirmed, Content},
};

/// Requests an extension (申请延期): the head of the enterprise signs for it.
///
/// # Errors
/// `HEAD_SIGNS` for everybody but the head, `EXTENSION_OPEN`, `NOTHING_TO_EXTEND`, and what [`ExtensionRequest::check`] refuses.
pub async fn request_extension(
    db: &impl ConnectionTrait,
    ctx: &Context,
    confirmed: &Confirmed,
    hazard: Uuid,
    request: ExtensionRequest,
) -> Result<extension::Model> {
    let (hazard, organization) = held(db, ctx, hazard, Action::RectifyHazard).await?;
    check_head(db, ctx, &organization).await?;
    let in_force = extendable(&hazard)?;
    if let Some(open) = open_request(db, hazard.id).await? {
        let zh = format!("已有一份延期至 {} 的申请尚未答复，答复后方可再次申请。", open.until_on);
        let en = format!("A request for an extension to {} is not decided on yet; right would be to wait for that.", open.until_on);
        return Err(Refusal::new("EXTENSION_OPEN", zh, en).clause(CLAUSE).into());
    }
    request.check(in_force, ctx.today())?;
    let mut checks = Checks::default();
    let reason = checks.text("reason", &request.reason, TEXT);
    let interim_measures = checks.text("interimMeasures", &request.interim_measures, TEXT);
    checks.finish()?;
    let id = ctx.id();
    let facts = json!({
        "hazard": hazard.id, "description": hazard.description, "from": in_force, "until": request.until,
        "reason": reason, "interimMeasures": interim_measures,
    });
    let content = Content { organization: organization.id, noun: Noun::Extension, subject: id, act: "EXTENSION_REQUESTED", facts };
    let signature = signature::sign(db, ctx, confirmed, content).await?;
    let row = extension::ActiveModel {
        id: Set(id),
        hazard_id: Set(hazard.id),
        organization_id: Set(organization.id),
        from_on: Set(in_force),
        until_on: Set(request.until),
        reason: Set(reason),
        interim_measures: Set(interim_measures),
        state: Set(ExtensionState::Requested),
        requested_by: Set(ctx.actor.person),
        requested_at: Set(ctx.now),
        signature_id: Set(Some(signature.id)),
        decided_by: Set(None),
        decided_at: Set(None),
        decision_reason: Set(None),
    };
    let row = row.insert(db).await?;
    let data = json!({
        "extension": id, "from": in_force, "until": row.until_on, "reason": row.reason, "interimMeasures": row.interim_measures,
        "signature": signature.id, "seal": signature.hash,
    });
    note(db, ctx, &hazard, "HAZARD_EXTENSION_REQUESTED", data).await?;
    let tale = consent::about(&hazard, Tale::new("企业申请延期整改", "An extension is requested"))
        .says(
            format!("企业主要负责人申请将整改期限由 {in_force} 延至 {}。请镇安委办审查决定。", row.until_on),
            format!("The head of the enterprise asks to move the deadline from {in_force} to {}. The safety office decides on it.", row.until_on),
        )
        .fact("延期理由", "Reason", row.reason.as_str())
        .fact("临时管控措施", "Interim measures", row.interim_measures.as_str());
    tell(db, ctx, (NoticeKind::ExtensionRequested, &row), &organization, &[Audience::SafetyOffice, Audience::Regulator], &tale).await?;
    Ok(row)
}

/// Decides on a request for an extension (答复延期申请). A granted one moves the deadline, and who is told when is planned anew.
///
/// # Errors
/// `EXTENSION_DECIDED`, `REASON_MISSING` for a refusal, `NOTHING_TO_EXTEND`, `EXTENSION_NOT_LATER`.
pub async fn decide_extension(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, granted: bool, reason: Option<&str>) -> Result<extension::Model> {
    let hazard_id = extension::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?.hazard_id;
    let (mut hazard, organization) = held(db, ctx, hazard_id, Action::GrantExtension).await?;
    let row = extension::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if row.state != ExtensionState::Requested {
        let zh = "该延期申请已有结果，不能再次答复；仍需延期的，由企业主要负责人重新申请。";
        let en = "This request is decided on or has lapsed; where more time is needed, the head of the enterprise requests it anew.";
        return Err(Refusal::new("EXTENSION_DECIDED", zh, en).field("extensionId").clause(CLAUSE).into());
    }
    let reason = if granted {
        let in_force = extendable(&hazard)?;
        check_extension(in_force, row.until_on, ctx.today(), "extensionId")?;
        let mut checks = Checks::default();
        let reason = checks.optional("reason", reason, TEXT);
        checks.finish()?;
        hazard = extend(db, ctx, hazard, row.until_on).await?;
        let data = json!({ "extension": id, "from": in_force, "deadlineOn": row.until_on, "reason": reason.as_ref().unwrap_or(&row.reason) });
        note(db, ctx, &hazard, "HAZARD_EXTENDED", data).await?;
        reason
    } else {
        let reason = checks::reason(reason.unwrap_or_default())?;
        note(db, ctx, &hazard, "HAZARD_EXTENSION_REFUSED", json!({ "extension": id, "until": row.until_on, "reason": reason })).await?;
        Some(reason)
    };
    let row = end(db, ctx, row, if granted { ExtensionState::Granted } else { ExtensionState::Refused }, reason).await?;
    let tale = match granted {
        true => Tale::new("延期申请已批准", "Extension granted").says(
            format!("整改期限延至 {}。延期期间应落实临时管控措施。", row.until_on),
            format!("The deadline is now {}. Carry out the interim measures until then.", row.until_on),
        ),
        false => Tale::new("延期申请未批准", "Extension refused").says(
            format!("延期至 {} 的申请未获批准，整改期限仍为 {}。", row.until_on, row.from_on),
            format!("The extension to {} was not granted; the deadline is still {}.", row.until_on, row.from_on),
        ),
    };
    let tale = row.decision_reason.iter().fold(consent::about(&hazard, tale), |tale, reason| tale.fact("理由", "Reason", reason.as_str()));
    tell(db, ctx, (NoticeKind::ExtensionDecided, &row), &organization, &[Audience::Responsible, Audience::Head], &tale).await?;
    Ok(row)
}

/// The request of a hazard that nobody has decided on yet.
pub(super) async fn open_request(db: &impl ConnectionTrait, hazard: Uuid) -> Result<Option<extension::Model>> {
    let open = extension::Entity::find().filter(extension::Column::HazardId.eq(hazard)).filter(extension::Column::State.eq(ExtensionState::Requested));
    Ok(open.order_by_asc(extension::Column::Id).lock_exclusive().one(db).await?)
}

/// Ends a request that is open when its hazard is closed.
pub(super) async fn lapse_on_closing(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model) -> Result<()> {
    let Some(row) = open_request(db, hazard.id).await? else { return Ok(()) };
    note(db, ctx, hazard, "HAZARD_EXTENSION_LAPSED", json!({ "extension": row.id, "until": row.until_on })).await?;
    end(db, ctx, row, ExtensionState::Lapsed, None).await.map(drop)
}

async fn end(db: &impl ConnectionTrait, ctx: &Context, row: extension::Model, state: ExtensionState, reason: Option<String>) -> Result<extension::Model> {
    let asked = Condition::all().add(notice_row::Column::HazardId.eq(row.hazard_id)).add(notice_row::Column::Kind.eq(NoticeKind::ExtensionRequested));
    notice::cancel_where(db, asked, "DECIDED").await?;
    let mut row = row.into_active_model();
    row.state = Set(state);
    row.decided_by = Set(ctx.actor.person);
    row.decided_at = Set(Some(ctx.now));
    row.decision_reason = Set(reason);
    Ok(row.update(db).await?)
}

async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (kind, row): (NoticeKind, &extension::Model),
    organization: &organization::Model,
    audiences: &[Audience],
    tale: &Tale,
) -> Result<()> {
    notice::tell(db, ctx, (kind, About::Hazard(row.hazard_id), &format!("{kind}@{}", row.id)), organization, audiences, tale).await
}

/// Goes on only if the head of the organization asks, by that seat.
async fn check_head(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model) -> Result<()> {
    if ctx.actor.seats.iter().any(|seat| seat.organization == organization.id && seat.position == Position::Head) {
        return Ok(());
    }
    let heads = heads(db, organization.id, ctx.today()).await?;
    let (zh, en) = match heads.is_empty() {
        true => ("本单位目前没有登记主要负责人，应先登记其任职".to_owned(), "the organization has no head at present; record the position first".to_owned()),
        false => (format!("应由{}签名申请", heads.join("、")), format!("right would be {}", heads.join(", "))),
    };
    let zh = format!("延期申请须由本单位主要负责人签名；{zh}。");
    let en = format!("A request for an extension is signed by the head of the organization; {en}.");
    Err(Refusal::new("HEAD_SIGNS", zh, en).clause(CLAUSE).into())
}

/// The names of the heads of an organization on a day.
async fn heads(db: &impl ConnectionTrait, organization: Uuid, on: NaiveDate) -> Result<Vec<String>> {
    let seats = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization))
        .filter(membership::Column::Position.eq(Position::Head))
        .filter(held_on(on))
        .all(db)
        .await?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(seats.iter().map(|seat| seat.person_id)));
    Ok(people.order_by_asc(person::Column::Name).all(db).await?.into_iter().map(|person| person.name).collect())
}
