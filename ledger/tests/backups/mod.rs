//! A site of which backups are made, and where they are restored.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use redline_domain::LinkPurpose;
use redline_entity::{account, account_link, api_key};
use redline_ledger::{
    Db,
    audit::{self, Trust},
    backup::{self, Contents, Made, Manifest, Restored},
};
use redline_test_database::{Release, TestDatabase};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Set, Statement};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub fn now() -> DateTime<Utc> {
    "2026-11-25T09:30:00Z".parse().expect("a moment")
}

/// A site of seven weeks, with the schema of this program.
pub async fn site() -> TestDatabase {
    let database = TestDatabase::released(Release::Second).await;
    database.db.migrate().await.expect("migrated");
    // What the released schemas do not know yet.
    let account = account::Entity::find().one(database.db.read()).await.expect("asked").expect("an account").id;
    let tx = database.db.begin().await.expect("a transaction");
    let key = api_key::ActiveModel {
        id: Set(Uuid::from_u128(1)),
        account_id: Set(account),
        name: Set("报表".to_owned()),
        token_hash: Set("0a".repeat(32)),
        may_write: Set(true),
        created_at: Set(now()),
        expires_at: Set(now()),
        revoked_at: Set(None),
    };
    api_key::Entity::insert(key).exec_without_returning(&tx).await.expect("a key");
    let link = account_link::ActiveModel {
        id: Set(Uuid::from_u128(2)),
        account_id: Set(account),
        purpose: Set(LinkPurpose::Reset),
        created_at: Set(now()),
        expires_at: Set(now()),
        used_at: Set(None),
    };
    account_link::Entity::insert(link).exec_without_returning(&tx).await.expect("a link");
    tx.commit().await.expect("committed");
    database
}

pub async fn make(database: &TestDatabase, into: &Path) -> Made {
    backup::make(&database.db, into, None, Trust::default(), now()).await.expect("a backup")
}

pub async fn restore(folder: &Path, url: &str) -> Result<Restored, String> {
    backup::restore(folder, url, None, Trust::default()).await.map_err(|error| error.to_string())
}

/// Where a backup can be restored: a database that nobody has open and that holds nothing.
pub struct Target {
    pub database: TestDatabase,
    pub url: String,
}

impl Target {
    pub async fn new() -> Self {
        let database = TestDatabase::empty().await;
        let url = if database.is_postgres() { database.url().to_owned() } else { file_of(&database.folder().join("target").join("redline.db")) };
        Self { database, url }
    }

    pub async fn open(&self) -> Db {
        let db = Db::connect(&self.url).await.expect("opened");
        db.check_schema().await.expect("this program's");
        db
    }
}

pub async fn contents(db: &Db) -> Contents {
    let snapshot = db.snapshot().await.expect("a snapshot");
    let contents = backup::read(&snapshot).await.expect("every row is read");
    snapshot.rollback().await.expect("ended");
    contents
}

pub async fn assert_intact(db: &Db) {
    let snapshot = db.snapshot().await.expect("a snapshot");
    let report = audit::verify(&snapshot, Trust::default()).await.expect("walked");
    snapshot.rollback().await.expect("ended");
    assert!(report.is_intact(), "{:?}", report.findings);
}

pub async fn execute(db: &Db, statement: &str) {
    let tx = db.begin().await.expect("a transaction");
    tx.execute_unprepared(statement).await.expect("done");
    tx.commit().await.expect("kept");
}

pub fn file_of(folder: &Path) -> String {
    format!("sqlite://{}", folder.display())
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.ends_with(".lock"));
    names.sort();
    names
}

/// The files that the rows of a site name: the fixture's own rows name files that nobody has, so they are given some.
pub async fn attachments_of(database: &TestDatabase) -> PathBuf {
    let folder = database.folder().join("store");
    fs::create_dir_all(&folder).expect("a folder");
    for (number, bytes) in ["a picture", "a document", "a drawing"].iter().enumerate() {
        let sha256 = hex::encode(Sha256::digest(bytes));
        fs::write(folder.join(&sha256), bytes).expect("written");
        if number == 0 {
            fs::write(folder.join(format!("{sha256}.thumbnail.jpg")), "small").expect("written");
        }
        let change = format!("UPDATE attachment SET sha256 = '{sha256}' WHERE id IN (SELECT id FROM attachment WHERE sha256 NOT IN ({}) LIMIT 2)", given());
        execute(&database.db, &change).await;
    }
    execute(&database.db, &format!("UPDATE attachment SET sha256 = '{}' WHERE sha256 NOT IN ({})", hex::encode(Sha256::digest("a drawing")), given())).await;
    fs::write(folder.join("0".repeat(64)), "named by no row").expect("written");
    folder
}

pub fn given() -> String {
    ["a picture", "a document", "a drawing"].map(|bytes| format!("'{}'", hex::encode(Sha256::digest(bytes)))).join(", ")
}

/// Makes hashes and manifest say what the files of a backup are now.
pub fn rehash(made: &Made) {
    let hash = |name: &str| hex::encode(Sha256::digest(fs::read(made.folder.join(name)).expect("read")));
    fs::write(made.folder.join("SHA256SUMS"), format!("{}  redline.db\n", hash("redline.db"))).expect("written");
    let manifest = Manifest { sums: hash("SHA256SUMS"), ..made.manifest.clone() };
    fs::write(made.folder.join("MANIFEST.json"), serde_json::to_vec(&manifest).expect("JSON")).expect("written");
}

/// How many rows an SQLite database has that is of any schema.
pub async fn rows(db: &Db) -> u64 {
    let ask = async |question: &str| db.read().query_all_raw(Statement::from_string(DbBackend::Sqlite, question)).await.expect("asked");
    let tables = ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'seaql_migrations'").await;
    let mut rows = 0;
    for table in tables {
        let table: String = table.try_get("", "name").expect("a name");
        let found: i64 = ask(&format!("SELECT count(*) AS rows FROM \"{table}\"")).await[0].try_get("", "rows").expect("a number");
        rows += u64::try_from(found).expect("a number");
    }
    rows
}
