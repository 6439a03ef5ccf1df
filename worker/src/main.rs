//! `redline-worker`: the worker as a program of its own, beside `redline-server`, on the same database.

use std::{path::PathBuf, sync::Arc};

use clap::Parser;
use redline_ledger::{
    db::{self, Use},
    settings, site,
};
use redline_worker::{
    engine::Engine,
    shell::{self, ShellSettings},
};
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The worker of Redline: it opens and closes windows, climbs the ladder, and sends the mail.
#[derive(Debug, Parser)]
#[command(name = "redline-worker", version)]
struct Arguments {
    /// The settings' file; without it `redline.toml` in the working folder, if it is there.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// A setting, e.g. `--set worker.interval_seconds=60`; may be given several times.
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = pair)]
    settings: Vec<(String, String)>,
    /// Do one cycle, deliver what waits, and end.
    #[arg(long)]
    once: bool,
    /// Take the clock for right although it is more than an hour behind the last cycle. For use once, after a wrong clock was set right.
    #[arg(long)]
    accept_clock: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    text.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.to_owned())).ok_or_else(|| "right would be NAME=VALUE".to_owned())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let settings = settings::load(settings::Sources::of_process(arguments.config, arguments.settings))?.settings;
    let log = tracing_subscriber::fmt().with_env_filter(EnvFilter::new(&settings.log.level)).with_writer(std::io::stderr);
    if settings.log.json {
        log.json().init();
    } else {
        log.init();
    }
    if db::is_unprotected(&settings.database.url) {
        tracing::warn!("what goes to the database is not protected: let database.url end with ?sslmode=verify-full");
    }
    let site::Opened { db, site, clock } = site::open_for(&settings, Use::Sweeps).await?;
    let engine = Arc::new(Engine::open(db, site, &settings, clock.now())?);
    if arguments.accept_clock {
        engine.accept_clock(clock.now()).await?;
    }
    if arguments.once {
        engine.compare_clocks(&*clock).await;
        let cycle = engine.cycle_by(&*clock).await?;
        let delivery = shell::drain(&engine, &clock).await?;
        println!("{}", serde_json::json!({ "cycle": cycle, "delivery": delivery }));
        engine.stop(clock.now()).await?;
        anyhow::ensure!(cycle.alarms.is_empty(), "{}", cycle.alarms.join("\n"));
        return Ok(());
    }
    shell::run(engine, clock, ShellSettings::new(&settings.worker), shell::until_told_to_end()).await
}
