//! Whether the system works (健康检查): one route for each who asks. None tells anything internal or personal.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use redline_domain::Language;
use redline_ledger::system::{self, Finding, Level, verdict};

use super::Shared;

/// For whoever restarts a process that hangs: the process answers.
pub async fn livez() -> &'static str {
    "ok\n"
}

/// For whoever sends requests to one of several servers: the database answers, its schema is this program's, the clocks are right, and a
/// worker lives.
pub async fn readyz(State(shared): State<Arc<Shared>>) -> (StatusCode, String) {
    answer("ready", &system::readiness(&shared.app.db, &*shared.app.clock).await)
}

/// For whoever is called when something is wrong: the whole installation, with its workers.
pub async fn healthz(State(shared): State<Arc<Shared>>) -> (StatusCode, String) {
    let app = &shared.app;
    answer("ok", &system::health(&app.db, &app.site, &*app.clock).await.0)
}

/// One line for each thing that is wrong. What is only worth a warning leaves the status at 200.
fn answer(well: &str, findings: &[Finding]) -> (StatusCode, String) {
    let level = verdict(findings);
    let mut text = match level {
        Level::Well => well.to_owned() + "\n",
        Level::Warning => well.to_owned() + ", with warnings\n",
        Level::Critical => String::new(),
    };
    for finding in findings {
        if finding.code == "DATABASE_AWAY" || finding.code == "SCHEMA" {
            tracing::error!(cause = finding.detail, "{}", finding.sentence(Language::En));
        }
        text += &format!("{} {}: {}\n", finding.level.code(), finding.code, finding.sentence(Language::En));
    }
    (if level == Level::Critical { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK }, text)
}
