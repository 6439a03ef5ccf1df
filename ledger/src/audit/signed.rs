//! The signatures (签名) while the chains are walked: each is what was signed if its content has its hash, and if the event that the
//! chain holds about it carries the same hash as its seal.

use std::collections::BTreeMap;

use redline_domain::{
    chain::{Break, Flaw, Link},
    ids::{self, Noun},
};
use redline_entity::signature;
use uuid::Uuid;

use crate::signature::is_intact;

/// What is known of the signatures, by their keys.
#[derive(Default)]
pub(super) struct Signatures(BTreeMap<Uuid, Kept>);

struct Kept {
    /// The chain to which it belongs.
    chain: Uuid,
    /// The hash that it carries; none: it is not that of its content.
    hash: Option<String>,
    /// Whether an event told of it.
    told: bool,
}

impl Signatures {
    /// Takes a signature.
    pub(super) fn take(&mut self, row: &signature::Model) {
        let hash = is_intact(row).then(|| row.hash.clone());
        self.keep(row.id, row.organization_id, hash);
    }

    /// Takes a signature that cannot be read.
    pub(super) fn take_unreadable(&mut self, id: Uuid, chain: Uuid) {
        self.keep(id, chain, None);
    }

    fn keep(&mut self, id: Uuid, chain: Uuid, hash: Option<String>) {
        // Of two of one key none is believed.
        let hash = if self.0.contains_key(&id) { None } else { hash };
        self.0.insert(id, Kept { chain, hash, told: false });
    }

    /// Asks an event for the signature of which it tells, and answers what is wrong with that. All signatures were taken before.
    pub(super) fn told(&mut self, link: &Link) -> Option<Break> {
        let text = |name: &str| link.fact.data.get(name).and_then(|value| value.as_str());
        // The signature of a checkpoint is none of a person, and has no key.
        let id: Uuid = text("signature")?.parse().ok()?;
        let name = ids::encode(Noun::Signature, id);
        let bad = |sentence| Some(Break { chain: link.chain, sequence: link.sequence, flaw: Flaw::Signature, sentence });
        let Some(kept) = self.0.get_mut(&id) else { return bad(format!("the signature {name} of which it tells is gone")) };
        kept.told = true;
        match &kept.hash {
            None => bad(format!("what the signature {name} says does not give the hash that it carries")),
            Some(hash) if text("seal") != Some(hash) => bad(format!("the signature {name} is not the one whose seal it carries")),
            Some(_) => None,
        }
    }

    /// The signatures of which no event told.
    pub(super) fn untold(self) -> impl Iterator<Item = Break> {
        self.0.into_iter().filter(|(_, kept)| !kept.told).map(|(id, kept)| {
            let sentence = format!("no event tells of the signature {}: it was written past the ledger", ids::encode(Noun::Signature, id));
            Break { chain: kept.chain, sequence: 0, flaw: Flaw::Signature, sentence }
        })
    }
}
