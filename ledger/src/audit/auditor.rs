//! Who walks all chains (核验人): it is given heads, checkpoints, signatures and then events, from wherever they were read, and tells
//! what is wrong.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{
    chain::{self, Break, Head, Heads, Link, Mark, Walk},
    ids::Noun,
};
use redline_entity::{checkpoint, signature};
use uuid::Uuid;

use super::{Seal, checkpoint::SEALED, signed::Signatures};

/// What is believed from outside the ledger (可信依据).
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// The public keys with which checkpoints may be signed. None at all: any, and the report names them.
    pub keys: BTreeSet<String>,
    /// Seals that were kept apart, such as in mails. Their keys are believed too.
    pub seals: Vec<Seal>,
}

/// Something that is not as it was written (核验发现).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The first break in a chain.
    Chain(Break),
    /// A checkpoint that is false, missing or another.
    Checkpoint {
        /// Its day.
        day: NaiveDate,
        /// What is wrong, in a sentence.
        sentence: String,
    },
    /// A row of the database of which not even the place can be read.
    Unreadable {
        /// Its table.
        table: &'static str,
    },
    /// A person who is not called as the ledger sealed it.
    Name {
        /// Who.
        person: Uuid,
    },
    /// A line of an export that cannot be what was exported.
    Export {
        /// Its number, from 1.
        line: u64,
        /// What is wrong, in a sentence.
        sentence: String,
    },
}

/// What came out (核验结果).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many chains there are.
    pub chains: usize,
    /// How many events were walked.
    pub events: u64,
    /// How many signatures there are.
    pub signatures: u64,
    /// When it was exported, if it is an export.
    pub exported_at: Option<DateTime<Utc>>,
    /// The days of the checkpoints.
    pub checkpoints: BTreeSet<NaiveDate>,
    /// The public keys with which they were signed.
    pub keys: BTreeSet<String>,
    /// The names of the organizations whose chains are broken, as far as they are known.
    pub names: BTreeMap<Uuid, String>,
    /// What is wrong: the first break of each chain, and checkpoints.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether everything is as it was written.
    pub fn is_intact(&self) -> bool {
        self.findings.is_empty()
    }

    /// The chains that are broken.
    pub fn broken(&self) -> impl Iterator<Item = &Break> {
        self.findings.iter().filter_map(|finding| if let Finding::Chain(broken) = finding { Some(broken) } else { None })
    }
}

/// What the ledger's own events say of a checkpoint.
struct Told {
    id: Uuid,
    day: NaiveDate,
    digest: String,
    at: DateTime<Utc>,
}

/// Who walks all chains. What it keeps grows with the chains, the checkpoints and the signatures, not with the events.
pub struct Auditor {
    trust: Trust,
    noted: Heads,
    marks: BTreeMap<Uuid, BTreeMap<i64, Mark>>,
    walks: BTreeMap<Uuid, Walk>,
    /// The chains of events of which no number could be read.
    unplaced: Vec<Uuid>,
    signatures: Signatures,
    made: BTreeMap<NaiveDate, (Uuid, String, DateTime<Utc>)>,
    told: Vec<Told>,
    report: Report,
}

