//! The ledger's chains: gapless for each organization, append-only, and sealed every day.

use std::collections::BTreeMap;

use crate::common::{Township, day};
use chrono::Duration;
use redline_domain::{NoticeKind, chain::Flaw, ids::Noun};
use redline_entity::{chain_head, checkpoint, ledger_event, notice};
use redline_ledger::{
    Context, Db,
    audit::{self, Finding, Report, Seal, Signer, Trust, checkpoint as sealing},
    event::{NewEvent, append, append_all},
};
use redline_migration::{Migrator, MigratorTrait};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

fn happened(organization: Option<Uuid>, what: usize) -> NewEvent {
    NewEvent::new(organization, Noun::Window, Uuid::from_u128(what as u128), "TESTED", json!({ "n": what, "share": 0.1 + what as f64 / 3.0, "说明": "测试" }))
}

async fn numbers(town: &Township, chain: Uuid) -> Vec<i64> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::ChainId.eq(chain)).order_by_asc(ledger_event::Column::Id);
    rows.all(town.db.read()).await.expect("events").into_iter().map(|row| row.sequence).collect()
}

async fn verified(db: &Db, trust: Trust) -> Report {
    let snapshot = db.snapshot().await.expect("a snapshot");
    let report = audit::verify(&snapshot, trust).await.expect("verified");
    snapshot.rollback().await.expect("ended");
    report
}

async fn sealed(town: &Township, on: &str) -> Option<checkpoint::Model> {
    let ctx = town.operator(on);
    let day = sealing::due(town.db.read(), &ctx).await.expect("asked")?;
    let key = Signer::Simulated(1).key().expect("a key");
    town.change(async |tx| sealing::seal(tx, &ctx, &key, day).await).await.expect("sealed")
}

fn believing(seed: u64) -> Trust {
    Trust { keys: [Signer::Simulated(seed).key().expect("a key").public_key()].into(), seals: Vec::new() }
}

#[tokio::test]
async fn the_chains_of_interleaved_organizations_have_no_gaps_and_belong_to_each_alone() {
    let town = Township::new().await;
    let chains = [Some(town.plant.id), None, Some(town.trader.id), Some(town.village.id)];
    let ctx = town.operator("2023-06-01");
    for round in 0..5 {
        let many: Vec<NewEvent> = (0..20).map(|n| happened(chains[(n * 7 + round) % 4], n)).collect();
        town.change(async |tx| append_all(tx, &ctx, many).await).await.expect("written");
        town.change(async |tx| append(tx, &ctx, happened(chains[round % 4], 99)).await).await.expect("written");
    }
    for chain in chains.map(Option::unwrap_or_default) {
        let numbers = numbers(&town, chain).await;
        assert_eq!(numbers, (1..=numbers.len() as i64).collect::<Vec<_>>());
        let head = chain_head::Entity::find_by_id(chain).one(town.db.read()).await.expect("asked").expect("a head");
        assert_eq!(head.sequence, numbers.len() as i64);
    }
    let report = verified(&town.db, Trust::default()).await;
    assert_eq!(report.findings, []);
    assert_eq!(report.events, ledger_event::Entity::find().count(town.db.read()).await.expect("counted"));
}

#[tokio::test]
async fn what_is_rolled_back_leaves_no_gap() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-01");
    let before = numbers(&town, town.plant.id).await.len();
    let tx = town.db.begin().await.expect("a transaction");
    append(&tx, &ctx, happened(Some(town.plant.id), 1)).await.expect("written");
    tx.rollback().await.expect("rolled back");
    town.change(async |tx| append(tx, &ctx, happened(Some(town.plant.id), 2)).await).await.expect("written");
    assert_eq!(numbers(&town, town.plant.id).await.last(), Some(&(before as i64 + 1)));
    assert!(verified(&town.db, Trust::default()).await.is_intact());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn transactions_that_run_at_once_share_a_chain_without_gap_or_fork() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-01");
    let (plant, trader) = (Some(town.plant.id), Some(town.trader.id));
    let writer = |n: usize| {
        let (db, ctx) = (town.db.clone(), ctx.clone());
        async move {
            let tx = db.begin().await.expect("a transaction");
            append_all(&tx, &ctx, [happened(plant, n), happened(trader, n), happened(plant, n)]).await.expect("written");
            tx.commit().await.expect("committed");
        }
    };
    let writers: Vec<_> = (0..20).map(|n| tokio::spawn(writer(n))).collect();
    for writer in writers {
        writer.await.expect("written");
    }
    assert_eq!(verified(&town.db, Trust::default()).await.findings, []);
}

