//! Mails that the server accepted, written down by few statements, since they are the many.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use redline_domain::{MailState, NoticeState};
use redline_entity::{mail, notice};
use redline_ledger::Result;
use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Asterisk, Expr, ExprTrait, IntoIden, Query, TableRef},
};
use uuid::Uuid;

use super::shortened;

/// Writes on mails that they were accepted, and on their notices that they were told. Answers which of them it could: of the
/// others the claim was lost.
pub(super) async fn settle(db: &impl ConnectionTrait, now: DateTime<Utc>, token: Uuid, accepted: &[(&mail::Model, &str)]) -> Result<BTreeSet<Uuid>> {
    if accepted.is_empty() {
        return Ok(BTreeSet::new());
    }
    let written = sent(db, now, token, accepted).await?;
    notice::Entity::update_many()
        .col_expr(notice::Column::State, Expr::value(NoticeState::Sent.to_value()))
        .filter(notice::Column::MailId.is_in(written.iter().copied()))
        .filter(notice::is_gathered())
        .exec(db)
        .await?;
    Ok(written)
}

async fn sent(db: &impl ConnectionTrait, now: DateTime<Utc>, token: Uuid, mails: &[(&mail::Model, &str)]) -> Result<BTreeSet<Uuid>> {
    // Both databases call the columns of a list of values so.
    let (id, answer) = (("outcome", "column1"), ("outcome", "column2"));
    let mut outcomes = Query::select();
    outcomes.expr(Expr::col(Asterisk)).from_values(mails.iter().map(|(mail, answer)| (mail.id, shortened(answer))), "listed");
    let update = Query::update()
        .table(mail::Entity)
        .value(mail::Column::State, MailState::Sent.to_value())
        .value(mail::Column::Attempts, Expr::col((mail::Entity, mail::Column::Attempts)).add(1))
        .value(mail::Column::Answer, Expr::col(answer))
        .value(mail::Column::SentAt, now)
        .value(mail::Column::Claim, None::<Uuid>)
        .value(mail::Column::ClaimedUntil, None::<DateTime<Utc>>)
        .from(TableRef::SubQuery(Box::new(outcomes), "outcome".into_iden()))
        .and_where(Expr::col((mail::Entity, mail::Column::Id)).equals(id))
        .and_where(mail::is_sending())
        .and_where(Expr::col((mail::Entity, mail::Column::Claim)).eq(token))
        .returning(Query::returning().expr(Expr::col((mail::Entity, mail::Column::Id))))
        .to_owned();
    db.query_all(&update).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}
