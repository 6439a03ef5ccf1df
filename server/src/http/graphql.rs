//! `POST /graphql`: one request, one answer (GraphQL 请求).

use std::{
    any::Any,
    sync::Arc,
    time::{Duration, Instant},
};

use async_graphql::{ErrorExtensionValues, Response as Answered, ServerError, Variables};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use redline_domain::{Language, Refusal};
use redline_ledger::passing::PAUSES;
use serde::Deserialize;

use super::{
    Shared,
    media::{Media, is_json},
    order::Order,
    peer, session,
};
use crate::{
    graphql::{
        ask::Asker,
        error::{BUSY, retry_after},
    },
    guard,
    loaders::Loaders,
};

/// How long a request may take.
const TIME_OUT: Duration = Duration::from_secs(10);

/// A change is tried again within this time: whoever waited for a lock has waited long enough.
const TRYING: Duration = Duration::from_secs(2);

#[derive(Clone, Deserialize)]
struct Asked {
    query: Option<String>,
    #[serde(rename = "operationName")]
    operation_name: Option<String>,
    variables: Option<serde_json::Map<String, serde_json::Value>>,
    // Taken and left unread: clients send it.
    #[serde(default, rename = "extensions")]
    _extensions: serde::de::IgnoredAny,
}

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
    let asked = match read(body).await {
        Ok(asked) => asked,
        Err(why) => return turned(media, &why),
    };
    let language = session::language(&parts.headers);
    match tokio::time::timeout(TIME_OUT, carry_out(&shared, &parts, media, asked)).await {
        Ok(response) => response,
        Err(_) => turned(media, &Turned(StatusCode::GATEWAY_TIMEOUT, "TIMEOUT", too_long().message(language).to_owned())),
    }
}

fn too_long() -> Refusal {
    let seconds = TIME_OUT.as_secs();
    let en = format!("The request took longer than {seconds} seconds and was given up.");
    Refusal::new("TIMEOUT", format!("请求处理超过 {seconds} 秒，已放弃。"), en)
}

