//! All tables, each read and copied as its entity has it (逐表复制). A test holds the list equal to the schema.

use std::collections::BTreeSet;

use redline_entity::*;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use super::{
    Contents, Result,
    contents::{Rows, table},
};

macro_rules! tables {
    ($($table:ident)+) => {
        /// The names of all tables.
        pub const TABLES: &[&str] = &[$(stringify!($table)),+];

        /// Reads every row of a database that stands still, and writes it into another one if there is one.
        async fn walk(from: &DatabaseTransaction, to: Option<&DatabaseTransaction>) -> Result<Contents> {
            let mut contents = Contents::default();
            $(
                let rows: Rows = table::<$table::Entity>(stringify!($table), from, to).await?;
                contents.tables.insert(stringify!($table).to_owned(), rows);
            )+
            Ok(contents)
        }
    };
}

tables! {
    account account_link activity activity_enterprise alert api_key attachment attempt attendance certificate chain_head checkpoint classification contract criterion drill
    duty enforcement evidence extension finding hazard hazard_plan informant inspection inspection_contract jurisdiction key_period
    ledger_event mail mail_body membership notice on_duty organization organization_sector permit person post report request responsibility_list
    reward rulebook session signature site supervision suspension task tip tip_addition tip_challenge window worker_beat
}

/// What all tables hold.
///
/// # Errors
/// If a row cannot be read.
pub async fn read(from: &DatabaseTransaction) -> Result<Contents> {
    walk(from, None).await
}

/// Copies all rows into a database that has none, and proves that they arrived as they are.
pub(super) async fn copy(from: &DatabaseTransaction, to: &DatabaseTransaction) -> Result<Contents> {
    let sent = walk(from, Some(to)).await?;
    sent.expect(&read(to).await?)?;
    Ok(sent)
}

/// How many rows there are in all tables of an SQLite database. An older schema lacks some.
pub(super) async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    let (there, mut rows) = (names(db).await?, 0);
    for table in TABLES.iter().filter(|table| there.contains(**table)) {
        let question = Statement::from_string(db.get_database_backend(), format!("SELECT count(*) AS rows FROM \"{table}\""));
        let found: i64 = db.query_one_raw(question).await?.map_or(Ok(0), |row| row.try_get("", "rows"))?;
        rows += u64::try_from(found).unwrap_or_default();
    }
    Ok(rows)
}

/// The first table that an SQLite database of this program's schema lacks.
pub(super) async fn missing(db: &impl ConnectionTrait) -> Result<Option<&'static str>> {
    let there = names(db).await?;
    Ok(TABLES.iter().copied().find(|table| !there.contains(*table)))
}

async fn names(db: &impl ConnectionTrait) -> Result<BTreeSet<String>> {
    let question = Statement::from_string(DbBackend::Sqlite, "SELECT name FROM sqlite_master WHERE type = 'table'");
    let rows = db.query_all_raw(question).await?;
    Ok(rows.iter().map(|row| row.try_get("", "name")).collect::<std::result::Result<_, _>>()?)
}

/// Whether a table has a row.
pub(super) async fn has_rows(db: &impl ConnectionTrait, table: &str) -> Result<bool> {
    let question = format!("SELECT 1 AS one FROM \"{}\" LIMIT 1", table.replace('"', "\"\""));
    Ok(db.query_one_raw(Statement::from_string(db.get_database_backend(), question)).await?.is_some())
}
