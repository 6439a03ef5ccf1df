//! Recording what came of a delivery. Only who still holds the claim may.

mod accepted;

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use redline_domain::{AddressState, EmailAddress, MailState, ids::Noun};
use redline_entity::{mail, person};
use redline_ledger::{
    Context, Result,
    event::{self, NewEvent},
    mail_halt,
};
use sea_orm::{ActiveEnum, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{DeliveryReport, HALT, Outcome, backoff};
use crate::{
    engine::{Engine, handing},
    mail::{NotSent, Verdict},
};

/// The longest answer that is kept.
const LONGEST_ANSWER: usize = 500;

/// For so long it is tried to write down what was handed over. Only this process knows it, and who forgets it sends twice.
pub(super) const RECORDING: Duration = Duration::from_secs(15);

/// Between two tries.
const PAUSE: Duration = Duration::from_secs(1);

/// Records the outcomes of one claim, though the database be away for a moment. Tried again after it was written after all, it is
/// refused: the claim is over by then.
pub(super) async fn surely(engine: &Engine, now: DateTime<Utc>, token: Uuid, outcomes: &[Outcome]) -> Result<DeliveryReport> {
    let since = Instant::now();
    loop {
        match all(engine, now, token, outcomes).await {
            Err(error) if since.elapsed() + PAUSE < RECORDING && error.passing().is_some() => {
                tracing::warn!(%error, "what was delivered could not be written down yet");
                tokio::time::sleep(PAUSE).await;
            }
            done => return done,
        }
    }
}

/// Records the outcomes of one claim, in one transaction.
async fn all(engine: &Engine, now: DateTime<Utc>, token: Uuid, outcomes: &[Outcome]) -> Result<DeliveryReport> {
    let ctx = engine.context(now);
    let mut report = DeliveryReport::default();
    let mut events = Vec::new();
    let (mut halted, mut accepted) = (None, Vec::new());
    let txn = engine.db.begin().await?;
    for outcome in outcomes {
        if let Ok(answer) = &outcome.result {
            accepted.push((&outcome.mail, answer.as_str()));
            continue;
        }
        if !settle(&txn, &ctx, token, outcome).await? {
            report.stale += late(&outcome.mail);
            continue;
        }
        let mail = &outcome.mail;
        match &outcome.result {
            Ok(_) | Err(NotSent { verdict: Verdict::NotTried, .. }) => {}
            Err(NotSent { verdict: Verdict::Refused, answer }) => {
                report.failed += 1;
                refused(&txn, &ctx, mail).await?;
                events.push(event(mail, "MAIL_FAILED", answer));
            }
            Err(NotSent { verdict, answer }) => {
                report.later += 1;
                if *verdict == Verdict::Halted {
                    report.halted = Some(answer.clone());
                    halted = Some((mail.id, answer));
                }
            }
        }
    }
    let written = accepted::settle(&txn, now, token, &accepted).await?;
    let mut went = None;
    for (mail, answer) in accepted {
        if written.contains(&mail.id) {
            report.sent += 1;
            went = Some(mail.id);
            events.push(event(mail, "MAIL_SENT", answer));
        } else {
            report.stale += late(mail);
        }
    }
    event::append_all(&txn, &ctx, events).await?;
    match (halted, went) {
        (Some((mail, answer)), _) => mail_halt::note(&txn, &ctx, mail, now + HALT, answer).await?,
        (None, Some(mail)) => mail_halt::clear(&txn, &ctx, mail).await?,
        (None, None) => {}
    }
    txn.commit().await?;
    if let Some(answer) = &report.halted {
        engine.note_halt(now, answer);
    }
    for Outcome { mail, result } in outcomes {
        if let Err(NotSent { verdict, answer }) = result
            && *verdict != Verdict::NotTried
        {
            tracing::warn!(mail = %mail.id, to = masked(&mail.address), ?verdict, attempts = mail.attempts + 1, answer, "a mail was not accepted");
        }
    }
    Ok(report)
}

/// The claim had passed to another deliverer, who answers for the mail now.
fn late(mail: &mail::Model) -> u64 {
    tracing::warn!(mail = %mail.id, "the outcome of a delivery came after its claim had passed to another deliverer");
    1
}

/// Writes on a mail that it was not accepted; `false`: the claim was lost.
async fn settle(db: &impl ConnectionTrait, ctx: &Context, token: Uuid, outcome: &Outcome) -> Result<bool> {
    let mail = &outcome.mail;
    let tried = mail.attempts.saturating_add(1);
    let (state, attempts, answer, next) = match &outcome.result {
        Err(NotSent { verdict: Verdict::Refused, answer }) => (MailState::Failed, tried, Some(answer.as_str()), mail.next_attempt_at),
        Err(NotSent { verdict: Verdict::NotTried, .. }) | Ok(_) => (MailState::Queued, mail.attempts, mail.answer.as_deref(), mail.next_attempt_at),
        Err(NotSent { answer, .. }) => (MailState::Queued, tried, Some(answer.as_str()), ctx.now + backoff::pause(tried, &ctx.site)),
    };
    let answer = answer.map(shortened);
    let written = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(state.to_value()))
        .col_expr(mail::Column::Attempts, Expr::value(attempts))
        .col_expr(mail::Column::Answer, Expr::value(answer))
        .col_expr(mail::Column::NextAttemptAt, Expr::value(next))
        .col_expr(mail::Column::Claim, Expr::value(None::<Uuid>))
        .col_expr(mail::Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .filter(mail::Column::Id.eq(mail.id))
        .filter(mail::Column::State.eq(MailState::Sending))
        .filter(mail::Column::Claim.eq(token))
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
