//! The floor (下限): the least that any program would have to do for a set of due windows, as bare statements: mark them and put one
//! row for each into a table with a unique key.

use std::time::Instant;

use crate::{database::Measured, township::DueSet};

/// How long it takes, in seconds, in batches of that size.
pub async fn seconds(at: &Measured, set: &DueSet, batch: u64) -> anyhow::Result<f64> {
    at.run("CREATE TABLE floor (subject_id uuid NOT NULL, step text NOT NULL, told text NOT NULL, UNIQUE (subject_id, step))").await?;
    let due = format!(
        "SELECT id FROM \"window\" WHERE check_after <= '{}' ORDER BY check_after, id LIMIT {batch}{}",
        set.check_after,
        if at.is_postgres() { " FOR UPDATE SKIP LOCKED" } else { "" }
    );
    let start = Instant::now();
    loop {
        at.run(if at.is_postgres() { "BEGIN" } else { "BEGIN IMMEDIATE" }).await?;
        at.run(&format!("CREATE TEMPORARY TABLE batch AS {due}")).await?;
        at.run("INSERT INTO floor SELECT id, 'OVERDUE+1', 'told' FROM batch WHERE 1 = 1 ON CONFLICT DO NOTHING").await?;
        let done = at
            .run("UPDATE \"window\" SET overdue_noted = (1 = 1), step_taken = 3, check_after = NULL, failures = 1 WHERE id IN (SELECT id FROM batch)")
            .await?;
        at.run("DROP TABLE batch").await?;
        at.run("COMMIT").await?;
        if done == 0 {
            break;
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    at.run("DROP TABLE floor").await?;
    Ok(seconds)
}

/// Makes the windows due again.
pub async fn undo(at: &Measured, set: &DueSet) -> anyhow::Result<()> {
    at.run(&format!("UPDATE \"window\" SET overdue_noted = (1 = 0), step_taken = 2, check_after = '{}', failures = 0 WHERE failures = 1", set.check_after))
        .await?;
    if at.is_postgres() {
        at.run("VACUUM ANALYZE \"window\"").await?;
    }
    Ok(())
}

/// Puts the windows out of the way of the engine.
pub async fn done(at: &Measured, set: &DueSet) -> anyhow::Result<()> {
    at.run(&format!("UPDATE \"window\" SET check_after = NULL WHERE check_after = '{}'", set.check_after)).await.map(drop)
}
