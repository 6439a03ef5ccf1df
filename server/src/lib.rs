//! The server: HTTP, sessions and the GraphQL API (接口服务). It answers questions from the ledger and carries out what
//! people ask for; what happens by itself is the worker's.

pub mod cookie;
pub mod door;
pub mod graphql;
pub mod guard;
pub mod http;
pub mod live;
pub mod loaders;
mod serve;
pub mod store;

use std::{future::Future, io, sync::Arc};

use redline_domain::SharedClock;
use redline_ledger::{Db, Site};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use door::Door;
use live::Live;
use store::Store;

pub use serve::tls;

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
    /// What requests have to pass.
    pub door: Arc<Door>,
}

/// Answers requests until told to stop; those under way are finished first, and watchers are told to connect again.
///
/// # Errors
/// When the listener fails.
pub async fn serve(app: App, listener: TcpListener, shutdown: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    serve_by(app, listener, None, shutdown).await
}

/// The same, by TLS where there is what it needs.
///
/// # Errors
/// When the listener fails.
pub async fn serve_by(app: App, listener: TcpListener, tls: Option<TlsAcceptor>, shutdown: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    let live = Arc::new(Live::new(app.db.clone()));
    let routes = http::router_with(app, Arc::clone(&live));
    let ending = Arc::clone(&live);
    let shutdown = async move {
        shutdown.await;
        ending.end();
    };
    serve::serve(routes, listener, tls, shutdown).await?;
    live.left().await;
    Ok(())
}
