//! The command line (命令行).

mod audit;
mod backup;
mod config;
mod criteria;
mod demo;
mod doctor;
mod init;
mod migrate;
mod replay;
mod rulebook;
mod table;
mod user;
mod windows;

use std::{
    future::Future,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail, ensure};
use clap::{Args, Parser, Subcommand};
use redline_ledger::{
    Db,
    settings::{self, Loaded, Settings, Sources},
};

const ABOUT: &str = "Redline 红线: the ledger and the clock of a township's campaign against major accident hazards (重大事故隐患专项排查整治).";

// Each paragraph is one line, which the terminal's width breaks.
const LONG_ABOUT: &str = "\
Redline 红线: the ledger and the clock of a township's campaign against major accident hazards (重大事故隐患专项排查整治).

Without a command it is a demonstration: an invented township with its offices, villages, regulators and sixty enterprises lives \
through the campaign from its first day to 2023-07-12, and then the server and the worker run in this one process. Open the address \
that it prints. Started again, it goes on with the same data; --fresh begins anew.

For work, `redline-server` (接口服务) and `redline-worker` (催办引擎) are programs of their own on one database; this command \
prepares it (migrate, user add), keeps it safe (backup, restore), checks a campaign before it takes effect (rulebook, windows, replay), proves that nothing of the \
ledger was changed (audit), and shows the settings.";

const AFTER_HELP: &str = "\
Examples:
  redline                                    the demonstration (演示) at http://127.0.0.1:8080/
  redline --fresh --now 2023-08-15           the same, from its beginning to another day
  redline rulebook check my-campaign.toml    every mistake (差错) in a rulebook (方案)
  redline windows < profiles.jsonl           what each of many organizations would owe (期次)
  redline replay --to 2023-12-31 --out year  a whole campaign as mails and events (推演)
  redline audit verify                       the ledger is as it was written, or where it is not (核验)
    redline doctor                             what is wrong with an installation, if anything (体检)
    redline migrate                            the database of a site of your own
    redline backup /mnt/backups --keep 30      all of it at one moment, while it runs (备份)";

#[derive(Parser)]
#[command(name = "redline", version, about = ABOUT, long_about = LONG_ABOUT, after_help = AFTER_HELP)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    demo: demo::Options,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command takes.
#[derive(Args, Clone)]
struct Common {
    /// The file of settings (配置文件); without it, redline.toml if it is there
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database (数据库): sqlite:// and a path, or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// Any setting (配置项), e.g. --set log.level=debug; `redline config show` lists them
    #[arg(long, global = true, value_name = "NAME=VALUE")]
    set: Vec<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Bring the database's schema up to date (升级数据库)
    Migrate(migrate::Options),
    /// Begin a new site: its county, its town and its safety office (建站)
    Init(init::Options),
    /// Run a campaign day by day under a simulated clock, mails and all (推演)
    Replay(replay::Options),
    /// Check and show a campaign's rulebook (方案)
    #[command(subcommand)]
    Rulebook(rulebook::Command),
    /// Compute the windows (期次) of organizations: profiles in, one JSON array a line out
    Windows(windows::Options),
    /// The criteria (判定标准) by which hazards are graded major: import a standard, list them
    #[command(subcommand)]
    Criteria(criteria::Command),
    /// People who may log in (用户)
    #[command(subcommand)]
    User(user::Command),
    /// Prove that the ledger is as it was written (核验)
    #[command(subcommand)]
    Audit(audit::Command),
    /// Whether the installation is well: workers, what waits, mail, clocks, disk (体检)
    Doctor(doctor::Options),
    /// Make a backup, while server and worker run (备份)
    #[command(after_help = backup::ABOUT)]
    Backup(backup::Options),
    /// Restore a backup into a new or empty database (恢复)
    #[command(after_help = backup::ABOUT_RESTORE)]
    Restore(backup::From),
    /// The settings (配置)
    #[command(subcommand)]
    Config(config::Command),
}

/// Does what the command line says.
pub fn run() -> Result<ExitCode> {
    let cli = Cli::parse();
    let Some(command) = cli.command else { return demo::run(&cli.common, &cli.demo) };
    if let Some(option) = cli.demo.given() {
        bail!("{option} belongs to the demonstration, which runs without a command; options of a command stand after its name");
    }
    match command {
        Command::Migrate(options) => migrate::run(&cli.common, &options),
        Command::Init(options) => init::run(&cli.common, options),
        Command::Replay(options) => replay::run(&cli.common, &options),
        Command::Rulebook(command) => rulebook::run(&command),
        Command::Windows(options) => windows::run(&options),
        Command::Criteria(command) => criteria::run(&cli.common, &command),
        Command::User(command) => user::run(&cli.common, command),
        Command::Audit(command) => Ok(audit::run(&cli.common, &command)),
        Command::Doctor(options) => Ok(doctor::run(&cli.common, &options)),
        Command::Backup(options) => backup::run(&cli.common, &options),
        Command::Restore(from) => backup::restore(&cli.common, &from),
        Command::Config(config::Command::Show) => config::show(&cli.common),
    }
}

impl Common {
    /// The settings, with those flags that a command has besides.
    fn load(&self, further: &[(&str, String)]) -> Result<Loaded> {
        let mut flags = Vec::new();
        for pair in &self.set {
            let (name, value) =
                pair.split_once('=').with_context(|| format!("--set {pair}: right would be a name, `=` and a value, such as --set log.level=debug"))?;
            flags.push((name.trim().to_owned(), value.to_owned()));
        }
        flags.extend(self.database.iter().map(|url| ("database.url".to_owned(), url.clone())));
        flags.extend(further.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        Ok(settings::load(Sources::of_process(self.config.clone(), flags))?)
    }
}

/// Opens the database; unlike for work, none is made where there is none.
async fn open_existing(settings: &Settings) -> Result<Db> {
    if let Some(file) = settings.database.url.strip_prefix("sqlite://") {
        ensure!(Path::new(file).is_file(), "there is no database {file}");
    }
    let db = Db::connect(&settings.database.url).await?;
    db.check_schema().await?;
    Ok(db)
}

/// Writes a text to the standard output. Who reads it may have seen enough of it, as with `| head`: that is no error.
fn tell(text: &str) -> Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("the standard output cannot be written to"),
    }
}

/// Runs a future to its end, on several threads.
fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("the threads cannot be started")?.block_on(future)
}
