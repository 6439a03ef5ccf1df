//! The lines of an export (导出文件): JSON, one object a line. First the header, then heads, checkpoints,
//! signatures and events, then the end.

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{
    SigningMethod,
    chain::{Fact, Heads, Link},
};
use redline_entity::{checkpoint, json::SealedHeads, signature};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// The version of the form.
pub(super) const VERSION: u32 = 1;

/// A line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum Line {
    /// The first one.
    RedlineLedger(Header),
    /// The head of a chain.
    Head(HeadLine),
    /// A checkpoint.
    Checkpoint(CheckpointLine),
    /// A signature.
    Signature(SignatureLine),
    /// An event.
    Event(EventLine),
    /// The last one, so that a file that was cut short is noticed.
    End(End),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Header {
    pub version: u32,
    pub site: String,
    pub exported_at: DateTime<Utc>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct HeadLine {
    pub chain: Uuid,
    pub name: Option<String>,
    pub sequence: i64,
    pub hash: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CheckpointLine {
    pub id: Uuid,
    pub day: NaiveDate,
    pub made_at: DateTime<Utc>,
    pub site: String,
    pub events: i64,
    pub digest: String,
    pub public_key: String,
    pub signature: String,
    pub heads: Heads,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SignatureLine {
    pub id: Uuid,
    pub organization: Uuid,
    pub subject_kind: String,
    pub subject: Uuid,
    pub act: String,
    pub signer: Option<Uuid>,
    pub signer_name: Option<String>,
    pub signed_as: Option<String>,
    pub method: SigningMethod,
    pub content: String,
    pub hash: String,
    pub signed_at: DateTime<Utc>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct EventLine {
    pub chain: Uuid,
    pub sequence: i64,
    pub previous_hash: String,
    pub hash: String,
    pub id: Uuid,
    pub organization: Option<Uuid>,
    pub subject_kind: String,
    pub subject: Uuid,
    pub action: String,
    pub actor: Option<Uuid>,
    pub data: Value,
    pub true_at: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct End {
    pub heads: u64,
    pub checkpoints: u64,
    pub signatures: u64,
    pub events: u64,
}

impl From<checkpoint::Model> for CheckpointLine {
    fn from(row: checkpoint::Model) -> Self {
        let checkpoint::Model { id, day, made_at, site, heads, events, digest, public_key, signature } = row;
        Self { id, day, made_at, site, events, digest, public_key, signature, heads: heads.0 }
    }
}

impl From<CheckpointLine> for checkpoint::Model {
    fn from(line: CheckpointLine) -> Self {
        let CheckpointLine { id, day, made_at, site, events, digest, public_key, signature, heads } = line;
        Self { id, day, made_at, site, heads: SealedHeads(heads), events, digest, public_key, signature }
    }
}

impl From<signature::Model> for SignatureLine {
    fn from(row: signature::Model) -> Self {
        Self {
            id: row.id,
            organization: row.organization_id,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            act: row.act,
            signer: row.signer_id,
            signer_name: row.signer_name,
            signed_as: row.signed_as,
            method: row.method,
            content: row.content,
            hash: row.hash,
            signed_at: row.signed_at,
        }
    }
}

impl From<SignatureLine> for signature::Model {
    fn from(line: SignatureLine) -> Self {
        Self {
            id: line.id,
            organization_id: line.organization,
            subject_kind: line.subject_kind,
            subject_id: line.subject,
            act: line.act,
            signer_id: line.signer,
            signer_name: line.signer_name,
            signed_as: line.signed_as,
            method: line.method,
            content: line.content,
            hash: line.hash,
            signed_at: line.signed_at,
        }
    }
}

/// What can still be read of where an event stands whose line cannot: its chain and its number. None: it is no event's line.
pub(super) fn place(line: &str) -> Option<(Option<Uuid>, Option<i64>)> {
    let value: Value = serde_json::from_str(line).ok()?;
    let event = value.get("event")?;
    let key = |name: &str| event.get(name)?.as_str()?.parse::<Uuid>().ok();
    let organization = event.get("organization").filter(|value| value.is_null()).map(|_| Uuid::nil()).or_else(|| key("organization"));
    Some((key("chain").or(organization), event.get("sequence").and_then(Value::as_i64)))
}

impl From<Link> for EventLine {
    fn from(Link { chain, sequence, previous_hash, hash, fact }: Link) -> Self {
        let Fact { id, organization, subject_kind, subject, action, actor, data, true_at, recorded_at } = fact;
        Self { chain, sequence, previous_hash, hash, id, organization, subject_kind, subject, action, actor, data, true_at, recorded_at }
    }
}

impl From<EventLine> for Link {
    fn from(line: EventLine) -> Self {
        let EventLine { chain, sequence, previous_hash, hash, id, organization, subject_kind, subject, action, actor, data, true_at, recorded_at } = line;
        Self { chain, sequence, previous_hash, hash, fact: Fact { id, organization, subject_kind, subject, action, actor, data, true_at, recorded_at } }
    }
}
