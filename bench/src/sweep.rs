//! The sweep at scale (批量到期): windows that fall overdue in one morning, with all that is written and told of them.

use std::{process::Stdio, time::Instant};

use anyhow::Context;
use tokio::process::{Child, Command};

use crate::{
    database::Measured,
    floor,
    report::{head, median, row},
    township::{self, DueSet, Size},
    worker::Done,
};

/// What is measured.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// How many windows there are; several: one after the other.
    #[arg(long, value_delimiter = ',', default_value = "100000,1000000,10000000")]
    windows: Vec<u64>,
    /// How many people each enterprise has: 1 or 2.
    #[arg(long, default_value_t = 1)]
    people: u64,
    /// How many rows a worker takes in one transaction; not given: as the settings say by default.
    #[arg(long)]
    batch: Option<u64>,
    /// Where SQLite's file goes; not given: into a folder for temporary files.
    #[arg(long)]
    folder: Option<std::path::PathBuf>,
}

/// Measures one size after the other.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    head(&["windows", "due", "workers", "sweep s", "windows/s", "× floor", "digests s", "mails", "idle ms (at once, after autovacuum)", "memory MB"]);
    for &windows in &arguments.windows {
        for sets in township::plans(windows) {
            // A folder for each province, which goes with it.
            let folder = arguments.folder.as_ref().map_or_else(tempfile::tempdir, tempfile::tempdir_in)?;
            let at = Measured::new(folder.path(), &format!("bench_{windows}")).await?;
            let start = Instant::now();
            let windows = township::lay_out(&at, Size { windows, sets, people: arguments.people }).await?;
            eprintln!("{windows} windows laid out in {:.0} s", start.elapsed().as_secs_f64());
            let mut measure = Measure { at: &at, arguments: &arguments, windows, floor: f64::NAN };
            for set in *sets {
                match *set {
                    township::FLOOR => measure.floor().await?,
                    township::TWO_WORKERS => measure.two(set).await?,
                    _ => measure.one(set).await?,
                }
            }
            at.drop().await?;
        }
    }
    Ok(())
}

struct Measure<'a> {
    at: &'a Measured,
    arguments: &'a Arguments,
    windows: u64,
    /// The floor of one window.
    floor: f64,
}

