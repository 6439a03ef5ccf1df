//! Corrections (更正): what is sealed stays as it is; a new version names it, and takes its place once it is signed.

use chrono::{DateTime, Utc};
use redline_domain::{
    AttachmentPurpose, RecordState, Refusal,
    ids::{self, Noun},
};
use redline_entity::inspection;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{Amendment, check, draft, load, took_no_part};
use crate::{
    Context, Error, Result, attachment, checks,
    event::{self, NewEvent},
};

/// Records a correction of a signed inspection as a draft that names it; what is not given is copied from it. The old one counts
/// until the new one is signed, and stays visible for ever.
///
/// # Errors
/// `TOOK_NO_PART`, `NOT_SEALED`, `ALREADY_VOIDED`, `CORRECTION_UNDER_WAY`, `REASON_MISSING`, and what recording an inspection refuses.
pub async fn correct(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, new: Amendment, reason: &str) -> Result<inspection::Model> {
    let (older, _, part) = load(db, ctx, id).await?;
    if !part.made_it() {
        return Err(took_no_part().into());
    }
    correctable(db, &older).await?;
    let reason = checks::reason(reason)?;
    let photos = new.photos.clone();
    let mut new = draft::amended(db, &older, new).await?;
    check::check(db, ctx, &mut new).await?;
    let newer = draft::write(db, ctx, new, Some((id, reason))).await?;
    match photos {
        Some(photos) => drop(attachment::attach(db, ctx, &photos, (Noun::Inspection, newer.id), AttachmentPurpose::Photo, "photoIds").await?),
        None => attachment::copy(db, ctx, id, (Noun::Inspection, newer.id)).await?,
    }
    draft::noted(db, ctx, &newer, "INSPECTION_CORRECTION_RECORDED").await?;
    Ok(newer)
}

async fn correctable(db: &impl ConnectionTrait, older: &inspection::Model) -> Result<()> {
    match older.state {
        RecordState::Signed => {}
        RecordState::Draft => {
            let zh = "该检查记录尚未签名，可直接修改，无需更正。";
            return Err(Refusal::new("NOT_SEALED", zh, "This inspection is not signed yet: change it, it needs no correction.").clause("2.2.5").into());
        }
        RecordState::Voided => return Err(checks::already_voided().into()),
    }
    let under_way = inspection::Entity::find()
        .filter(inspection::Column::CorrectsId.eq(older.id))
        .filter(inspection::Column::State.eq(RecordState::Draft))
        .order_by_asc(inspection::Column::Id)
        .one(db)
        .await?;
    if let Some(draft) = under_way {
        let draft = ids::encode(Noun::Inspection, draft.id);
        let zh = format!("该检查记录已有一份尚未签名的更正（{draft}），请修改、签名或作废该更正。");
        let en = format!("A correction of this inspection is under way ({draft}) and not signed; change, sign or void that one.");
        return Err(Refusal::new("CORRECTION_UNDER_WAY", zh, en).clause("2.2.5").into());
    }
    Ok(())
}

/// When the first version was signed: whatever a correction says, the ledger has known of the inspection since then.
pub(super) async fn first_signed_at(db: &impl ConnectionTrait, older: Uuid) -> Result<Option<DateTime<Utc>>> {
    let older = inspection::Entity::find_by_id(older).one(db).await?.ok_or(Error::NotFound)?;
    Ok(older.first_signed_at.or(older.signed_at))
}

/// Puts a correction that was just signed in the place of the older version, which is voided by it.
pub(super) async fn replace(db: &impl ConnectionTrait, ctx: &Context, older: Uuid, newer: &inspection::Model) -> Result<()> {
    let older = inspection::Entity::find_by_id(older).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if older.state != RecordState::Signed {
        let zh = "所更正的检查记录已另行作废，此更正不能签名；请作废此更正，如有需要重新登记检查。";
        let en =
            "The inspection that this corrects was voided meanwhile, so it cannot be signed; void this correction, and record the inspection anew if need be.";
        return Err(Refusal::new("CORRECTED_ONE_VOIDED", zh, en).clause("2.2.5").into());
    }
    let by = ids::encode(Noun::Inspection, newer.id);
    let why = newer.correction_reason.as_deref().unwrap_or_default();
    let (id, organization) = (older.id, older.organization_id);
    let mut row = older.into_active_model();
    row.state = Set(RecordState::Voided);
    row.corrected_by_id = Set(Some(newer.id));
    row.voided_reason = Set(Some(format!("已由 {by} 更正 Corrected by {by}：{why}")));
    row.update(db).await?;
    let data = json!({ "by": newer.id, "reason": newer.correction_reason });
    event::append(db, ctx, NewEvent::new(Some(organization), Noun::Inspection, id, "INSPECTION_CORRECTED", data)).await
}
