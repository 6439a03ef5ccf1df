//! The daily checkpoint (每日封存): the heads of all chains, signed, noted in the ledger and told to the safety offices.

use chrono::{Days, NaiveDate};
use redline_domain::{
    Audience, NoticeKind, OrganizationKind, OrganizationState, Tale,
    chain::{self, Head, Heads},
    ids::Noun,
};
use redline_entity::{chain_head, checkpoint, json::SealedHeads, ledger_event, organization};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set, TryInsertResult};
use serde_json::json;

use super::{Key, Seal};
use crate::{
    Context, Result,
    event::{self, NewEvent},
    notice::{self, About},
};

/// The event by which the ledger knows of a checkpoint, in the site's own chain.
pub const SEALED: &str = "CHECKPOINT_SEALED";

/// The day that is to be sealed now: yesterday, unless it was or nothing was recorded by then. Checkpoints of days that have not
/// come yet, made under a clock that was ahead, do not matter.
pub async fn due(db: &impl ConnectionTrait, ctx: &Context) -> Result<Option<NaiveDate>> {
    let Some(day) = ctx.today().checked_sub_days(Days::new(1)) else { return Ok(None) };
    if is_sealed(db, day).await? {
        return Ok(None);
    }
    let recorded: Option<uuid::Uuid> = ledger_event::Entity::find()
        .select_only()
        .column(ledger_event::Column::Id)
        .filter(ledger_event::Column::RecordedAt.lt(ctx.site.zone.start_of(ctx.today())))
        .order_by_asc(ledger_event::Column::RecordedAt)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(recorded.map(|_| day))
}

/// Seals a day, in a transaction. None: it is sealed already, by another worker perhaps.
pub async fn seal(db: &impl ConnectionTrait, ctx: &Context, key: &Key, day: NaiveDate) -> Result<Option<checkpoint::Model>> {
    if is_sealed(db, day).await? {
        return Ok(None);
    }
    let before = last_before(db, day).await?;
    let rows = chain_head::Entity::find().order_by_asc(chain_head::Column::ChainId).all(db).await?;
    let heads: Heads = rows.into_iter().map(|row| (row.chain_id, Head { sequence: row.sequence, hash: row.hash })).collect();
    let seal = Seal::sign(key, &ctx.site.base_url, day, chain::count(&heads), chain::digest(&heads));
    let row = checkpoint::Model {
        id: ctx.id(),
        day,
        made_at: ctx.now,
        site: seal.site.clone(),
        heads: SealedHeads(heads),
        events: seal.events,
        digest: seal.digest.clone(),
        public_key: seal.public_key.clone(),
        signature: seal.signature.clone(),
    };
    let inserted = checkpoint::Entity::insert(active(row.clone())).on_conflict_do_nothing_on([checkpoint::Column::Day]).exec_without_returning(db).await?;
    if !matches!(inserted, TryInsertResult::Inserted(1..)) {
        return Ok(None);
    }
    let data = json!({ "day": day, "digest": row.digest, "events": row.events, "publicKey": row.public_key, "signature": row.signature });
    event::append(db, ctx, NewEvent::new(None, Noun::Checkpoint, row.id, SEALED, data)).await?;
    let tale = tale(ctx, &row, &seal, before);
    let offices = organization::Entity::find()
        .filter(organization::Column::Kind.eq(OrganizationKind::SafetyOffice))
        .filter(organization::Column::State.eq(OrganizationState::Active))
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?;
    for office in &offices {
        let about = (NoticeKind::CheckpointSealed, About::Thing(Noun::Checkpoint, row.id), "SEALED");
        notice::tell(db, ctx, about, office, &[Audience::SafetyOffice], &tale).await?;
    }
    Ok(Some(row))
}

/// Whether a day has its checkpoint.
async fn is_sealed(db: &impl ConnectionTrait, day: NaiveDate) -> Result<bool> {
    Ok(checkpoint::Entity::find().filter(checkpoint::Column::Day.eq(day)).count(db).await? > 0)
}

/// The day of the last checkpoint before that of a day, and the key with which it was signed.
async fn last_before(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Option<(NaiveDate, String)>> {
    let last = checkpoint::Entity::find().select_only().columns([checkpoint::Column::Day, checkpoint::Column::PublicKey]);
    let last = last.filter(checkpoint::Column::Day.lt(day));
    Ok(last.order_by_desc(checkpoint::Column::Day).limit(1).into_tuple().one(db).await?)
}

fn active(row: checkpoint::Model) -> checkpoint::ActiveModel {
    checkpoint::ActiveModel {
        id: Set(row.id),
        day: Set(row.day),
        made_at: Set(row.made_at),
        site: Set(row.site),
        heads: Set(row.heads),
        events: Set(row.events),
        digest: Set(row.digest),
        public_key: Set(row.public_key),
        signature: Set(row.signature),
    }
}

/// What the safety office is told: all that it takes to prove the state of that day later.
fn tale(ctx: &Context, row: &checkpoint::Model, seal: &Seal, before: Option<(NaiveDate, String)>) -> Tale {
    let (day, events, chains) = (row.day, row.events, row.heads.0.len());
    let made_at = row.made_at.with_timezone(&ctx.site.zone.0).format("%Y-%m-%d %H:%M");
    let mut tale = Tale::new(format!("留痕封存 {day}，共 {events} 条"), format!("The ledger sealed for {day}: {events} events")).says(
        format!("截至 {made_at}，台账共有 {chains} 条链、{events} 条留痕，已签名封存。请保存本邮件：日后可凭“封印”证明台账自此未被改动（核验命令：redline audit verify --checkpoint 邮件文件）。"),
        format!(
            "By {made_at} the ledger had {chains} chains with {events} events, and was signed as it stood. Keep this mail: its seal proves later that \
             nothing of it was changed since (redline audit verify --checkpoint MAIL)."
        ),
    );
    if let Some((last, public_key)) = before {
        if Some(last) != day.pred_opt() {
            tale = tale.says(
                format!("上一次封存为 {last}；其后各日一并由本次封存。"),
                format!("The last checkpoint before was that of {last}; this one seals all days since."),
            );
        }
        if public_key != row.public_key {
            tale = tale.says(
                "签名密钥与上一次不同。如非本办有意更换，请立即向运维人员查明。",
                "It was signed with another key than the last one. If nobody changed the key on purpose, ask the operator at once.",
            );
        }
    }
    tale.fact("封存日期", "Day", day.to_string())
        .fact("留痕条数", "Events", events.to_string())
        .fact("总摘要（SHA-256）", "Digest (SHA-256)", row.digest.clone())
        .fact("公钥（Ed25519）", "Public key (Ed25519)", row.public_key.clone())
        .fact("签名", "Signature", row.signature.clone())
        .fact("封印", "Seal", seal.line())
}
