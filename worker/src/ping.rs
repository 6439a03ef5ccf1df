//! The dead-man's switch (失联报警): a service that raises an alarm when it is not asked any more is asked after each good cycle.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::task::JoinHandle;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks for an address, beside the cycles: none waits for an answer.
pub(crate) struct Ping {
    client: reqwest::Client,
    url: String,
    failed: Arc<Mutex<Option<String>>>,
    under_way: Mutex<Option<JoinHandle<()>>>,
}

impl Ping {
    pub(crate) fn new(url: &str) -> anyhow::Result<Self> {
        // The client takes the process's TLS library; one that is there already stays.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().timeout(PATIENCE).build()?;
        Ok(Self { client, url: url.to_owned(), failed: Arc::default(), under_way: Mutex::default() })
    }

    /// Asks, unless an answer to the last time is still waited for.
    pub(crate) fn send(&self) {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if under_way.as_ref().is_some_and(|asking| !asking.is_finished()) {
            return;
        }
        let (request, failed) = (self.client.get(&self.url), Arc::clone(&self.failed));
        *under_way = Some(tokio::spawn(async move {
            // The address is a secret: whoever knows it can keep the alarm silent.
            let answer = request.send().await.and_then(reqwest::Response::error_for_status).map_err(reqwest::Error::without_url);
            let cause = answer.err().map(|error| if error.is_timeout() { format!("no answer within {} s", PATIENCE.as_secs()) } else { error.to_string() });
            let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(cause) = cause.as_ref().filter(|_| failed.is_none()) {
                tracing::warn!(cause, "the address of worker.ping_url could not be asked for");
            }
            *failed = cause;
        }));
    }

    /// Why it could not be asked for the last time, if so.
    pub(crate) fn failed(&self) -> Option<String> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits for what is under way, which is not long.
    pub(crate) async fn close(&self) {
        let under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(asking) = under_way {
            // It cannot fail but by a panic, which has been told of.
            let _ = asking.await;
        }
    }
}
