//! HTTP: the ways in.

mod asked;
pub mod assets;
pub mod attachments;
pub mod graphql;
pub mod health;
pub mod media;
pub mod order;
pub mod peer;
pub mod session;
pub mod socket;

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, set_header::SetResponseHeaderLayer};

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
}

/// All routes.
pub fn router(app: App) -> Router {
    let live = Arc::new(Live::new(app.db.clone()));
    router_with(app, live)
}

/// All routes, with what watchers hear.
pub fn router_with(app: App, live: Arc<Live>) -> Router {
    let shared = Arc::new(Shared { app, api: api::api(), live });
    Router::new()
        .route("/graphql", post(graphql::answer).get(socket::connect).fallback(graphql::only_post))
        .route("/attachments", post(attachments::upload))
        .route("/attachments/{id}", get(attachments::original))
        .route("/attachments/{id}/thumbnail", get(attachments::thumbnail))
        .route("/livez", get(health::livez))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .fallback(get(assets::serve))
        .with_state(shared)
        .layer(SetResponseHeaderLayer::if_not_present(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .layer(SetResponseHeaderLayer::if_not_present(HeaderName::from_static("referrer-policy"), HeaderValue::from_static("same-origin")))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(graphql::panicked))
}
