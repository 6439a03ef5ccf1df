//! What is wrong with the system, and how badly (异常). The one place where that is decided.

use std::fmt::Display;

use chrono::{DateTime, Duration, Utc};
use redline_domain::{Language, chain::Unsealed, ids::Noun};

use super::{Waiting, Worker};
use crate::mail_halt::MailHalt;

/// How badly something is wrong (级别).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is.
    Well,
    /// Somebody should look at it soon.
    Warning,
    /// The system does not do its work, or will soon not: look at it now.
    Critical,
}

impl Level {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Well => "OK",
            Self::Warning => "WARNING",
            Self::Critical => "CRITICAL",
        }
    }

    /// Its name in Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Well => "正常",
            Self::Warning => "提醒",
            Self::Critical => "严重",
        }
    }
}

/// Something that is wrong (异常).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing, stable, for machines.
    pub code: &'static str,
    /// How badly.
    pub level: Level,
    /// A sentence without personal data or anything internal.
    zh: String,
    en: String,
    /// What a program said about it, for the operator only.
    pub detail: Option<String>,
}

/// The level of the worst.
pub fn verdict(findings: &[Finding]) -> Level {
    findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Well)
}

/// A clock that differs by more than this is told.
const SKEW: Duration = Duration::seconds(5);
/// A clock that differs by more than this from the database's is wrong, or the database's is.
pub const LARGEST_SKEW: Duration = Duration::seconds(60);

/// A clock that is further behind the last cycle than this is wrong: a worker that believed it would tell people of the past.
pub const LARGEST_STEP_BACK: Duration = Duration::hours(1);

/// A worker that fell silent is spoken of for so long while another one lives.
const MISSED: Duration = Duration::hours(1);

/// What waits longer than the first is told, and longer than the second is stuck.
const DUE: (Duration, Duration) = (Duration::minutes(10), Duration::hours(1));
const MAIL: (Duration, Duration) = (Duration::minutes(30), Duration::days(1));

impl Finding {
    /// Something that is wrong, in both languages.
    pub fn new(level: Level, code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, level, zh: zh.into(), en: en.into(), detail: None }
    }

    /// With what a program said about it.
    #[must_use]
    pub fn detailed(mut self, detail: impl Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// The sentence.
    pub fn sentence(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }

    /// The database does not answer.
    pub fn database_away(cause: &impl Display) -> Self {
        Self::new(Level::Critical, "DATABASE_AWAY", "数据库无响应。", "The database does not answer.").detailed(cause)
    }

    /// The schema is of another version.
    pub fn schema(cause: &impl Display) -> Self {
        Self::new(Level::Critical, "SCHEMA", "数据库结构与程序版本不符。", "The database has the schema of another version of the program.").detailed(cause)
    }
}

/// What the beats of the workers tell.
pub(super) fn of_workers(workers: &[Worker], halt: Option<&MailHalt>, now: DateTime<Utc>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lives = workers.iter().any(|worker| worker.alive);
    if !lives {
        findings.push(no_worker(workers, now));
    }
    for worker in workers.iter().filter(|worker| worker.stopped_at.is_none()) {
        let silent = now - worker.last_seen();
        // While none lives, the one that did so last is told of; of those before it nobody expects anything.
        let told_of = worker.alive || (lives && silent <= MISSED) || (!lives && latest(workers).is_some_and(|latest| latest.name == worker.name));
        if !told_of {
            continue;
        }
        if let Some(runs_for) = worker.cycle_runs_for {
            let ((zh, en), sweep) = (in_words(runs_for), worker.sweep.as_deref().unwrap_or_default());
            let zh = format!("后台 {} 的一轮处理已进行 {zh}，正在处理 {sweep}。", worker.name);
            let en = format!("A cycle of {} has been under way for {en}, in the sweep of {sweep}.", worker.name);
            findings.push(Finding::new(Level::Warning, "CYCLE_LONG", zh, en));
        } else if !worker.alive && lives {
            let (zh, en) = in_words(silent);
            let en = format!("{} has finished no cycle for {en}; another one works.", worker.name);
            findings.push(Finding::new(Level::Warning, "WORKER_SILENT", format!("后台 {} 已有 {zh} 未完成一轮处理，另有后台在工作。", worker.name), en));
        }
        findings.extend(of_told(worker, halt));
    }
    findings
}

