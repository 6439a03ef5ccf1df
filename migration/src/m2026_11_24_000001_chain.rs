//! The ledger as a hash chain for each organization (哈希链), which nobody changes afterwards, and its daily checkpoints (封存点).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use redline_domain::chain::{Fact, Head, Link};
use sea_orm::{ConnectionTrait, QueryResult};
use sea_orm_migration::{prelude::*, schema::*};
use serde_json::Value;
use uuid::Uuid;

use crate::append_only;

/// How many events are read and written at once.
const BATCH: u64 = 500;

const COLUMNS: [&str; 9] = ["id", "organization_id", "subject_kind", "subject_id", "action", "actor_id", "data", "true_at", "recorded_at"];
const LINKS: [&str; 4] = ["chain_id", "sequence", "previous_hash", "hash"];

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// The events that are there are chained all or none.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(Table::create().table("chain_head").col(uuid("chain_id").primary_key()).col(big_integer("sequence")).col(text("hash")).to_owned())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("checkpoint")
                    .col(uuid("id").primary_key())
                    .col(date("day"))
                    .col(timestamp_with_time_zone("made_at"))
                    .col(text("site"))
                    .col(json_binary("heads"))
                    .col(big_integer("events"))
                    .col(text("digest"))
                    .col(text("public_key"))
                    .col(text("signature"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().unique().name("uq_checkpoint_day").table("checkpoint").col("day").to_owned()).await?;
        // The new columns hold something in every row, which a column that is added to a table cannot on SQLite: the table is made anew.
        manager.create_table(events("chained_event")).await?;
        chain_all(manager).await?;
        manager.drop_table(Table::drop().table("ledger_event").to_owned()).await?;
        manager.rename_table(Table::rename().table("chained_event", "ledger_event").to_owned()).await?;
        for (name, columns) in [
            ("ix_ledger_event_organization_id", &["organization_id"][..]),
            ("ix_ledger_event_subject_id_recorded_at", &["subject_id", "recorded_at"]),
            ("ix_ledger_event_recorded_at_id", &["recorded_at", "id"]),
            ("ix_ledger_event_actor_id_recorded_at", &["actor_id", "recorded_at"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("ledger_event");
            for &column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        let unique = Index::create().unique().name("uq_ledger_event_chain_id_sequence").table("ledger_event").col("chain_id").col("sequence").to_owned();
        manager.create_index(unique).await?;
        let backend = manager.get_database_backend();
        append_only::run(manager, &append_only::function(backend)).await?;
        append_only::run(manager, &append_only::closed(backend, "ledger_event", &[&["id"], &["chain_id", "sequence"]])).await?;
        append_only::run(manager, &append_only::closed(backend, "checkpoint", &[&["id"], &["day"]])).await?;
        append_only::run(manager, &append_only::kept(backend, "chain_head", "chain_id")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        append_only::run(manager, &append_only::opened(manager.get_database_backend(), "ledger_event")).await?;
        manager.drop_index(Index::drop().name("uq_ledger_event_chain_id_sequence").table("ledger_event").to_owned()).await?;
        manager.drop_index(Index::drop().name("ix_ledger_event_actor_id_recorded_at").table("ledger_event").to_owned()).await?;
        for column in LINKS {
            manager.alter_table(Table::alter().table("ledger_event").drop_column(column).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table("checkpoint").to_owned()).await?;
        manager.drop_table(Table::drop().table("chain_head").to_owned()).await?;
        append_only::run(manager, &append_only::no_function(manager.get_database_backend())).await
    }
}

fn events(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(uuid("id").primary_key())
        .col(uuid_null("organization_id"))
        .col(text("subject_kind"))
        .col(uuid("subject_id"))
        .col(text("action"))
        .col(uuid_null("actor_id"))
        .col(json_binary("data"))
        .col(timestamp_with_time_zone("true_at"))
        .col(timestamp_with_time_zone("recorded_at"))
        .col(uuid("chain_id"))
        .col(big_integer("sequence"))
        .col(text("previous_hash"))
        .col(text("hash"))
        .to_owned()
}

/// Copies the events in the order in which they were recorded, each with its place in its organization's chain, and notes the heads.
async fn chain_all(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let mut heads: BTreeMap<Uuid, Head> = BTreeMap::new();
    let mut last: Option<(DateTime<Utc>, Uuid)> = None;
    loop {
        let mut select = Query::select();
        select.columns(COLUMNS).from("ledger_event").order_by("recorded_at", Order::Asc).order_by("id", Order::Asc).limit(BATCH);
        if let Some((at, id)) = last {
            let same = Cond::all().add(Expr::col("recorded_at").eq(at)).add(Expr::col("id").gt(id));
            select.cond_where(Cond::any().add(Expr::col("recorded_at").gt(at)).add(same));
        }
        let rows = db.query_all(&select).await?;
        let mut insert = Query::insert();
        insert.into_table("chained_event").columns(COLUMNS.into_iter().chain(LINKS));
        for row in &rows {
            let fact = fact(row)?;
            last = Some((row.try_get("", "recorded_at")?, fact.id));
            let head = heads.entry(fact.chain()).or_default();
            let link = Link::after(head, fact);
            *head = link.head();
            insert.values(values(link).map(Expr::value)).map_err(unbuilt)?;
        }
        if rows.is_empty() {
            break;
        }
        db.execute(&insert).await?;
    }
    for (chain, head) in heads {
        let mut insert = Query::insert();
        let values: [sea_orm::Value; 3] = [chain.into(), head.sequence.into(), head.hash.into()];
        insert.into_table("chain_head").columns(["chain_id", "sequence", "hash"]).values(values.map(Expr::value)).map_err(unbuilt)?;
        db.execute(&insert).await?;
    }
    Ok(())
}

fn fact(row: &QueryResult) -> Result<Fact, DbErr> {
    let fact = Fact {
        id: row.try_get("", "id")?,
        organization: row.try_get("", "organization_id")?,
        subject_kind: row.try_get("", "subject_kind")?,
        subject: row.try_get("", "subject_id")?,
        action: row.try_get("", "action")?,
        actor: row.try_get("", "actor_id")?,
        data: row.try_get("", "data")?,
        true_at: row.try_get("", "true_at")?,
        recorded_at: row.try_get("", "recorded_at")?,
    };
    Ok(fact.to_microseconds())
}

fn values(link: Link) -> [sea_orm::Value; 13] {
    let fact = link.fact;
    let data: Value = fact.data;
    [
        fact.id.into(),
        fact.organization.into(),
        fact.subject_kind.into(),
        fact.subject.into(),
        fact.action.into(),
        fact.actor.into(),
        data.into(),
        fact.true_at.into(),
        fact.recorded_at.into(),
        link.chain.into(),
        link.sequence.into(),
        link.previous_hash.into(),
        link.hash.into(),
    ]
}

fn unbuilt(error: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(error.to_string())
}
