//! What becomes of a row that cannot be dealt with: it is pushed ahead and reported, and after some failures set aside, so that
//! it never stops the sweep.

use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_ledger::{
    Context, Result,
    event::{self, NewEvent},
    persist,
    system::PATIENCE,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{Engine, SweepReport};

/// A row that failed waits this long.
const PUSH: chrono::Duration = chrono::Duration::hours(1);

/// A table whose rows the engine looks at when their moment has come.
pub(super) struct Table<C> {
    /// What its rows are.
    pub noun: Noun,
    /// The event of a row that is set aside.
    pub set_aside: &'static str,
    /// Its columns: key, whose it is, how often it failed in a row, and its next moment.
    pub columns: [C; 4],
}

/// Pushes a row ahead; the third time in a row it is set aside until somebody changes something about it.
pub(super) async fn push<E>(engine: &Engine, ctx: &Context, table: &Table<E::Column>, id: Uuid, reason: &str) -> Result<SweepReport>
where
    E: EntityTrait,
    E::Column: Copy,
{
    persist(|| once::<E>(engine, ctx, table, id, reason)).await
}

async fn once<E>(engine: &Engine, ctx: &Context, table: &Table<E::Column>, id: Uuid, reason: &str) -> Result<SweepReport>
where
    E: EntityTrait,
    E::Column: Copy,
{
    let [key, organization, failures, check_after] = table.columns;
    let txn = engine.db.begin().await?;
    // Not the whole row: it may be the row that cannot be read.
    let found: Option<(Uuid, i32, Option<DateTime<Utc>>)> =
        E::find().select_only().columns([organization, failures, check_after]).filter(key.eq(id)).into_tuple().one(&txn).await?;
    let Some((whose, failed, at)) = found else { return Ok(SweepReport::default()) };
    if at.is_none_or(|at| at > ctx.now) {
        return Ok(SweepReport::default());
    }
    let failed = failed + 1;
    let aside = failed >= PATIENCE;
    let next = (!aside).then(|| ctx.now + PUSH);
    E::update_many().col_expr(failures, Expr::value(failed)).col_expr(check_after, Expr::value(next)).filter(key.eq(id)).exec(&txn).await?;
    if aside {
        event::append(&txn, ctx, NewEvent::new(Some(whose), table.noun, id, table.set_aside, json!({ "reason": reason }))).await?;
    }
    txn.commit().await?;
    Ok(SweepReport { pushed: u64::from(!aside), set_aside: u64::from(aside), ..SweepReport::default() })
}
