//! The sweep of checkpoints (每日封存): at the first cycle after the site's midnight the day before is sealed, once, by whichever
//! worker comes first.

use redline_ledger::{Context, Error, Result, audit::checkpoint, persist};

use super::{Engine, SweepReport};

/// Seals the day before, if nobody did. A key that cannot be used is an alarm until it can.
pub(super) async fn sweep(engine: &Engine, ctx: &Context, alarms: &mut Vec<String>) -> Result<SweepReport> {
    let Some(signer) = &engine.settings.signer else { return Ok(SweepReport::default()) };
    let Some(day) = checkpoint::due(engine.db.read(), ctx).await? else { return Ok(SweepReport::default()) };
    let key = match signer.key() {
        Ok(key) => key,
        Err(error) => {
            tracing::error!(%day, %error, "the ledger could not be sealed");
            alarms.push(format!("the ledger of {day} could not be sealed: {error}"));
            return Ok(SweepReport::default());
        }
    };
    let sealed = persist(|| async {
        let txn = engine.db.begin().await?;
        let row = checkpoint::seal(&txn, ctx, &key, day).await?;
        // None: another worker was quicker.
        if row.is_some() {
            txn.commit().await?
        } else {
            txn.rollback().await?
        }
        Ok::<_, Error>(row)
    });
    let Some(row) = sealed.await? else { return Ok(SweepReport::default()) };
    tracing::info!(%day, events = row.events, digest = row.digest, "the ledger was sealed");
    Ok(SweepReport { done: 1, ..SweepReport::default() })
}