/// Finds out who asks, and answers.
async fn carry_out(shared: &Shared, parts: &Parts, media: Media, asked: Asked) -> Response {
    let asker = match session::asker(&shared.app, &parts.headers).await {
        Ok(asker) => Asker { address: peer::address(parts), ..asker },
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
    let (order, mut answered) = persist(shared, asker, asked).await;
    for error in &mut answered.errors {
        tell(error, language);
    }
    // Nothing was carried out if there is neither data nor a place in the data where it failed.
    let carried_out = order.is_some() && (answered.data != async_graphql::Value::Null || answered.errors.iter().any(|error| !error.path.is_empty()));
    let again = answered.errors.iter().find_map(|error| retry_after(code_of(error)?));
    let status = match order {
        // Of several changes some may have been made: those who try again on a 503 would make them twice.
        Some(Asks { changes, fields }) if again.is_some() && (!changes || fields == 1) => StatusCode::SERVICE_UNAVAILABLE,
        _ if carried_out || answered.errors.is_empty() || media == Media::Json => StatusCode::OK,
        _ => StatusCode::BAD_REQUEST,
    };
    let mut response = respond(media, status, &serde_json::to_vec(&answered).unwrap_or_default());
    if let Some(seconds) = again.filter(|_| status == StatusCode::SERVICE_UNAVAILABLE) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// The code of an error.
fn code_of(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        async_graphql::Value::String(code) => Some(code),
        _ => None,
    }
}

async fn read(body: Body) -> Result<Asked, Turned> {
    let too_large = || Turned(StatusCode::PAYLOAD_TOO_LARGE, "DOCUMENT_TOO_LARGE", format!("A request has at most {} bytes.", guard::LARGEST_BODY));
    let bad = |sentence: String| Turned(StatusCode::BAD_REQUEST, "BAD_REQUEST", sentence);
    let body = to_bytes(body, guard::LARGEST_BODY).await.map_err(|_| too_large())?;
    if body.trim_ascii_start().starts_with(b"[") {
        return Err(bad("Send one request at a time; batches are not taken.".to_owned()));
    }
    let asked: Asked = serde_json::from_slice(&body).map_err(|error| bad(format!("The body is not a GraphQL request as JSON: {error}.")))?;
    let document = asked.query.as_deref().filter(|query| !query.trim().is_empty()).ok_or_else(|| bad("The request has no `query`.".to_owned()))?;
    guard::check(document).map_err(|refused| Turned(StatusCode::BAD_REQUEST, refused.code(), refused.to_string()))?;
    Ok(asked)
}

/// Carries out a request, and again where the database took its only change back because another one stood in its way. Of
/// several changes the earlier ones were made, so they are not sent again.
async fn persist(shared: &Shared, asker: Asker, asked: Asked) -> (Option<Asks>, Answered) {
    let begun = Instant::now();
    for pause in PAUSES {
        let (asks, answered) = execute(shared, asker.clone(), asked.clone()).await;
        let taken_back = |error: &ServerError| error.path.len() == 1 && code_of(error) == Some(BUSY);
        let alone = asks.is_some_and(|asks| asks.fields == 1);
        if !alone || begun.elapsed() > TRYING || !answered.errors.iter().any(taken_back) {
            return (asks, answered);
        }
        tokio::time::sleep(pause).await;
    }
    execute(shared, asker, asked).await
}

/// What a request asks for.
#[derive(Clone, Copy, Debug)]
struct Asks {
    changes: bool,
    fields: usize,
}

/// Carries out a request, and says what it asked for; none: it could not even be parsed.
async fn execute(shared: &Shared, asker: Asker, asked: Asked) -> (Option<Asks>, Answered) {
    let document = asked.query.unwrap_or_default();
    let mut request = async_graphql::Request::new(document.as_str());
    if let Some(variables) = asked.variables {
        request = request.variables(Variables::from_json(serde_json::Value::Object(variables)));
    }
    if let Some(name) = &asked.operation_name {
        request = request.operation_name(name);
    }
    let operation = asked.operation_name.as_deref();
    let order = match request.parsed_query() {
        Ok(parsed) => Order::of(parsed, operation),
        Err(error) => return (None, Answered::from_errors(vec![syntax_error(&document, &error.clone())])),
    };
    let loaders = Loaders::new(asker.app.db.clone(), asker.ctx.clone());
    let request = request.data(Arc::clone(&loaders)).data(asker);
    let mut answered = loaders.drive(shared.api.execute(request)).await;
    order.arrange(&mut answered.data);
    (Some(Asks { changes: order.changes(), fields: order.fields() }), answered)
}

/// A parse error in GraphQL's words: what stands where something else was expected.
fn syntax_error(document: &str, error: &ServerError) -> ServerError {
    let message = match error.locations.first() {
        // Errors about the document as a whole have a sentence of their own; those of the grammar a picture of many lines.
        Some(at) if error.message.contains('\n') => {
            let rest = document
                .lines()
                .nth(at.line.saturating_sub(1))
                .map(|line| line.chars().skip(at.column.saturating_sub(1)).collect::<String>())
                .unwrap_or_default();
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').take(40).collect();
            let found = if word.is_empty() { rest.chars().next().map(String::from) } else { Some(word) };
            found.map_or_else(|| "Syntax Error: Unexpected end of line.".to_owned(), |found| format!("Syntax Error: Unexpected \"{found}\"."))
        }
        _ => format!("Syntax Error: {}", error.message.lines().next().unwrap_or_default()),
    };
    let mut told = ServerError::new(message, error.locations.first().copied());
    told.extensions = Some(code("GRAPHQL_PARSE_FAILED"));
    told
}

fn code(code: &str) -> ErrorExtensionValues {
    let mut extensions = ErrorExtensionValues::default();
    extensions.set("code", code);
    extensions
}

/// Puts an error into the language of the answer, and gives every error a code.
fn tell(error: &mut ServerError, language: Language) {
    if let Some(refusal) = error.source::<Refusal>() {
        error.message = refusal.message(language).to_owned();
    }
    let extensions = error.extensions.get_or_insert_default();
    if extensions.get("code").is_none() {
        // With a path it was an argument that could not be read, else the document does not fit the schema.
        extensions.set("code", if error.path.is_empty() { "GRAPHQL_VALIDATION_FAILED" } else { "BAD_USER_INPUT" });
    }
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
