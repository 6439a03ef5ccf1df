//! The server: HTTP, sessions and the GraphQL API (接口服务). It answers questions from the ledger and carries out what
//! people ask for; what happens by itself is the worker's.

pub mod graphql;
pub mod guard;
pub mod http;
pub mod loaders;

use std::{future::Future, io, sync::Arc};

use redline_domain::SharedClock;
use redline_ledger::{Db, Site};
use tokio::net::TcpListener;

/// What every request needs.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The installation.
    pub site: Arc<Site>,
    /// The clock.
    pub clock: SharedClock,
}

/// Answers requests until told to stop; those under way are finished first.
///
/// # Errors
/// When the listener fails.
pub async fn serve(app: App, listener: TcpListener, shutdown: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    axum::serve(listener, http::router(app)).with_graceful_shutdown(shutdown).await
}
