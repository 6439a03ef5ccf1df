//! Mail at speed (投递速度): how fast the mails of a morning leave over eight connections, beside the bare sending of the same mails, and
//! how soon a single mail leaves while nothing else is to be done. Of the mails of one morning each tells of one matter, of those of the
//! other one of five.

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use redline_domain::{Language, SharedClock, clock::SystemClock};
use redline_entity::{mail, mail_body};
use redline_ledger::settings::{Security, Settings, Smtp as SmtpSettings};
use redline_worker::{
    mail::{Message, Sender, Smtp, Transport},
    shell::{self, ShellSettings},
};
use sea_orm::{EntityTrait, IntoActiveModel, Set};
use uuid::Uuid;

use crate::{
    database::Measured,
    report::{head, row},
    sink::Sink,
    township::{self, DueSet, MORNINGS, Size},
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
    let sink = Sink::start().await?;
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
    let transport = Transport::Smtp(Smtp::new(&smtp)?);
    head(&[
        "mails",
        "matters in each",
        "kB on the wire",
        "connections",
        "rendered and queued /s",
        "delivered and written down /s",
        "bare sending /s",
        "delivered: times the bare sending",
        "all together /s",
    ]);
    for (matters, sets) in MORNINGS {
        morning(&sink, &transport, arguments.connections, matters, sets).await?;
    }
    println!();
    single(&sink, transport).await
}

/// A morning on which each mail tells of so many matters.
async fn morning(sink: &Sink, transport: &Transport, connections: u32, matters: u64, sets: &'static [DueSet]) -> anyhow::Result<()> {
    let (night, morning): (DateTime<Utc>, DateTime<Utc>) = ("2023-08-02T16:00:05Z".parse()?, "2023-08-03T00:00:01Z".parse()?);
    let folder = tempfile::tempdir()?;
    let at = Measured::new(folder.path(), "bench_mail").await?;
    township::lay_out(&at, Size { windows: 100_000, sets, people: 1 }).await?;
    let engine = worker::engine(&at.url, transport.clone(), None, night).await?;
    engine.cycle(night).await?;
    let start = Instant::now();
    engine.cycle(morning).await?;
    let rendered = start.elapsed().as_secs_f64();
    let start = Instant::now();
    // As a task, as in a worker.
    let report = tokio::spawn(async move { engine.drain(morning).await }).await??;
    let delivered = start.elapsed().as_secs_f64();
    let mails = sink.take().len();
    anyhow::ensure!(mails as u64 == report.sent, "{mails} mails arrived, {} were written down as sent", report.sent);
    let (floor, bytes) = floor(&at, transport, morning).await?;
    anyhow::ensure!(sink.take().len() == mails, "the bare sending sent others");
    let rate = |seconds: f64| format!("{:.0}", mails as f64 / seconds);
    row(&[
        mails.to_string(),
        matters.to_string(),
        format!("{:.1}", bytes as f64 / 1000.0 / mails as f64),
        connections.to_string(),
        rate(rendered),
        rate(delivered),
        rate(floor),
        format!("{:.2}", delivered / floor),
        rate(rendered + delivered),
    ]);
    at.drop().await
}

/// How long it takes to hand the same mails over and to write nothing down, in seconds: the least that any program has to do. And how many
/// bytes they are.
async fn floor(at: &Measured, transport: &Transport, now: DateTime<Utc>) -> anyhow::Result<(f64, usize)> {
    let from = Sender::parse("Redline <redline@example.test>")?;
    let (mails, bodies) = (mail::Entity::find().all(at.db.read()).await?, mail_body::Entity::find().all(at.db.read()).await?);
    let bodies: BTreeMap<Uuid, mail_body::Model> = bodies.into_iter().map(|body| (body.mail_id, body)).collect();
    let start = Instant::now();
    let sends = stream::iter(mails).map(|mail| {
        let body = bodies.get(&mail.id);
        let from = &from;
        async move {
            let message = Message::build(&mail, body.context("a mail without words")?, "", from)?;
            transport.send(&message, now).await?;
            anyhow::Ok(message.raw.len())
        }
    });
    let bytes = sends.buffer_unordered(transport.concurrency()).try_fold(0, |all, bytes| async move { Ok(all + bytes) }).await?;
    Ok((start.elapsed().as_secs_f64(), bytes))
}

/// How long single mails take from the outbox to the server, while nothing else is to be done.
async fn single(sink: &Sink, transport: Transport) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let at = Measured::new(folder.path(), "bench_mail").await?;
    township::lay_out(&at, Size { windows: 100_000, sets: MORNINGS[0].1, people: 1 }).await?;
    // The windows are of years ago.
    at.run("UPDATE \"window\" SET check_after = NULL").await?;
    let clock: SharedClock = Arc::new(SystemClock);
    let engine = worker::engine(&at.url, transport, None, clock.now()).await?;
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
        let mail = queued(number, clock.now());
        let body = mail_body::Model { mail_id: id_of(number), text: "测量".to_owned(), html: "<p>测量</p>".to_owned() };
        mail::Entity::insert(mail).exec_without_returning(&txn).await?;
        mail_body::Entity::insert(body.into_active_model()).exec_without_returning(&txn).await?;
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
    head(&["single mails", "median ms", "p99 ms", "longest ms"]);
    row(&[waits.len().to_string(), waits[waits.len() / 2].to_string(), waits[waits.len() * 99 / 100].to_string(), waits[waits.len() - 1].to_string()]);
    at.drop().await
}

fn id_of(number: usize) -> Uuid {
    Uuid::from_u128(0xbe4c_0000_0000 + number as u128)
}

/// A mail to the n-th enterprise's head.
fn queued(number: usize, now: DateTime<Utc>) -> mail::ActiveModel {
    mail::ActiveModel {
        id: Set(id_of(number)),
        person_id: Set(Uuid::from_u128(0x1e << 96 | 0x0000_7000_8000_u128 << 48 | number as u128)),
        address: Set(format!("e{number}@example.test")),
        template: Set("DIGEST".to_owned()),
        language: Set(Language::Zh),
        subject: Set("测量".to_owned()),
        message_id: Set(format!("<{number}@bench>")),
        created_at: Set(now),
        ..mail::new(now)
    }
}
