//! The state of the system (系统状态) in the API.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Duration, Utc};
use redline_domain::Language;
use redline_ledger::system;

use crate::graphql::date::Date;

/// Whether the system works (系统状态).
#[derive(SimpleObject)]
pub struct SystemStatus {
    /// The moment at the site (当前时间).
    pub now: DateTime<Utc>,
    /// The day at the site (当前日期).
    pub today: Date,
    /// The zone in which all dates are meant (时区).
    pub timezone: String,
    /// The version of the program (版本).
    pub version: &'static str,
    /// Whether a worker is alive, without which nothing falls due and nothing is sent (后台是否在工作).
    pub healthy: bool,
    /// What only the safety office's officers see (详情).
    pub details: Option<SystemDetails>,
}

/// What waits, and who works on it (系统详情).
#[derive(SimpleObject)]
pub struct SystemDetails {
    /// The workers, those that started last first (后台程序).
    workers: Vec<Worker>,
    /// Notices that wait for their morning (待发送通知).
    pending_notices: u64,
    /// Mails that wait in the outbox or are on their way (待投递邮件).
    queued_mails: u64,
    /// Mails that were given up (投递失败邮件).
    failed_mails: u64,
    /// For how many seconds the oldest thing that is due has been waiting for a worker (最长等待秒数).
    oldest_due_seconds: Option<i64>,
    /// For how many seconds the oldest notice whose morning has come has been waiting (最长待汇总秒数).
    oldest_notice_seconds: Option<i64>,
    /// For how many seconds the oldest mail has been in the outbox (最长待投递秒数).
    oldest_mail_seconds: Option<i64>,
    /// Rows that were set aside, since nothing could be done with them (已搁置数据).
    set_aside: u64,
    /// What is wrong, the worst first (异常).
    findings: Vec<SystemFinding>,
    /// Years whose working days are not known: Monday to Friday are taken for them (未公布工作日的年份).
    unpublished_workday_years: Vec<i32>,
}

/// How badly something is wrong (级别).
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "system::Level")]
pub enum SystemLevel {
    /// Nothing is (正常).
    Well,
    /// Somebody should look at it soon (提醒).
    Warning,
    /// The system does not do its work, or will soon not (严重).
    Critical,
}

/// Something that is wrong with the system (异常).
#[derive(SimpleObject)]
pub struct SystemFinding {
    /// What kind of thing, stable (代码).
    code: &'static str,
    /// How badly (级别).
    level: SystemLevel,
    /// A sentence (说明).
    message: String,
    /// What a program said about it (详情).
    detail: Option<String>,
}

/// A worker as its beat shows it (后台程序).
#[derive(SimpleObject)]
pub struct Worker {
    /// Its name (名称).
    name: String,
    /// Its version (版本).
    version: String,
    /// How many seconds its cycles are meant to be apart (周期秒数).
    interval_seconds: i64,
    /// When it started (启动时间).
    started_at: DateTime<Utc>,
    /// When a cycle last ended well (最近完成时间).
    last_cycle_at: Option<DateTime<Utc>>,
    /// For how many seconds a cycle has been under way, if it takes longer than two intervals (本轮已进行秒数).
    cycle_seconds: Option<i64>,
    /// In which sweep it is, if a cycle is under way (当前步骤).
    sweep: Option<String>,
    /// What its last cycle raised an alarm about (报警).
    alarms: Vec<String>,
    /// When it was shut down in order (停止时间).
    stopped_at: Option<DateTime<Utc>>,
    /// Whether it lives (是否在工作).
    alive: bool,
}

impl SystemDetails {
    /// What is shown of the state of the system, in a language.
    pub fn of(status: system::SystemStatus, language: Language) -> Self {
        let findings = status.findings();
        let finding = |finding: &system::Finding| SystemFinding {
            code: finding.code,
            level: finding.level.into(),
            message: finding.sentence(language).to_owned(),
            detail: finding.detail.clone(),
        };
        let worker = |worker: system::Worker| Worker {
            name: worker.name,
            version: worker.version,
            interval_seconds: worker.interval.num_seconds(),
            started_at: worker.started_at,
            last_cycle_at: worker.last_cycle_ended_at,
            cycle_seconds: worker.cycle_runs_for.map(|runs_for| runs_for.num_seconds()),
            sweep: worker.sweep,
            alarms: worker.told.alarms,
            stopped_at: worker.stopped_at,
            alive: worker.alive,
        };
        let seconds = |waited: Option<Duration>| waited.map(|waited| waited.num_seconds());
        let waiting = &status.waiting;
        Self {
            pending_notices: waiting.pending_notices,
            queued_mails: waiting.queued_mails,
            failed_mails: waiting.failed_mails,
            oldest_due_seconds: seconds(waiting.oldest_due()),
            oldest_notice_seconds: seconds(waiting.oldest_notice),
            oldest_mail_seconds: seconds(waiting.oldest_mail),
            set_aside: waiting.set_aside,
            findings: findings.iter().map(finding).collect(),
            unpublished_workday_years: status.unpublished_workday_years,
            workers: status.workers.into_iter().map(worker).collect(),
        }
    }
}
