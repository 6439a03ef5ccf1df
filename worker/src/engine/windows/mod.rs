//! The sweep of windows (期次): those whose moment has come are derived anew from their facts; that they opened or became overdue
//! is noted, and the ladder is climbed. Its cost follows what is due, not what exists.

mod batch;
pub(super) mod climb;

use redline_domain::ids::Noun;
use redline_entity::window;
use redline_ledger::{Context, Error, Passing, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use self::batch::Dealt;
use super::{
    Engine, SweepReport, guard,
    patience::Patience,
    poison::{self, Table},
};

const TABLE: Table<window::Column> = Table {
    noun: Noun::Window,
    set_aside: "WINDOW_SET_ASIDE",
    columns: [window::Column::Id, window::Column::OrganizationId, window::Column::Failures, window::Column::CheckAfter],
};

/// Does all that is due for windows, the most urgent first. What others are busy with is waited for.
pub(super) async fn sweep(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let mut report = SweepReport::default();
    let mut patience = Patience::new();
    loop {
        let before = report.clone();
        match guard::unwinding(batch::run(engine, ctx, None)).await {
            Ok(Some(dealt)) => report += settled(engine, ctx, dealt).await?,
            Ok(None) if !is_due(engine, ctx).await? => return Ok(report),
            Ok(None) => {}
            Err(error) if error.passing() == Some(Passing::Conflict) => {
                tracing::warn!(%error, "a batch of windows stood in another change's way and is tried again");
            }
            // Nothing is wrong with the rows: what is not done, the next cycle does.
            Err(error) if error.passing().is_some() => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "a batch of windows failed; the window that spoils it is looked for");
                report += apart(engine, ctx).await?;
            }
        }
        if report == before && !patience.wait().await {
            return Ok(report);
        }
    }
}

/// Whether anything is due, though it be in the hands of others.
async fn is_due(engine: &Engine, ctx: &Context) -> Result<bool> {
    let due = window::Entity::find().select_only().column(window::Column::Id).filter(window::Column::CheckAfter.lte(ctx.now));
    // In order, since only then PostgreSQL is sure to look into the index of what is due, and not through all windows.
    let due: Option<Uuid> = due.order_by_asc(window::Column::CheckAfter).limit(1).into_tuple().one(engine.db.read()).await?;
    Ok(due.is_some())
}

/// What was done, once the windows that could not be dealt with are pushed ahead.
async fn settled(engine: &Engine, ctx: &Context, dealt: Dealt) -> Result<SweepReport> {
    let mut report = dealt.report;
    for (id, error) in dealt.spoiled {
        report += spoiled(engine, ctx, id, &error).await?;
    }
    Ok(report)
}

async fn spoiled(engine: &Engine, ctx: &Context, id: Uuid, error: &Error) -> Result<SweepReport> {
    tracing::error!(window = %id, %error, "a window could not be dealt with");
    poison::push::<window::Entity>(engine, ctx, &TABLE, id, &error.to_string()).await
}

/// Finds what spoils a batch, such as a row that cannot be read: it is halved until the good ones are done and the bad ones are
/// alone, and these are pushed ahead.
async fn apart(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let due: Vec<Uuid> = window::Entity::find()
        .select_only()
        .column(window::Column::Id)
        .filter(window::Column::CheckAfter.lte(ctx.now))
        .order_by_asc(window::Column::CheckAfter)
        .order_by_asc(window::Column::OrganizationId)
        .order_by_asc(window::Column::Id)
        .limit(engine.settings.batch)
        .into_tuple()
        .all(engine.db.read())
        .await?;
    let mut report = SweepReport::default();
    let mut parts = halves(&due);
    while let Some(part) = parts.pop() {
        match guard::unwinding(batch::run(engine, ctx, Some(part))).await {
            Ok(Some(dealt)) => report += settled(engine, ctx, dealt).await?,
            Ok(None) => {}
            Err(error) if error.passing() == Some(Passing::Away) => return Err(error),
            Err(error) if error.passing().is_some() => tracing::warn!(%error, "some windows are left for the next batch"),
            Err(error) => match part {
                [id] => report += spoiled(engine, ctx, *id, &error).await?,
                _ => parts.extend(halves(part)),
            },
        }
    }
    Ok(report)
}

/// Both halves, as far as there is something in them; the first one last, since it is taken first.
fn halves(part: &[Uuid]) -> Vec<&[Uuid]> {
    let (first, second) = part.split_at(part.len().div_ceil(2));
    [second, first].into_iter().filter(|half| !half.is_empty()).collect()
}
