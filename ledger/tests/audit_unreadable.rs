//! What no program writes is named as a break, wherever it stands, and does not keep the rest from being walked.

use crate::common::{Township, day};
use redline_domain::chain::Flaw;
use redline_ledger::audit::{self, Auditor, Finding, Report, Signer, Trust, checkpoint as sealing};
use sea_orm::ConnectionTrait;

async fn after(statement: &str) -> (Township, Report) {
    let town = Township::sqlite().await;
    let key = Signer::Simulated(1).key().expect("a key");
    town.change(async |tx| sealing::seal(tx, &town.operator("2023-05-23"), &key, day("2023-05-22")).await).await.expect("asked").expect("sealed");
    let tx = town.db.begin().await.expect("a transaction");
    for trigger in ["ledger_event_no_update", "checkpoint_no_update", "chain_head_no_move"] {
        tx.execute_unprepared(&format!("DROP TRIGGER {trigger}")).await.expect("dropped");
    }
    tx.execute_unprepared(&statement.replace("PLANT", &format!("x'{}'", town.plant.id.simple()))).await.expect("spoilt");
    let report = audit::verify(&tx, Trust::default()).await.expect("verified");
    tx.rollback().await.expect("rolled back");
    (town, report)
}

async fn broken(statement: &str) -> (Township, Vec<(uuid::Uuid, i64, Flaw)>) {
    let (town, report) = after(statement).await;
    let broken = report.broken().map(|broken| (broken.chain, broken.sequence, broken.flaw)).collect();
    (town, broken)
}

#[tokio::test]
async fn an_event_that_cannot_be_read_is_named_as_changed() {
    for value in ["data = '{bad'", "recorded_at = 'x'", "data = x'ff'", "sequence = 'zz'", "sequence = 2.5", "chain_id = 'x'", "id = 'x'"] {
        let (town, found) = broken(&format!("UPDATE ledger_event SET {value} WHERE chain_id = PLANT AND sequence = 2")).await;
        assert_eq!(found, [(town.plant.id, 2, Flaw::Changed)], "{value}");
    }
    let (_, report) = after("UPDATE ledger_event SET data = '{bad'").await;
    assert!(report.broken().all(|broken| (broken.sequence, broken.flaw) == (1, Flaw::Changed)), "{:?}", report.findings);
    assert_eq!(report.broken().count(), report.chains, "each chain from its first event on");
    let (_, report) = after("UPDATE ledger_event SET chain_id = 'x', organization_id = 'x' WHERE chain_id = PLANT AND sequence = 2").await;
    assert!(report.findings.contains(&Finding::Unreadable { table: "ledger_event" }), "{:?}", report.findings);
}

#[tokio::test]
async fn a_head_or_a_checkpoint_that_cannot_be_read_is_named() {
    let (town, found) = broken("UPDATE chain_head SET sequence = 'zz' WHERE chain_id = PLANT").await;
    assert_eq!(found, [(town.plant.id, 1, Flaw::UnknownHead)]);
    let (_, report) = after("UPDATE chain_head SET chain_id = 'x' WHERE chain_id = PLANT").await;
    assert!(report.findings.contains(&Finding::Unreadable { table: "chain_head" }), "{:?}", report.findings);
    for value in ["heads = '{bad'", "made_at = 'x'", "events = 'many'", "id = 'x'"] {
        let (_, report) = after(&format!("UPDATE checkpoint SET {value}")).await;
        assert!(matches!(&report.findings[0], Finding::Checkpoint { day: on, .. } if *on == day("2023-05-22")), "{value}: {:?}", report.findings);
    }
    let (_, report) = after("UPDATE checkpoint SET day = 'x'").await;
    assert!(report.findings.contains(&Finding::Unreadable { table: "checkpoint" }), "{:?}", report.findings);
}

#[test]
fn an_auditor_who_was_given_nothing_finds_nothing() {
    assert_eq!(Auditor::new(Trust::default()).finish(), Report::default());
}
