//! `redline audit` (核验): whether the ledger is as it was written.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{BufReader, BufWriter, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail, ensure};
use clap::{Args, Subcommand};
use mail_parser::MessageParser;
use redline_domain::{
    Clock as _, Word as _, Zone,
    chain::{Unsealed, unsealed},
    clock::SystemClock,
    ids::{self, Noun},
};
use redline_ledger::{
    audit::{self, Finding, Report, Seal, Signer, Trust, key::is_public_key},
    person,
};

use super::{Common, block_on, open_existing, tell};

/// What is wrong is told up to here; the rest is counted.
const TOLD: usize = 50;

#[derive(Subcommand)]
pub enum Command {
    /// Walk all chains (哈希链) and name the first break of each
    #[command(after_help = "\
Without --export it reads the database. With --export it reads a file that `redline audit export` wrote, needs no database, and so \
works on any machine.

--checkpoint takes a mail about a daily checkpoint (留痕每日封存): the .eml file, or its text, or only its seal (封印). It proves that \
the ledger of that day was not changed since, even by somebody who holds both the database and the key.

It warns where yesterday or days before it are not sealed by any checkpoint yet; that is no break.

It ends with 0 if the ledger is intact, 1 if it is broken, 2 if it could not be verified.")]
    Verify(Verify),
    /// Write the whole ledger into a file that can be verified elsewhere (导出)
    Export {
        /// The file; it must not be there yet
        file: PathBuf,
    },
    /// Print the public key (公钥) with which the checkpoints' signatures are checked; the key is made if there is none
    Key,
}

#[derive(Args)]
pub struct Verify {
    /// Verify this export in place of the database
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    /// A mail about a checkpoint that was kept; may be given several times
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// A public key of the site, such as one that it had before; may be given several times
    #[arg(long, value_name = "HEX")]
    key: Vec<String>,
}

/// Does it. What keeps it from being done at all ends with 2, so that nobody takes it for a broken ledger.
pub fn run(common: &Common, command: &Command) -> ExitCode {
    let done = match command {
        Command::Verify(options) => verify(common, options),
        Command::Export { file } => export(common, file),
        Command::Key => key(common),
    };
    done.unwrap_or_else(|error| {
        eprintln!("redline: {error:#}");
        ExitCode::from(2)
    })
}

