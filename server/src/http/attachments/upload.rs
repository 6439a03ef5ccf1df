//! Uploading (上传): the raw bytes of one file. They are bounded while they come, looked at, kept, and only then recorded.

use std::{error::Error as _, sync::Arc, time::Duration};

use axum::{
    Json,
    body::{Body, to_bytes},
    extract::{Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;
use redline_domain::{
    Refusal,
    ids::{self, Noun},
};
use redline_entity::attachment;
use redline_ledger::{
    attachment::{NewAttachment, may_upload},
    persist,
};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::{
    Turned, address,
    kind::{Kind, not_taken},
    member, name,
    picture::{self, Picture},
};
use crate::{
    graphql::ask::Asker,
    http::{Shared, session},
};

/// How long a file may take to come: ten megabytes over a poor telephone line.
const TIME_OUT: Duration = Duration::from_secs(300);
/// How many files are looked at at once: unpacking a picture takes a processor and much memory.
static LOOKING: Semaphore = Semaphore::const_new(2);

/// What stands in the address.
#[derive(Deserialize)]
pub struct Asked {
    organization: Option<String>,
    name: Option<String>,
}

/// What was found out of a file.
struct Looked {
    bytes: Vec<u8>,
    kind: Kind,
    sha256: String,
    picture: Option<Picture>,
}

/// `POST /attachments?organization=organization_…`: the body is the file; its name is in `x-file-name`, percent-encoded, or in `name`.
pub async fn upload(State(shared): State<Arc<Shared>>, asked: Result<Query<Asked>, QueryRejection>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let visitor = session::language(&parts.headers);
    let asker = match member(&shared.app, &parts.headers).await {
        Ok(asker) => asker,
        Err(turned) => return turned.answer(visitor),
    };
    let asked = asked.map(|Query(asked)| asked).map_err(|_| bad_address());
    match async { take(&shared, &asker, asked?, &parts.headers, body).await }.await {
        Ok(row) => (StatusCode::CREATED, Json(told(&row))).into_response(),
        Err(turned) => turned.answer(asker.language),
    }
}

async fn take(shared: &Shared, asker: &Asker, asked: Asked, headers: &HeaderMap, body: Body) -> Result<attachment::Model, Turned> {
    let app = &shared.app;
    let organization = organization(&asked)?;
    // Before the bytes: whoever may not upload need not send them.
    may_upload(app.db.read(), &asker.ctx, organization).await?;
    let looked = look(read(body, headers, app.store.largest()).await?).await?;
    let new = NewAttachment {
        organization,
        file_name: name::harmless(&given_name(&asked, headers), looked.kind),
        media_type: looked.kind.media_type(),
        bytes: i64::try_from(looked.bytes.len()).unwrap_or(i64::MAX),
        sha256: looked.sha256,
        pixels: looked.picture.as_ref().map(|picture| picture.pixels),
    };
    // An object without a row is harmless, a row without an object is not.
    app.store.put(&new.sha256, looked.bytes, looked.picture.map(|picture| picture.thumbnail)).await.map_err(|cause| Turned::internal(&cause))?;
    let recorded = persist(|| async {
        let db = app.db.begin().await?;
        let row = redline_ledger::attachment::upload(&db, &asker.ctx, new.clone()).await?;
        db.commit().await?;
        Ok::<_, redline_ledger::Error>(row)
    });
    Ok(recorded.await?)
}

fn organization(asked: &Asked) -> Result<Uuid, Turned> {
    asked.organization.as_deref().and_then(|id| ids::decode_as(Noun::Organization, id).ok()).ok_or_else(bad_address)
}

fn bad_address() -> Turned {
    let zh = "请在地址中写明附件所属单位，如 /attachments?organization=organization_…。";
    let en = "Name the organization that the attachment is about in the address: /attachments?organization=organization_….";
    Turned::new(StatusCode::BAD_REQUEST, Refusal::new("BAD_USER_INPUT", zh, en).field("organization"))
}

fn given_name(asked: &Asked, headers: &HeaderMap) -> String {
    let header = headers.get("x-file-name").and_then(|name| name.to_str().ok());
    header.map(|name| percent_decode_str(name).decode_utf8_lossy().into_owned()).or_else(|| asked.name.clone()).unwrap_or_default()
}

/// Reads a file, and stops where it is larger than it may be.
async fn read(body: Body, headers: &HeaderMap, largest: usize) -> Result<Vec<u8>, Turned> {
    let too_large = || {
        let most = largest >> 10;
        let zh = format!("文件过大，最多 {most} KB。照片可降低分辨率后再上传。");
        let en = format!("The file is too large; at most {most} kB are taken. Take photographs with fewer pixels.");
        Turned::new(StatusCode::PAYLOAD_TOO_LARGE, Refusal::new("FILE_TOO_LARGE", zh, en).field("file"))
    };
    let said: Option<usize> = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if said.is_some_and(|length| length > largest) {
        return Err(too_large());
    }
    let cut = || {
        let en = "The file did not arrive whole; upload it again.";
        Turned::new(StatusCode::REQUEST_TIMEOUT, Refusal::new("UPLOAD_CUT", "文件未完整上传，请重新上传。", en).field("file"))
    };
    let bytes = match tokio::time::timeout(TIME_OUT, to_bytes(body, largest)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) if error.source().is_some_and(|source| source.to_string().contains("length limit")) => return Err(too_large()),
        Ok(Err(_)) | Err(_) => return Err(cut()),
    };
    if bytes.is_empty() {
        let en = "The file is empty; choose the file and upload it again.";
        return Err(Turned::new(StatusCode::BAD_REQUEST, Refusal::new("FILE_EMPTY", "文件是空的，请重新选择后上传。", en).field("file")));
    }
    Ok(bytes.into())
}

/// Finds out what a file is, on a thread for such work.
async fn look(bytes: Vec<u8>) -> Result<Looked, Turned> {
    let turn = LOOKING.acquire().await.map_err(|cause| Turned::internal(&cause))?;
    let looked = tokio::task::spawn_blocking(move || {
        // The work goes on when who sent the file has gone, so its turn ends with it.
        let _turn = turn;
        let unsupported = |refusal| Turned::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, refusal);
        let kind = Kind::of(&bytes).ok_or_else(|| unsupported(not_taken()))?;
        let picture = kind.picture().map(|format| picture::read(&bytes, format)).transpose().map_err(unsupported)?;
        let sha256 = hex::encode(Sha256::digest(&bytes));
        Ok(Looked { bytes, kind, sha256, picture })
    });
    looked.await.map_err(|cause| Turned::internal(&cause))?
}

fn told(row: &attachment::Model) -> serde_json::Value {
    let id = ids::encode(Noun::Attachment, row.id);
    json!({
        "id": id, "fileName": row.file_name, "mediaType": row.media_type, "bytes": row.bytes, "sha256": row.sha256,
        "width": row.width, "height": row.height, "url": address(&id),
    })
}
