//! Listed supervision (挂牌督办) of a major hazard, with its letter. It ends with the hazard's acceptance, or when the office lifts it.

use chrono::NaiveDate;
use redline_domain::{
    AttachmentPurpose, Audience, NoticeKind, Refusal, Rulebook, SupervisionLevel, Word,
    hazard::{
        letter::{Letter, SupervisionFacts, supervision_letter},
        measures::{check_listing, check_supervision_deadline},
    },
    ids::Noun,
    permission::Action,
};
use redline_entity::{hazard, supervision};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{held, note};
use crate::{
    Context, Error, Result, attachment,
    checks::{self, Checks, TEXT, TITLE},
    criterion,
    notice::{self, About},
};

/// The clause that asks the safety office for supervised rectification.
const CLAUSE: &str = "2.3.5";
/// Why a supervision ends with the acceptance of its hazard.
const ACCEPTED: &str = "验收销号 Accepted and closed";

/// A listing for supervision as it is asked for.
#[derive(Clone, Debug)]
pub struct NewSupervision {
    /// At which level.
    pub level: SupervisionLevel,
    /// The body that supervises (督办单位).
    pub body: String,
    /// The number of its letter (文号).
    pub number: String,
    /// By when it is to be rectified (督办期限).
    pub deadline: NaiveDate,
    /// What is asked for (督办要求).
    pub requirements: String,
    /// Its documents, uploaded before: the letter as it was sent.
    pub documents: Vec<Uuid>,
}

/// Lists a major hazard for supervision (挂牌督办), and tells those concerned by its letter.
///
/// # Errors
/// `ALREADY_LISTED` at that level, `NUMBER_TAKEN`, a missing or overlong text, and what [`check_listing`] and
/// [`check_supervision_deadline`] refuse.
pub async fn list_for_supervision(db: &impl ConnectionTrait, ctx: &Context, hazard: Uuid, new: NewSupervision) -> Result<supervision::Model> {
    let (hazard, organization) = held(db, ctx, hazard, Action::ListForSupervision).await?;
    check_listing(hazard.state, hazard.grade)?;
    let mut checks = Checks::default();
    let body = checks.text("body", &new.body, TITLE);
    let number = checks.text("number", &new.number, TITLE);
    let requirements = checks.text("requirements", &new.requirements, TEXT);
    if let Err(refusal) = check_supervision_deadline(new.deadline, hazard.deadline_on, ctx.today()) {
        checks.refuse(refusal);
    }
    if let Some(open) = open(db, hazard.id).await?.into_iter().find(|open| open.level == new.level) {
        let zh = format!("该隐患已由{}实行{}挂牌督办（{}），同一级别不能重复挂牌。", open.body, open.level.zh(), open.number);
        let en = format!(
            "This hazard is listed at {} level already, by {} ({}); right would be another level.",
            open.level.en().to_lowercase(),
            open.body,
            open.number
        );
        checks.refuse(Refusal::new("ALREADY_LISTED", zh, en).field("level").clause(CLAUSE));
    }
    let taken = supervision::Entity::find().filter(supervision::Column::Body.eq(&body)).filter(supervision::Column::Number.eq(&number));
    if taken.count(db).await? > 0 {
        let zh = format!("文号“{number}”已被该督办单位使用，请填写新的文号。");
        let en = format!("The number \"{number}\" was used by this body already; right would be the next number.");
        checks.refuse(Refusal::new("NUMBER_TAKEN", zh, en).field("number").clause(CLAUSE));
    }
    checks.finish()?;
    let row = supervision::ActiveModel {
        id: Set(ctx.id()),
        hazard_id: Set(hazard.id),
        organization_id: Set(organization.id),
        level: Set(new.level),
        body: Set(body),
        number: Set(number),
        deadline_on: Set(new.deadline),
        requirements: Set(requirements),
        basis: Set(basis(db, &hazard).await?),
        listed_by: Set(ctx.actor.person),
        listed_on: Set(ctx.today()),
        lifted_on: Set(None),
        lifted_by: Set(None),
        lifted_reason: Set(None),
    };
    let row = row.insert(db).await?;
    let documents = attachment::attach(db, ctx, &new.documents, (Noun::Supervision, row.id), AttachmentPurpose::Document, "documentIds").await?;
    let data = json!({
        "supervision": row.id, "level": row.level, "body": row.body, "number": row.number, "deadlineOn": row.deadline_on, "requirements": row.requirements,
        "documents": attachment::facts(&documents),
    });
    note(db, ctx, &hazard, "SUPERVISION_LISTED", data).await?;
    let tale = letter(&ctx.site.rulebook, &row, &hazard, &organization.name).tale().clause(CLAUSE);
    let step = format!("{}@{}", NoticeKind::SupervisionListed, row.id);
    let told = (NoticeKind::SupervisionListed, About::Hazard(hazard.id), step.as_str());
    notice::tell(db, ctx, told, &organization, &[Audience::Head, Audience::Village, Audience::Regulator], &tale).await?;
    Ok(row)
}