#[tokio::test]
async fn many_events_take_few_statements() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-01");
    let before = town.db.statements();
    let many: Vec<NewEvent> = (0..2_000).map(|n| happened(Some(Uuid::from_u128(n as u128 % 500 + 1)), n)).collect();
    town.change(async |tx| append_all(tx, &ctx, many).await).await.expect("written");
    // The heads asked for, begun, asked for again; four times 500 events; the heads noted.
    assert!(town.db.statements() - before <= 10, "{}", town.db.statements() - before);
}

#[tokio::test]
async fn the_database_refuses_to_change_or_take_away_what_was_written() {
    let town = Township::new().await;
    sealed(&town, "2023-05-23").await.expect("a checkpoint");
    let before = ledger_event::Entity::find().count(town.db.read()).await.expect("counted");
    let either = [
        "UPDATE ledger_event SET action = 'X'",
        "UPDATE ledger_event SET data = '{}' WHERE sequence = 1",
        "DELETE FROM ledger_event",
        "DELETE FROM ledger_event WHERE sequence = 1",
        "UPDATE checkpoint SET day = '2023-01-01'",
        "DELETE FROM checkpoint",
        "DELETE FROM chain_head",
    ];
    let postgres = [
        "UPDATE signature SET hash = 'X'",
        "DELETE FROM signature",
        "TRUNCATE ledger_event",
        "TRUNCATE checkpoint",
        "TRUNCATE signature CASCADE",
        "TRUNCATE chain_head",
        "UPDATE chain_head SET chain_id = gen_random_uuid()",
    ];
    let sqlite = [
        "INSERT OR REPLACE INTO ledger_event SELECT * FROM ledger_event WHERE sequence = 1",
        "INSERT OR REPLACE INTO ledger_event (rowid, id, subject_kind, subject_id, action, data, true_at, recorded_at, chain_id, sequence, previous_hash, hash) \
         SELECT rowid, randomblob(16), subject_kind, subject_id, action, data, true_at, recorded_at, randomblob(16), 1, '', '' FROM ledger_event WHERE sequence = 1",
        "INSERT OR REPLACE INTO checkpoint SELECT randomblob(16), day, made_at, site, heads, events, digest, public_key, signature FROM checkpoint",
        "INSERT OR REPLACE INTO checkpoint SELECT id, '2023-01-01', made_at, site, heads, events, digest, public_key, signature FROM checkpoint",
        "INSERT OR REPLACE INTO checkpoint (rowid, id, day, made_at, site, heads, events, digest, public_key, signature) \
         SELECT rowid, randomblob(16), '2023-01-01', made_at, site, heads, events, digest, public_key, signature FROM checkpoint",
        "UPDATE chain_head SET chain_id = randomblob(16)",
        "UPDATE OR REPLACE chain_head SET rowid = 1 WHERE rowid = 2",
        "INSERT OR REPLACE INTO chain_head (rowid, chain_id, sequence, hash) SELECT rowid, randomblob(16), 1, '' FROM chain_head",
    ];
    let others: &[&str] = if town.database.is_postgres() { &postgres } else { &sqlite };
    for statement in either.iter().chain(others) {
        let refused = town.change(async |tx| Ok(tx.execute_unprepared(statement).await?)).await.expect_err(statement).to_string();
        assert!(refused.contains("the ledger is append-only"), "{statement}: {refused}");
    }
    assert_eq!(ledger_event::Entity::find().count(town.db.read()).await.expect("counted"), before);
    assert!(verified(&town.db, believing(1)).await.is_intact());
}

