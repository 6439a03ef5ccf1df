//! The server: HTTP, sessions and the GraphQL API (接口服务). It answers questions from the ledger and carries out what
//! people ask for; what happens by itself is the worker's.

pub mod graphql;
pub mod guard;
pub mod http;
pub mod loaders;
pub mod store;

use std::{future::Future, io, net::SocketAddr, sync::Arc};

use redline_domain::SharedClock;
use redline_ledger::{Db, Site};
use tokio::net::TcpListener;

use store::Store;

/// What every request needs.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The installation.
    pub site: Arc<Site>,
    /// The clock.
    pub clock: SharedClock,
    /// Where the bytes of attachments are.
    pub store: Store,
}

/// Answers requests until told to stop; those under way are finished first.
///
/// # Errors
/// When the listener fails.
pub async fn serve(app: App, listener: TcpListener, shutdown: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    axum::serve(listener, http::router(app).into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(shutdown).await
}