/// Lifts a supervision (解除挂牌督办) before its hazard is closed.
///
/// # Errors
/// `ALREADY_LIFTED`, `REASON_MISSING`.
pub async fn lift_supervision(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<supervision::Model> {
    let hazard_id = supervision::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?.hazard_id;
    let (hazard, _) = held(db, ctx, hazard_id, Action::ListForSupervision).await?;
    let row = supervision::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if let Some(on) = row.lifted_on {
        let refusal = Refusal::new("ALREADY_LIFTED", format!("已于 {on} 解除挂牌督办。"), format!("This supervision was lifted on {on} already."));
        return Err(refusal.field("supervisionId").clause(CLAUSE).into());
    }
    let reason = checks::reason(reason)?;
    lift(db, ctx, &hazard, row, &reason).await
}

/// Lifts every supervision of a hazard that was closed by acceptance.
pub(super) async fn lift_on_closing(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model) -> Result<()> {
    for row in open(db, hazard.id).await? {
        lift(db, ctx, hazard, row, ACCEPTED).await?;
    }
    Ok(())
}

/// Why a hazard is major, in the words of a letter: its criterion, an imported one too, or the reason of who graded it.
async fn basis(db: &impl ConnectionTrait, hazard: &hazard::Model) -> Result<Option<String>> {
    let Some(code) = hazard.criterion.as_deref() else { return Ok(hazard.grade_reason.clone()) };
    Ok(Some(match criterion::of_codes(db, &[code]).await?.get(code) {
        Some(criterion) => format!("《{}》（{code}）", criterion.title),
        None => code.to_owned(),
    }))
}

/// The letter of a supervision (挂牌督办通知书), as it was sent.
pub fn letter(rulebook: &Rulebook, row: &supervision::Model, hazard: &hazard::Model, organization: &str) -> Letter {
    supervision_letter(&SupervisionFacts {
        body: &row.body,
        number: &row.number,
        level: row.level,
        organization,
        hazard: &hazard.description,
        location: hazard.location.as_deref(),
        found_on: hazard.found_on,
        basis: row.basis.as_deref(),
        campaign: &rulebook.title,
        requirements: &row.requirements,
        deadline: row.deadline_on,
        listed_on: row.listed_on,
    })
}

/// The supervisions of a hazard that are not lifted.
async fn open(db: &impl ConnectionTrait, hazard: Uuid) -> Result<Vec<supervision::Model>> {
    let open = supervision::Entity::find().filter(supervision::Column::HazardId.eq(hazard)).filter(supervision::Column::LiftedOn.is_null());
    Ok(open.order_by_asc(supervision::Column::Id).lock_exclusive().all(db).await?)
}

async fn lift(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, row: supervision::Model, reason: &str) -> Result<supervision::Model> {
    let mut row = row.into_active_model();
    row.lifted_on = Set(Some(ctx.today()));
    row.lifted_by = Set(ctx.actor.person);
    row.lifted_reason = Set(Some(reason.to_owned()));
    let row = row.update(db).await?;
    note(db, ctx, hazard, "SUPERVISION_LIFTED", json!({ "supervision": row.id, "level": row.level, "number": row.number, "reason": reason })).await?;
    Ok(row)
}
