//! The sweep of digests (汇总): what a person is to be told is gathered into mails, in words, in the outbox. One digest a
//! morning, not forty mails.

mod departures;
mod gather;
mod load;

use redline_entity::notice;
use redline_ledger::{Context, Result, persist};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use uuid::Uuid;

use super::{Engine, SweepReport, guard};

/// How many notices are looked up at once.
const PAGE: u64 = 20_000;
/// How many notices are dealt with in one transaction, if they are of several people.
const BATCH: usize = 1_000;

const PUSH: chrono::Duration = chrono::Duration::hours(1);

/// A notice that waits: whom it is for, and which it is.
type Waiting = (Uuid, Uuid);

/// Gathers all notices whose morning has come.
pub(super) async fn sweep(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let mut report = SweepReport::default();
    // Each pass can plan notices for further people, where one cannot be reached; their number is bounded.
    loop {
        let waiting = page(engine, ctx).await?;
        if waiting.is_empty() {
            return Ok(report);
        }
        let before = report.clone();
        for batch in batches(&waiting) {
            report += gather(engine, ctx, batch).await?;
        }
        // The rest is in the hands of other workers.
        if report == before {
            return Ok(report);
        }
    }
}

/// The notices that wait, those of a person together and all of them.
async fn page(engine: &Engine, ctx: &Context) -> Result<Vec<Waiting>> {
    let mut waiting: Vec<Waiting> = notice::Entity::find()
        .select_only()
        .columns([notice::Column::PersonId, notice::Column::Id])
        .filter(notice::is_waiting())
        .filter(notice::Column::SendAfter.lte(ctx.now))
        .order_by_asc(notice::Column::PersonId)
        .limit(PAGE)
        .into_tuple()
        .all(engine.db.read())
        .await?;
    // Of the last person there may be more than the page shows.
    if waiting.len() as u64 == PAGE
        && let Some((first, last)) = waiting.first().zip(waiting.last()).map(|(first, last)| (first.0, last.0))
        && first != last
    {
        waiting.retain(|(person, _)| *person != last);
    }
    Ok(waiting)
}

/// Cuts a page between people.
fn batches(waiting: &[Waiting]) -> Vec<&[Waiting]> {
    let mut batches = Vec::new();
    let mut rest = waiting;
    while !rest.is_empty() {
        let mut end = 0;
        for of_person in rest.chunk_by(|a, b| a.0 == b.0) {
            if end > 0 && end + of_person.len() > BATCH {
                break;
            }
            end += of_person.len();
        }
        let (batch, after) = rest.split_at(end);
        batches.push(batch);
        rest = after;
    }
    batches
}

/// Gathers for some people; if that fails, for one after the other, so that one cannot keep the others from their mail.
async fn gather(engine: &Engine, ctx: &Context, batch: &[Waiting]) -> Result<SweepReport> {
    match persist(|| guard::unwinding(gather::run(engine, ctx, batch))).await {
        Ok(done) => return Ok(done),
        // Nothing is wrong with the notices: the next cycle tells of them.
        Err(error) if error.passing().is_some() => return Err(error),
        Err(error) => tracing::warn!(%error, "a batch of digests failed; its people are taken one by one"),
    }
    let mut report = SweepReport::default();
    for of_person in batch.chunk_by(|a, b| a.0 == b.0) {
        match persist(|| guard::unwinding(gather::run(engine, ctx, of_person))).await {
            Ok(done) => report += done,
            Err(error) if error.passing().is_some() => return Err(error),
            Err(error) => {
                let person = of_person[0].0;
                tracing::error!(%person, %error, "a digest could not be made");
                report += push(engine, ctx, person).await?;
            }
        }
    }
    Ok(report)
}

/// Pushes ahead what a person was to be told.
async fn push(engine: &Engine, ctx: &Context, person: Uuid) -> Result<SweepReport> {
    persist(|| async {
        let txn = engine.db.begin().await?;
        let pushed = notice::Entity::update_many()
            .col_expr(notice::Column::SendAfter, Expr::value(ctx.now + PUSH))
            .filter(notice::Column::PersonId.eq(person))
            .filter(notice::is_waiting())
            .filter(notice::Column::SendAfter.lte(ctx.now))
            .exec(&txn)
            .await?;
        txn.commit().await?;
        Ok(SweepReport { pushed: pushed.rows_affected, ..SweepReport::default() })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Notices for people, so many for each.
    fn waiting(of: &[usize]) -> Vec<Waiting> {
        let of_person = |(person, &count): (usize, &usize)| vec![(Uuid::from_u128(person as u128), Uuid::nil()); count];
        of.iter().enumerate().flat_map(of_person).collect()
    }

    #[test]
    fn a_page_is_cut_between_people_and_never_within_one() {
        for (of, cut) in [
            (vec![], vec![]),
            (vec![1], vec![1]),
            (vec![BATCH + 1], vec![BATCH + 1]),
            (vec![BATCH, 1], vec![BATCH, 1]),
            (vec![BATCH - 1, 1, 1], vec![BATCH, 1]),
            (vec![1, BATCH, BATCH], vec![1, BATCH, BATCH]),
        ] {
            let waiting = waiting(&of);
            assert_eq!(batches(&waiting).iter().map(|batch| batch.len()).collect::<Vec<_>>(), cut, "{of:?}");
        }
    }
}
