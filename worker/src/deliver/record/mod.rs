//! Recording what came of a delivery. Only who still holds the claim may.

mod accepted;

use std::{
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use redline_domain::{AddressState, EmailAddress, MailState, ids::Noun};
use redline_entity::{mail, person};
use redline_ledger::{
    Context, Result,
    event::{self, NewEvent},
    mail_halt, persist,
};
use sea_orm::{ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use tokio::sync::mpsc::UnboundedReceiver;
use uuid::Uuid;

use super::{
    DeliveryReport, HALT, backoff,
    dispatch::{Dispatch, Outcome},
};
use crate::{
    engine::handing,
    mail::{NotSent, Verdict},
};

/// The longest answer that is kept.
const LONGEST_ANSWER: usize = 500;

/// How many mails are written down, or given back, by one statement.
const MOST: usize = 500;

/// For so long at least it is tried to write down what was handed over. Only this process knows it, and who forgets it sends twice.
pub(super) const RECORDING: Duration = Duration::from_secs(15);

/// Between two tries.
const PAUSE: Duration = Duration::from_secs(1);

/// Writes down what came of the mails of a claim, until there is nothing more to come: each time, in one transaction, what is there by
/// then, but never all that there is room for.
///
/// # Errors
/// If something could not be written down. Nothing more is begun then, and what still comes is written down if it can be.
pub(super) async fn as_it_comes(claim: &Dispatch<'_>, mut told: UnboundedReceiver<Outcome<'_>>) -> Result<DeliveryReport> {
    let (mut report, mut failed) = (DeliveryReport::default(), None);
    let mut outcomes = Vec::new();
    // While these are written down, others are handed over.
    let most = (claim.engine.transport.room() / 2).clamp(1, MOST);
    while told.recv_many(&mut outcomes, most).await > 0 {
        match surely(claim, || all(claim, &outcomes)).await {
            Ok(written) => report += written,
            Err(error) => {
                claim.end();
                failed.get_or_insert(error);
            }
        }
        // Now there is room for others.
        outcomes.clear();
    }
    failed.map_or(Ok(report), Err)
}

/// Gives back what was not begun: it waits as before.
pub(super) async fn give_back(claim: &Dispatch<'_>, mails: &[Uuid]) -> Result<()> {
    surely(claim, || async {
        let txn = claim.engine.db.begin().await?;
        for mails in mails.chunks(MOST) {
            let released = mail::Entity::update_many()
                .col_expr(mail::Column::State, Expr::value(MailState::Queued.to_value()))
                .col_expr(mail::Column::Claim, Expr::value(None::<Uuid>))
                .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>));
            released.filter(mail::Column::Id.is_in(mails.iter().copied())).filter(held(claim.token)).exec(&txn).await?;
        }
        Ok(txn.commit().await?)
    })
    .await
}

/// Writes, though the database be away for a moment; meanwhile nothing more is begun. What was written after all when it is tried again is
/// refused: the claim is over by then.
async fn surely<T, F: Future<Output = Result<T>>>(claim: &Dispatch<'_>, write: impl Fn() -> F) -> Result<T> {
    loop {
        match persist(&write).await {
            Err(error) if error.passing().is_some() && Instant::now() + PAUSE < claim.deadline() => {
                tracing::warn!(%error, "what became of mails could not be written down yet");
                claim.end();
                tokio::time::sleep(PAUSE).await;
            }
            done => return done,
        }
    }
}

