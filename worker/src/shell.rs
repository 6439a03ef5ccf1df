//! The shell: the one file that names apalis. It ticks the engine and the deliverer, catches their panics, starts them again
//! after a pause, and ends them in order.
//!
//! apalis has no storage of its own in our database: a job that it forgets is found again by the next tick, since the outbox
//! and `check_after` are the memory. The ticks are a plain stream and not apalis-cron, whose schedule ends for good when a tick
//! passes while nobody polls, or when the clock jumps.

use std::{convert::Infallible, future::Future, sync::Arc, time::Duration};

use anyhow::Context;
use apalis::prelude::{Monitor, WorkerBuilder, WorkerBuilderExt};
use futures::{StreamExt, stream, stream::BoxStream};
use redline_domain::SharedClock;

use crate::{deliver::DeliveryReport, engine::Engine, mail::Transport};

/// How the shell ticks.
#[derive(Clone, Copy, Debug)]
pub struct ShellSettings {
    /// From one cycle to the next.
    pub cycle_every: Duration,
    /// From one look into the outbox to the next.
    pub deliver_every: Duration,
}

impl ShellSettings {
    /// The settings of a worker.
    pub fn new(worker: &redline_ledger::settings::Worker) -> Self {
        let cycle_every = Duration::from_secs(worker.interval_seconds.max(1));
        Self { cycle_every, deliver_every: cycle_every.min(Duration::from_secs(1)) }
    }
}

/// A worker that fell is started again after this pause.
const PAUSE: Duration = Duration::from_secs(5);

/// What is under way at the end has this long: longer than a mail takes, so that none is handed over and then forgotten.
const FAREWELL: Duration = Duration::from_secs(22);

/// And this long the worker has to take its leave of mail server and database. Together they are less than 25 seconds.
const LAST_WORDS: Duration = Duration::from_secs(2);

const _: () = assert!(Transport::LONGEST_SEND.as_secs() < FAREWELL.as_secs());

/// A moment to work.
#[derive(Clone, Copy, Debug)]
struct Tick;

/// Ticks at once and then every so often; after a fall, the first tick comes after a pause.
fn ticks(every: Duration, restarts: usize) -> BoxStream<'static, Result<Tick, Infallible>> {
    let first = if restarts == 0 { Duration::ZERO } else { PAUSE };
    stream::unfold(first, move |wait| async move {
        tokio::time::sleep(wait).await;
        Some((Ok(Tick), every))
    })
    .boxed()
}

/// Runs the engine until `shutdown` comes, then ends what is under way, within 25 seconds.
///
/// # Errors
/// If the workers cannot be ended in order.
pub async fn run(engine: Arc<Engine>, clock: SharedClock, settings: ShellSettings, shutdown: impl Future<Output = ()> + Send) -> anyhow::Result<()> {
    let boot = engine.settings.name.clone();
    let (cycling, delivering) = (Arc::clone(&engine), Arc::clone(&engine));
    let (cycle_clock, delivery_clock) = (Arc::clone(&clock), Arc::clone(&clock));
    let (cycle_name, delivery_name) = (format!("{boot}-cycle"), format!("{boot}-deliver"));
    let monitor = Monitor::new()
        .register(move |restarts| {
            let (engine, clock) = (Arc::clone(&cycling), Arc::clone(&cycle_clock));
            WorkerBuilder::new(format!("{cycle_name}-{restarts}")).backend(ticks(settings.cycle_every, restarts)).concurrency(1).catch_panic().build(
                move |_: Tick| {
                    let (engine, clock) = (Arc::clone(&engine), Arc::clone(&clock));
                    async move { cycle(&engine, &clock).await }
                },
            )
        })
        .register(move |restarts| {
            let (engine, clock) = (Arc::clone(&delivering), Arc::clone(&delivery_clock));
            WorkerBuilder::new(format!("{delivery_name}-{restarts}")).backend(ticks(settings.deliver_every, restarts)).concurrency(1).catch_panic().build(
                move |_: Tick| {
                    let (engine, clock) = (Arc::clone(&engine), Arc::clone(&clock));
                    async move { deliver(&engine, &clock).await }
                },
            )
        })
        .should_restart(|worker, error| {
            tracing::error!(worker = worker.name(), %error, "a worker fell; it is started again");
            true
        })
        .with_terminator(async { tokio::time::sleep(FAREWELL).await });
    tracing::info!(worker = boot, every = ?settings.cycle_every, "the worker works");
    let signal = async {
        shutdown.await;
        engine.end();
        Ok(())
    };
    monitor.run_with_signal(signal).await.context("the worker could not be ended in order")?;
    match tokio::time::timeout(LAST_WORDS, engine.stop(clock.now())).await {
        Ok(stopped) => stopped?,
        Err(_) => tracing::warn!(worker = boot, "that the worker stops could not be written down in time"),
    }
    tracing::info!(worker = boot, "the worker has stopped");
    Ok(())
}

/// The result is always well: what went wrong stands in the log and in the beat, and the next tick tries again. apalis would
/// try a failed job again at once.
async fn cycle(engine: &Engine, clock: &SharedClock) -> Result<(), Infallible> {
    engine.compare_clocks(&**clock).await;
    // A cycle fails as a whole only where the database is away. It is back before the next tick, as a rule.
    while let Err(error) = engine.cycle_by(&**clock).await {
        tracing::error!(%error, "a cycle failed; it is tried again after {} s", PAUSE.as_secs());
        tokio::time::sleep(PAUSE).await;
        if engine.is_ending() {
            break;
        }
    }
    Ok(())
}

async fn deliver(engine: &Engine, clock: &SharedClock) -> Result<(), Infallible> {
    if let Err(error) = drain(engine, clock).await {
        tracing::error!(%error, "a delivery failed");
    }
    Ok(())
}

/// Delivers until nothing waits that may be tried now, or the end has come.
///
/// # Errors
/// If the database fails.
pub async fn drain(engine: &Engine, clock: &SharedClock) -> redline_ledger::Result<DeliveryReport> {
    let report = engine.deliver_all(|| clock.now()).await?;
    if report.claimed > 0 {
        tracing::info!(sent = report.sent, later = report.later, failed = report.failed, "delivered");
    }
    Ok(report)
}

/// Comes when the process is told to end: by SIGTERM or from the keyboard.
pub async fn until_told_to_end() {
    let keyboard = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => futures::future::pending().await,
            }
        };
        futures::pin_mut!(keyboard, terminate);
        futures::future::select(keyboard, terminate).await;
    }
    #[cfg(not(unix))]
    {
        let _ = keyboard.await;
    }
}
