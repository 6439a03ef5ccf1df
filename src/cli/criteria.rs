//! `redline criteria` (判定标准): the standards by which hazards are graded major.

use std::{fs, path::PathBuf, process::ExitCode, sync::Arc};

use anyhow::{Context as _, Result};
use clap::Subcommand;
use redline_domain::criteria::{self, Criterion};
use redline_ledger::{
    Context,
    criterion::{self, CriterionFilter, Imported},
    persist, site,
};

use super::{Common, block_on, table::table, tell};

#[derive(Subcommand)]
pub enum Command {
    /// Import a standard from a table: what is new is added, what is other is changed, the rest stays (导入)
    #[command(after_help = "\
The file is tab-separated text in UTF-8; its first line names the columns:
  standard_code  standard_title  document_number  effective_from  article  item  sector  text
and after them, if wanted:
  effective_to   the last day in force
  superseded_by  the code of the standard that takes its place
  note           to whom or when it applies (适用说明)

Imported again, the same file changes nothing. A criterion with the code of one in the program stands in its place.")]
    Import {
        /// The table
        file: PathBuf,
        /// Only tell what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// List the criteria of the site
    List {
        /// Words, each of which must be mentioned (文字)
        #[arg(long, value_name = "WORDS")]
        search: Option<String>,
    },
}

/// Does it.
pub fn run(common: &Common, command: &Command) -> Result<ExitCode> {
    match command {
        Command::Import { file, dry_run } => import(common, file, *dry_run),
        Command::List { search } => list(common, search.as_deref()),
    }
}

fn import(common: &Common, file: &PathBuf, dry_run: bool) -> Result<ExitCode> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let criteria = match criteria::parse(&text) {
        Ok(criteria) => criteria,
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("{}: {mistake}", file.display());
            }
            println!("{}; nothing was imported", if mistakes.len() == 1 { "1 mistake".to_owned() } else { format!("{} mistakes", mistakes.len()) });
            return Ok(ExitCode::FAILURE);
        }
    };
    let settings = common.load(&[])?.settings;
    block_on(async {
        let site::Opened { db, site, clock } = site::open(&settings).await?;
        let ctx = Context::operator(site, clock.now());
        let imported = persist(|| async {
            let txn = db.begin().await?;
            let imported = criterion::import(&txn, &ctx, &criteria).await?;
            if dry_run {
                txn.rollback().await?
            } else {
                txn.commit().await?
            }
            Ok::<_, redline_ledger::Error>(imported)
        });
        let imported = imported.await?;
        tell(&told(&imported, dry_run))?;
        db.close().await?;
        Ok(ExitCode::SUCCESS)
    })
}

fn told(imported: &Imported, dry_run: bool) -> String {
    let Imported { added, changed, unchanged } = imported;
    let lines = |what: &str, codes: &[String]| codes.iter().map(|code| format!("{what}  {code}\n")).collect::<String>();
    let end = if dry_run { " Nothing was written: this was a dry run." } else { "" };
    format!("{}{}{} added, {} changed, {} unchanged.{end}\n", lines("added  ", added), lines("changed", changed), added.len(), changed.len(), unchanged.len())
}

fn list(common: &Common, search: Option<&str>) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    block_on(async {
        let site::Opened { db, .. } = site::open(&settings).await?;
        let filter = CriterionFilter { text: search.map(str::to_owned), ..CriterionFilter::default() };
        let found = criterion::search(&criterion::catalogue(db.read()).await?, &filter);
        db.close().await?;
        let mut rows = vec![["CODE", "IN FORCE", "BRANCH", "TEXT"].map(str::to_owned).to_vec()];
        rows.extend(found.iter().map(line));
        tell(&format!("{}{} found.\n", table(&rows), found.len()))?;
        Ok(ExitCode::SUCCESS)
    })
}

fn line(criterion: &Arc<Criterion>) -> Vec<String> {
    let force = match (criterion.effective_to, &criterion.superseded_by) {
        (Some(to), _) => format!("{} – {to}", criterion.effective_from),
        (None, Some(by)) => format!("{}, until {by}", criterion.effective_from),
        (None, None) => format!("{} –", criterion.effective_from),
    };
    let note = criterion.note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
    vec![criterion.code(), force, criterion.sector_name.clone(), format!("{}{note}", criterion.text)]
}