/// Writes outcomes down in one transaction.
async fn all(claim: &Dispatch<'_>, outcomes: &[Outcome<'_>]) -> Result<DeliveryReport> {
    let ctx = claim.engine.context(claim.now);
    let mut report = DeliveryReport::default();
    let (mut halted, mut went, mut events) = (None, None, Vec::new());
    let txn = claim.engine.db.begin().await?;
    let accepted: Vec<_> = outcomes.iter().filter_map(|outcome| Some((&outcome.mail, outcome.result.as_deref().ok()?))).collect();
    let sent = accepted::settle(&txn, claim.now, claim.token, &accepted).await?;
    for Outcome { mail, result, .. } in outcomes {
        let written = match result {
            Ok(_) => sent.contains(&mail.id),
            Err(not_sent) => settle(&txn, &ctx, claim.token, mail, not_sent).await?,
        };
        match result {
            _ if !written => {
                tracing::warn!(mail = %mail.id, "the outcome of a delivery came after its claim had passed to another deliverer");
                report.stale += 1;
            }
            Ok(answer) => {
                report.sent += 1;
                went = Some(mail.id);
                events.push(event(mail, "MAIL_SENT", answer));
            }
            Err(NotSent { verdict: Verdict::Refused, answer }) => {
                report.failed += 1;
                refused(&txn, &ctx, mail).await?;
                events.push(event(mail, "MAIL_FAILED", answer));
            }
            Err(NotSent { verdict: Verdict::Later, .. }) => report.later += 1,
            Err(NotSent { verdict: Verdict::Halted, answer }) => {
                report.later += 1;
                report.halted = Some(answer.clone());
                halted = Some((mail.id, answer));
            }
        }
    }
    event::append_all(&txn, &ctx, events).await?;
    match (halted, went) {
        (Some((mail, answer)), _) => mail_halt::note(&txn, &ctx, mail, claim.now + HALT, answer).await?,
        (None, Some(mail)) if claim.halted.load(Ordering::Relaxed) => mail_halt::clear(&txn, &ctx, mail).await?,
        (None, _) => {}
    }
    txn.commit().await?;
    if let Some(answer) = &report.halted {
        claim.halted.store(true, Ordering::Relaxed);
        claim.engine.note_halt(claim.now, answer);
    }
    for Outcome { mail, result, .. } in outcomes {
        if let Err(NotSent { verdict, answer }) = result {
            tracing::warn!(mail = %mail.id, to = masked(&mail.address), ?verdict, attempts = mail.attempts + 1, answer, "a mail was not accepted");
        }
    }
    Ok(report)
}

/// Who still holds the claim: of nobody else the word is taken.
fn held(token: Uuid) -> Condition {
    Condition::all().add(mail::Column::State.eq(MailState::Sending)).add(mail::Column::Claim.eq(token))
}

/// Writes on a mail that it was not accepted; `false`: the claim was lost.
async fn settle(db: &impl ConnectionTrait, ctx: &Context, token: Uuid, mail: &mail::Model, NotSent { verdict, answer }: &NotSent) -> Result<bool> {
    let tried = mail.attempts.saturating_add(1);
    let (state, next) = match verdict {
        Verdict::Refused => (MailState::Failed, mail.next_attempt_at),
        Verdict::Later | Verdict::Halted => (MailState::Queued, ctx.now + backoff::pause(tried, &ctx.site)),
    };
    let written = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state.to_value()))
        .col_expr(mail::Column::Attempts, Expr::value(tried))
        .col_expr(mail::Column::Answer, Expr::value(shortened(answer)))
        .col_expr(mail::Column::NextAttemptAt, Expr::value(next))
        .col_expr(mail::Column::Claim, Expr::value(None::<Uuid>))
        .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .filter(mail::Column::Id.eq(mail.id))
        .filter(held(token))
        .exec(db)
        .await?;
    Ok(written.rows_affected == 1)
}

/// The part of an answer that is kept.
fn shortened(answer: &str) -> String {
    answer.chars().take(LONGEST_ANSWER).collect()
}

/// The address takes no mail: that is remembered of the person, and the next one at each step is told instead.
async fn refused(db: &impl ConnectionTrait, ctx: &Context, mail: &mail::Model) -> Result<()> {
    person::Entity::update_many()
        .col_expr(person::Column::EmailState, Expr::value(AddressState::Bouncing.to_value()))
        .filter(person::Column::Id.eq(mail.person_id))
        // Who has another address by now is not to suffer for the old one.
        .filter(person::Column::Email.eq(&mail.address))
        .exec(db)
        .await?;
    let notices = handing::carried(db, mail).await?;
    handing::hand_on(db, ctx, &notices, "ADDRESS_BOUNCING").await
}

fn event(mail: &mail::Model, action: &'static str, answer: &str) -> NewEvent {
    let data = json!({ "person": mail.person_id, "template": mail.template, "attempts": mail.attempts + 1, "answer": answer });
    NewEvent::new(None, Noun::Mail, mail.id, action, data)
}

/// The recipient, as logs may show it.
fn masked(address: &str) -> String {
    EmailAddress::parse(address).map_or_else(|_| "***".to_owned(), |address| address.masked())
}