impl Measure<'_> {
    /// The bare statements.
    async fn floor(&mut self) -> anyhow::Result<()> {
        for batch in [1_000, 5_000] {
            let set = &township::FLOOR;
            let seconds = floor::seconds(self.at, set, batch).await?;
            self.floor = seconds / set.count() as f64;
            row(&cells(self.windows, set.count(), &format!("bare statements, by {batch}"), seconds, 1.0, None));
            floor::undo(self.at, set).await?;
        }
        floor::done(self.at, &township::FLOOR).await
    }

    /// One worker does a set at midnight, makes the mails at eight, and then finds nothing to do.
    async fn one(&self, set: &DueSet) -> anyhow::Result<()> {
        let night = ended(self.worker(set, "16:00:05", 1)?).await?;
        let morning = ended(self.worker_next(set)?).await?;
        let idle = self.idle(set).await?;
        let settled = if self.at.is_postgres() {
            self.at.settle().await?;
            format!("{idle:.1}, {:.1}", self.idle(set).await?)
        } else {
            format!("{idle:.1}")
        };
        self.exactly_once(set).await?;
        let (seconds, digests) = (night.seconds[0], morning.seconds[0]);
        let rest = (digests, morning.mails, settled, night.memory.max(morning.memory));
        row(&cells(self.windows, set.count(), "1", seconds, seconds / (self.floor * set.count() as f64), Some(rest)));
        Ok(())
    }

    /// How long a cycle takes that finds nothing to do, in milliseconds: the one in the middle of fifty.
    async fn idle(&self, set: &DueSet) -> anyhow::Result<f64> {
        Ok(median(ended(self.worker_at(&format!("{}T00:00:02Z", next_day(set)), 51)?).await?.seconds) * 1_000.0)
    }

    /// Two workers share a set; one of them is killed in the middle.
    async fn two(&self, set: &DueSet) -> anyhow::Result<()> {
        let start = Instant::now();
        let mut killed = self.worker(set, "16:00:05", 1)?;
        let other = self.worker(set, "16:00:05", 1)?;
        tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
        killed.start_kill()?;
        killed.wait().await?;
        let mut memory = ended(other).await?.memory;
        // What the dead one had in hand was given back when its connection ended.
        loop {
            let rest = ended(self.worker(set, "16:00:06", 1)?).await?;
            memory = memory.max(rest.memory);
            if rest.windows == 0 {
                break;
            }
        }
        let seconds = start.elapsed().as_secs_f64();
        let morning = ended(self.worker_next(set)?).await?;
        self.exactly_once(set).await?;
        row(&cells(
            self.windows,
            set.count(),
            "2, one killed",
            seconds,
            seconds / (self.floor * set.count() as f64),
            Some((morning.seconds[0], morning.mails, String::new(), memory)),
        ));
        Ok(())
    }

    /// Whether each window of a set has one event, the notices that it should have, and is done.
    async fn exactly_once(&self, set: &DueSet) -> anyhow::Result<()> {
        let of_set = format!("SELECT id FROM \"window\" WHERE due_on = '{}' AND fulfilled_on IS NULL AND required = 1", set.due_on);
        let (due, people) = (set.count() as i64, self.arguments.people as i64);
        let counts = [
            ("windows marked overdue", format!("SELECT count(*) FROM \"window\" WHERE id IN ({of_set}) AND overdue_noted = (1 = 1) AND step_taken = 3"), due),
            ("events", format!("SELECT count(*) FROM ledger_event WHERE action = 'WINDOW_OVERDUE' AND subject_id IN ({of_set})"), due),
            (
                "windows with an event",
                format!("SELECT count(DISTINCT subject_id) FROM ledger_event WHERE action = 'WINDOW_OVERDUE' AND subject_id IN ({of_set})"),
                due,
            ),
            ("notices", format!("SELECT count(*) FROM notice WHERE step = 'OVERDUE+1' AND subject_id IN ({of_set})"), due * people),
            (
                "notices in mails",
                format!("SELECT count(*) FROM notice WHERE step = 'OVERDUE+1' AND state = 'GATHERED' AND subject_id IN ({of_set})"),
                due * people,
            ),
        ];
        for (what, sql, expected) in counts {
            let found = self.at.number(&sql).await?;
            anyhow::ensure!(found == expected, "{what}: {found} instead of {expected}");
        }
        // They leave in the course of the day: who still waits for one would get the next day's later.
        self.at.run("UPDATE mail SET state = 'SENT', sent_at = next_attempt_at WHERE state = 'QUEUED'").await?;
        Ok(())
    }

    fn worker(&self, set: &DueSet, time: &str, cycles: usize) -> anyhow::Result<Child> {
        self.worker_at(&format!("{}T{time}Z", set.due_on), cycles)
    }

    /// At eight in the morning in Shanghai, of the day after the due date.
    fn worker_next(&self, set: &DueSet) -> anyhow::Result<Child> {
        self.worker_at(&format!("{}T00:00:01Z", next_day(set)), 1)
    }

    fn worker_at(&self, moment: &str, cycles: usize) -> anyhow::Result<Child> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["worker", "--database", &self.at.url, "--at", moment, "--cycles", &cycles.to_string()]);
        if let Some(batch) = self.arguments.batch {
            command.args(["--batch", &batch.to_string()]);
        }
        Ok(command.stdout(Stdio::piped()).kill_on_drop(true).spawn()?)
    }
}

fn next_day(set: &DueSet) -> String {
    let due: chrono::NaiveDate = set.due_on.parse().unwrap_or_default();
    due.succ_opt().unwrap_or(due).to_string()
}

async fn ended(worker: Child) -> anyhow::Result<Done> {
    let output = worker.wait_with_output().await?;
    anyhow::ensure!(output.status.success(), "a worker failed");
    serde_json::from_slice(&output.stdout).context("what a worker said")
}

fn cells(windows: u64, due: u64, workers: &str, seconds: f64, ratio: f64, rest: Option<(f64, u64, String, u64)>) -> Vec<String> {
    let mut cells = vec![
        windows.to_string(),
        due.to_string(),
        workers.to_owned(),
        format!("{seconds:.2}"),
        format!("{:.0}", due as f64 / seconds),
        if ratio.is_nan() { String::new() } else { format!("{ratio:.1}") },
    ];
    match rest {
        Some((digests, mails, idle, memory)) => {
            cells.extend([format!("{digests:.2}"), mails.to_string(), idle, format!("{}", memory / 1_000_000)]);
        }
        None => cells.extend(["", "", "", ""].map(str::to_owned)),
    }
    cells
}
