//! Serving (下载): the bytes as they were uploaded, or a picture's thumbnail, to who may see the record.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use redline_domain::ids::{self, Noun};
use redline_entity::attachment;
use sea_orm::{ColumnTrait, QueryFilter};
use sha2::{Digest, Sha256};

use super::{Turned, member, name};
use crate::{
    graphql::{error::Fault, visible},
    http::{Shared, session},
};

/// Whatever a file says that it wants to load or run, it gets nothing.
const POLICY: &str = "default-src 'none'; sandbox";

/// `GET /attachments/{id}`.
pub async fn original(State(shared): State<Arc<Shared>>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    serve(&shared, &id, &headers, false).await
}

/// `GET /attachments/{id}/thumbnail`: a JPEG of at most 320 pixels on its longer side; documents have none.
pub async fn thumbnail(State(shared): State<Arc<Shared>>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    serve(&shared, &id, &headers, true).await
}

async fn serve(shared: &Shared, id: &str, headers: &HeaderMap, small: bool) -> Response {
    let asker = match member(&shared.app, headers).await {
        Ok(asker) => asker,
        Err(turned) => return turned.answer(session::language(headers)),
    };
    let found = async {
        let id = ids::decode_as(Noun::Attachment, id).map_err(|_| Turned::not_found())?;
        let row = visible::attachments(&asker.ctx).filter(attachment::Column::Id.eq(id)).one(shared.app.db.read()).await.map_err(Fault::from)?;
        let row = row.filter(|row| !small || row.width.is_some()).ok_or_else(Turned::not_found)?;
        let etag = format!("\"{}{}\"", row.sha256, if small { "-small" } else { "" });
        let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|tags| tags.to_str().ok()).any(|tags| tags.contains(&etag));
        let bytes = if known { None } else { Some(bytes(shared, &row, small).await?) };
        Ok(respond(&row, small, &etag, bytes))
    };
    found.await.unwrap_or_else(|turned: Turned| turned.answer(asker.language))
}

/// The bytes. What is not as it was uploaded is not served: a sealed record answers for its photographs.
async fn bytes(shared: &Shared, row: &attachment::Model, small: bool) -> Result<Vec<u8>, Turned> {
    let store = &shared.app.store;
    let bytes = if small { store.thumbnail(&row.sha256).await } else { store.get(&row.sha256).await };
    let bytes = bytes.map_err(|cause| Turned::internal(&cause))?;
    if !small && hex::encode(Sha256::digest(&bytes)) != row.sha256 {
        return Err(Turned::internal(&format!("the stored bytes of attachment {} are not those that were uploaded", row.id)));
    }
    Ok(bytes)
}

fn respond(row: &attachment::Model, small: bool, etag: &str, bytes: Option<Vec<u8>>) -> Response {
    let shown = row.width.is_some();
    let media_type = if small { "image/jpeg" } else { &row.media_type };
    let mut response = Response::new(Body::empty());
    let set = response.headers_mut();
    for (header, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_DISPOSITION, &name::disposition(shown, &row.file_name)),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "private"),
        (header::VARY, "authorization"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::ETAG, etag),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            set.insert(header, value);
        }
    }
    match bytes {
        Some(bytes) => *response.body_mut() = Body::from(bytes),
        None => *response.status_mut() = StatusCode::NOT_MODIFIED,
    }
    response
}
