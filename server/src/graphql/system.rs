//! The state of the system (系统状态) in the API.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
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
    /// Years whose working days are not known: Monday to Friday are taken for them (未公布工作日的年份).
    unpublished_workday_years: Vec<i32>,
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
    /// When it was shut down in order (停止时间).
    stopped_at: Option<DateTime<Utc>>,
    /// Whether it lives (是否在工作).
    alive: bool,
}

impl From<system::SystemStatus> for SystemDetails {
    fn from(status: system::SystemStatus) -> Self {
        let worker = |worker: system::Worker| Worker {
            name: worker.name,
            version: worker.version,
            interval_seconds: worker.interval.num_seconds(),
            started_at: worker.started_at,
            last_cycle_at: worker.last_cycle_ended_at,
            stopped_at: worker.stopped_at,
            alive: worker.alive,
        };
        Self {
            workers: status.workers.into_iter().map(worker).collect(),
            pending_notices: status.pending_notices,
            queued_mails: status.queued_mails,
            failed_mails: status.failed_mails,
            oldest_due_seconds: status.oldest_due.map(|waited| waited.num_seconds()),
            unpublished_workday_years: status.unpublished_workday_years,
        }
    }
}
