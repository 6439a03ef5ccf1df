//! News of changes (变动): which windows and hazards have just changed and which mails have just been delivered, for whoever watches.
//!
//! The ledger is what they are read from. PostgreSQL tells them to whoever listens, in the moment of the commit; an SQLite file is
//! looked into four times a second. Nothing depends on them but what people watch: who missed some reads anew.

mod postgres;
mod source;
mod sqlite;

use std::collections::BTreeSet;

use redline_domain::{chain::Fact, ids::Noun};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::Value;
use uuid::Uuid;

pub use source::{News, Source};

use crate::Result;

/// The channel on which PostgreSQL tells changes.
const CHANNEL: &str = "redline_changes";

/// How many bytes one notification of PostgreSQL may have; it takes 7,999.
const LONGEST: usize = 7_900;

/// What has changed (变动类别).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A window began, was fulfilled, became overdue, was set off, reopened or ended (期次).
    Window,
    /// A hazard went a step further (隐患).
    Hazard,
    /// A mail was accepted by the mail server, and with it the notices that it carries (送达).
    Delivery,
}

/// Something that has just changed (变动).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// What kind of thing.
    pub kind: Kind,
    /// Which: the window, the hazard, the mail.
    pub id: Uuid,
    /// Whose: the organization of a window or hazard, the person to whom a mail went.
    pub whose: Uuid,
}

impl Change {
    /// The change that an event of the ledger speaks of, if anybody can watch such.
    fn of(noun: &str, subject: Uuid, organization: Option<Uuid>, action: &str, data: &Value) -> Option<Self> {
        let change = |kind, whose| Self { kind, id: subject, whose };
        if noun == Noun::Window.to_string() {
            Some(change(Kind::Window, organization?))
        } else if noun == Noun::Hazard.to_string() {
            Some(change(Kind::Hazard, organization?))
        } else if action == "MAIL_SENT" {
            Some(change(Kind::Delivery, data.get("person")?.as_str()?.parse().ok()?))
        } else {
            None
        }
    }

    fn encode(&self) -> String {
        let kind = match self.kind {
            Kind::Window => 'w',
            Kind::Hazard => 'h',
            Kind::Delivery => 'd',
        };
        format!("{kind}{}{}", self.id.simple(), self.whose.simple())
    }

    /// A change as it was encoded; none: a newer program's, of which this one knows nothing.
    fn decode(text: &str) -> Option<Self> {
        let kind = match text.get(..1)? {
            "w" => Kind::Window,
            "h" => Kind::Hazard,
            "d" => Kind::Delivery,
            _ => return None,
        };
        Some(Self { kind, id: text.get(1..33)?.parse().ok()?, whose: text.get(33..)?.parse().ok()? })
    }
}

/// Which changes are to be announced of what is about to be written, each once. None on SQLite, where who watches reads the ledger.
pub(crate) fn to_announce(db: &impl ConnectionTrait, facts: &[Fact]) -> BTreeSet<Change> {
    if db.get_database_backend() != DbBackend::Postgres {
        return BTreeSet::new();
    }
    facts.iter().filter_map(|fact| Change::of(&fact.subject_kind, fact.subject, fact.organization, &fact.action, &fact.data)).collect()
}

/// Tells changes to whoever listens to PostgreSQL, when the transaction is committed and only then.
pub(crate) async fn announce(db: &impl ConnectionTrait, changes: BTreeSet<Change>) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let mut parts = vec![String::new()];
    for change in changes {
        let line = change.encode();
        match parts.last_mut() {
            Some(last) if last.len() + line.len() < LONGEST => {
                last.push_str(&line);
                last.push('\n');
            }
            _ => parts.push(line + "\n"),
        }
    }
    let sql = "SELECT pg_notify($1, part) FROM unnest($2::text[]) part";
    db.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [CHANNEL.into(), parts.into()])).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_is_read_as_it_was_told_and_what_is_unknown_is_passed_over() {
        let (id, whose) = (Uuid::from_u128(7), Uuid::from_u128(8));
        for kind in [Kind::Window, Kind::Hazard, Kind::Delivery] {
            let change = Change { kind, id, whose };
            assert_eq!(Change::decode(&change.encode()), Some(change));
        }
        for odd in ["", "w", "x0000", "w00000000000000000000000000000007", "隐患"] {
            assert_eq!(Change::decode(odd), None, "{odd}");
        }
    }

    #[test]
    fn events_of_windows_and_hazards_and_mails_that_went_out_are_changes_and_others_are_not() {
        let (id, whose) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let of = |noun: Noun, organization, action, data: Value| Change::of(&noun.to_string(), id, organization, action, &data);
        assert_eq!(of(Noun::Window, Some(whose), "WINDOW_FULFILLED", json!({})), Some(Change { kind: Kind::Window, id, whose }));
        assert_eq!(of(Noun::Hazard, Some(whose), "HAZARD_ACCEPTED", json!({})), Some(Change { kind: Kind::Hazard, id, whose }));
        assert_eq!(of(Noun::Mail, None, "MAIL_SENT", json!({ "person": whose })), Some(Change { kind: Kind::Delivery, id, whose }));
        assert_eq!(of(Noun::Mail, None, "MAIL_FAILED", json!({ "person": whose })), None);
        assert_eq!(of(Noun::Drill, Some(whose), "DRILL_RECORDED", json!({})), None);
    }
}
