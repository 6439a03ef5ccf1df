//! The sweep of windows (期次): those whose moment has come are derived anew from their facts; that they opened or became overdue
//! is noted, and the ladder is climbed. Its cost follows what is due, not what exists.

mod batch;
pub(super) mod climb;

use redline_domain::ids::Noun;
use redline_entity::window;
use redline_ledger::{Context, Passing, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    Engine, SweepReport, guard,
    poison::{self, Table},
};

const TABLE: Table<window::Column> = Table {
    noun: Noun::Window,
    set_aside: "WINDOW_SET_ASIDE",
    columns: [window::Column::Id, window::Column::OrganizationId, window::Column::Failures, window::Column::CheckAfter],
};

/// How long it waits where all that is due is being changed by others at this moment.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);

/// Does all that is due for windows, the most urgent first.
pub(super) async fn sweep(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let mut report = SweepReport::default();
    loop {
        match guard::unwinding(batch::run(engine, ctx, None)).await {
            Ok(Some(done)) => {
                if done.done == 0 {
                    tokio::time::sleep(PAUSE).await;
                }
                report += done;
            }
            Ok(None) => return Ok(report),
            Err(error) if error.passing() == Some(Passing::Conflict) => {
                tracing::warn!(%error, "a batch of windows stood in another change's way and is tried again");
                tokio::time::sleep(PAUSE).await;
            }
            // Nothing is wrong with the rows: what is not done, the next cycle does.
            Err(error) if error.passing().is_some() => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "a batch of windows failed; its rows are taken one by one");
                report += one_by_one(engine, ctx).await?;
            }
        }
    }
}

/// Finds the row that spoiled a batch: the good ones are done, the bad one is pushed ahead.
async fn one_by_one(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let mut report = SweepReport::default();
    let due: Vec<Uuid> = window::Entity::find()
        .select_only()
        .column(window::Column::Id)
        .filter(window::Column::CheckAfter.lte(ctx.now))
        .order_by_asc(window::Column::CheckAfter)
        .order_by_asc(window::Column::Id)
        .limit(engine.settings.batch)
        .into_tuple()
        .all(engine.db.read())
        .await?;
    for id in due {
        match guard::unwinding(batch::run(engine, ctx, Some(id))).await {
            Ok(done) => report += done.unwrap_or_default(),
            Err(error) if error.passing() == Some(Passing::Away) => return Err(error),
            Err(error) if error.passing().is_some() => tracing::warn!(window = %id, %error, "left for the next batch"),
            Err(error) => {
                tracing::error!(window = %id, %error, "a window could not be dealt with");
                report += poison::push::<window::Entity>(engine, ctx, &TABLE, id, &error.to_string()).await?;
            }
        }
    }
    Ok(report)
}
