//! `POST /graphql`: one request, one answer (GraphQL 请求).

use std::{any::Any, sync::Arc};

use async_graphql::parser::types::OperationType;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};

use super::{
    Shared,
    asked::{self, Asked, TIME_OUT, carried_out, code_of, too_long},
    media::{Media, is_json},
    order::Asks,
    peer, session,
};
use crate::{
    door::Guest,
    graphql::{
        ask::Asker,
        error::{TOO_MANY_REQUESTS, retry_after},
    },
    guard,
};

/// Why a request is not carried out: a status, a code and a sentence.
struct Turned(StatusCode, &'static str, String);

/// Answers a request.
pub async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(media) = Media::accepted(&parts.headers) else {
        return turned(
            Media::Json,
            &Turned(
                StatusCode::NOT_ACCEPTABLE,
                "NOT_ACCEPTABLE",
                "Answers are application/graphql-response+json or application/json; accept one of them.".to_owned(),
            ),
        );
    };
    if !is_json(&parts.headers) {
        return turned(
            media,
            &Turned(StatusCode::UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "Send the request as content-type application/json.".to_owned()),
        );
    }
    let asked = match tokio::time::timeout(TIME_OUT, read(body)).await {
        Ok(Ok(asked)) => asked,
        Ok(Err(why)) => return turned(media, &why),
        Err(_) => {
            let sentence = format!("The request did not arrive within {} seconds.", TIME_OUT.as_secs());
            let mut response = turned(media, &Turned(StatusCode::REQUEST_TIMEOUT, "REQUEST_TIMEOUT", sentence));
            // What is still to come of it is not waited for.
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            return response;
        }
    };
    let language = session::language(&parts.headers);
    match tokio::time::timeout(TIME_OUT, carry_out(&shared, &parts, media, asked)).await {
        Ok(response) => response,
        Err(_) => turned(media, &Turned(StatusCode::GATEWAY_TIMEOUT, "TIMEOUT", too_long().message(language).to_owned())),
    }
}

/// Finds out who asks, and answers.
async fn carry_out(shared: &Shared, parts: &Parts, media: Media, asked: Asked) -> Response {
    let asker = match session::asker(&shared.app, &parts.headers).await {
        Ok(asker) => Asker { address: peer::address(parts, &shared.app.door), ..asker },
        Err(fault) => {
            let status = match fault.code() {
                "UNAUTHENTICATED" => StatusCode::UNAUTHORIZED,
                code if retry_after(code).is_some() => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            let language = session::language(&parts.headers);
            let mut response = turned(media, &Turned(status, fault.code(), fault.refusal().message(language).to_owned()));
            if status == StatusCode::UNAUTHORIZED {
                response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            return response;
        }
    };
    let language = asker.language;
    let guest = Guest::of(asker.ctx.actor.person, asker.address);
    let _seat = match shared.app.door.enter(guest) {
        Ok(seat) => seat,
        Err(refusal) => return turned(media, &Turned(StatusCode::TOO_MANY_REQUESTS, refusal.code, refusal.message(language).to_owned())),
    };
    let (asks, answered) = asked::persist(shared, asker, &asked).await;
    let again = answered.errors.iter().find_map(|error| retry_after(code_of(error)?));
    let status = match asks {
        None if is_pace(&answered) => StatusCode::TOO_MANY_REQUESTS,
        // Of several changes some may have been made: those who try again on a 503 would make them twice.
        Some(Asks { kind, fields }) if again.is_some() && (kind != OperationType::Mutation || fields == 1) => StatusCode::SERVICE_UNAVAILABLE,
        _ if carried_out(&answered) || answered.errors.is_empty() || media == Media::Json => StatusCode::OK,
        _ => StatusCode::BAD_REQUEST,
    };
    let mut response = respond(media, status, &body(&answered));
    for cookie in answered.http_headers.get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    if let Some(seconds) = again.filter(|_| status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::TOO_MANY_REQUESTS) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// An answer as JSON. Where nothing was carried out there are no data, not even none.
fn body(answered: &async_graphql::Response) -> Vec<u8> {
    if carried_out(answered) { serde_json::to_vec(answered) } else { serde_json::to_vec(&serde_json::json!({ "errors": answered.errors })) }.unwrap_or_default()
}

fn is_pace(answered: &async_graphql::Response) -> bool {
    answered.errors.iter().any(|error| code_of(error) == Some(TOO_MANY_REQUESTS))
}

async fn read(body: Body) -> Result<Asked, Turned> {
    let too_large = || Turned(StatusCode::PAYLOAD_TOO_LARGE, "DOCUMENT_TOO_LARGE", format!("A request has at most {} bytes.", guard::LARGEST_BODY));
    let bad = |sentence: String| Turned(StatusCode::BAD_REQUEST, "BAD_REQUEST", sentence);
    let body = to_bytes(body, guard::LARGEST_BODY).await.map_err(|_| too_large())?;
    if body.trim_ascii_start().starts_with(b"[") {
        return Err(bad("Send one request at a time; batches are not taken.".to_owned()));
    }
    let asked: Asked = serde_json::from_slice(&body).map_err(|error| bad(format!("The body is not a GraphQL request as JSON: {error}.")))?;
    asked.check().map_err(|(code, sentence)| Turned(StatusCode::BAD_REQUEST, code, sentence))?;
    Ok(asked)
}

/// Any other method.
pub async fn only_post() -> Response {
    let mut response = turned(
        Media::Json,
        &Turned(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "The API takes POST only; the workbench is at /graphiql.".to_owned()),
    );
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
    response
}

/// A panic is answered like any other internal error.
pub fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let cause = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("unknown");
    tracing::error!(cause, "a request panicked");
    turned(Media::Json, &Turned(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "Something went wrong inside the server; try again later.".to_owned()))
}

fn turned(media: Media, Turned(status, code, message): &Turned) -> Response {
    let body = serde_json::json!({ "errors": [{ "message": message, "extensions": { "code": code } }] });
    let mut response = respond(media, *status, body.to_string().as_bytes());
    if let Some(seconds) = retry_after(code) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn respond(media: Media, status: StatusCode, body: &[u8]) -> Response {
    let mut response = Response::new(Body::from(body.to_vec()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media.content_type()));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
