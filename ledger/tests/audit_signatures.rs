//! What is signed stays as it was signed: its row is never changed, and the chain holds the hash of its content as its seal.

use crate::common::{Township, day, telling};
use redline_domain::{InspectionKind, ReportKind, chain::Flaw};
use redline_entity::{ledger_event, signature};
use redline_ledger::{
    audit::{self, Finding, Report, Trust},
    hazard::{self, ExtensionRequest},
    report::{self, Correction, NewReport},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const ACTIONS: [&str; 6] = ["HAZARD_ACCEPTED", "HAZARD_EXTENSION_REQUESTED", "INSPECTION_SIGNED", "REPORT_CORRECTED", "REPORT_REVIEWED", "REPORT_SUBMITTED"];

/// A township in which everything that can be signed was.
async fn signed() -> Township {
    let town = Township::sqlite().await;
    let officer = town.person(town.plant.officer, "2023-06-10").await;
    telling::signed(&town, &officer, telling::inspected(town.plant.id, town.plant.officer, InspectionKind::SelfCheck, "2023-06-10")).await;
    let id = crate::hazards::planned_major(&town, "2023-06-20").await;
    let head = town.person(town.plant.head, "2023-06-10").await;
    let request = ExtensionRequest { until: day("2023-06-30"), reason: "设备未到货".to_owned(), interim_measures: "人工巡检".to_owned() };
    town.change(async |tx| hazard::request_extension(tx, &head, &Confirmed::by_program(&head), id, request).await).await.expect("requested");
    crate::hazards::close(&town, id, "2023-06-12").await;
    let village = town.person(town.village.officer, "2023-06-11").await;
    let deputy = town.person(town.village.deputy, "2023-06-11").await;
    town.change(async |tx| {
        let confirmed = Confirmed::by_program(&village);
        let new = NewReport::new(town.village.id, ReportKind::ProgressTable, day("2023-06-11"), "");
        let first = report::submit(tx, &village, new, &confirmed).await?;
        let second = report::correct(tx, &village, first.id, Correction::default(), "漏计", &confirmed).await?;
        report::review(tx, &deputy, second.id, &Confirmed::by_program(&deputy)).await
    })
    .await
    .expect("reported");
    town
}

/// A signature, and the event that tells of it.
async fn told(db: &impl ConnectionTrait, action: &str) -> (signature::Model, ledger_event::Model) {
    let events = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq(action)).order_by_asc(ledger_event::Column::Id);
    let event = events.one(db).await.expect("asked").expect(action);
    let id: Uuid = event.data["signature"].as_str().expect(action).parse().expect("a key");
    (signature::Entity::find_by_id(id).one(db).await.expect("asked").expect(action), event)
}

fn broken(report: &Report) -> Vec<(Uuid, i64, Flaw)> {
    assert!(report.findings.iter().all(|finding| matches!(finding, Finding::Chain(_))), "{:?}", report.findings);
    report.broken().map(|broken| (broken.chain, broken.sequence, broken.flaw)).collect()
}

async fn exported(tx: &DatabaseTransaction, town: &Township) -> Vec<u8> {
    let mut file = Vec::new();
    audit::export(tx, "http://redline.test", town.operator("2023-06-12").now, &mut file).await.expect("exported");
    file
}

#[tokio::test]
async fn the_event_of_each_signature_carries_its_seal() {
    let town = signed().await;
    for action in ACTIONS {
        let (signature, event) = told(town.db.read(), action).await;
        assert_eq!(event.data["seal"], signature.hash, "{action}");
        assert_eq!(event.chain_id, signature.organization_id, "{action}");
    }
    let report = audit::verify(town.db.read(), Trust::default()).await.expect("verified");
    assert_eq!((report.findings, report.signatures), (Vec::new(), 6));
}

#[tokio::test]
async fn the_database_refuses_to_change_or_take_away_a_signature() {
    let town = signed().await;
    let columns = "organization_id, subject_kind, subject_id, act, signer_id, signer_name, signed_as, method, content, hash, signed_at";
    for statement in [
        "UPDATE signature SET content = '{}'".to_owned(),
        "DELETE FROM signature".to_owned(),
        format!("INSERT OR REPLACE INTO signature (id, {columns}) SELECT id, {columns} FROM signature"),
        format!("INSERT OR REPLACE INTO signature (rowid, id, {columns}) SELECT rowid, randomblob(16), {columns} FROM signature"),
    ] {
        let refused = town.change(async |tx| Ok(tx.execute_unprepared(&statement).await?)).await.expect_err(&statement).to_string();
        assert!(refused.contains("the ledger is append-only"), "{statement}: {refused}");
    }
}

