//! HTTP: the ways in.

mod asked;
pub mod assets;
pub mod attachments;
pub mod graphql;
pub mod health;
pub mod meant;
mod media;
pub mod order;
pub mod outfit;
pub mod peer;
pub mod session;
pub mod socket;

use std::sync::Arc;

use axum::{
    Router, middleware,
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use redline_ledger::ids::Ids;

use crate::{App, graphql as api, live::Live};

/// What the routes share.
#[derive(Clone)]
pub struct Shared {
    /// What every request needs.
    pub app: App,
    /// The schema.
    pub api: api::Api,
    /// What watchers hear.
    pub live: Arc<Live>,
    /// From where requests have their names.
    pub names: Arc<Ids>,
}

/// All routes.
pub fn router(app: App) -> Router {
    let live = Arc::new(Live::new(app.db.clone()));
    router_with(app, live)
}

/// All routes, with what watchers hear.
pub fn router_with(app: App, live: Arc<Live>) -> Router {
    let api = api::api(app.door.production);
    let shared = Arc::new(Shared { app, api, live, names: Arc::new(Ids::random()) });
    Router::new()
        .route("/graphql", post(graphql::answer).get(socket::connect).fallback(graphql::only_post))
        .route("/attachments", post(attachments::upload))
        .route("/attachments/{id}", get(attachments::original))
        .route("/attachments/{id}/thumbnail", get(attachments::thumbnail))
        .route("/livez", get(health::livez))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .fallback(get(assets::serve))
        .with_state(Arc::clone(&shared))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(graphql::panicked))
        .layer(middleware::from_fn_with_state(shared, outfit::put_on))
}
