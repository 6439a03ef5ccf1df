//! The sweep of certificates (特种作业证): those whose moment has come are handed to the ledger, one transaction for each. Its cost
//! follows what is due, not what exists.

use std::collections::BTreeSet;

use redline_domain::ids::Noun;
use redline_entity::certificate;
use redline_ledger::{Context, Result, certificate::advance, event};
use sea_orm::{
    ColumnTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{LockBehavior, LockType},
};
use uuid::Uuid;

use super::{
    Engine, SweepReport, guard,
    poison::{self, Table},
};

const TABLE: Table<certificate::Column> = Table {
    noun: Noun::Certificate,
    set_aside: "CERTIFICATE_SET_ASIDE",
    columns: [certificate::Column::Id, certificate::Column::OrganizationId, certificate::Column::Failures, certificate::Column::CheckAfter],
};

/// Advances every certificate whose moment has come, the most urgent first.
pub(super) async fn sweep(engine: &Engine, ctx: &Context) -> Result<SweepReport> {
    let mut report = SweepReport::default();
    let mut seen = BTreeSet::new();
    loop {
        let due: Vec<Uuid> = certificate::Entity::find()
            .select_only()
            .column(certificate::Column::Id)
            .filter(certificate::Column::CheckAfter.lte(ctx.now))
            .order_by_asc(certificate::Column::CheckAfter)
            .order_by_asc(certificate::Column::Id)
            .limit(engine.settings.batch)
            .into_tuple()
            .all(engine.db.read())
            .await?;
        // Nothing new: the rest is in the hands of other workers.
        let fresh: Vec<Uuid> = due.into_iter().filter(|&id| seen.insert(id)).collect();
        if fresh.is_empty() {
            return Ok(report);
        }
        for id in fresh {
            match guard::unwinding(one(engine, ctx, id)).await {
                Ok(done) => report.done += u64::from(done),
                // The next cycle tries again; there is nothing wrong with the row.
                Err(error) if error.is_transient() => tracing::warn!(certificate = %id, %error, "left for the next cycle"),
                Err(error) => {
                    tracing::error!(certificate = %id, %error, "a certificate could not be advanced");
                    report += poison::push::<certificate::Entity>(engine, ctx, &TABLE, id, &error.to_string()).await?;
                }
            }
        }
    }
}

async fn one(engine: &Engine, ctx: &Context, id: Uuid) -> Result<bool> {
    let txn = engine.db.begin().await?;
    let mut find = certificate::Entity::find_by_id(id).filter(certificate::Column::CheckAfter.lte(ctx.now));
    if engine.db.backend() == DbBackend::Postgres {
        find = find.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let Some(row) = find.one(&txn).await? else { return Ok(false) };
    // What somebody is changing at this moment is left for the next cycle.
    if event::lock_free_chains(&txn, [row.organization_id]).await?.is_empty() {
        return Ok(false);
    }
    let failures = row.failures;
    advance(&txn, ctx, row).await?;
    if failures > 0 {
        let healed = certificate::ActiveModel { id: Set(id), failures: Set(0), ..Default::default() };
        certificate::Entity::update(healed).exec(&txn).await?;
    }
    txn.commit().await?;
    Ok(true)
}
