//! What tables hold (表中内容): how many rows, and a digest by which two databases are held against each other.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, Iterable, ModelTrait, PrimaryKeyToColumn, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{BackupError, Result};

/// How many rows are read and written at once. The widest of them has some thirty columns, and PostgreSQL takes 65,535 values at once.
const ROWS: u64 = 500;
/// How many checkpoints: each has the heads of all chains.
const CHECKPOINTS: u64 = 10;

/// What the tables of a database hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Contents {
    /// Each table.
    pub tables: BTreeMap<String, Rows>,
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// How many rows.
    pub rows: u64,
    /// The SHA-256 of each row as the program reads it, combined by exclusive or: databases put texts into different orders.
    pub digest: String,
}

impl Contents {
    /// Refuses contents that are not the same.
    pub(super) fn expect(&self, found: &Self) -> Result<()> {
        match self.tables.iter().find(|(name, rows)| found.tables.get(*name) != Some(*rows)) {
            None => Ok(()),
            Some((name, rows)) => {
                let there = found.tables.get(name).map_or(0, |rows| rows.rows);
                Err(BackupError::Refused(format!("the table {name} has {} rows, and what was read again ({there} rows) is not the same", rows.rows)))
            }
        }
    }
}

/// Reads a table page by page in the order of its key, and writes each page into another database, if there is one.
pub(super) async fn table<E>(name: &str, from: &DatabaseTransaction, to: Option<&DatabaseTransaction>) -> Result<Rows>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let unread = |error: DbErr| match error {
        DbErr::Type(_) | DbErr::Json(_) | DbErr::Query(_) => {
            BackupError::Refused(format!("a row of the table {name} cannot be read ({error}); `redline audit verify` may name it"))
        }
        error => error.into(),
    };
    let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let limit = if name == "checkpoint" { CHECKPOINTS } else { ROWS };
    let (mut rows, mut digest) = (0, [0_u8; 32]);
    let mut last: Option<E::Model> = None;
    loop {
        let mut select = E::find();
        if let Some(last) = &last {
            let columns = key.iter().map(|column| Expr::col(column.as_column_ref()));
            let values = key.iter().map(|column| Expr::value(last.get(*column)));
            select = select.filter(Expr::tuple(columns).gt(Expr::tuple(values)));
        }
        for column in &key {
            select = select.order_by_asc(*column);
        }
        let page = select.limit(limit).all(from).await.map_err(unread)?;
        let Some(end) = page.last() else { break };
        last = Some(end.clone());
        rows += page.len() as u64;
        for row in &page {
            let hash = Sha256::digest(format!("{row:?}"));
            digest.iter_mut().zip(hash).for_each(|(all, one)| *all ^= one);
        }
        if let Some(to) = to {
            let page = page.into_iter().map(|row| row.into_active_model().reset_all());
            E::insert_many(page).exec_without_returning(to).await?;
        }
    }
    Ok(Rows { rows, digest: hex::encode(digest) })
}
