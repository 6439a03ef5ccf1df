//! R9: clerks and enterprises write, the worker works and mails, and backups are made, all at once and for a while.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use redline_domain::ids::{self, Noun};
use redline_entity::{attachment, hazard, inspection, jurisdiction, ledger_event};
use redline_ledger::{Db, account, audit};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect, Statement};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    books::{Books, all_told},
    client::{ANSWERED, PASSWORD, ask, free_port, login, post},
    program::{FAREWELL, Program, finish},
    size::{seen, size},
    smtp::{MailServer, Script},
    town::Town,
    township::{COUNTY, TOWN, VILLAGE},
};

/// How many documents somebody uploads; nobody may upload many that belong to no record.
const DOCUMENTS: usize = 150;

/// What the clients were told.
#[derive(Default)]
struct Load {
    /// What was said to be written.
    written: Mutex<Vec<(Noun, Uuid)>>,
    read: Mutex<usize>,
    slowest: Mutex<Duration>,
    over: AtomicBool,
}

/// Somebody who writes.
struct Client {
    number: usize,
    port: u16,
    token: String,
    /// The enterprise and its head, by their names in the API; none: a clerk of the safety office.
    enterprise: Option<(String, String)>,
}

impl Client {
    /// Writes one thing after the other, and looks at them, until it is over.
    async fn works(self, load: Arc<Load>) {
        let pause = size(Duration::from_millis(5), Duration::from_millis(100));
        for at in 0.. {
            if load.over.load(Ordering::Relaxed) {
                return;
            }
            let since = Instant::now();
            let written = tokio::time::timeout(ANSWERED, self.deed(at)).await.expect("no answer: it hangs");
            {
                let mut slowest = load.slowest.lock().expect("a time");
                *slowest = slowest.max(since.elapsed());
            }
            match written {
                Some(written) => load.written.lock().expect("a list").push(written),
                None => *load.read.lock().expect("a number") += 1,
            }
            tokio::time::sleep(pause).await;
        }
    }

    /// Does the next thing; what was said to be written, if it was no question.
    async fn deed(&self, at: usize) -> Option<(Noun, Uuid)> {
        let number = self.number;
        let Some((organization, head)) = &self.enterprise else {
            let place =
                format!("createJurisdiction(input: {{ parentPath: \"{TOWN}\", name: \"c{number}-{at}\", code: \"c{number}-{at}\" }}) {{ jurisdiction {{ id }}");
            return Some(self.changes("createJurisdiction", Noun::Jurisdiction, &place).await);
        };
        match at % 4 {
            0 => {
                let what = format!("organizationId: \"{organization}\", description: \"{at}号储罐液位计失灵\", location: \"{at}号储罐\", foundBy: SELF_CHECK");
                Some(self.changes("reportHazard", Noun::Hazard, &format!("reportHazard(input: {{ {what} }}) {{ hazard {{ id }}")).await)
            }
            1 => {
                let what = format!("organizationId: \"{organization}\", kind: HEAD_LED, leaderId: \"{head}\", summary: \"第{at}次检查罐区\"");
                Some(self.changes("recordInspection", Noun::Inspection, &format!("recordInspection(input: {{ {what} }}) {{ inspection {{ id }}")).await)
            }
            2 if at / 4 < DOCUMENTS => Some(self.uploads(organization, at).await),
            _ => {
                let question = "{ hazards(first: 20) { totalCount nodes { id state } } notices(first: 20) { nodes { id } } }";
                let (status, body) = ask(self.port, &self.token, question).await.expect("the server is there");
                assert!(status == 200 && body.get("errors").is_none(), "{status} {body}");
                None
            }
        }
    }

    async fn changes(&self, name: &str, noun: Noun, mutation: &str) -> (Noun, Uuid) {
        let (status, body) = ask(self.port, &self.token, &format!("mutation {{ {mutation} userErrors {{ code }} }} }}")).await.expect("the server is there");
        let told = &body["data"][name];
        assert!(status == 200 && body.get("errors").is_none() && told["userErrors"] == json!([]), "{name}: {status} {body}");
        let written = told.as_object().and_then(|fields| fields.values().find_map(|field| field["id"].as_str())).expect("an id");
        (noun, ids::decode_as(noun, written).expect("an id"))
    }