fn latest(workers: &[Worker]) -> Option<&Worker> {
    workers.iter().filter(|worker| worker.stopped_at.is_none()).max_by_key(|worker| worker.last_seen())
}

fn no_worker(workers: &[Worker], now: DateTime<Utc>) -> Finding {
    let (zh, en) = match latest(workers) {
        Some(worker) => {
            let (zh, en) = in_words(now - worker.last_seen());
            (format!("后台已有 {zh} 未完成一轮处理。"), format!("no worker is alive: none has finished a cycle for {en}; see redline-worker"))
        }
        None => ("没有后台在运行。".to_owned(), "no worker is alive: start redline-worker".to_owned()),
    };
    Finding::new(Level::Critical, "NO_WORKER", format!("{zh}期限不会届满，通知不会发出。"), format!("Nothing falls due and nothing is sent, since {en}."))
}

/// What its last cycle told, but for the halt of the mail, which is told of by itself.
fn of_told(worker: &Worker, halt: Option<&MailHalt>) -> Vec<Finding> {
    let (name, told) = (&worker.name, &worker.told);
    let mut findings = Vec::new();
    let alarms: Vec<&str> = told.alarms.iter().map(String::as_str).filter(|alarm| halt.is_none_or(|halt| !alarm.contains(&halt.answer))).collect();
    if !alarms.is_empty() {
        let (zh, en) = (format!("后台 {name} 上一轮处理有 {} 项报警。", alarms.len()), format!("The last cycle of {name} raised {} alarms.", alarms.len()));
        findings.push(Finding::new(Level::Warning, "ALARMS", zh, en).detailed(alarms.join("; ")));
    }
    if let Some(cause) = &told.ping_failed {
        let en = "The address of worker.ping_url could not be asked for.";
        findings.push(Finding::new(Level::Warning, "PING_FAILED", "worker.ping_url 的地址无法访问。", en).detailed(cause));
    }
    findings.extend(of_clock(told.clock_ahead_ms.map(Duration::milliseconds), Some(name)));
    findings
}

/// That the mail server takes nothing from us.
pub(super) fn of_halt(halt: Option<&MailHalt>) -> Option<Finding> {
    let en = "The mail server takes nothing from us, so no mail goes out.";
    Some(Finding::new(Level::Critical, "MAIL_HALTED", "邮件服务器拒收，邮件已停发。", en).detailed(&halt?.answer))
}

