//! One worker as a process of its own, at a moment that the caller names, so that its memory is its own and it can be killed.

use std::{sync::Arc, time::Instant};

use chrono::{DateTime, Utc};
use redline_domain::{WorkCalendar, Zone};
use redline_ledger::{Db, Site, ids::Ids, rulebook, settings::Settings};
use redline_worker::{
    engine::{CycleReport, Engine, EngineSettings},
    mail::{Memory, Sender, Transport},
};
use serde::{Deserialize, Serialize};

use crate::report;

/// What it is to do.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The database.
    #[arg(long)]
    pub database: String,
    /// The moment at which it believes to be.
    #[arg(long)]
    pub at: DateTime<Utc>,
    /// How many cycles it does; the last ones find nothing to do.
    #[arg(long, default_value_t = 1)]
    pub cycles: usize,
    /// How many rows it takes in one transaction; not given: as the settings say by default.
    #[arg(long)]
    pub batch: Option<u64>,
}

/// What it did.
#[derive(Debug, Serialize, Deserialize)]
pub struct Done {
    /// How long each cycle took, in seconds.
    pub seconds: Vec<f64>,
    /// How many windows it dealt with.
    pub windows: u64,
    /// How many notices it planned.
    pub notices: u64,
    /// How many mails it made.
    pub mails: u64,
    /// The most memory that it had, in bytes.
    pub memory: u64,
}

/// Does the cycles, and prints what came of them.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let engine = engine(&arguments.database, Transport::Memory(Memory::new()), arguments.batch, arguments.at).await?;
    let mut done = Done { seconds: Vec::new(), windows: 0, notices: 0, mails: 0, memory: 0 };
    for _ in 0..arguments.cycles {
        let start = Instant::now();
        let CycleReport { windows, digests, alarms, .. } = engine.cycle(arguments.at).await?;
        done.seconds.push(start.elapsed().as_secs_f64());
        anyhow::ensure!(alarms.is_empty(), "{}", alarms.join("\n"));
        done.windows += windows.done;
        done.notices += windows.notices;
        done.mails += digests.done;
    }
    done.memory = report::peak_memory()?;
    println!("{}", serde_json::to_string(&done)?);
    Ok(())
}

/// A worker on a database, with the settings as they are by default.
pub async fn engine(database: &str, transport: Transport, batch: Option<u64>, at: DateTime<Utc>) -> anyhow::Result<Engine> {
    let defaults = Settings::defaults();
    let db = Db::connect(database).await?;
    let active = rulebook::active(db.read()).await?.ok_or_else(|| anyhow::anyhow!("the database has no rulebook"))?;
    let site = Arc::new(Site {
        zone: Zone::default(),
        rulebook: active,
        workdays: WorkCalendar::builtin(),
        base_url: "http://redline.test".to_owned(),
        tips: defaults.tips,
        second_factor: defaults.sign_in.second_factor,
        ids: Ids::random(),
    });
    let settings = EngineSettings {
        batch: batch.unwrap_or(defaults.worker.batch),
        delivery_batch: defaults.worker.delivery_batch,
        interval_seconds: 30,
        name: format!("worker-{}", std::process::id()),
        signer: None,
    };
    Ok(Engine::new(db, site, transport, Sender::parse("Redline <redline@example.test>")?, settings, at))
}
