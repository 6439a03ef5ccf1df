//! Walking a chain from its beginning to its end (验链).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Flaw, Head, Link};

/// What a checkpoint (封存点) says of an event: its hash as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The hash.
    pub hash: String,
    /// The day of the checkpoint.
    pub day: NaiveDate,
}

/// The first break in a chain (断点).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// Which chain.
    pub chain: Uuid,
    /// The number of the first event that is not as it was.
    pub sequence: i64,
    /// What is wrong.
    pub flaw: Flaw,
    /// What is wrong, in a sentence.
    pub sentence: String,
}

/// A walk along one chain, event by event. It keeps no more than where it is, so that a chain may be of any length.
#[derive(Debug)]
pub struct Walk {
    chain: Uuid,
    at: Head,
    marks: BTreeMap<i64, Mark>,
    /// The last event that was found to be as a checkpoint sealed it.
    sealed: i64,
    broken: Option<Break>,
}

impl Walk {
    /// A walk from the beginning of a chain, past what checkpoints say of its events, by their number.
    pub fn new(chain: Uuid, marks: BTreeMap<i64, Mark>) -> Self {
        Self { chain, at: Head::default(), marks, sealed: 0, broken: None }
    }

    /// Goes on to the next event.
    pub fn step(&mut self, link: &Link) {
        if let Some(broken) = &mut self.broken {
            // What was written for the place of the break may still come; then it is known what happened there.
            if link.was_written_after(&self.at) {
                *broken = displaced(broken, link.sequence);
            }
            return;
        }
        let next = self.at.sequence + 1;
        if link.sequence == next && link.previous_hash == self.at.hash && link.is_whole() {
            match self.marks.get(&next) {
                Some(mark) if mark.hash != link.hash => {
                    let from = self.sealed + 1;
                    let which = if from == next { "it was".to_owned() } else { format!("one or more of the events {from} to {next} were") };
                    let sentence = format!("its hash is not the one that the checkpoint of {} sealed; {which} written anew after that day", mark.day);
                    self.break_at(next, Flaw::Rewritten, sentence);
                    return;
                }
                Some(_) => self.sealed = next,
                None => {}
            }
            self.at = link.head();
            return;
        }
        let last = self.at.sequence;
        if link.sequence == next {
            if link.is_whole() {
                let sentence = format!("it does not follow event {last} as that stands now: one of the two was written anew, with its hash reckoned anew");
                self.break_at(next, Flaw::Rewritten, sentence);
            } else {
                self.break_at(next, Flaw::Changed, "what it says does not give the hash that it carries".to_owned());
            }
        } else if link.was_written_after(&self.at) {
            self.break_at(next, Flaw::Changed, format!("it carries the number {} in place of its own", link.sequence));
        } else if link.sequence > next {
            self.break_at(next, Flaw::Gap, format!("after event {last} comes event {}", link.sequence));
        } else {
            self.break_at(link.sequence, Flaw::Fork, "there are two events of this number".to_owned());
        }
    }

    /// Goes on to an event that cannot be read: of what it says nothing is known but that it is not what was written.
    pub fn step_unreadable(&mut self, sequence: i64) {
        if self.broken.is_some() {
            return;
        }
        let (last, next) = (self.at.sequence, self.at.sequence + 1);
        match sequence {
            _ if sequence == next => self.break_at(next, Flaw::Changed, "what it says cannot be read any more".to_owned()),
            _ if sequence > next => self.break_at(next, Flaw::Gap, format!("after event {last} comes event {sequence}")),
            _ => self.break_at(sequence, Flaw::Fork, "there are two events of this number, of which one cannot be read".to_owned()),
        }
    }

    /// Takes an event of which not even the place can be read, once all others were walked: it is the one that is missing.
    pub fn unplaced(&mut self) {
        let sentence = "its number or key cannot be read any more".to_owned();
        match &mut self.broken {
            None => self.break_at(self.at.sequence + 1, Flaw::Changed, sentence),
            Some(broken) if broken.flaw == Flaw::Gap => *broken = Break { flaw: Flaw::Changed, sentence, ..broken.clone() },
            Some(_) => {}
        }
    }

    /// The end of the chain, against the head that was noted apart from it.
    ///
    /// # Errors
    /// The first break, wherever in the chain it was.
    pub fn end(self, noted: Option<&Head>) -> Result<Head, Break> {
        if let Some(broken) = self.broken {
            return Err(broken);
        }
        let (chain, last) = (self.chain, self.at.sequence);
        let bad = |sequence, flaw, sentence| Err(Break { chain, sequence, flaw, sentence });
        if let Some((sealed, mark)) = self.marks.last_key_value().filter(|(sealed, _)| **sealed > last) {
            return bad(last + 1, Flaw::Truncated, format!("the chain ends after event {last}, and the checkpoint of {} sealed {sealed} events", mark.day));
        }
        match noted {
            None if last == 0 => Ok(self.at),
            None => bad(1, Flaw::UnknownHead, format!("there are {last} events, and no head of this chain was noted")),
            Some(head) if head.sequence > last => {
                bad(last + 1, Flaw::Truncated, format!("the chain ends after event {last}, and its head was noted as event {}", head.sequence))
            }
            Some(head) if head.sequence < last => {
                bad(head.sequence + 1, Flaw::UnknownHead, format!("the chain goes on to event {last}, and its head was noted as event {}", head.sequence))
            }
            Some(head) if head.hash != self.at.hash => {
                let from = self.sealed + 1;
                bad(last, Flaw::Rewritten, format!("its hash is not that of the head that was noted: events from {from} on were written anew, or the head was"))
            }
            Some(_) => Ok(self.at),
        }
    }

    fn break_at(&mut self, sequence: i64, flaw: Flaw, sentence: String) {
        self.broken = Some(Break { chain: self.chain, sequence, flaw, sentence });
    }
}

/// A break, after what was written for its place was found further on under some number.
fn displaced(broken: &Break, found: i64) -> Break {
    let (flaw, sentence) = match broken.flaw {
        Flaw::Changed | Flaw::Rewritten if found == broken.sequence => {
            (Flaw::Fork, "there are two events of this number, and the first of them is false".to_owned())
        }
        Flaw::Gap if found == broken.sequence => (Flaw::Reordered, "it stands behind events that came after it".to_owned()),
        Flaw::Changed | Flaw::Rewritten | Flaw::Gap => (Flaw::Reordered, format!("what was written here stands as event {found} now")),
        flaw => (flaw, broken.sentence.clone()),
    };
    Break { flaw, sentence, ..broken.clone() }
}