    async fn uploads(&self, organization: &str, at: usize) -> (Noun, Uuid) {
        let bytes = document(self.number, at);
        let path = format!("/attachments?organization={organization}&name=plan.pdf");
        let (status, body): (u16, Value) = post(self.port, &self.token, &path, "application/pdf", &bytes).await.expect("the server is there");
        assert_eq!(status, 201, "{body}");
        (Noun::Attachment, ids::decode_as(Noun::Attachment, body["id"].as_str().expect("an id")).expect("an id"))
    }
}

/// A PDF as far as anybody here reads it, unlike any other.
fn document(number: usize, at: usize) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.4\n% {number} {at}\n").into_bytes();
    bytes.resize(20_000, b' ');
    bytes
}

/// Holds of a database at any moment: what was said to be written by then is there, each with its event and no event without it; no row
/// refers to one that is not there; the ledger is whole.
async fn assert_whole(db: &Db, said: &[(Noun, Uuid)]) {
    let view = db.snapshot().await.expect("a view");
    let mut rows: BTreeMap<Noun, BTreeSet<Uuid>> = BTreeMap::new();
    rows.insert(
        Noun::Hazard,
        hazard::Entity::find().select_only().column(hazard::Column::Id).into_tuple().all(&view).await.expect("asked").into_iter().collect(),
    );
    let inspections = inspection::Entity::find().select_only().column(inspection::Column::Id);
    rows.insert(Noun::Inspection, inspections.into_tuple().all(&view).await.expect("asked").into_iter().collect());
    let attachments = attachment::Entity::find().select_only().column(attachment::Column::Id);
    rows.insert(Noun::Attachment, attachments.into_tuple().all(&view).await.expect("asked").into_iter().collect());
    // Those that were there before were put there without an event.
    let places =
        jurisdiction::Entity::find().select_only().column(jurisdiction::Column::Id).filter(jurisdiction::Column::Path.is_not_in([COUNTY, TOWN, VILLAGE]));
    rows.insert(Noun::Jurisdiction, places.into_tuple().all(&view).await.expect("asked").into_iter().collect());
    for (noun, id) in said {
        assert!(rows[noun].contains(id), "what was said to be written is not there: {noun:?} {id}");
    }
    let told = [
        (Noun::Hazard, "HAZARD_REPORTED"),
        (Noun::Inspection, "INSPECTION_RECORDED"),
        (Noun::Attachment, "ATTACHMENT_UPLOADED"),
        (Noun::Jurisdiction, "JURISDICTION_CREATED"),
    ];
    for (noun, action) in told {
        let events = ledger_event::Entity::find().select_only().column(ledger_event::Column::SubjectId).filter(ledger_event::Column::Action.eq(action));
        let mut events: Vec<Uuid> = events.into_tuple().all(&view).await.expect("asked");
        events.sort();
        assert!(events.iter().eq(&rows[&noun]), "{} of {noun:?}, and {} events", rows[&noun].len(), events.len());
    }
    let report = audit::verify(&view, audit::Trust::default()).await.expect("walked");
    assert!(report.is_intact(), "{:?}", report.findings);
    view.rollback().await.expect("ended");
    if db.backend() == DbBackend::Sqlite {
        assert_eq!(pragma(db, "integrity_check").await, ["ok"]);
        assert_eq!(pragma(db, "foreign_key_check").await, [""; 0]);
    }
}

