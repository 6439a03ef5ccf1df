//! Gathering the notices of some people into mails, in one transaction.

use chrono::{DateTime, Utc};
use redline_domain::{
    AddressState, HazardState, MailState, NoticeKind, NoticeState,
    ids::{self, Noun},
};
use redline_entity::{mail, notice, person};
use redline_ledger::{Context, Error, Result};
use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, LockBehavior, LockType},
};
use uuid::Uuid;

use super::load::Loaded;
use crate::{
    engine::{Engine, SweepReport, handing},
    templates::{self, About, Matter, Occasion, Worded},
};

/// Gathers what these people are to be told by now.
pub(super) async fn run(engine: &Engine, ctx: &Context, people: &[Uuid]) -> Result<SweepReport> {
    let txn = engine.db.begin().await?;
    let done = within(&txn, engine, ctx, people).await;
    match done {
        Ok(report) => txn.commit().await.map(|()| report).map_err(Error::from),
        Err(error) => {
            // Now, and not when the pool comes to it: whoever takes the people one by one would find their notices locked.
            let _ = txn.rollback().await;
            Err(error)
        }
    }
}

async fn within(txn: &DatabaseTransaction, engine: &Engine, ctx: &Context, people: &[Uuid]) -> Result<SweepReport> {
    let mut waiting = notice::Entity::find()
        .filter(notice::Column::PersonId.is_in(people.iter().copied()))
        .filter(notice::Column::State.eq(NoticeState::Pending))
        .filter(notice::Column::SendAfter.lte(ctx.now))
        .order_by_asc(notice::Column::PersonId)
        .order_by_asc(notice::Column::SendAfter)
        .order_by_asc(notice::Column::Id);
    if engine.db.backend() == DbBackend::Postgres {
        waiting = waiting.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let waiting = waiting.all(txn).await?;
    let loaded = Loaded::of(txn, &waiting).await?;
    let mut report = SweepReport::default();
    for notices in waiting.chunk_by(|a, b| a.person_id == b.person_id) {
        report += of_person(txn, ctx, &loaded, notices).await?;
    }
    Ok(report)
}

async fn of_person(db: &impl ConnectionTrait, ctx: &Context, loaded: &Loaded, notices: &[notice::Model]) -> Result<SweepReport> {
    let person = loaded.people.get(&notices[0].person_id).ok_or(Error::NotFound)?;
    let (live, dead): (Vec<&notice::Model>, Vec<&notice::Model>) = notices.iter().partition(|notice| reason_not_to_tell(ctx, loaded, notice).is_none());
    for notice in &dead {
        cancel(db, notice.id, reason_not_to_tell(ctx, loaded, notice).unwrap_or_default()).await?;
    }
    let gathered = live.len() as u64;
    let mut report = SweepReport { done: dead.len() as u64, notices: gathered, ..SweepReport::default() };
    if live.is_empty() {
        return Ok(report);
    }
    let unreachable = match (&person.email, person.email_state) {
        (None, _) => Some("NO_ADDRESS"),
        (Some(_), AddressState::Bouncing) => Some("ADDRESS_BOUNCING"),
        (Some(_), AddressState::Good) => None,
    };
    if let Some(reason) = unreachable {
        let failed: Vec<notice::Model> = live.into_iter().cloned().collect();
        handing::hand_on(db, ctx, &failed, reason).await?;
        report.done += gathered;
        return Ok(report);
    }
    let (alone, together): (Vec<&notice::Model>, Vec<&notice::Model>) = live.into_iter().partition(|notice| notice.alone);
    for notice in alone {
        compose(db, ctx, loaded, person, &[notice]).await?;
        report.done += 1;
    }
    if !together.is_empty() {
        compose(db, ctx, loaded, person, &together).await?;
        report.done += 1;
    }
    Ok(report)
}

/// Why a notice is not worth telling any more.
fn reason_not_to_tell(ctx: &Context, loaded: &Loaded, notice: &notice::Model) -> Option<&'static str> {
    use NoticeKind::{
        AudienceMissing, DueSoon, EscalatedDiscipline, EscalatedOffice, EscalatedSupervisors, HazardDeadlineNear, HazardOverdue, HazardPlanMissing,
    };
    match loaded.about(notice) {
        None => Some("GONE"),
        Some(About::Window(window, _)) if window.fulfilled_on.is_some() => Some("FULFILLED"),
        Some(About::Window(window, _)) if window.ended_on.is_some_and(|on| on <= ctx.today()) => Some("ENDED"),
        // No stale "7 days left".
        Some(About::Window(window, _)) if notice.kind == DueSoon && window.due_on < ctx.today() => Some("STALE"),
        Some(About::Window(window, _)) if ctx.site.rulebook.rule(&window.rule_code).is_none() => Some("RULE_GONE"),
        Some(About::Hazard(hazard)) if hazard.state == HazardState::Closed => {
            let of_ladder = [HazardDeadlineNear, HazardOverdue, HazardPlanMissing, EscalatedSupervisors, EscalatedOffice, EscalatedDiscipline, AudienceMissing];
            of_ladder.contains(&notice.kind).then_some("CLOSED")
        }
        Some(_) => None,
    }
}

