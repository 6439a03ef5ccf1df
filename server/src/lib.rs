//! The server: HTTP, sessions and the GraphQL API (接口服务). It answers questions from the ledger and carries out what
//! people ask for; what happens by itself is the worker's.

pub mod graphql;
pub mod guard;
pub mod http;
pub mod live;
pub mod loaders;
pub mod store;

use std::{future::Future, io, net::SocketAddr, sync::Arc};

use redline_domain::SharedClock;
use redline_ledger::{Db, Site};
use tokio::net::TcpListener;

use live::Live;
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

/// Answers requests until told to stop; those under way are finished first, and watchers are told to connect again.
///
/// # Errors
/// When the listener fails.
pub async fn serve(app: App, listener: TcpListener, shutdown: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    let live = Arc::new(Live::new(app.db.clone()));
    let routes = http::router_with(app, Arc::clone(&live)).into_make_service_with_connect_info::<SocketAddr>();
    let ending = Arc::clone(&live);
    let shutdown = async move {
        shutdown.await;
        ending.end();
    };
    axum::serve(listener, routes).with_graceful_shutdown(shutdown).await?;
    live.left().await;
    Ok(())
}
