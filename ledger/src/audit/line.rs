//! The lines of an export (导出文件): JSON, one object a line. First the header, then heads, checkpoints and events, then the end.

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::chain::{Fact, Heads, Link};
use redline_entity::{checkpoint, json::SealedHeads};
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
