//! The ledger's hash chains (哈希链), one for each organization: what is hashed, and how a chain is walked so that the first break
//! in it is found and named.

mod coverage;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{canonical, words};

pub use coverage::{Unsealed, unsealed};
pub use walk::{Break, Mark, Walk};

/// What the first event of a chain names as the hash before it.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

words! {
    /// What is wrong with a chain (断链类型).
    Flaw {
        Changed = "CHANGED", "内容被改", "changed";
        Gap = "GAP", "中间缺失", "missing";
        Fork = "FORK", "同号分叉", "forked";
        Reordered = "REORDERED", "次序被换", "reordered";
        Truncated = "TRUNCATED", "末尾被截", "truncated";
        Rewritten = "REWRITTEN", "哈希被重算", "rewritten";
        UnknownHead = "UNKNOWN_HEAD", "链头不符", "beyond the known head";
        Signature = "SIGNATURE", "签名不符", "its signature is not as it was";
    }
}

/// The end of a chain (链头): the number of its last event, which is also how many there are, and that event's hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The number of the last event; 0: there is none.
    pub sequence: i64,
    /// Its hash.
    pub hash: String,
}

impl Default for Head {
    fn default() -> Self {
        Self { sequence: 0, hash: GENESIS.to_owned() }
    }
}

/// The heads of all chains, by chain.
pub type Heads = BTreeMap<Uuid, Head>;

/// The hash over all heads (总摘要), which a checkpoint signs.
pub fn digest(heads: &Heads) -> String {
    let heads: serde_json::Map<String, Value> =
        heads.iter().map(|(chain, head)| (chain.to_string(), json!({ "hash": head.hash, "sequence": head.sequence }))).collect();
    canonical::hash(&Value::Object(heads))
}

/// How many events these heads stand for, since their chains have no gaps.
pub fn count(heads: &Heads) -> i64 {
    heads.values().map(|head| head.sequence).sum()
}

/// What an event says (留痕内容).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its key.
    pub id: Uuid,
    /// Whose matter it is.
    pub organization: Option<Uuid>,
    /// The code of what kind of thing changed.
    pub subject_kind: String,
    /// Which.
    pub subject: Uuid,
    /// What happened.
    pub action: String,
    /// Who did it.
    pub actor: Option<Uuid>,
    /// The facts of the change.
    pub data: Value,
    /// When it became true.
    pub true_at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

impl Fact {
    /// The chain to which it belongs: the organization's; of no organization: the site's, whose key is nil.
    pub fn chain(&self) -> Uuid {
        self.organization.unwrap_or_default()
    }

    /// The same with its times cut to microseconds: more is not kept by every database.
    #[must_use]
    pub fn to_microseconds(mut self) -> Self {
        for time in [&mut self.true_at, &mut self.recorded_at] {
            *time = DateTime::from_timestamp_micros(time.timestamp_micros()).unwrap_or(*time);
        }
        self
    }

    /// The hash that it has at a place of a chain: SHA-256 over the canonical JSON of all that it says and of its place.
    fn hash_at(&self, chain: Uuid, sequence: i64, previous: &str) -> String {
        canonical::hash(&json!({
            "action": self.action,
            "actor": self.actor,
            "chain": chain,
            "data": self.data,
            "id": self.id,
            "organization": self.organization,
            "previousHash": previous,
            "recordedAt": self.recorded_at.timestamp_micros(),
            "sequence": sequence,
            "subject": self.subject,
            "subjectKind": self.subject_kind,
            "trueAt": self.true_at.timestamp_micros(),
        }))
    }
}

/// An event in its place of a chain (链上的一条留痕).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The chain.
    pub chain: Uuid,
    /// Its number in the chain, from 1, without gaps.
    pub sequence: i64,
    /// The hash of the event before it; of the first one: [`GENESIS`].
    pub previous_hash: String,
    /// Its own hash.
    pub hash: String,
    /// What it says.
    pub fact: Fact,
}

impl Link {
    /// What happened, as the next event of its chain.
    pub fn after(head: &Head, fact: Fact) -> Self {
        let (chain, sequence) = (fact.chain(), head.sequence + 1);
        Self { chain, sequence, previous_hash: head.hash.clone(), hash: fact.hash_at(chain, sequence, &head.hash), fact }
    }

    /// The head of a chain that ends with it.
    pub fn head(&self) -> Head {
        Head { sequence: self.sequence, hash: self.hash.clone() }
    }

    /// Whether its hash is that of what it says.
    pub fn is_whole(&self) -> bool {
        let unhashed = [self.fact.true_at, self.fact.recorded_at].iter().any(|time| time.timestamp_subsec_nanos() % 1_000 != 0);
        !unhashed && self.chain == self.fact.chain() && self.hash == self.fact.hash_at(self.chain, self.sequence, &self.previous_hash)
    }

    /// Whether it was written for the place after a head, whatever number it has now.
    fn was_written_after(&self, head: &Head) -> bool {
        self.previous_hash == head.hash && self.hash == self.fact.hash_at(self.chain, head.sequence + 1, &head.hash)
    }
}
