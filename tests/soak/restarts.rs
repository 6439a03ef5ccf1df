//! R8: PostgreSQL is restarted under load. On SQLite there is nothing to restart.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use redline_domain::{Clock, Zone};
use redline_entity::{jurisdiction, worker_beat};
use redline_ledger::{Db, account};
use redline_test_database::TestDatabase;
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::json;

use crate::{
    books::{Books, all_told},
    client::{ANSWERED, PASSWORD, ask, free_port, login},
    program::{Program, finish, until},
    size::{seen, size},
    smtp::{MailServer, Script},
    town::Town,
    township::{TOWN, Township},
};

/// Server and worker are back so soon after the database is.
const RESUMED: Duration = Duration::from_secs(10);

/// A PostgreSQL server of this test's own; it ends when it is dropped.
struct Postgres {
    running: Child,
    url: String,
    restart: String,
}

impl Postgres {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../with-postgres");
        let tell = "echo \"$REDLINE_TEST_POSTGRES\"; echo \"$REDLINE_TEST_POSTGRES_RESTART\"; read -r _";
        // It goes on until nobody can say anything to it any more.
        let mut running = Command::new(script).args(["sh", "-c", tell]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("tests/with-postgres");
        let mut told = BufReader::new(running.stdout.take().expect("its output")).lines();
        let mut line = || told.next().expect("PostgreSQL").expect("read");
        Self { url: line(), restart: line(), running }
    }

    async fn restart(&self, mode: &str) {
        let mut restart = Command::new(&self.restart);
        restart.arg(mode);
        let restarted = tokio::task::spawn_blocking(move || restart.status()).await.expect("waited");
        assert!(restarted.expect("pg_ctl").success(), "PostgreSQL did not start again");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Nobody says anything to it any more.
        drop(self.running.stdin.take());
        drop(self.running.wait());
    }
}

/// What the clients saw.
#[derive(Default)]
struct Load {
    /// What was said to be written, and when that was said.
    written: Mutex<Vec<(Instant, String)>>,
    away: Mutex<usize>,
    slowest: Mutex<Duration>,
    over: AtomicBool,
}

/// Records village after village, until it is over.
async fn client(load: Arc<Load>, port: u16, token: String, number: usize) {
    for at in 0.. {
        if load.over.load(Ordering::Relaxed) {
            return;
        }
        let code = format!("c{number}-{at}");
        let query = format!(
            "mutation {{ createJurisdiction(input: {{ parentPath: \"{TOWN}\", name: \"{code}\", code: \"{code}\" }}) {{ jurisdiction {{ path }} userErrors {{ code }} }} }}"
        );
        let since = Instant::now();
        let (status, body) = tokio::time::timeout(ANSWERED, ask(port, &token, &query)).await.expect("no answer: it hangs").expect("the server is there");
        let took = since.elapsed();
        {
            let mut slowest = load.slowest.lock().expect("a time");
            *slowest = slowest.max(took);
        }
        if status == 503 {
            *load.away.lock().expect("a number") += 1;
            tokio::time::sleep(Duration::from_millis(50)).await;
        } else {
            let written = status == 200 && body.get("errors").is_none() && body["data"]["createJurisdiction"]["userErrors"] == json!([]);
            assert!(written, "neither written nor 503: {status} {body}");
            load.written.lock().expect("a list").push((Instant::now(), code));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn postgres_restarted_under_load_costs_answers_of_503_and_nothing_that_was_written() {
    let (restarts, windows) = size((2, 300), (10, 3_000));
    let postgres = Postgres::start();
    let mut town = Town::on(Township::on(TestDatabase::on(postgres.url.clone()).await, Zone::default()).await, 1).await;
    town.grow_to(windows).await;
    let undisturbed = Books::undisturbed(&town).await;
    let url = town.township.database.url().to_owned();
    let name = url.rsplit('/').next().expect("a database");
    // Here, unlike elsewhere, what is committed must reach the log.
    town.township.db.read().execute_unprepared(&format!("ALTER DATABASE {name} SET synchronous_commit = on")).await.expect("set");
    let clerk = town.township.safety_office.officer;
    let ctx = town.township.operator("2023-05-22");
    let hash = account::hash_password(PASSWORD).expect("a hash");
    town.township.change(async |tx| account::open(tx, &ctx, clerk, "clerk", hash).await).await.expect("an account");
    let mail = MailServer::start(Script { thinks: Duration::from_millis(300), ..Script::default() }).await;
    let clock = town.clock_shows(town.morning()).await;
    let port = free_port();
    let server = Program::server(&town, &format!("127.0.0.1:{port}"));
    let token = login(port, "clerk").await;
    let worker = Program::worker(&town, &mail, &[]);

    let load = Arc::new(Load::default());
    let clients: Vec<_> = (0..4).map(|number| tokio::spawn(client(Arc::clone(&load), port, token.clone(), number))).collect();
    let mut longest = [Duration::ZERO; 2];
    for restart in 0..restarts {
        tokio::time::sleep(Duration::from_secs(2)).await;
        postgres.restart(if restart % 2 == 0 { "fast" } else { "immediate" }).await;
        let (back, shown) = (Instant::now(), clock.now());
        until("the server writes again", RESUMED, async || load.written.lock().expect("a list").iter().any(|(at, _)| *at > back)).await;
        longest[0] = longest[0].max(back.elapsed());
        until("the worker works again", RESUMED, async || {
            // The test's own connections are as old as everybody's.
            let Ok(db) = Db::connect(&url).await else { return false };
            let beats = worker_beat::Entity::find().all(db.read()).await.unwrap_or_default();
            db.close().await.is_ok() && beats.iter().any(|beat| beat.cycle_ended_at.is_some_and(|at| at > shown))
        })
        .await;
        longest[1] = longest[1].max(back.elapsed());
    }
    load.over.store(true, Ordering::Relaxed);
    for client in clients {
        client.await.expect("no client met anything else");
    }
    assert!(server.end().await.0.success() && worker.end().await.0.success());

    town.township.db = Db::connect(&url).await.expect("the database");
    let there: Vec<String> = jurisdiction::Entity::find().all(town.township.db.read()).await.expect("places").into_iter().map(|row| row.name).collect();
    let written: Vec<String> = load.written.lock().expect("a list").iter().map(|(_, code)| code.clone()).collect();
    assert!(!written.is_empty() && written.iter().all(|code| there.contains(code)), "what was said to be written is not there");
    finish(&town, &mail, town.morning() + chrono::Duration::minutes(30), &[]).await;
    Books::of(&town).await.assert_same(&undisturbed);
    let twice = all_told(&town, &mail).await;
    assert!(twice <= restarts * 4, "{twice} mails came twice");
    assert!(town.is_whole().await, "the ledger is broken");
    let (away, slowest) = (*load.away.lock().expect("a number"), *load.slowest.lock().expect("a time"));
    let [server, worker] = longest;
    seen(
        "R8",
        format!(
            "{restarts} restarts: {} changes written and all there, {away} answers 503, the slowest answer {slowest:.1?}; the server was back after {server:.1?}, the worker after {worker:.1?}; {twice} mails twice",
            written.len()
        ),
    );
}