#[tokio::test]
async fn a_signature_that_is_not_as_it_was_signed_is_a_break_of_its_event() {
    let town = signed().await;
    let tx = town.db.begin().await.expect("a transaction");
    tx.execute_unprepared("DROP TRIGGER signature_no_update; DROP TRIGGER signature_no_delete").await.expect("dropped");
    tx.commit().await.expect("committed");
    for action in ACTIONS {
        let (signature, event) = told(town.db.read(), action).await;
        let at = format!("WHERE id = x'{}'", signature.id.simple());
        let mut other = signature.clone();
        other.content = other.content.replacen("\"act\":", "\"Act\":", 1);
        let rehashed = redline_domain::canonical::hash(&serde_json::from_str(&signature.content.replace("signedAt", "signedat")).expect("JSON"));
        for edit in [
            format!("UPDATE signature SET content = '{}' {at}", other.content),
            format!("UPDATE signature SET hash = '{rehashed}', content = replace(content, 'signedAt', 'signedat') {at}"),
            format!("UPDATE signature SET signer_name = '他人' {at}"),
            format!("UPDATE signature SET method = 'PASSWORD' {at}"),
            format!("DELETE FROM signature {at}"),
        ] {
            let tx = town.db.begin().await.expect("a transaction");
            tx.execute_unprepared(&format!("PRAGMA defer_foreign_keys = ON; {edit}")).await.expect("forged");
            let report = audit::verify(&tx, Trust::default()).await.expect("verified");
            assert_eq!(broken(&report), [(event.chain_id, event.sequence, Flaw::Signature)], "{action}: {edit}");
            let elsewhere = audit::verify_export(&exported(&tx, &town).await[..], Trust::default()).expect("an export");
            assert_eq!(elsewhere.findings, report.findings, "{action}: {edit}, offline");
            tx.rollback().await.expect("rolled back");
        }
        for edit in ["signed_at = 'x'", "content = x'ff'", "method = 'OATH'", "id = 'x'"] {
            let tx = town.db.begin().await.expect("a transaction");
            tx.execute_unprepared(&format!("PRAGMA defer_foreign_keys = ON; UPDATE signature SET {edit} {at}")).await.expect("spoilt");
            let report = audit::verify(&tx, Trust::default()).await.expect("verified");
            let found: Vec<_> = report.broken().map(|broken| (broken.chain, broken.sequence, broken.flaw)).collect();
            assert_eq!(found, [(event.chain_id, event.sequence, Flaw::Signature)], "{action}: {edit}");
            assert!(audit::export(&tx, "http://redline.test", town.operator("2023-06-12").now, Vec::new()).await.is_err(), "it has no form in a file");
            tx.rollback().await.expect("rolled back");
        }
    }
}

#[tokio::test]
async fn a_signature_whose_hash_was_reckoned_anew_is_found_by_the_seal_in_the_chain() {
    let town = signed().await;
    let (signature, event) = told(town.db.read(), "REPORT_SUBMITTED").await;
    let mut content: serde_json::Value = serde_json::from_str(&signature.content).expect("JSON");
    content["facts"]["content"] = "另一份".into();
    let (text, hash) = (redline_domain::canonical::canonical(&content), redline_domain::canonical::hash(&content));
    let tx = town.db.begin().await.expect("a transaction");
    tx.execute_unprepared(&format!(
        "DROP TRIGGER signature_no_update; UPDATE signature SET content = '{text}', hash = '{hash}' WHERE id = x'{}'",
        signature.id.simple()
    ))
    .await
    .expect("forged");
    let report = audit::verify(&tx, Trust::default()).await.expect("verified");
    assert_eq!(broken(&report), [(event.chain_id, event.sequence, Flaw::Signature)]);
    tx.rollback().await.expect("rolled back");
}

#[tokio::test]
async fn a_signature_of_which_no_event_tells_is_a_break_of_its_chain() {
    let town = signed().await;
    let columns = "organization_id, subject_kind, subject_id, act, signer_id, signer_name, signed_as, method, content, hash, signed_at";
    let tx = town.db.begin().await.expect("a transaction");
    let forged = format!("INSERT INTO signature (id, {columns}) SELECT randomblob(16), {columns} FROM signature WHERE act = 'INSPECTION_SIGNED'");
    tx.execute_unprepared(&forged).await.expect("forged");
    let report = audit::verify(&tx, Trust::default()).await.expect("verified");
    assert_eq!(broken(&report), [(town.plant.id, 0, Flaw::Signature)]);
    tx.rollback().await.expect("rolled back");
}
