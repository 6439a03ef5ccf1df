//! A thousand random edits of the ledger, in an export and in the database whose triggers were taken away, are all found.
//!
//! What a chain alone cannot show, its head and the checkpoints do: a tail that was cut off together with the head, and a chain that
//! was reckoned anew with all its hashes and its head. That holds for events that a checkpoint sealed; the one event after the last
//! checkpoint, which tells of it, waits for the next.

use std::collections::BTreeSet;

use crate::common::{Township, day};
use rand::{Rng, RngExt, SeedableRng, rngs::StdRng};
use redline_domain::{
    chain::{Fact, Flaw, Head, Link},
    ids::Noun,
};
use redline_entity::{chain_head, ledger_event};
use redline_ledger::{
    audit::{self, Report, Signer, Trust, checkpoint as sealing, export, verify_export},
    event::{NewEvent, append_all},
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde_json::{Value, json};
use uuid::Uuid;

const EDITS: usize = 1_000;

/// A township with some history and a checkpoint over all of it.
async fn sealed() -> Township {
    let town = Township::new().await;
    let ctx = town.operator("2023-05-22");
    let chains = [Some(town.plant.id), None, Some(town.trader.id)];
    let events: Vec<NewEvent> = (0..45).map(|n| NewEvent::new(chains[n % 3], Noun::Window, Uuid::from_u128(n as u128), "TESTED", json!({ "n": n }))).collect();
    town.change(async |tx| append_all(tx, &ctx, events).await).await.expect("written");
    let key = Signer::Simulated(1).key().expect("a key");
    town.change(async |tx| sealing::seal(tx, &town.operator("2023-05-23"), &key, day("2023-05-22")).await).await.expect("asked").expect("sealed");
    town
}

fn trust() -> Trust {
    Trust { keys: [Signer::Simulated(1).key().expect("a key").public_key()].into(), seals: Vec::new() }
}

/// What no program writes, by the columns of the database and by the fields of the export.
const MALFORMED: [(&str, &str, &str); 11] = [
    ("data", "'{bad'", "data"),
    ("recorded_at", "'x'", "recordedAt"),
    ("true_at", "''", "trueAt"),
    ("sequence", "'zz'", "sequence"),
    ("chain_id", "'x'", "chain"),
    ("id", "'x'", "id"),
    ("organization_id", "x'00'", "organization"),
    ("subject_id", "''", "subject"),
    ("actor_id", "'x'", "actor"),
    ("action", "x'ff'", "action"),
    ("hash", "x'ff'", "hash"),
];

/// The ledger as somebody holds it who wants to forge it.
#[derive(Clone)]
struct Forged {
    /// All events, chain by chain.
    links: Vec<Link>,
    heads: Vec<(Uuid, Head)>,
    /// An event, and what of it was made unreadable.
    malformed: Option<(Uuid, usize)>,
}

impl Forged {
    /// The places of a chain of at least so many events, without the event that tells of the checkpoint.
    fn chain(&self, random: &mut StdRng, least: usize) -> Vec<usize> {
        let chains: BTreeSet<Uuid> = self.links.iter().map(|link| link.chain).collect();
        let chains: Vec<Vec<usize>> = chains
            .into_iter()
            .map(|chain| (0..self.links.len()).filter(|&at| self.links[at].chain == chain && self.links[at].fact.action != sealing::SEALED).collect())
            .filter(|places: &Vec<usize>| places.len() >= least)
            .collect();
        chains[random.random_range(0..chains.len())].clone()
    }

    fn head(&mut self, chain: Uuid) -> &mut Head {
        &mut self.heads.iter_mut().find(|(known, _)| *known == chain).expect("a head").1
    }

    /// Reckons all hashes of a chain anew from a place on, and its head.
    fn chain_anew(&mut self, chain: Uuid, from: usize) {
        let mut head = Head::default();
        for at in 0..self.links.len() {
            if self.links[at].chain == chain {
                if at >= from {
                    self.links[at] = Link::after(&head, self.links[at].fact.clone());
                }
                head = self.links[at].head();
            }
        }
        *self.head(chain) = head;
    }
}

fn alter(link: &mut Link, random: &mut StdRng) {
    let fact = &mut link.fact;
    let before = fact.clone();
    match random.random_range(0..12) {
        0 => fact.id = Uuid::from_u128(random.random()),
        1 => fact.organization = Some(Uuid::from_u128(random.random())),
        2 => fact.subject_kind = "HAZARD".to_owned(),
        3 => fact.subject = Uuid::from_u128(random.random()),
        4 => fact.action.push('X'),
        5 => fact.actor = Some(Uuid::from_u128(random.random())),
        6 => fact.data["n"] = json!(random.random::<u32>()),
        7 => fact.data = json!({}),
        8 => fact.true_at += chrono::Duration::microseconds(random.random_range(1..1_000_000_000)),
        9 => fact.recorded_at -= chrono::Duration::microseconds(random.random_range(1..1_000_000_000)),
        10 => link.hash = hex(random),
        _ => link.previous_hash = hex(random),
    }
    if link.fact == before && before.data == json!({}) {
        link.fact.action.push('X');
    }
}

fn hex(random: &mut StdRng) -> String {
    (0..8).map(|_| format!("{:08x}", random.next_u32())).collect()
}

/// Edits the ledger in one of many ways. What is expected, where only one answer is right: the chain, the number and the flaw.
fn edit(forged: &mut Forged, random: &mut StdRng) -> (&'static str, Option<(Uuid, i64, Flaw)>) {
    let places = forged.chain(random, 2);
    let pick = random.random_range(0..places.len());
    let (at, last) = (places[pick], places[places.len() - 1]);
    let Link { chain, sequence, .. } = forged.links[at];
    let sealed = chain.is_nil();
    match random.random_range(0..11) {
        0 | 1 => {
            alter(&mut forged.links[at], random);
            ("a change", Some((chain, sequence, Flaw::Changed)))
        }
        2 => {
            forged.links.remove(at);
            let flaw = if at == last && !sealed { Flaw::Truncated } else { Flaw::Gap };
            ("a deletion", Some((chain, sequence, flaw)))
        }
        3 => {
            let other = places[(pick + random.random_range(1..places.len())) % places.len()];
            let (one, two) = (forged.links[at].sequence, forged.links[other].sequence);
            (forged.links[at].sequence, forged.links[other].sequence) = (two, one);
            // In a file each stands where its new number belongs.
            forged.links.swap(at, other);
            ("a change of order", Some((chain, one.min(two), Flaw::Reordered)))
        }
        4 => {
            let from = places[pick..].to_vec();
            let mut place = 0;
            forged.links.retain(|_| {
                place += 1;
                !from.contains(&(place - 1))
            });
            let flaw = if sealed { Flaw::Gap } else { Flaw::Truncated };
            ("a tail that was cut off", Some((chain, sequence, flaw)))
        }
        5 => {
            // Of the site's own chain the event of the checkpoint goes too.
            forged.links.retain(|link| link.chain != chain || link.sequence < sequence);
            let head = if sequence == 1 { Head::default() } else { forged.links.iter().rfind(|link| link.chain == chain).expect("one").head() };
            *forged.head(chain) = head;
            ("a tail that was cut off with its head", Some((chain, sequence, Flaw::Truncated)))
        }
        6 => {
            forged.links[at].fact.data = json!({ "forged": random.random::<u32>() });
            forged.chain_anew(chain, at);
            // The checkpoint knows the last event that it sealed.
            ("a chain reckoned anew with its head", Some((chain, forged.links[last].sequence, Flaw::Rewritten)))
        }
        7 => {
            let mut double = forged.links[at].clone();
            double.fact.id = Uuid::from_u128(u128::MAX);
            double.fact.data = json!({ "forged": random.random::<u32>() });
            let head = if pick == 0 { Head::default() } else { forged.links[places[pick - 1]].head() };
            let double = Link::after(&head, double.fact);
            forged.links.insert(at + 1, double);
            ("a fork", Some((chain, sequence, Flaw::Fork)))
        }
        8 | 9 => {
            forged.malformed = Some((forged.links[at].fact.id, random.random_range(0..MALFORMED.len())));
            ("what cannot be read", Some((chain, sequence, Flaw::Changed)))
        }
        _ => {
            let mut head = forged.links.iter().rfind(|link| link.chain == chain).expect("one").head();
            for _ in 0..random.random_range(1..4) {
                let fact =
                    Fact { id: Uuid::from_u128(random.random()), data: json!({ "late": true }), action: "TESTED".to_owned(), ..forged.links[at].fact.clone() };
                let link = Link::after(&head, fact);
                head = link.head();
                forged.links.push(link);
            }
            ("events that were added by hand", Some((chain, forged.head(chain).sequence + 1, Flaw::UnknownHead)))
        }
    }
}

fn found(report: &Report, edit: usize, (what, expected): (&'static str, Option<(Uuid, i64, Flaw)>)) {
    assert!(!report.is_intact(), "edit {edit}: {what} was not found");
    if let Some(expected) = expected {
        let broken: Vec<_> = report.broken().map(|broken| (broken.chain, broken.sequence, broken.flaw)).collect();
        assert!(broken.contains(&expected), "edit {edit}: {what}, expected {expected:?}, found {:?}", report.findings);
    }
}

async fn read(db: &impl ConnectionTrait) -> Forged {
    use ledger_event::Column::{ChainId, Sequence};
    let rows = ledger_event::Entity::find().order_by_asc(ChainId).order_by_asc(Sequence).all(db).await.expect("events");
    let heads = chain_head::Entity::find().all(db).await.expect("heads");
    Forged {
        links: rows.into_iter().map(Link::from).collect(),
        heads: heads.into_iter().map(|row| (row.chain_id, Head { sequence: row.sequence, hash: row.hash })).collect(),
        malformed: None,
    }
}

#[tokio::test]
async fn a_thousand_random_edits_of_the_export_are_all_found() {
    let town = sealed().await;
    let mut file = Vec::new();
    export(town.db.read(), "http://redline.test", town.operator("2023-05-23").now, &mut file).await.expect("exported");
    assert_eq!(verify_export(&file[..], trust()).expect("an export").findings, []);
    let lines: Vec<Value> = file.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_slice(line).expect("JSON")).collect();
    let whole = read(town.db.read()).await;
    let mut random = StdRng::seed_from_u64(2023);
    for number in 0..EDITS {
        let mut forged = whole.clone();
        let expected = edit(&mut forged, &mut random);
        let lines: Vec<Value> = lines
            .iter()
            .filter_map(|line| match () {
                () if line.get("event").is_some() || line.get("end").is_some() => None,
                () if line.get("head").is_some() => {
                    let chain: Uuid = line["head"]["chain"].as_str()?.parse().ok()?;
                    let (_, head) = forged.heads.iter().find(|(known, _)| *known == chain)?;
                    Some(json!({ "head": { "chain": chain, "name": null, "sequence": head.sequence, "hash": head.hash } }))
                }
                () => Some(line.clone()),
            })
            .chain(forged.links.iter().map(|link| event_line(link, forged.malformed)))
            .collect();
        let mut text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        text.push_str(&json!({ "end": { "heads": forged.heads.len(), "checkpoints": 1, "signatures": 0, "events": forged.links.len() } }).to_string());
        found(&verify_export(text.as_bytes(), trust()).expect("an export"), number, expected);
    }
}

fn event_line(link: &Link, malformed: Option<(Uuid, usize)>) -> Value {
    let Fact { id, organization, subject_kind, subject, action, actor, data, true_at, recorded_at } = &link.fact;
    let mut line = json!({ "event": {
        "chain": link.chain, "sequence": link.sequence, "previousHash": link.previous_hash, "hash": link.hash, "id": id, "organization": organization,
        "subjectKind": subject_kind, "subject": subject, "action": action, "actor": actor, "data": data, "trueAt": true_at, "recordedAt": recorded_at,
    } });
    if let Some((_, what)) = malformed.filter(|(event, _)| event == id) {
        line["event"][MALFORMED[what].2] = json!(["x"]);
    }
    line
}

#[tokio::test]
async fn a_thousand_random_edits_of_a_database_without_its_triggers_are_all_found() {
    let town = sealed().await;
    let tx = town.db.begin().await.expect("a transaction");
    town.database.unguard(&tx, "ledger_event").await.expect("without its triggers");
    tx.execute_unprepared("DROP INDEX uq_ledger_event_chain_id_sequence").await.expect("dropped");
    tx.commit().await.expect("committed");
    let whole = read(town.db.read()).await;
    let mut random = StdRng::seed_from_u64(522);
    for number in 0..EDITS {
        let mut forged = whole.clone();
        let mut expected = edit(&mut forged, &mut random);
        while town.database.is_postgres() && forged.malformed.is_some() {
            // The columns of PostgreSQL take nothing that cannot be read.
            forged = whole.clone();
            expected = edit(&mut forged, &mut random);
        }
        let tx = town.db.begin().await.expect("a transaction");
        write(&tx, &whole, &forged).await;
        found(&audit::verify(&tx, trust()).await.expect("verified"), number, expected);
        tx.rollback().await.expect("rolled back");
    }
}

/// Makes the tables what somebody forged.
async fn write(tx: &DatabaseTransaction, whole: &Forged, forged: &Forged) {
    let gone = whole.links.iter().filter(|link| !forged.links.contains(link));
    for link in gone {
        ledger_event::Entity::delete_by_id(link.fact.id).exec(tx).await.expect("deleted");
    }
    for link in forged.links.iter().filter(|link| !whole.links.contains(link)) {
        ledger_event::Model::from(link.clone()).into_active_model().insert(tx).await.expect("inserted");
    }
    if let Some((event, what)) = forged.malformed {
        let (column, value, _) = MALFORMED[what];
        tx.execute_unprepared(&format!("UPDATE ledger_event SET {column} = {value} WHERE id = x'{}'", event.simple())).await.expect("spoilt");
    }
    for (chain, head) in forged.heads.iter().filter(|head| !whole.heads.contains(head)) {
        let row = chain_head::ActiveModel { chain_id: Set(*chain), sequence: Set(head.sequence), hash: Set(head.hash.clone()) };
        row.update(tx).await.expect("updated");
    }
}
