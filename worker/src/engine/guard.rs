//! The guard around each sweep: a time-out, and panics that stay where they are.

use std::{any::Any, future::Future, panic::AssertUnwindSafe, time::Duration};

use futures::FutureExt;
use redline_ledger::{Error, Passing, Result};

use super::SweepReport;

/// Runs a sweep. What goes wrong in it is an alarm of the report, and the cycle goes on, unless the database is away, as it then is for
/// all that follows.
pub(super) async fn sweep(name: &str, limit: Duration, sweep: impl Future<Output = Result<SweepReport>>, alarms: &mut Vec<String>) -> Result<SweepReport> {
    let alarm = match tokio::time::timeout(limit, unwinding(sweep)).await {
        Ok(Ok(report)) => return Ok(report),
        Ok(Err(error)) if error.passing() == Some(Passing::Away) => return Err(error),
        Ok(Err(error)) => format!("the sweep of {name} failed: {error}"),
        Err(_) => format!("the sweep of {name} was broken off after {} s", limit.as_secs()),
    };
    tracing::error!(sweep = name, "{alarm}");
    alarms.push(alarm);
    Ok(SweepReport::default())
}

/// Turns a panic into an error.
pub(super) async fn unwinding<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|panic| Err(Error::Inconsistent(format!("panicked: {}", said(&*panic)))))
}

/// Turns a panic of something that waits for nothing into an error.
pub(super) fn catching<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(Error::Inconsistent(format!("panicked: {}", said(&*panic)))))
}

fn said(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a word")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_sweep_that_panics_or_fails_is_an_alarm_and_the_next_one_runs() {
        let mut alarms = Vec::new();
        let panics = async { panic!("at the disco") };
        let fails = async { Err(Error::NotFound) };
        let works = async { Ok(SweepReport { done: 1, ..SweepReport::default() }) };
        assert_eq!(sweep("first", Duration::from_secs(60), panics, &mut alarms).await.expect("an alarm").done, 0);
        assert_eq!(sweep("second", Duration::from_secs(60), fails, &mut alarms).await.expect("an alarm").done, 0);
        assert_eq!(sweep("third", Duration::from_secs(60), works, &mut alarms).await.expect("a report").done, 1);
        assert_eq!(alarms, ["the sweep of first failed: inconsistent: panicked: at the disco", "the sweep of second failed: not found"]);
    }

    #[tokio::test]
    async fn where_the_database_is_away_the_cycle_ends_at_once_and_without_alarm() {
        let mut alarms = Vec::new();
        let away = async { Err(sea_orm::DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout).into()) };
        assert!(sweep("first", Duration::from_secs(60), away, &mut alarms).await.is_err());
        assert_eq!(alarms, [""; 0]);
    }

    #[tokio::test]
    async fn a_sweep_that_never_ends_is_broken_off() {
        let mut alarms = Vec::new();
        sweep("slow", Duration::ZERO, futures::future::pending(), &mut alarms).await.expect("an alarm");
        assert_eq!(alarms, ["the sweep of slow was broken off after 0 s"]);
    }
}