#[tokio::test]
async fn events_that_were_there_before_are_chained_by_the_migration() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::connect(&format!("sqlite://{}", folder.path().join("redline.db").display())).await.expect("a database");
    let tx = db.begin().await.expect("a transaction");
    let earlier = Migrator::migrations().iter().position(|migration| migration.name() == "m2026_11_24_000001_chain").expect("it is there");
    Migrator::up(&tx, u32::try_from(earlier).ok()).await.expect("the schema before");
    for n in 0..1_200_u128 {
        let organization = if n % 3 > 0 { format!("x'{:032x}'", n % 3) } else { "NULL".to_owned() };
        tx.execute_unprepared(&format!(
            "INSERT INTO ledger_event (id, organization_id, subject_kind, subject_id, action, actor_id, data, true_at, recorded_at) \
             VALUES (x'{:032x}', {organization}, 'WINDOW', x'{n:032x}', 'OLD', NULL, '{{\"n\": {n}}}', '2023-05-22T00:00:00.123+00:00', '2023-05-{:02}T00:00:00+00:00')",
            n + 1,
            22 + n % 4,
        ))
        .await
        .expect("an old event");
    }
    tx.commit().await.expect("committed");
    db.migrate().await.expect("migrated");
    let report = verified(&db, Trust::default()).await;
    assert_eq!((report.findings.clone(), report.chains, report.events), (Vec::new(), 3, 1_200));
    let rows = ledger_event::Entity::find().order_by_asc(ledger_event::Column::ChainId).order_by_asc(ledger_event::Column::Sequence).all(db.read()).await;
    let rows = rows.expect("events");
    let mut before: BTreeMap<Uuid, _> = BTreeMap::new();
    for row in rows {
        let now = (row.recorded_at, row.id);
        assert!(before.insert(row.chain_id, now).is_none_or(|before| before < now), "as they were recorded");
    }
}

#[tokio::test]
async fn a_day_is_sealed_once_and_told_to_the_safety_office_with_all_that_proves_it() {
    let town = Township::new().await;
    assert_eq!(sealing::due(town.db.read(), &town.operator("2023-05-22")).await.expect("asked"), None, "nothing was recorded the day before");
    let row = sealed(&town, "2023-05-23").await.expect("a checkpoint");
    assert_eq!((row.day, row.site.as_str()), (day("2023-05-22"), "http://redline.test"));
    assert!(sealed(&town, "2023-05-23").await.is_none());
    let ctx = town.operator("2023-05-23");
    let key = Signer::Simulated(1).key().expect("a key");
    let again = town.change(async |tx| sealing::seal(tx, &ctx, &key, row.day).await).await.expect("asked");
    assert_eq!(again, None, "even if two workers found it due at once");

    let event = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("CHECKPOINT_SEALED")).all(town.db.read()).await.expect("events");
    assert_eq!((event.len(), event[0].subject_kind.as_str(), event[0].subject_id, event[0].actor_id), (1, "CHECKPOINT", row.id, None));
    let told = notice::Entity::find().filter(notice::Column::Kind.eq(NoticeKind::CheckpointSealed)).all(town.db.read()).await.expect("notices");
    assert_eq!((told.len(), told[0].person_id, told[0].organization_id, told[0].alone), (1, town.safety_office.officer, town.safety_office.id, false));
    let tale = &told[0].tale.as_ref().expect("a tale").0;
    let facts: Vec<&str> = tale.facts.iter().map(|(_, value)| value.en.as_str()).collect();
    assert_eq!(facts[..5], ["2023-05-22", &row.events.to_string(), &row.digest, &row.public_key, &row.signature]);
    assert_eq!(Seal::find_all(facts[5]), [Seal::from(&row)]);
    assert_eq!(tale.paragraphs.len(), 1);
}

#[tokio::test]
async fn a_checkpoint_of_a_day_that_has_not_come_does_not_keep_the_days_until_then_from_being_sealed() {
    let town = Township::new().await;
    sealed(&town, "2024-05-23").await.expect("under a clock a year ahead");
    for on in ["2023-05-23", "2023-05-24"] {
        let row = sealed(&town, on).await.expect("a checkpoint");
        assert_eq!(Some(row.day), day(on).pred_opt());
        assert!(sealed(&town, on).await.is_none());
        let told = notice::Entity::find().filter(notice::Column::SubjectId.eq(row.id)).one(town.db.read()).await.expect("asked").expect("a notice");
        assert_eq!(told.tale.expect("a tale").0.paragraphs.len(), 1, "the one to come is not the last one before");
    }
    sealed(&town, "2024-05-22").await.expect("the day before");
    assert!(sealed(&town, "2024-05-23").await.is_none(), "the day that was sealed too early is passed over");
    sealed(&town, "2024-05-24").await.expect("the day after seals it");
    assert_eq!(verified(&town.db, believing(1)).await.findings, []);
}