async fn pragma(db: &Db, name: &str) -> Vec<String> {
    let rows = db.read().query_all_raw(Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {name}"))).await.expect("asked");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

/// Nobody was told of a lock, and nothing went wrong.
fn assert_quiet(said: &str) {
    let lines = said.lines().filter(|line| ["locked", "ERROR", "WARN", "panicked"].iter().any(|word| line.contains(word)));
    assert_eq!(lines.collect::<Vec<_>>(), [""; 0]);
}

/// Makes one backup after the other until it is over. Each is restored, and the copy is whole. Answers how many, and how large the last one was.
async fn backups(town: &Town, load: &Load) -> (usize, u64) {
    let folder = town.township.database.folder();
    let (mut made, mut size) = (0, 0);
    while !load.over.load(Ordering::Relaxed) {
        let said = load.written.lock().expect("a list").clone();
        let (well, told) = Program::redline(town, &["backup", "kept", "--keep", "2"]).await;
        assert!(well, "{told}");
        assert_quiet(&told);
        let backup = told.split_once(": ").expect("a folder").0.to_owned();
        let (file, files) = (folder.join("restored.db"), folder.join("restored-attachments"));
        let setting = format!("attachments.folder={}", files.display());
        let url = format!("sqlite://{}", file.display());
        let (well, told) = Program::redline(town, &["restore", &backup, "--database", &url, "--set", &setting]).await;
        assert!(well, "{told}");
        assert_quiet(&told);
        let copy = Db::connect(&url).await.expect("opened");
        assert_whole(&copy, &said).await;
        for row in attachment::Entity::find().all(copy.read()).await.expect("attachments") {
            assert_eq!(fs::metadata(files.join(&row.sha256)).expect("the file").len(), u64::try_from(row.bytes).expect("a size"));
        }
        copy.close().await.expect("closed");
        size = fs::metadata(&file).expect("a file").len();
        remove(&file, &files);
        made += 1;
    }
    (made, size)
}

fn remove(file: &Path, files: &Path) {
    fs::remove_file(file).expect("removed");
    fs::remove_dir_all(files).expect("removed");
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_worker_and_backups_at_once_hinder_nobody_and_all_that_was_told_is_there() {
    let (lasts, windows) = size((Duration::from_secs(12), 300), (Duration::from_secs(15 * 60), 3_000));
    let town = Town::due(windows).await;
    let undisturbed = Books::undisturbed(&town).await;
    let heads = [town.township.plant, town.township.trader, town.enterprises[0]];
    let ctx = town.township.operator("2023-05-22");
    let hash = account::hash_password(PASSWORD).expect("a hash");
    let people = [heads[0].head, heads[1].head, heads[2].head, town.township.safety_office.officer];
    for (number, person) in people.into_iter().enumerate() {
        town.township.change(async |tx| account::open(tx, &ctx, person, &format!("client{number}"), hash.clone()).await).await.expect("an account");
    }
    let mail = MailServer::start(Script::default()).await;
    town.clock_shows(town.morning()).await;
    let port = free_port();
    let server = Program::server(&town, &format!("127.0.0.1:{port}"));
    let mut tokens = Vec::new();
    for number in 0..people.len() {
        tokens.push(login(port, &format!("client{number}")).await);
    }
    let worker = Program::worker(&town, &mail, &[]);

    let load = Arc::new(Load::default());
    let mut clients = Vec::new();
    for (number, token) in tokens.into_iter().enumerate() {
        let enterprise = heads.get(number).map(|body| (ids::encode(Noun::Organization, body.id), ids::encode(Noun::Person, body.head)));
        clients.push(tokio::spawn(Client { number, port, token, enterprise }.works(Arc::clone(&load))));
    }
    let rings = async {
        tokio::time::sleep(lasts).await;
        load.over.store(true, Ordering::Relaxed);
    };
    let ((made, size), ()) = tokio::join!(backups(&town, &load), rings);
    for client in clients {
        client.await.expect("no client met anything but success");
    }
    for program in [server, worker] {
        let (status, took) = program.end().await;
        assert!(status.success() && took < FAREWELL, "{status} after {took:?}");
    }
    assert_quiet(&fs::read_to_string(town.township.database.folder().join("programs.log")).expect("a log"));

    let said = load.written.lock().expect("a list").clone();
    let kinds: BTreeSet<Noun> = said.iter().map(|(noun, _)| *noun).collect();
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    assert_whole(&town.township.db, &said).await;
    assert!(made > 1, "{made} backups");
    finish(&town, &mail, town.morning() + chrono::Duration::minutes(30), &[]).await;
    Books::of(&town).await.assert_same(&undisturbed);
    assert_eq!(all_told(&town, &mail).await, 0, "mails came twice");
    let (read, slowest) = (*load.read.lock().expect("a number"), *load.slowest.lock().expect("a time"));
    seen(
        "R9",
        format!(
            "{lasts:?}: {} changes written and all there, {read} questions answered, the slowest after {slowest:.1?}; {made} backups, each restored and whole, the last of {} MB; {} mails, each once",
            said.len(),
            size / 1_000_000,
            mail.accepted().len()
        ),
    );
}
