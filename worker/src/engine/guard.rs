//! The guard around each sweep: a time-out, and panics that stay where they are.

use std::{any::Any, future::Future, panic::AssertUnwindSafe, time::Duration};

use futures::FutureExt;
use redline_ledger::{Error, Result};

use super::SweepReport;

/// Runs a sweep. What goes wrong in it is an alarm of the report, and the cycle goes on.
///
/// # Errors
/// If the database is away: no other sweep would fare better.
pub(super) async fn sweep(name: &str, limit: Duration, sweep: impl Future<Output = Result<SweepReport>>, alarms: &mut Vec<String>) -> Result<SweepReport> {
    let alarm = match tokio::time::timeout(limit, unwinding(sweep)).await {
        Ok(Ok(report)) => return Ok(report),
        Ok(Err(error)) if error.is_away() => return Err(error),
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
        assert_eq!(sweep("first", Duration::from_secs(60), panics, &mut alarms).await.unwrap().done, 0);
        assert_eq!(sweep("second", Duration::from_secs(60), fails, &mut alarms).await.unwrap().done, 0);
        assert_eq!(sweep("third", Duration::from_secs(60), works, &mut alarms).await.unwrap().done, 1);
        assert_eq!(alarms, ["the sweep of first failed: inconsistent: panicked: at the disco", "the sweep of second failed: not found"]);
    }

    #[tokio::test]
    async fn a_sweep_that_never_ends_is_broken_off() {
        let mut alarms = Vec::new();
        sweep("slow", Duration::ZERO, futures::future::pending(), &mut alarms).await.unwrap();
        assert_eq!(alarms, ["the sweep of slow was broken off after 0 s"]);
    }

    #[tokio::test]
    async fn a_database_that_is_away_ends_the_cycle_and_is_no_fault_of_the_sweep() {
        let mut alarms = Vec::new();
        let away = async { Err(Error::Database(sea_orm::DbErr::ConnectionAcquire(sea_orm::error::ConnAcquireErr::Timeout))) };
        assert!(sweep("first", Duration::from_secs(60), away, &mut alarms).await.is_err());
        assert_eq!(alarms, [""; 0]);
    }
}
