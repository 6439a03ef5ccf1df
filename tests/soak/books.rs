//! What stands in the database, and what came to the people: by it a town that met with faults is held against one that did not.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use redline_domain::{MailState, NoticeState};
use redline_entity::{ledger_event, mail, notice};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{smtp::MailServer, town::Town};

/// What the engine wrote about windows: who is told of what, and the events, each as often as it stands there.
#[derive(PartialEq, Eq)]
pub struct Books {
    /// Subject, step and person of each notice.
    pub notices: Vec<(Uuid, String, Uuid)>,
    /// Subject, action and moment of each event, with its facts.
    pub events: Vec<(Uuid, String, DateTime<Utc>, String)>,
}

impl Books {
    /// As they are.
    pub async fn of(town: &Town) -> Self {
        let db = town.township.db.read();
        let rows = notice::Entity::find().filter(notice::Column::WindowId.is_not_null()).all(db).await.expect("notices");
        let mut notices: Vec<_> = rows.into_iter().map(|row| (row.subject_id, row.step, row.person_id)).collect();
        let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectKind.eq("WINDOW")).all(db).await.expect("events");
        let mut events: Vec<_> = rows.into_iter().map(|row| (row.subject_id, row.action, row.true_at, row.data.to_string())).collect();
        notices.sort();
        events.sort();
        Self { notices, events }
    }

    /// As one worker writes them that nothing happens to. Towns of one size are the same, keys and all.
    pub async fn undisturbed(like: &Town) -> Self {
        let twin = Town::with(like.enterprises.len()).await;
        let engine = twin.quiet(1_000);
        let report = engine.cycle(twin.morning()).await.expect("a cycle");
        assert!(report.alarms.is_empty() && report.windows.done > 0, "{report:?}");
        Self::of(&twin).await
    }

    /// Says where they differ; the whole would fill a book.
    pub fn assert_same(&self, other: &Self) {
        assert!(self.notices == other.notices, "{} notices, and undisturbed {}", self.notices.len(), other.notices.len());
        assert!(self.events == other.events, "{} events, and undisturbed {}", self.events.len(), other.events.len());
    }
}

/// Everything about windows was told: each notice is in a mail that was sent, and each of these mails came. Answers how many came more than once,
/// which is never more than a word of the same mail.
pub async fn all_told(town: &Town, server: &MailServer) -> usize {
    let db = town.township.db.read();
    let notices = notice::Entity::find().filter(notice::Column::WindowId.is_not_null()).all(db).await.expect("notices");
    let mails: BTreeMap<Uuid, mail::Model> = mail::Entity::find().all(db).await.expect("mails").into_iter().map(|mail| (mail.id, mail)).collect();
    for notice in &notices {
        let mail = notice.mail_id.and_then(|id| mails.get(&id));
        assert!(notice.state == NoticeState::Sent && mail.is_some_and(|mail| mail.state == MailState::Sent), "{notice:?} in {mail:?}");
    }
    let mut came: BTreeMap<&str, Vec<&(String, String)>> = BTreeMap::new();
    let accepted = server.accepted();
    for letter in &accepted {
        came.entry(message_id(&letter.1)).or_default().push(letter);
    }
    let sent: BTreeSet<&str> = mails.values().map(|mail| mail.message_id.as_str()).collect();
    assert!(came.keys().copied().eq(sent.iter().copied()), "{} mails came, {} were sent", came.len(), sent.len());
    let told = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("MAIL_SENT")).all(db).await.expect("events");
    let of: BTreeSet<Uuid> = told.iter().map(|event| event.subject_id).collect();
    assert_eq!((told.len(), of.len()), (mails.len(), mails.len()), "one event of each mail");
    for letters in came.values() {
        assert!(letters.iter().all(|letter| *letter == letters[0]), "a mail that came twice came differently");
    }
    accepted.len() - came.len()
}

/// The Message-ID in a message.
pub fn message_id(message: &str) -> &str {
    message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("a Message-ID").trim()
}
