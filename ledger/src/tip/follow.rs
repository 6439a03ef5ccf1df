//! Following a report by its receipt code (凭码查询), and adding to it. Whoever has the code may; it names nobody.

use redline_domain::{Refusal, TipState, tip::ReceiptCode};
use redline_entity::{hazard, organization, reward, tip, tip_addition};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{
    CLAUSE, anonymous,
    limits::{self, Deed},
    note, say, state, submit,
};
use crate::{
    Context, Db, Error, Result,
    attempt::Address,
    checks::{Checks, TEXT},
    secret::Secret,
};

/// How much can be said about one report.
const MOST_ADDITIONS: u64 = 100;

/// A report as its receipt shows it.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The report.
    pub tip: tip::Model,
    /// Its state now.
    pub state: TipState,
    /// What was said since, in order.
    pub additions: Vec<tip_addition::Model>,
    /// What it is rewarded with.
    pub reward: Option<reward::Model>,
}

/// The report of a receipt code; none: the code is of no report. A wrong code counts against its address.
///
/// # Errors
/// `TOO_MANY_TIPS`.
pub async fn of_receipt(db: &Db, ctx: &Context, address: Address, receipt: &str) -> Result<Option<tip::Model>> {
    let ctx = &anonymous(ctx);
    // Without a secret no report was ever made, and there is nothing to be guessed.
    let Some(secret) = Secret::known(db.read()).await? else { return Ok(None) };
    limits::check(db.read(), ctx, &secret, Deed::WrongReceipt, address).await?;
    if let Some(code) = ReceiptCode::parse(receipt) {
        let found = tip::Entity::find().filter(tip::Column::ReceiptHash.eq(code.hash())).one(db.read()).await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let txn = db.begin().await?;
    limits::note(&txn, ctx, &secret, Deed::WrongReceipt, address).await?;
    txn.commit().await?;
    Ok(None)
}

/// What a receipt code shows.
///
/// # Errors
/// `TOO_MANY_TIPS`.
pub async fn follow(db: &Db, ctx: &Context, address: Address, receipt: &str) -> Result<Option<Followed>> {
    let Some(tip) = of_receipt(db, ctx, address, receipt).await? else { return Ok(None) };
    let db = db.read();
    let hazard = match tip.hazard_id {
        Some(id) => hazard::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let additions = tip_addition::Entity::find()
        .filter(tip_addition::Column::TipId.eq(tip.id))
        .order_by_asc(tip_addition::Column::AddedAt)
        .order_by_asc(tip_addition::Column::Id)
        .all(db)
        .await?;
    let reward = reward::Entity::find().filter(reward::Column::TipId.eq(tip.id)).one(db).await?;
    Ok(Some(Followed { state: state(&tip, hazard.as_ref()), additions, reward, tip }))
}

/// Adds to a report whose receipt code was shown (补充举报).
///
/// # Errors
/// `TOO_MANY_TIPS`, `TOO_MANY_ADDITIONS`, a missing or overlong text.
pub async fn add(db: &impl ConnectionTrait, ctx: &Context, address: Address, tip: Uuid, text: &str) -> Result<tip::Model> {
    let ctx = &anonymous(ctx);
    let secret = Secret::of(db, ctx).await?;
    limits::check(db, ctx, &secret, Deed::Added, address).await?;
    let mut checks = Checks::default();
    let text = checks.text("text", text, TEXT);
    checks.finish()?;
    let tip = tip::Entity::find_by_id(tip).one(db).await?.ok_or(Error::NotFound)?;
    let said = tip_addition::Entity::find().filter(tip_addition::Column::TipId.eq(tip.id)).count(db).await?;
    if said >= MOST_ADDITIONS {
        let zh = format!("每条举报最多补充和答复 {MOST_ADDITIONS} 次，如有新情况，请另行举报。");
        let en = format!("At most {MOST_ADDITIONS} additions and answers go with one report; right would be a new report.");
        return Err(Refusal::new("TOO_MANY_ADDITIONS", zh, en).clause(CLAUSE).into());
    }
    say(db, ctx, tip.id, true, text).await?;
    limits::note(db, ctx, &secret, Deed::Added, address).await?;
    note(db, ctx, tip.id, "TIP_ADDED", json!({ "number": said + 1 })).await?;
    let organization = match tip.organization_id {
        Some(id) => organization::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    submit::tell_office(db, ctx, &tip, organization.as_ref(), &format!("ADDED#{}", said + 1)).await?;
    Ok(tip)
}
