//! What must be told to whom and why (通知). One for each subject, step and person.

use redline_domain::{Audience, NoticeKind, NoticeState, Proposal};
use sea_orm::{entity::prelude::*, sea_query::Expr};

use crate::json::Told;

/// What must be told to whom and why (通知). One for each subject, step and person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it tells.
    pub kind: NoticeKind,
    /// The window, hazard, account or other thing that it is about.
    pub subject_id: Uuid,
    /// Which step or event of the subject, so that none is told twice.
    #[sea_orm(column_type = "Text")]
    pub step: String,
    /// The window, if it is about one.
    pub window_id: Option<Uuid>,
    /// The hazard, if it is about one.
    pub hazard_id: Option<Uuid>,
    /// Whose matter it is.
    pub organization_id: Uuid,
    /// Who is told.
    pub person_id: Uuid,
    /// As what that person is told.
    pub audience: Option<Audience>,
    /// What is proposed.
    pub proposes: Option<Proposal>,
    /// Whether it is sent on its own, never in a digest.
    pub alone: bool,
    /// Its state.
    pub state: NoticeState,
    /// The earliest moment at which it may be sent.
    pub send_after: DateTimeUtc,
    /// The mail that carries it.
    pub mail_id: Option<Uuid>,
    /// When what it tells became true.
    pub true_at: DateTimeUtc,
    /// When the engine noticed.
    pub noticed_at: DateTimeUtc,
    /// What kind of thing it is about, where it is neither window nor hazard nor account.
    #[sea_orm(column_type = "Text", nullable)]
    pub subject_kind: Option<String>,
    /// What it tells, where no rule and no hazard says it.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub tale: Option<Told>,
    /// Why it was not sent.
    #[sea_orm(column_type = "Text", nullable)]
    pub cancelled_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Whether a notice waits to be told. The word stands in the statement as it is, since only then do both databases use the indexes
/// that hold nothing but what waits.
pub fn is_waiting() -> Expr {
    Expr::cust("notice.state = 'PENDING'")
}

/// Whether a mail carries a notice that was not told yet, in words for the same reason.
pub fn is_gathered() -> Expr {
    Expr::cust("notice.state = 'GATHERED'")
}

#[cfg(test)]
mod tests {
    use sea_orm::ActiveEnum;

    use super::*;

    #[test]
    fn the_words_are_those_of_the_states() {
        assert_eq!([NoticeState::Pending.to_value(), NoticeState::Gathered.to_value()], ["PENDING", "GATHERED"]);
    }
}
