//! What refuses a change of what was written (只追加): triggers, since no query builder knows them.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

/// How each refusal begins.
const REFUSAL: &str = "the ledger is append-only";

/// The function that the triggers of PostgreSQL share.
pub fn function(backend: DbBackend) -> Vec<String> {
    let function = format!(
        "CREATE FUNCTION redline_append_only() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE EXCEPTION '{REFUSAL}: % on % is refused', TG_OP, TG_TABLE_NAME; END $$"
    );
    Some(function).filter(|_| backend == DbBackend::Postgres).into_iter().collect()
}

/// What takes that function away.
pub fn no_function(backend: DbBackend) -> Vec<String> {
    Some("DROP FUNCTION redline_append_only()".to_owned()).filter(|_| backend == DbBackend::Postgres).into_iter().collect()
}

/// Nothing of a table is changed, taken away or replaced. `keys` are those by which a row can be in another's way.
pub fn closed(backend: DbBackend, table: &str, keys: &[&[&str]]) -> Vec<String> {
    if backend == DbBackend::Postgres {
        return vec![postgres(table, "UPDATE OR DELETE OR TRUNCATE")];
    }
    vec![sqlite(table, "update", "UPDATE", ""), sqlite(table, "delete", "DELETE", ""), no_replace(table, keys)]
}

/// Nothing of a table is taken away, and a row keeps its key. The rest of it changes.
pub fn kept(backend: DbBackend, table: &str, key: &str) -> Vec<String> {
    if backend == DbBackend::Postgres {
        return vec![postgres(table, &format!("UPDATE OF {key} OR DELETE OR TRUNCATE"))];
    }
    let moved = format!("WHEN NEW.{key} IS NOT OLD.{key} OR NEW.rowid <> OLD.rowid ");
    vec![sqlite(table, "move", "UPDATE", &moved), sqlite(table, "delete", "DELETE", ""), no_replace(table, &[])]
}

/// What takes the triggers of [`closed`] off.
pub fn opened(backend: DbBackend, table: &str) -> Vec<String> {
    if backend == DbBackend::Postgres {
        return vec![format!("DROP TRIGGER append_only ON {table}")];
    }
    ["replace", "delete", "update"].map(|change| format!("DROP TRIGGER {table}_no_{change}")).to_vec()
}

/// Runs statements.
pub async fn run(manager: &SchemaManager<'_>, statements: &[String]) -> Result<(), DbErr> {
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

fn postgres(table: &str, changes: &str) -> String {
    format!("CREATE TRIGGER append_only BEFORE {changes} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION redline_append_only()")
}

fn sqlite(table: &str, name: &str, change: &str, when: &str) -> String {
    format!("CREATE TRIGGER {table}_no_{name} BEFORE {change} ON {table} {when}BEGIN SELECT RAISE(ABORT, '{REFUSAL}: {change} on {table} is refused'); END")
}

/// INSERT OR REPLACE takes away what is in its way, by a key or by the number that SQLite gives each row, and asks no trigger on
/// DELETE. A row that is inserted without a number has -1 for it in the trigger.
fn no_replace(table: &str, keys: &[&[&str]]) -> String {
    let same = |key: &&[&str]| key.iter().map(|column| format!("{column} = NEW.{column}")).collect::<Vec<_>>().join(" AND ");
    let there: Vec<String> = std::iter::once("rowid = NEW.rowid".to_owned()).chain(keys.iter().map(same)).collect();
    format!(
        "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {}) \
         BEGIN SELECT RAISE(ABORT, '{REFUSAL}: this row of {table} is there already'); END",
        there.join(" OR ")
    )
}
