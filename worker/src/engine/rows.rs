//! The sweep of rows that have a moment of their own (到时处理): those whose moment has come are handed to the ledger, one transaction
//! for each, since what the ledger does to one depends on its whole life. Its cost follows what is due, not what exists.

use std::future::Future;

use redline_ledger::{Context, Passing, Result, event};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType},
};
use uuid::Uuid;

use super::{
    Engine, SweepReport, guard,
    patience::Patience,
    poison::{self, Table},
};

/// What has a moment of its own, and what is done with it then.
pub(super) trait Timed: EntityTrait<Column: Copy, Model: Send> {
    /// Where it is kept.
    const TABLE: Table<Self::Column>;

    /// Does what is due with a row, and says when the next moment is.
    fn advance(txn: &DatabaseTransaction, ctx: &Context, row: Self::Model) -> impl Future<Output = Result<()>> + Send;
}

/// Advances every row whose moment has come, the most urgent first. What others are busy with is waited for.
pub(super) async fn sweep<E: Timed>(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let [key, _, _, check_after] = E::TABLE.columns;
    let mut report = SweepReport::default();
    let mut patience = Patience::new();
    loop {
        let due = E::find().select_only().column(key).filter(check_after.lte(ctx.now)).order_by_asc(check_after).order_by_asc(key);
        let due: Vec<Uuid> = due.limit(engine.settings.batch).into_tuple().all(engine.db.read()).await?;
        if due.is_empty() {
            return Ok(report);
        }
        let before = report.clone();
        for id in due {
            match guard::unwinding(one::<E>(engine, ctx, id)).await {
                Ok(done) => report.done += u64::from(done),
                Err(error) if error.passing() == Some(Passing::Away) => return Err(error),
                // It is tried again; there is nothing wrong with the row.
                Err(error) if error.passing().is_some() => tracing::warn!(noun = %E::TABLE.noun, %id, %error, "stood in another change's way"),
                Err(error) => {
                    tracing::error!(noun = %E::TABLE.noun, %id, %error, "a row could not be advanced");
                    report += poison::push::<E>(engine, ctx, &E::TABLE, id, &error.to_string()).await?;
                }
            }
        }
        if report == before && !patience.wait().await {
            return Ok(report);
        }
    }
}

async fn one<E: Timed>(engine: &Engine, ctx: &Context, id: Uuid) -> Result<bool> {
    let [key, organization, failures, check_after] = E::TABLE.columns;
    let txn = engine.db.begin().await?;
    let mut due = E::find().select_only().columns([organization, failures]).filter(key.eq(id)).filter(check_after.lte(ctx.now));
    if engine.db.backend() == DbBackend::Postgres {
        due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let Some((organization, failed)) = due.into_tuple::<(Uuid, i32)>().one(&txn).await? else { return Ok(false) };
    // What somebody is changing at this moment is left for later.
    if event::lock_free_chains(&txn, [organization]).await?.is_empty() {
        return Ok(false);
    }
    let Some(row) = E::find().filter(key.eq(id)).one(&txn).await? else { return Ok(false) };
    E::advance(&txn, ctx, row).await?;
    if failed > 0 {
        E::update_many().col_expr(failures, Expr::value(0)).filter(key.eq(id)).exec(&txn).await?;
    }
    txn.commit().await?;
    Ok(true)
}
