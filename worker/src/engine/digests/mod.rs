//! The sweep of digests (汇总): what a person is to be told is gathered into mails, in words, in the outbox. One digest a
//! morning, not forty mails.

mod gather;
mod load;

use redline_domain::NoticeState;
use redline_entity::{hazard, notice, window};
use redline_ledger::{Context, Result, persist};
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use uuid::Uuid;

use super::{Engine, SweepReport, guard};

/// How many people are dealt with in one transaction.
const PEOPLE: u64 = 100;

const PUSH: chrono::Duration = chrono::Duration::hours(1);

/// How often it is looked whether other workers are done, and how long is waited each time.
const LOOKS: u32 = 50;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);

/// What another worker is finding out at this moment belongs into the same mails, so it is waited for; but not for long, since it may be
/// that nobody can deal with it just now.
async fn wait_for_others(engine: &Engine, ctx: &Context) -> Result<()> {
    for _ in 0..LOOKS {
        let windows = window::Entity::find().select_only().column(window::Column::Id).filter(window::Column::CheckAfter.lte(ctx.now));
        let hazards = hazard::Entity::find().select_only().column(hazard::Column::Id).filter(hazard::Column::CheckAfter.lte(ctx.now));
        let window: Option<Uuid> = windows.limit(1).into_tuple().one(engine.db.read()).await?;
        let hazard: Option<Uuid> = hazards.limit(1).into_tuple().one(engine.db.read()).await?;
        if window.or(hazard).is_none() {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// Gathers all notices whose morning has come.
pub(super) async fn sweep(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    wait_for_others(engine, ctx).await?;
    let mut report = SweepReport::default();
    // Each pass can plan notices for further people, where one cannot be reached; their number is bounded.
    loop {
        let people: Vec<Uuid> = notice::Entity::find()
            .select_only()
            .column(notice::Column::PersonId)
            .distinct()
            .filter(notice::Column::State.eq(NoticeState::Pending))
            .filter(notice::Column::SendAfter.lte(ctx.now))
            .order_by_asc(notice::Column::PersonId)
            .limit(PEOPLE)
            .into_tuple()
            .all(engine.db.read())
            .await?;
        if people.is_empty() {
            return Ok(report);
        }
        let before = report.clone();
        match persist(|| guard::unwinding(gather::run(engine, ctx, &people))).await {
            Ok(done) => report += done,
            // Nothing is wrong with the notices: the next cycle tells of them.
            Err(error) if error.passing().is_some() => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "a batch of digests failed; its people are taken one by one");
                for &person in &people {
                    let alone = [person];
                    match persist(|| guard::unwinding(gather::run(engine, ctx, &alone))).await {
                        Ok(done) => report += done,
                        Err(error) if error.passing().is_some() => return Err(error),
                        Err(error) => {
                            tracing::error!(%person, %error, "a digest could not be made");
                            report += push(engine, ctx, person).await?;
                        }
                    }
                }
            }
        }
        // The rest is in the hands of other workers.
        if report == before {
            return Ok(report);
        }
    }
}

/// Pushes ahead what a person was to be told.
async fn push(engine: &Engine, ctx: &Context, person: Uuid) -> Result<SweepReport> {
    persist(|| async {
        let txn = engine.db.begin().await?;
        let pushed = notice::Entity::update_many()
            .col_expr(notice::Column::SendAfter, Expr::value(ctx.now + PUSH))
            .filter(notice::Column::PersonId.eq(person))
            .filter(notice::Column::State.eq(NoticeState::Pending.to_value()))
            .filter(notice::Column::SendAfter.lte(ctx.now))
            .exec(&txn)
            .await?;
        txn.commit().await?;
        Ok(SweepReport { pushed: pushed.rows_affected, ..SweepReport::default() })
    })
    .await
}
