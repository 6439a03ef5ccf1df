use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
};

use redline_ledger::{Db, site};

use super::{redline, text};

/// A demonstration that runs; it is ended when it is dropped.
struct Running {
    child: Child,
    address: String,
    said: String,
}

impl Running {
    /// Starts it on a free port and waits until it says that it is ready.
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_redline"))
            .args(["--listen", "127.0.0.1:0"])
            .args(arguments)
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut said = String::new();
        let mut lines = BufReader::new(child.stdout.take().expect("it speaks"));
        while !said.contains("Ctrl-C ends it") {
            assert!(lines.read_line(&mut said).expect("UTF-8") > 0, "it ended early: {said}");
        }
        let (_, rest) = said.split_once("http://").expect("an address");
        let address = rest.split('/').next().unwrap_or_default().to_owned();
        Self { child, address, said }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("it takes a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn mails(folder: &Path) -> usize {
    fs::read_dir(folder.join("var/mail"))
        .map_or(0, |entries| entries.filter_map(Result::ok).filter(|entry| entry.path().extension().is_some_and(|kind| kind == "eml")).count())
}

#[test]
fn a_demonstration_is_founded_keeps_its_data_when_started_again_and_begins_anew_when_told_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Running::start(folder.path(), &["--now", "2023-05-24"]);
    assert!(first.said.contains("it is 2023-05-24 08:0"), "{}", first.said);
    for login in ["office", "discipline", "village", "unit", "head", "officer", "employee"] {
        assert!(first.said.lines().any(|line| line.trim().starts_with(login)), "{}", first.said);
    }
    assert!(first.get("/livez").starts_with("HTTP/1.1 200"));
    drop(first);
    let sent = mails(folder.path());
    assert!(sent > 10, "{sent}");

    let again = Running::start(folder.path(), &[]);
    assert!(again.said.contains("it is 2023-05-24 08:"), "{}", again.said);
    drop(again);
    assert!(mails(folder.path()) >= sent);

    let refused = redline(folder.path(), &["--listen", "127.0.0.1:0", "--now", "2023-05-23"], "");
    assert_eq!(text(&refused.stderr), "redline: var/redline.db holds a demonstration already; --seed and --now need --fresh, which begins anew\n");

    fs::write(folder.path().join("var/mail/notes.txt"), "mine").expect("written");
    let fresh = Running::start(folder.path(), &["--fresh", "--now", "2023-05-22"]);
    assert!(fresh.said.contains("it is 2023-05-22 08:0"), "{}", fresh.said);
    assert!(folder.path().join("var/mail/notes.txt").exists(), "nothing but its own is removed");
}

#[test]
fn a_port_that_is_taken_is_named_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("it has one").to_string();
    let output = redline(folder.path(), &["--listen", &address], "");
    assert_eq!(output.status.code(), Some(1));
    let said = format!("redline: {address} is in use by another program; end it, or choose another port with --listen, such as --listen 127.0.0.1:8081\n");
    assert_eq!(text(&output.stderr), said);
    assert!(!folder.path().join("var").exists());
}

#[test]
fn a_folder_that_cannot_be_written_to_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("var"), "a file where the folder should be").expect("written");
    let output = redline(folder.path(), &["--listen", "127.0.0.1:0"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).starts_with("redline: var cannot be written to; make it writable, or name another file with --database"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn a_day_outside_the_action_is_refused_and_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline(folder.path(), &["--listen", "127.0.0.1:0", "--now", "2024-01-01"], "");
    assert_eq!(text(&output.stderr), "redline: --now 2024-01-01: right would be a day of the action, 2023-05-22 to 2023-12-31\n");
    assert!(!folder.path().join("var/redline.db").exists());
}

/// Does something to the demonstration's database.
fn with_database(folder: &Path, change: impl AsyncFnOnce(&sea_orm::DatabaseTransaction)) {
    let url = format!("sqlite://{}", folder.join("var/redline.db").display());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = Db::connect(&url).await.expect("it opens");
        db.migrate().await.expect("it is migrated");
        let txn = db.begin().await.expect("a transaction");
        change(&txn).await;
        txn.commit().await.expect("it is kept");
        db.close().await.expect("it closes");
    });
}

#[test]
fn a_township_that_was_not_finished_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    with_database(folder.path(), async |txn| site::set_fact(txn, "demo", "seeding").await.expect("it is written"));
    let output = redline(folder.path(), &["--listen", "127.0.0.1:0"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "redline: the demonstration in var/redline.db was begun and not finished; `redline --fresh` begins anew\n");
}

#[test]
fn an_older_and_a_newer_schema_are_each_told_in_a_sentence() {
    let older = after("DELETE FROM seaql_migrations WHERE version = (SELECT max(version) FROM seaql_migrations)");
    assert_eq!(older, "redline: var/redline.db has an older schema than this program: run `redline migrate` to bring it up to date\n");
    let newer = after("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_later', 0)");
    assert!(newer.starts_with("redline: the database was written by a newer version of Redline (m2999_later)"), "{newer}");
}

/// What it says on a database to which that was done.
fn after(statement: &str) -> String {
    use sea_orm::ConnectionTrait as _;
    let folder = tempfile::tempdir().expect("a folder");
    with_database(folder.path(), async |txn| {
        txn.execute_unprepared(statement).await.expect("it is done");
    });
    let output = redline(folder.path(), &["--listen", "127.0.0.1:0"], "");
    assert_eq!(output.status.code(), Some(1));
    text(&output.stderr).to_owned()
}
