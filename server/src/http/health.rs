//! Whether the server works (健康检查).

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use redline_ledger::system;

use super::Shared;

/// The process is up.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers, and a worker is alive: without one nothing is sent and nothing falls due.
pub async fn readyz(State(shared): State<Arc<Shared>>) -> (StatusCode, &'static str) {
    let app = &shared.app;
    match system::status(app.db.read(), &app.site, app.clock.now()).await {
        Ok(status) if status.healthy => (StatusCode::OK, "ready\n"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "no worker is alive: start redline-worker\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
