//! `redline doctor` (体检): whether the installation is well, for its operator and for a monitor.

mod disk;

use std::{path::Path, process::ExitCode};

use anyhow::Result;
use clap::Args;
use redline_domain::{Language, ids::Noun};
use redline_ledger::{
    Db,
    db::{OpenError, Use, is_unprotected},
    ids::Ids,
    rulebook,
    settings::Settings,
    site,
    system::{self, Finding, Level, SystemStatus, verdict},
};
use serde_json::{Value, json};

use super::{Common, block_on, tell};

/// What `redline doctor` takes.
#[derive(Args)]
#[command(after_help = "\
It looks at the database, the workers (后台), what waits for them, the mail channel, the clocks and the disk, and changes nothing.

It ends as monitors expect it: with 0 if all is well, 1 with warnings (提醒), 2 if something is critical (严重), 3 if it could not be \
found out, such as for a mistake in the settings.")]
pub struct Options {
    /// As one JSON object, for machines
    #[arg(long)]
    json: bool,
}

/// Does it.
pub fn run(common: &Common, options: &Options) -> ExitCode {
    let examined = common.load(&[]).and_then(|loaded| block_on(examine(&loaded.settings)));
    let told = examined.and_then(|(findings, status)| {
        tell(&if options.json { format!("{:#}\n", as_json(&findings, status.as_ref())) } else { as_text(&findings, status.as_ref()) })?;
        Ok(verdict(&findings))
    });
    match told {
        Ok(Level::Well) => ExitCode::SUCCESS,
        Ok(Level::Warning) => ExitCode::from(1),
        Ok(Level::Critical) => ExitCode::from(2),
        Err(error) => {
            eprintln!("redline: {error:#}");
            ExitCode::from(3)
        }
    }
}

type Examined = (Vec<Finding>, Option<SystemStatus>);

async fn examine(settings: &Settings) -> Result<Examined> {
    let mut here = disk::findings(settings);
    if is_unprotected(&settings.database.url) {
        let en = "What goes to the database can be read and changed on its way: let database.url end with ?sslmode=verify-full.";
        here.push(Finding::new(Level::Warning, "DATABASE_UNPROTECTED", "与数据库的连接未加密校验，请在 database.url 末尾加 ?sslmode=verify-full。", en));
    }
    let (mut findings, status) = installation(settings).await?;
    findings.extend(here);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    Ok((findings, status))
}

/// Unlike for work, no database is made where there is none, and no campaign begun.
async fn installation(settings: &Settings) -> Result<Examined> {
    let alone = |finding: Finding| Ok((vec![finding], None));
    if settings.database.url.strip_prefix("sqlite://").is_some_and(|file| !Path::new(file).is_file()) {
        return alone(Finding::new(Level::Critical, "NO_DATABASE", "没有数据库，请先运行 redline migrate。", "There is no database: run redline migrate."));
    }
    let db = match Db::open(&settings.database, Use::Requests).await {
        Ok(db) => db,
        Err(error) => return alone(Finding::database_away(&error)),
    };
    match db.check_schema().await {
        Ok(()) => {}
        Err(error @ OpenError::Unreachable { .. }) => return alone(Finding::database_away(&error)),
        Err(error) => return alone(Finding::schema(&error)),
    }
    let Some(rulebook) = rulebook::active(db.read()).await? else {
        let en = "Neither redline-server nor redline-worker has run on this database yet.";
        return alone(Finding::new(Level::Critical, "NOT_BEGUN", "该数据库上尚未运行过 redline-server 或 redline-worker。", en));
    };
    let clock = site::clock(db.read()).await?;
    let site = site::shared(settings, rulebook, Ids::random())?;
    let examined = system::health(&db, &site, &*clock).await;
    // What does not answer is not closed either.
    let _ = db.close().await;
    Ok(examined)
}

fn as_text(findings: &[Finding], status: Option<&SystemStatus>) -> String {
    let level = verdict(findings);
    let mut text = match findings.len() {
        0 => format!("{} {}\n", level.code(), level.zh()),
        found => format!("{} {}: {found} 项异常, {found} found\n", level.code(), level.zh()),
    };
    for finding in findings {
        let (zh, en) = (finding.sentence(Language::Zh), finding.sentence(Language::En));
        text += &format!("- {} {} {}: {zh}{en}\n", finding.level.code(), finding.level.zh(), finding.code);
        for line in finding.detail.iter().flat_map(|detail| detail.lines()) {
            text += &format!("    {line}\n");
        }
    }
    if let Some(SystemStatus { workers, waiting, now, .. }) = status {
        let lives = workers.iter().filter(|worker| worker.alive).count();
        let last = workers.iter().filter_map(|worker| worker.last_cycle_ended_at).max();
        let ago = last.map_or_else(String::new, |last| format!(", last cycle 最近一轮 {} s ago", (*now - last).num_seconds()));
        text += &format!("workers 后台: {lives} alive{ago}\n");
        text += &format!(
            "notices 通知: {} pending; mails 邮件: {} queued, {} given up; rows set aside 搁置: {}\n",
            waiting.pending_notices, waiting.queued_mails, waiting.failed_mails, waiting.set_aside
        );
    }
    text
}

fn as_json(findings: &[Finding], status: Option<&SystemStatus>) -> Value {
    let finding = |finding: &Finding| {
        let (zh, en) = (finding.sentence(Language::Zh), finding.sentence(Language::En));
        json!({ "code": finding.code, "level": finding.level.code(), "zh": zh, "en": en, "detail": finding.detail })
    };
    let mut told = json!({ "level": verdict(findings).code(), "findings": findings.iter().map(finding).collect::<Vec<_>>() });
    if let Some(SystemStatus { now, workers, waiting, .. }) = status {
        let worker = |worker: &system::Worker| {
            json!({
                "name": worker.name, "version": worker.version, "alive": worker.alive, "startedAt": worker.started_at,
                "lastCycleAt": worker.last_cycle_ended_at, "stoppedAt": worker.stopped_at, "sweep": worker.sweep, "alarms": worker.told.alarms,
            })
        };
        let due = |noun: Noun| waiting.due.iter().find(|(due, _)| *due == noun).map(|(_, waited)| waited.num_seconds());
        told["now"] = json!(now);
        told["workers"] = workers.iter().map(worker).collect();
        told["waiting"] = json!({
            "dueWindowSeconds": due(Noun::Window), "dueHazardSeconds": due(Noun::Hazard), "dueCertificateSeconds": due(Noun::Certificate),
            "pendingNotices": waiting.pending_notices, "oldestNoticeSeconds": waiting.oldest_notice.map(|waited| waited.num_seconds()),
            "queuedMails": waiting.queued_mails, "oldestMailSeconds": waiting.oldest_mail.map(|waited| waited.num_seconds()),
            "failedMails": waiting.failed_mails, "setAside": waiting.set_aside,
        });
    }
    told
}