/// Whether the clock of this machine is right: by the database's, and where that cannot be asked, by the last cycle of a worker, which
/// cannot be in the time to come. More than an hour behind it, no worker would believe this clock.
pub(super) fn of_clocks(ahead: Option<Duration>, last_cycle: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<Finding> {
    if ahead.is_some() {
        return of_clock(ahead, None);
    }
    let behind = last_cycle? - now;
    if behind <= SKEW {
        return None;
    }
    let level = if behind > LARGEST_STEP_BACK { Level::Critical } else { Level::Warning };
    let (zh, en) = in_words(behind);
    let zh = format!("本机的时钟比后台最近一轮处理的时间慢 {zh}，请校时。");
    Some(Finding::new(level, "CLOCK_SKEW", zh, format!("The clock of this machine is {en} behind the last cycle of a worker: set it right.")))
}

/// How far a machine's clock is from the database's: a worker's, or this one's.
fn of_clock(ahead: Option<Duration>, worker: Option<&str>) -> Option<Finding> {
    let ahead = ahead.filter(|ahead| ahead.abs() > SKEW)?;
    let level = if ahead.abs() > LARGEST_SKEW { Level::Critical } else { Level::Warning };
    let (zh, en) = in_words(ahead.abs());
    let (zh_way, en_way) = if ahead > Duration::zero() { ("快", "ahead of") } else { ("慢", "behind") };
    let (zh_whose, en_whose) =
        worker.map_or_else(|| ("本机".to_owned(), "this machine".to_owned()), |name| (format!("后台 {name} 所在机器"), format!("the machine of {name}")));
    let zh = format!("{zh_whose}的时钟比数据库{zh_way} {zh}，请校时。");
    Some(Finding::new(level, "CLOCK_SKEW", zh, format!("The clock of {en_whose} is {en} {en_way} the database's: set both right.")))
}

/// What waits for too long.
pub(super) fn of_waiting(waiting: &Waiting) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &(noun, waited) in &waiting.due {
        let (zh_noun, en_noun) = match noun {
            Noun::Hazard => ("隐患", "hazard"),
            Noun::Certificate => ("证书", "certificate"),
            _ => ("期次", "window"),
        };
        let sentences = |zh, en| (format!("最早到时的{zh_noun}已等待处理 {zh}。"), format!("The oldest {en_noun} that is due has been waiting for {en}."));
        findings.extend(late(waited, DUE, "DUE_WAITS", sentences));
    }
    if let Some(waited) = waiting.oldest_notice {
        let sentences = |zh, en| (format!("最早应发的通知已等待汇总 {zh}。"), format!("The oldest notice whose morning has come has been waiting for {en}."));
        findings.extend(late(waited, DUE, "NOTICES_WAIT", sentences));
    }
    if let Some(waited) = waiting.oldest_mail {
        let count = waiting.queued_mails;
        let sentences = |zh, en| (format!("有 {count} 封邮件待投递，最早的已等待 {zh}。"), format!("{count} mails wait, the oldest for {en}."));
        findings.extend(late(waited, MAIL, "MAILS_WAIT", sentences));
    }
    if waiting.failed_lately > 0 {
        let count = waiting.failed_lately;
        let zh = format!("一天内有 {count} 封邮件被退回，不再投递。");
        findings.push(Finding::new(Level::Warning, "MAILS_FAILED", zh, format!("{count} mails were given up within a day: their addresses take no mail.")));
    }
    if waiting.set_aside > 0 {
        let count = waiting.set_aside;
        let en = format!("{count} rows were set aside, since nothing could be done with them; the ledger says why (…_SET_ASIDE).");
        findings.push(Finding::new(Level::Warning, "SET_ASIDE", format!("有 {count} 条数据多次处理失败，已搁置，原因见留痕（…_SET_ASIDE）。"), en));
    }
    findings
}

fn late(waited: Duration, (told, stuck): (Duration, Duration), code: &'static str, say: impl Fn(String, String) -> (String, String)) -> Option<Finding> {
    if waited <= told {
        return None;
    }
    let level = if waited > stuck { Level::Critical } else { Level::Warning };
    let (zh, en) = in_words(waited);
    let (zh, en) = say(zh, en);
    Some(Finding::new(level, code, zh, en))
}

/// What the calendar lacks.
pub(super) fn of_calendar(unsealed: Option<&Unsealed>, unpublished: &[i32]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(Unsealed { last, .. }) = unsealed.filter(|unsealed| unsealed.stale) {
        let en = format!("The last checkpoint of the ledger is that of {last}, more than two days old.");
        findings.push(Finding::new(Level::Warning, "CHECKPOINT_OLD", format!("最近一次留痕封存为 {last}，已超过两天。"), en));
    }
    if !unpublished.is_empty() {
        let years = unpublished.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let en = format!("The working days of {years} are not known, so Monday to Friday are taken for them: set site.workdays.");
        findings.push(Finding::new(Level::Warning, "WORKDAYS_UNKNOWN", format!("{years} 年的工作日安排未知，暂按周一至周五计，请设置 site.workdays。"), en));
    }
    findings
}

/// A time as people say it.
fn in_words(time: Duration) -> (String, String) {
    let (seconds, minutes, hours, days) = (time.num_seconds(), time.num_minutes(), time.num_hours(), time.num_days());
    match () {
        () if days >= 2 => (format!("{days} 天"), format!("{days} days")),
        () if hours >= 2 => (format!("{hours} 小时"), format!("{hours} hours")),
        () if minutes >= 2 => (format!("{minutes} 分钟"), format!("{minutes} minutes")),
        () => (format!("{seconds} 秒"), format!("{seconds} seconds")),
    }
}
