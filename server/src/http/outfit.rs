//! What every answer carries (响应头): an identifier by which its log lines are found, and what a browser may do with it.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use super::{Shared, peer};

/// The header of the identifier.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What a browser is told with every answer, unless the answer says otherwise.
const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    // Pages have a policy of their own; nothing else is one.
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
];

/// A site that is had by TLS is had so for a year to come.
const TLS_ONLY: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Names the request, for the log and for who asks, and tells the browser what it may do.
pub async fn put_on(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let door = &shared.app.door;
    let given = given(&parts.headers).filter(|_| peer::is_proxied(&parts, door));
    let id = given.unwrap_or_else(|| hex::encode(shared.names.bytes::<16>()));
    let span = tracing::info_span!("request", id, method = %parts.method, path = parts.uri.path());
    let mut response = next.run(Request::from_parts(parts, body)).instrument(span).await;
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID, id);
    }
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    if door.tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, TLS_ONLY);
    }
    response
}

/// The identifier that a proxy has given the request, if it is one that a log can take.
fn given(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let plain = !id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    plain.then(|| id.to_owned())
}
