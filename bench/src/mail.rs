//! Mail at speed (投递速度): how fast the digests of a morning leave over eight connections, beside the bare sending of the same mails, and
//! how soon a single mail leaves while nothing else is to be done.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use redline_domain::{Language, SharedClock, clock::SystemClock};
use redline_entity::mail;
use redline_ledger::settings::{Security, Settings, Smtp as SmtpSettings};
use redline_worker::{
    mail::{Message, Sender, Smtp, Transport},
    shell::{self, ShellSettings},
};
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

use crate::{
    database::Measured,
    report::{head, row},
    sink::Sink,
    township::{self, Size},
    worker,
};

/// How many single mails are timed.
const SINGLE: usize = 200;

/// What is measured.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// How many connections to the mail server there are.
    #[arg(long, default_value_t = 8)]
    connections: u32,
}

/// Measures both.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let sink = Sink::start().await?;
    let at = Measured::new(folder.path(), "bench_mail").await?;
    township::lay_out(&at, Size { windows: 100_000, sets: township::plans(100_000)[1], people: 1 }).await?;
    let smtp = SmtpSettings {
        host: Some("127.0.0.1".to_owned()),
        port: sink.port,
        security: Security::None,
        username: None,
        password: None,
        root_certificate: None,
        timeout_seconds: 15,
        connections: arguments.connections,
    };
    let (night, morning): (DateTime<Utc>, DateTime<Utc>) = ("2023-08-02T16:00:05Z".parse()?, "2023-08-03T00:00:01Z".parse()?);
    let transport = Transport::Smtp(Smtp::new(&smtp)?);
    let engine = worker::engine(&at.url, transport.clone(), None, night).await?;
    engine.cycle(night).await?;
    let start = Instant::now();
    engine.cycle(morning).await?;
    let rendered = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let report = engine.drain(morning).await?;
    let delivered = start.elapsed().as_secs_f64();
    let mails = sink.take().len();
    anyhow::ensure!(mails as u64 == report.sent, "{mails} mails arrived, {} were written down as sent", report.sent);
    let floor = floor(&at, &transport, morning).await?;
    anyhow::ensure!(sink.take().len() == mails, "the bare sending sent others");
    head(&[
        "mails",
        "connections",
        "rendered and queued /s",
        "delivered and written down /s",
        "bare sending /s",
        "delivered: times the bare sending",
        "all together /s",
    ]);
    let rate = |seconds: f64| format!("{:.0}", mails as f64 / seconds);
    row(&[
        mails.to_string(),
        arguments.connections.to_string(),
        rate(rendered),
        rate(delivered),
        rate(floor),
        format!("{:.2}", delivered / floor),
        rate(rendered + delivered),
    ]);
    let waits = single(&at, engine, &sink).await?;
    println!();
    head(&["single mails", "median ms", "p99 ms", "longest ms"]);
    row(&[waits.len().to_string(), waits[waits.len() / 2].to_string(), waits[waits.len() * 99 / 100].to_string(), waits[waits.len() - 1].to_string()]);
    at.drop().await
}

/// How long it takes to hand the same mails over and to write nothing down, in seconds: the least that any program has to do.
async fn floor(at: &Measured, transport: &Transport, now: DateTime<Utc>) -> anyhow::Result<f64> {
    let from = Sender::parse("Redline <redline@example.test>")?;
    let mails = mail::Entity::find().all(at.db.read()).await?;
    let start = Instant::now();
    let sends = stream::iter(mails).map(|mail| {
        let from = &from;
        async move { anyhow::Ok(transport.send(&Message::build(&mail, "", from)?, now).await?) }
    });
    sends.buffer_unordered(transport.concurrency()).try_for_each(|_| async { Ok(()) }).await?;
    Ok(start.elapsed().as_secs_f64())
}

/// How long single mails took from the outbox to the server, in milliseconds, the shortest first.
async fn single(at: &Measured, engine: redline_worker::engine::Engine, sink: &Sink) -> anyhow::Result<Vec<u128>> {
    // Nothing else is to be done: the windows are of years ago.
    at.run("UPDATE \"window\" SET check_after = NULL").await?;
    let clock: SharedClock = Arc::new(SystemClock);
    let (end, ended) = tokio::sync::oneshot::channel::<()>();
    let settings = ShellSettings::new(&Settings::defaults().worker);
    let worker = tokio::spawn(shell::run(Arc::new(engine), Arc::clone(&clock), settings, async move { drop(ended.await) }));
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut begun = Vec::new();
    for number in 0..SINGLE {
        // Not in step with the worker's looks into the outbox.
        tokio::time::sleep(Duration::from_millis(100 + (number as u64 * 37) % 100)).await;
        begun.push(Instant::now());
        let txn = at.db.begin().await?;
        mail::Entity::insert(queued(number, clock.now())).exec_without_returning(&txn).await?;
        txn.commit().await?;
    }
    tokio::time::sleep(Duration::from_secs(5)).await;
    end.send(()).unwrap_or_default();
    worker.await??;
    let taken = sink.take();
    anyhow::ensure!(taken.len() == SINGLE, "{} of {SINGLE} arrived", taken.len());
    let mut waits = Vec::new();
    for (to, when) in taken {
        let number: usize = to.trim_start_matches('e').split('@').next().unwrap_or_default().parse()?;
        waits.push(when.duration_since(begun[number]).as_millis());
    }
    waits.sort_unstable();
    Ok(waits)
}

/// A mail to the n-th enterprise's head.
fn queued(number: usize, now: DateTime<Utc>) -> mail::ActiveModel {
    mail::ActiveModel {
        id: Set(Uuid::from_u128(0xbe4c_0000_0000 + number as u128)),
        person_id: Set(Uuid::from_u128(0x1e << 96 | 0x0000_7000_8000_u128 << 48 | number as u128)),
        address: Set(format!("e{number}@example.test")),
        template: Set("DIGEST".to_owned()),
        language: Set(Language::Zh),
        subject: Set("测量".to_owned()),
        text: Set("测量".to_owned()),
        html: Set("<p>测量</p>".to_owned()),
        message_id: Set(format!("<{number}@bench>")),
        created_at: Set(now),
        ..mail::new(now)
    }
}