async fn cancel(db: &impl ConnectionTrait, id: Uuid, reason: &str) -> Result<()> {
    notice::Entity::update_many()
        .col_expr(notice::Column::State, Expr::value(NoticeState::Cancelled.to_value()))
        .col_expr(notice::Column::CancelledReason, Expr::value(reason))
        .filter(notice::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Writes one mail into the outbox that carries these notices. It is put into words now, and stays as it is.
async fn compose(db: &impl ConnectionTrait, ctx: &Context, loaded: &Loaded, person: &person::Model, notices: &[&notice::Model]) -> Result<()> {
    let occasion = Occasion { site: &ctx.site, today: ctx.today(), language: person.language, name: &person.name };
    let matters: Vec<Matter> =
        notices.iter().filter_map(|notice| Matter::new(&occasion, notice, loaded.organizations.get(&notice.organization_id)?, loaded.about(notice)?)).collect();
    if matters.len() != notices.len() {
        return Err(Error::Inconsistent(format!("what person {} is to be told is not all there", person.id)));
    }
    let worded = match matters.as_slice() {
        [one] => templates::single(&occasion, one),
        all => templates::digest(&occasion, all),
    };
    let worded = worded.map_err(|error| Error::Inconsistent(format!("a template is at fault: {error}")))?;
    let mail = enqueue(db, ctx, person, worded).await?;
    for ids in notices.chunks(500) {
        notice::Entity::update_many()
            .col_expr(notice::Column::State, Expr::value(NoticeState::Gathered.to_value()))
            .col_expr(notice::Column::MailId, Expr::value(mail))
            .filter(notice::Column::Id.is_in(ids.iter().map(|notice| notice.id)))
            .exec(db)
            .await?;
    }
    Ok(())
}

async fn enqueue(db: &impl ConnectionTrait, ctx: &Context, person: &person::Model, worded: Worded) -> Result<Uuid> {
    let id = ctx.id();
    let row = mail::ActiveModel {
        id: Set(id),
        person_id: Set(person.id),
        address: Set(person.email.clone().unwrap_or_default()),
        template: Set(worded.template),
        language: Set(person.language),
        subject: Set(worded.subject),
        text: Set(worded.text),
        html: Set(worded.html),
        message_id: Set(format!("<{}@{}>", ids::encode(Noun::Mail, id), host(&ctx.site.base_url))),
        state: Set(MailState::Queued),
        attempts: Set(0),
        next_attempt_at: Set(ctx.now),
        claimed_until: Set(None::<DateTime<Utc>>),
        claim: Set(None),
        answer: Set(None),
        sent_at: Set(None),
        created_at: Set(ctx.now),
    };
    mail::Entity::insert(row).exec_without_returning(db).await?;
    Ok(id)
}

/// The host of the site's address, which makes its Message-IDs its own.
fn host(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_of_an_address_has_neither_scheme_nor_port_nor_path() {
        for (url, expected) in [
            ("http://127.0.0.1:8080", "127.0.0.1"),
            ("https://redline.example.cn", "redline.example.cn"),
            ("https://redline.example.cn/town?x#y", "redline.example.cn"),
            ("redline.example.cn:443", "redline.example.cn"),
        ] {
            assert_eq!(host(url), expected);
        }
    }
}
