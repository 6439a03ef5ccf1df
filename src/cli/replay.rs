//! `redline replay` (推演): a campaign in seconds.

use std::{
    fs::{self, File},
    io::BufWriter,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, Result, ensure};
use chrono::{Datelike as _, NaiveDate};
use clap::Args;
use redline_domain::{Rulebook, Word as _, Zone};
use redline_ledger::{
    Db,
    audit::Signer,
    ids::Ids,
    settings::{Settings, Transport},
    site::rulebook_text,
};

use super::{Common, table::table, tell};
use crate::replay::{self, Course, SEED};

#[derive(Args)]
#[command(after_help = "\
The invented township of the demonstration lives through the campaign in a database of its own; nothing of your site is touched and \
no mail leaves this machine. The same seed gives the same mails and events, byte for byte.

DIR gets mail/ (one .eml file for each mail), events.jsonl (everything that stands in the ledger) and redline.db (open it with \
redline-server --database sqlite://DIR/redline.db). Without --out there is only the summary.")]
pub struct Options {
    /// The name of a rulebook in the program, or a file
    #[arg(long, value_name = "NAME|FILE", default_value = "wushenzhao-2023")]
    rulebook: String,
    /// Chance begins with it
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
    /// The first day that is told; the days before it are lived through in silence
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
    /// The last day; without it, the last of the action
    #[arg(long, value_name = "YYYY-MM-DD")]
    to: Option<NaiveDate>,
    /// The folder for mails, events and database; it must be empty or new
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the campaign and tells each day.
pub fn run(common: &Common, options: &Options) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    let text = rulebook_text(&options.rulebook)?;
    let rulebook = Rulebook::parse(&options.rulebook, &text).map_err(|mistakes| anyhow::anyhow!("{mistakes:?}"))?;
    let from = options.from.unwrap_or(rulebook.begins_on);
    let to = options.to.unwrap_or(rulebook.ends_on);
    ensure!(
        rulebook.begins_on <= from && from <= to,
        "--from {from} --to {to}: right would be days from {} on, the first not after the last",
        rulebook.begins_on
    );

    let scratch;
    let folder: &Path = match &options.out {
        Some(folder) => {
            let empty = !folder.exists() || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
            ensure!(empty, "{} holds something already; name an empty folder or a new one", folder.display());
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
            folder
        }
        None => {
            scratch = tempfile::tempdir().context("no folder for the time being can be made")?;
            scratch.path()
        }
    };
    // One thread is enough for a simulated world, and it keeps the order of everything.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(replay(settings, &text, folder, options, from, to))?;
    if let Some(folder) = &options.out {
        tell(&format!("\n{} holds mail/, events.jsonl and redline.db.\n", folder.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn replay(mut settings: Settings, text: &str, folder: &Path, options: &Options, from: NaiveDate, to: NaiveDate) -> Result<()> {
    settings.database.url = format!("sqlite://{}", folder.join("redline.db").display());
    settings.mail.transport = Transport::Folder;
    settings.mail.folder = folder.join("mail");
    let db = Db::connect(&settings.database.url).await?;
    db.migrate().await?;
    let ids = Ids::seeded(options.seed);
    let zone = settings.site.timezone.parse().map(Zone).unwrap_or_default();
    let rulebook = replay::activate(&db, &ids, zone, text).await?;
    let site = replay::shared(&settings, rulebook, ids)?;

    tell(&format!("{} · seed {}\n", site.rulebook.title.zh, options.seed))?;
    tell("DAY             DEEDS  WINDOWS  HAZARDS  NOTICES  MAILS\n")?;
    let mut total = replay::Day::default();
    let course = Course { settings: &settings, seed: options.seed, to, signer: Signer::Simulated(options.seed), until_morning: false };
    replay::run(&db, &site, &course, |day| {
        if day.day >= from {
            tell(&format!("{} {:3}  {:5}  {:7}  {:7}  {:7}  {:5}\n", day.day, day.day.weekday(), day.deeds, day.windows, day.hazards, day.notices, day.mails))?;
            total.deeds += day.deeds;
            total.windows += day.windows;
            total.hazards += day.hazards;
            total.notices += day.notices;
            total.mails += day.mails;
        }
        Ok(())
    })
    .await?;
    tell(&format!("{:14}  {:5}  {:7}  {:7}  {:7}  {:5}\n", "together", total.deeds, total.windows, total.hazards, total.notices, total.mails))?;
    tell(&format!("\nWindows (期次) at the end of {to}:\n"))?;
    let standing = replay::standing(&db, &site, to).await?;
    let counted = standing.iter().filter(|(_, count)| *count > 0);
    tell(&table(&counted.map(|(status, count)| vec![format!("  {}", status.zh()), status.en().to_owned(), count.to_string()]).collect::<Vec<_>>()))?;
    if options.out.is_some() {
        let file = folder.join("events.jsonl");
        let to = BufWriter::new(File::create(&file).with_context(|| file.display().to_string())?);
        replay::write_events(&db, zone.start_of(from), to).await?;
    }
    db.close().await?;
    Ok(())
}