impl Auditor {
    /// An auditor who believes that.
    pub fn new(mut trust: Trust) -> Self {
        trust.keys.extend(trust.seals.iter().filter(|seal| seal.is_genuine()).map(|seal| seal.public_key.clone()));
        let (noted, marks, walks, made) = (Heads::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (unplaced, told) = (Vec::new(), Vec::new());
        Self { trust, noted, marks, walks, unplaced, signatures: Signatures::default(), made, told, report: Report::default() }
    }

    /// Takes the head of a chain. All heads, checkpoints and signatures come before the events.
    pub fn head(&mut self, chain: Uuid, head: Head) {
        if self.noted.insert(chain, head).is_some() {
            let sentence = "its head was noted twice".to_owned();
            self.report.findings.push(Finding::Chain(Break { chain, sequence: 0, flaw: chain::Flaw::UnknownHead, sentence }));
        }
    }

    /// Takes a checkpoint.
    pub fn checkpoint(&mut self, row: &checkpoint::Model) {
        let day = row.day;
        self.report.checkpoints.insert(day);
        self.report.keys.insert(row.public_key.clone());
        if self.made.insert(day, (row.id, row.digest.clone(), row.made_at)).is_some() {
            self.bad_checkpoint(day, "there are two of this day".to_owned());
        }
        let heads = &row.heads.0;
        if chain::digest(heads) != row.digest || chain::count(heads) != row.events {
            self.bad_checkpoint(day, "its heads do not give its digest and number of events".to_owned());
        } else if !Seal::from(row).is_genuine() {
            self.bad_checkpoint(day, "its signature is not that of what it says".to_owned());
        } else if !self.trust.keys.is_empty() && !self.trust.keys.contains(&row.public_key) {
            self.bad_checkpoint(day, format!("it is signed with a key that is not the site's ({}); if it was until then, name it with --key", row.public_key));
        } else {
            for (chain, head) in heads {
                let marks = self.marks.entry(*chain).or_default();
                match marks.get(&head.sequence) {
                    Some(mark) if mark.hash != head.hash => {
                        let sentence = format!("it and the checkpoint of {} sealed different events as number {} of one chain", mark.day, head.sequence);
                        self.bad_checkpoint(day, sentence);
                    }
                    Some(mark) if mark.day <= day => {}
                    _ => drop(marks.insert(head.sequence, Mark { hash: head.hash.clone(), day })),
                }
            }
        }
    }

    /// Takes a checkpoint that cannot be read, of a day if that can.
    pub fn unreadable_checkpoint(&mut self, day: Option<NaiveDate>) {
        match day {
            Some(day) => self.bad_checkpoint(day, "it cannot be read any more".to_owned()),
            None => self.unreadable("checkpoint"),
        }
    }

    /// Takes a signature.
    pub fn signature(&mut self, row: &signature::Model) {
        self.report.signatures += 1;
        self.signatures.take(row);
    }

    /// Takes a signature that cannot be read, and the chain to which it belongs.
    pub fn unreadable_signature(&mut self, id: Uuid, chain: Uuid) {
        self.report.signatures += 1;
        self.signatures.take_unreadable(id, chain);
    }

    /// Takes the next event of some chain.
    pub fn event(&mut self, link: &Link) {
        self.report.events += 1;
        self.walk(link.chain).step(link);
        self.report.findings.extend(self.signatures.told(link).map(Finding::Chain));
        if link.chain.is_nil() && link.fact.action == SEALED && link.fact.subject_kind == Noun::Checkpoint.to_string() {
            let text = |name: &str| link.fact.data.get(name).and_then(|value| value.as_str()).unwrap_or_default();
            if let Ok(day) = text("day").parse() {
                self.told.push(Told { id: link.fact.subject, day, digest: text("digest").to_owned(), at: link.fact.recorded_at });
            }
        }
    }

    /// Takes the next event of some chain, if it cannot be read; the one of which no number can be read at any time.
    pub fn unreadable_event(&mut self, chain: Option<Uuid>, sequence: Option<i64>) {
        self.report.events += 1;
        match (chain, sequence) {
            (Some(chain), Some(sequence)) => self.walk(chain).step_unreadable(sequence),
            (Some(chain), None) => self.unplaced.push(chain),
            (None, _) => self.unreadable("ledger_event"),
        }
    }

    /// Takes a row of which not even the place can be read.
    pub fn unreadable(&mut self, table: &'static str) {
        self.report.findings.push(Finding::Unreadable { table });
    }

    /// Takes a line of an export that cannot be read.
    pub fn bad_line(&mut self, line: u64, sentence: String) {
        self.report.findings.push(Finding::Export { line, sentence });
    }

    /// Comes to the end of everything.
    pub fn finish(mut self) -> Report {
        for chain in std::mem::take(&mut self.unplaced) {
            self.walk(chain).unplaced();
        }
        let unwalked: BTreeSet<Uuid> = self.noted.keys().chain(self.marks.keys()).copied().filter(|chain| !self.walks.contains_key(chain)).collect();
        for chain in unwalked {
            self.walk(chain);
        }
        self.report.chains = self.walks.len();
        for (chain, walk) in std::mem::take(&mut self.walks) {
            if let Err(broken) = walk.end(self.noted.get(&chain)) {
                self.report.findings.push(Finding::Chain(broken));
            }
        }
        self.report.findings.extend(std::mem::take(&mut self.signatures).untold().map(Finding::Chain));
        for Told { id, day, digest, at } in std::mem::take(&mut self.told) {
            let sentence = match self.made.get(&day) {
                None => "the ledger says that it was made, and it is gone",
                Some(made) if *made != (id, digest, at) => "it is not the one of which the ledger says that it was made",
                Some(_) => continue,
            };
            self.bad_checkpoint(day, sentence.to_owned());
        }
        for seal in std::mem::take(&mut self.trust.seals) {
            let sentence = match self.made.get(&seal.day) {
                _ if !seal.is_genuine() => "the seal that was kept is not genuine: its signature is not that of what it says",
                None => "its seal was kept, and the ledger has no checkpoint of this day: it was taken away, or this is another site's ledger",
                Some((_, digest, _)) if *digest != seal.digest => {
                    "the ledger's checkpoint is not the one whose seal was kept: the ledger was written anew, or this is another site's"
                }
                Some(_) => continue,
            };
            self.bad_checkpoint(seal.day, sentence.to_owned());
        }
        self.report
    }

    fn walk(&mut self, chain: Uuid) -> &mut Walk {
        self.walks.entry(chain).or_insert_with(|| Walk::new(chain, self.marks.remove(&chain).unwrap_or_default()))
    }

    fn bad_checkpoint(&mut self, day: NaiveDate, sentence: String) {
        self.report.findings.push(Finding::Checkpoint { day, sentence });
    }
}
