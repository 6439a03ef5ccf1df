//! The pages, from within the program (网页): the console and the workbench.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    response::Response,
};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../console/dist"]
struct Console;

/// What a page may load: what comes from this server, and nothing else.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'";

/// Serves a page or one of its parts.
pub async fn serve(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "Pages are read by GET.\n");
    }
    let path = match uri.path().trim_matches('/') {
        "" => "index.html",
        "graphiql" => "graphiql/index.html",
        path => path,
    };
    let Some(file) = Console::get(path) else { return plain(StatusCode::NOT_FOUND, "There is no such page.\n") };
    let etag = format!("\"{}\"", file.metadata.sha256_hash().iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>());
    let known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag));
    let mut response = if known { Response::new(Body::empty()) } else { content(&method, file) };
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let set = response.headers_mut();
    // Parts have a hash of their content in their names; pages are asked for again each time.
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    set.insert(HeaderName::from_static("content-security-policy"), HeaderValue::from_static(POLICY));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        set.insert(header::ETAG, etag);
    }
    response
}

fn content(method: &Method, file: EmbeddedFile) -> Response {
    let mut mime = file.metadata.mimetype().to_owned();
    if mime.starts_with("text/") {
        mime.push_str("; charset=utf-8");
    }
    let mut response = Response::new(if method == Method::HEAD { Body::empty() } else { Body::from(file.data) });
    let fallback = HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_str(&mime).unwrap_or(fallback));
    response
}

fn plain(status: StatusCode, sentence: &'static str) -> Response {
    let mut response = Response::new(Body::from(sentence));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
