//! A mail in the outbox (发件箱), which carries one or many notices.

use redline_domain::{Language, MailState};
use sea_orm::{Set, entity::prelude::*, sea_query::Expr};

/// A mail in the outbox (发件箱), which carries one or many notices.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// To whom.
    pub person_id: Uuid,
    /// The address at the time.
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// Which template it was made by.
    #[sea_orm(column_type = "Text")]
    pub template: String,
    /// In which language.
    pub language: Language,
    /// Its subject.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// Its Message-ID, fixed for all attempts.
    #[sea_orm(unique, column_type = "Text")]
    pub message_id: String,
    /// Its state.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i32,
    /// When to try next.
    pub next_attempt_at: DateTimeUtc,
    /// Until when a deliverer holds it.
    pub claimed_until: Option<DateTimeUtc>,
    /// The claim's token: who no longer holds it may not report on it.
    pub claim: Option<Uuid>,
    /// What the mail server answered last.
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    /// When the server accepted it.
    pub sent_at: Option<DateTimeUtc>,
    /// When it was made.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

/// What is the same of every mail that was just put into the outbox: it waits from a moment on, and nobody has tried it.
pub fn new(from: DateTimeUtc) -> ActiveModel {
    ActiveModel {
        state: Set(MailState::Queued),
        attempts: Set(0),
        next_attempt_at: Set(from),
        claimed_until: Set(None),
        claim: Set(None),
        answer: Set(None),
        sent_at: Set(None),
        ..Default::default()
    }
}

/// Whether a mail waits for a deliverer. The word stands in the statement as it is, since only then do both databases use the index that
/// holds nothing but what waits.
pub fn is_queued() -> Expr {
    Expr::cust("mail.state = 'QUEUED'")
}

/// Whether a mail is on its way, in words for the same reason.
pub fn is_sending() -> Expr {
    Expr::cust("mail.state = 'SENDING'")
}

/// Whether a mail waits or is on its way, in words for the same reason.
pub fn is_unsent() -> Expr {
    Expr::cust("mail.state IN ('QUEUED', 'SENDING')")
}

/// Whether a mail was given up, in words for the same reason.
pub fn is_failed() -> Expr {
    Expr::cust("mail.state = 'FAILED'")
}

#[cfg(test)]
mod tests {
    use sea_orm::ActiveEnum;

    use super::*;

    #[test]
    fn the_words_are_those_of_the_states() {
        assert_eq!([MailState::Queued, MailState::Sending, MailState::Failed].map(|state| state.to_value()), ["QUEUED", "SENDING", "FAILED"]);
    }
}
