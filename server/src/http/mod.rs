//! HTTP: the ways in.

pub mod assets;
pub mod attachments;
pub mod graphql;
pub mod health;
pub mod media;
pub mod order;
pub mod peer;
pub mod session;

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, set_header::SetResponseHeaderLayer};

use crate::{App, graphql as api};

/// What the routes share.
#[derive(Clone)]
pub struct Shared {
    /// What every request needs.
    pub app: App,
    /// The schema.
    pub api: api::Api,
}

/// All routes.
pub fn router(app: App) -> Router {
    let shared = Arc::new(Shared { app, api: api::api() });
    Router::new()
        .route("/graphql", post(graphql::answer).fallback(graphql::only_post))
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