#[tokio::test]
async fn a_checkpoint_after_days_without_a_worker_says_since_when_and_another_key_is_pointed_out() {
    let town = Township::new().await;
    sealed(&town, "2023-05-23").await.expect("a checkpoint");
    let ctx = town.operator("2023-05-28");
    let key = Signer::Simulated(2).key().expect("a key");
    let row = town.change(async |tx| sealing::seal(tx, &ctx, &key, day("2023-05-27")).await).await.expect("asked").expect("sealed");
    let told = notice::Entity::find().filter(notice::Column::SubjectId.eq(row.id)).one(town.db.read()).await.expect("asked").expect("a notice");
    let paragraphs: Vec<String> = told.tale.expect("a tale").0.paragraphs.into_iter().map(|text| text.en).collect();
    assert!(paragraphs[1].contains("2023-05-22"), "{paragraphs:?}");
    assert!(paragraphs[2].contains("another key"), "{paragraphs:?}");
    let report = verified(&town.db, believing(1)).await;
    assert!(matches!(&report.findings[..], [Finding::Checkpoint { day: on, .. }] if *on == day("2023-05-27")), "{:?}", report.findings);
    let both = Trust { keys: [believing(1), believing(2)].into_iter().flat_map(|trust| trust.keys).collect(), seals: Vec::new() };
    assert!(verified(&town.db, both).await.is_intact(), "as soon as both keys are believed");
}

#[tokio::test]
async fn a_seal_that_was_kept_proves_what_database_and_key_together_could_forge() {
    let town = Township::new().await;
    let row = sealed(&town, "2023-05-23").await.expect("a checkpoint");
    let kept = || Trust { seals: vec![Seal::from(&row)], ..Trust::default() };
    assert!(verified(&town.db, kept()).await.is_intact());
    let tx = town.db.begin().await.expect("a transaction");
    for (table, statement) in [("checkpoint", "DELETE FROM checkpoint"), ("ledger_event", "DELETE FROM ledger_event WHERE action = 'CHECKPOINT_SEALED'")] {
        town.database.unguard(&tx, table).await.expect("without its triggers");
        tx.execute_unprepared(statement).await.expect("forged");
    }
    let last = ledger_event::Entity::find().filter(ledger_event::Column::ChainId.eq(Uuid::nil())).order_by_desc(ledger_event::Column::Sequence);
    let last = last.one(&tx).await.expect("asked").expect("an event");
    chain_head::ActiveModel { chain_id: Set(Uuid::nil()), sequence: Set(last.sequence), hash: Set(last.hash) }.update(&tx).await.expect("forged");
    tx.commit().await.expect("committed");
    assert!(verified(&town.db, believing(1)).await.is_intact(), "nothing in the database tells it");
    let report = verified(&town.db, kept()).await;
    assert!(matches!(&report.findings[..], [Finding::Checkpoint { day: on, .. }] if *on == row.day), "{:?}", report.findings);
}

#[tokio::test]
async fn an_export_is_verified_without_the_database() {
    let town = Township::new().await;
    sealed(&town, "2023-05-23").await.expect("a checkpoint");
    let ctx = Context { now: town.operator("2023-05-23").now + Duration::hours(1), ..town.operator("2023-05-23") };
    town.change(async |tx| append(tx, &ctx, happened(Some(town.plant.id), 7)).await).await.expect("written");
    let mut file = Vec::new();
    let snapshot = town.db.snapshot().await.expect("a snapshot");
    let events = audit::export(&snapshot, "http://redline.test", ctx.now, &mut file).await.expect("exported");
    snapshot.rollback().await.expect("ended");
    let report = audit::verify_export(&file[..], believing(1)).expect("an export");
    assert_eq!((report.findings.clone(), report.events), (Vec::new(), events));
    assert_eq!(report, Report { names: report.names.clone(), exported_at: Some(ctx.now), ..verified(&town.db, believing(1)).await });
    let text = String::from_utf8(file).expect("text");
    let cut = &text[..text.len() - 200];
    assert!(!audit::verify_export(cut.as_bytes(), Trust::default()).expect("an export").is_intact(), "cut off");
    let without_end = text.trim_end().rsplit_once('\n').expect("lines").0;
    let report = audit::verify_export(without_end.as_bytes(), Trust::default()).expect("an export");
    assert!(matches!(&report.findings[..], [Finding::Export { .. }]), "{:?}", report.findings);
    let other = text.replacen("\"action\":\"TESTED\"", "\"action\":\"TASTED\"", 1);
    let report = audit::verify_export(other.as_bytes(), Trust::default()).expect("an export");
    let broken: Vec<_> = report.broken().map(|broken| (broken.chain, broken.flaw)).collect();
    assert_eq!(broken, [(town.plant.id, Flaw::Changed)]);
    assert_eq!(report.names[&town.plant.id], "红柳化工有限公司");
    assert!(audit::verify_export(&b"{}"[..], Trust::default()).is_err());
    assert!(audit::verify_export(&b""[..], Trust::default()).is_err());
}