fn verify(common: &Common, options: &Verify) -> Result<ExitCode> {
    let mut trust = Trust { keys: options.key.iter().map(|key| key.trim().to_ascii_lowercase()).collect(), seals: Vec::new() };
    if let Some(key) = trust.keys.iter().find(|key| !is_public_key(key)) {
        bail!("--key {key}: right would be the 64 hexadecimal digits that `redline audit key` prints");
    }
    for file in &options.checkpoint {
        trust.seals.extend(seals(file)?);
    }
    let days: BTreeSet<_> = trust.seals.iter().map(|seal| seal.day).collect();
    let (report, known, zone) = match &options.export {
        Some(file) => {
            let known = !trust.keys.is_empty() || !days.is_empty();
            let from = BufReader::new(File::open(file).with_context(|| format!("{} cannot be opened", file.display()))?);
            (audit::verify_export(from, trust).with_context(|| file.display().to_string())?, known, Zone::default())
        }
        None => {
            let settings = common.load(&[])?.settings;
            trust.keys.extend(Signer::File(settings.audit.key_file.clone()).known_public_key()?);
            let known = !trust.keys.is_empty() || !days.is_empty();
            let report = block_on(async {
                let db = open_existing(&settings).await?;
                let snapshot = db.snapshot().await?;
                let mut report = audit::verify(&snapshot, trust).await?;
                report.findings.extend(person::at_odds(&snapshot).await?.into_iter().map(|person| Finding::Name { person }));
                snapshot.rollback().await?;
                db.close().await?;
                Ok(report)
            })?;
            (report, known, settings.site.timezone.parse().map(Zone).unwrap_or_default())
        }
    };
    print(&report, known)?;
    // An export can have no later checkpoint than when it was made.
    let today = zone.date(report.exported_at.unwrap_or_else(|| SystemClock.now()));
    if let Some(unsealed) = unsealed(&report.checkpoints, today) {
        warn(&unsealed)?;
    }
    if report.is_intact() && !days.is_empty() {
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        tell(&format!("It holds everything that was sealed on {}.\n", days.join(", ")))?;
    }
    Ok(if report.is_intact() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(report: &Report, known: bool) -> Result<()> {
    let Report { chains, events, signatures, checkpoints, .. } = report;
    let sealed = match (checkpoints.first(), checkpoints.last()) {
        (Some(first), Some(last)) => format!("{} checkpoints from {first} to {last}", checkpoints.len()),
        _ => "no checkpoint yet".to_owned(),
    };
    if report.is_intact() {
        tell(&format!("INTACT 完好: {chains} chains, {events} events, {signatures} signatures, {sealed}.\n"))?;
    } else {
        tell(&format!("BROKEN 断链: {chains} chains, {events} events, {signatures} signatures, {sealed}.\n"))?;
        for finding in report.findings.iter().take(TOLD) {
            tell(&format!("- {}\n", sentence(report, finding)))?;
        }
        if let Some(more) = report.findings.len().checked_sub(TOLD).filter(|more| *more > 0) {
            tell(&format!("- and {more} more\n"))?;
        }
    }
    if !known && !report.keys.is_empty() {
        let keys: Vec<&str> = report.keys.iter().map(String::as_str).collect();
        tell(&format!(
            "The checkpoints were checked with the key that stands beside them, {}: compare it with a mailed checkpoint, or give --checkpoint or --key.\n",
            keys.join(", ")
        ))?;
    }
    Ok(())
}

/// Says what no checkpoint seals yet: it can still be forged along with the heads.
fn warn(unsealed: &Unsealed) -> Result<()> {
    let Unsealed { last, from, until, stale } = unsealed;
    let (days_zh, days_en) = if from == until { (from.to_string(), from.to_string()) } else { (format!("{from} 至 {until}"), format!("{from} to {until}")) };
    tell(&format!("WARNING 提醒: {days_zh} 尚未封存，其间的留痕暂无签名可证。No checkpoint seals {days_en} yet.\n"))?;
    if *stale {
        tell(&format!(
            "WARNING 提醒: 最近一次封存为 {last}，已超过两天，请检查工作进程和密钥。\
             The last checkpoint is that of {last}, more than two days old: see whether a worker runs and can read the key.\n"
        ))?;
    }
    Ok(())
}

fn sentence(report: &Report, finding: &Finding) -> String {
    match finding {
        Finding::Chain(broken) => {
            let whose = if broken.chain.is_nil() {
                "the site's own chain 全站".to_owned()
            } else {
                let id = ids::encode(Noun::Organization, broken.chain);
                report.names.get(&broken.chain).map_or_else(|| id.clone(), |name| format!("{name} ({id})"))
            };
            let flaw = broken.flaw;
            let at = if broken.sequence == 0 { String::new() } else { format!(", event {}", broken.sequence) };
            format!("{whose}{at}: {} {} ({}): {}.", flaw.code(), flaw.zh(), flaw.en(), broken.sentence)
        }
        Finding::Unreadable { table } => format!("a row 一行 of the table {table}: nothing of it can be read any more, not even where it belongs."),
        Finding::Name { person } => {
            format!("{} 姓名: the name is not the one that was recorded, or it is gone and the ledger tells of no erasure.", ids::encode(Noun::Person, *person))
        }
        Finding::Checkpoint { day, sentence } => format!("the checkpoint 封存点 of {day}: {sentence}."),
        Finding::Export { line, sentence } => format!("line {line} of the export: {sentence}."),
    }
}

fn export(common: &Common, file: &Path) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    block_on(async {
        let db = open_existing(&settings).await?;
        let to = File::create_new(file).with_context(|| format!("{} cannot be made", file.display()))?;
        let mut to = BufWriter::new(to);
        let snapshot = db.snapshot().await?;
        let events = audit::export(&snapshot, &settings.server.base_url, SystemClock.now(), &mut to).await?;
        to.flush()?;
        snapshot.rollback().await?;
        db.close().await?;
        tell(&format!("{} holds {events} events. Anybody can verify it: redline audit verify --export {}\n", file.display(), file.display()))?;
        Ok(ExitCode::SUCCESS)
    })
}

fn key(common: &Common) -> Result<ExitCode> {
    let file = common.load(&[])?.settings.audit.key_file;
    tell(&format!("{}\n", Signer::File(file).key()?.public_key()))?;
    Ok(ExitCode::SUCCESS)
}

/// The seals in a file: a mail as it was sent, or a text.
fn seals(file: &Path) -> Result<Vec<Seal>> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut found = Seal::find_all(&String::from_utf8_lossy(&bytes));
    if found.is_empty()
        && let Some(mail) = MessageParser::default().parse(&bytes)
    {
        found = (0..mail.text_body_count()).filter_map(|at| mail.body_text(at)).flat_map(|text| Seal::find_all(&text)).collect();
    }
    ensure!(!found.is_empty(), "{} holds no seal (封印); right would be a mail about a daily checkpoint", file.display());
    Ok(found)
}
