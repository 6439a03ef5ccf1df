//! `POST /attachments` and `GET /attachments/{id}` (附件): pictures and documents, uploaded first and attached to records afterwards, and
//! served only to who may see the record.

mod kind;
mod name;
mod picture;
mod serve;
mod upload;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use redline_domain::{Language, Refusal};
use redline_ledger as ledger;
use serde_json::json;

use super::session;
use crate::{
    App,
    graphql::{
        ask::Asker,
        error::{Fault, not_found, retry_after},
    },
};

pub use serve::{original, thumbnail};
pub use upload::upload;

/// The address of an attachment on this server.
pub fn address(id: &str) -> String {
    format!("/attachments/{id}")
}

/// Why a request is not carried out: a status, and what is told about it.
#[derive(Debug)]
struct Turned(StatusCode, Vec<Refusal>);

impl Turned {
    fn new(status: StatusCode, refusal: Refusal) -> Self {
        Self(status, vec![refusal])
    }

    fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, not_found())
    }

    fn internal(cause: &dyn std::fmt::Display) -> Self {
        Fault::internal(cause).into()
    }

    fn answer(self, language: Language) -> Response {
        let error = |refusal: &Refusal| json!({ "code": refusal.code, "message": refusal.message(language), "field": refusal.field });
        let errors: Vec<_> = self.1.iter().map(error).collect();
        let mut response = (self.0, Json(json!({ "errors": errors }))).into_response();
        let set = response.headers_mut();
        set.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.1.first().and_then(|refusal| retry_after(refusal.code)) {
            set.insert(header::RETRY_AFTER, seconds.into());
        }
        if self.0 == StatusCode::UNAUTHORIZED {
            set.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<Fault> for Turned {
    fn from(fault: Fault) -> Self {
        let status = match fault.code() {
            "UNAUTHENTICATED" => StatusCode::UNAUTHORIZED,
            "NOT_FOUND" => StatusCode::NOT_FOUND,
            "BAD_USER_INPUT" => StatusCode::BAD_REQUEST,
            code if retry_after(code).is_some() => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, fault.refusal().clone())
    }
}

impl From<ledger::Error> for Turned {
    fn from(error: ledger::Error) -> Self {
        match error {
            ledger::Error::Refused(refusals) => {
                let status = match refusals.first().map(|refusal| refusal.code) {
                    Some("FORBIDDEN") => StatusCode::FORBIDDEN,
                    Some("TOO_MANY_UPLOADS") => StatusCode::TOO_MANY_REQUESTS,
                    _ => StatusCode::UNPROCESSABLE_ENTITY,
                };
                Self(status, refusals)
            }
            error => Fault::from(error).into(),
        }
    }
}

/// Who sends a request. Visitors are told to log in.
async fn member(app: &App, headers: &axum::http::HeaderMap) -> Result<Asker, Turned> {
    let asker = session::asker(app, headers).await?;
    if asker.person.is_none() {
        return Err(Fault::unauthenticated().into());
    }
    Ok(asker)
}
