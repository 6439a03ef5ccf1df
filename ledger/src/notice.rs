//! Notices (通知): what must be told to whom, once for each subject, step and person.

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{Audience, MailState, NoticeKind, NoticeState, Tale, ids::Noun, rulebook::Proposal, workdays::Workdays};
use redline_entity::{json::Told, mail, notice, organization, person};
use sea_orm::{ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, TryInsertResult, sea_query::Expr};
use uuid::Uuid;

use crate::{Context, Result, audience::resolve};

/// How many notices are written by one statement.
const NOTICES: usize = 500;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A window.
    Window(Uuid),
    /// A hazard.
    Hazard(Uuid),
    /// An account that was opened for a person.
    Account(Uuid),
    /// Any other thing, of which the notice tells in its own words.
    Thing(Noun, Uuid),
}

impl About {
    /// Its key.
    pub fn id(self) -> Uuid {
        match self {
            Self::Window(id) | Self::Hazard(id) | Self::Account(id) | Self::Thing(_, id) => id,
        }
    }
}

/// A notice before it is written.
#[derive(Clone, Debug)]
pub struct NewNotice {
    /// What it tells.
    pub kind: NoticeKind,
    /// About what.
    pub about: About,
    /// Which step or event of it; with subject and person it is told once.
    pub step: String,
    /// Whose matter it is.
    pub organization: Uuid,
    /// As what the person is told.
    pub audience: Option<Audience>,
    /// What is proposed.
    pub proposes: Option<Proposal>,
    /// Whether it is sent on its own.
    pub alone: bool,
    /// When it became true.
    pub true_at: DateTime<Utc>,
    /// When it goes out.
    pub when: When,
    /// What it tells, where no rule and no hazard says it.
    pub tale: Option<Tale>,
}

/// When a notice goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On that day, which is a working day, in the person's morning; at once, if that is past.
    Morning(NaiveDate),
    /// In the person's next morning of a working day.
    NextMorning,
    /// At once.
    Now,
}

/// Plans a notice for a person. `false`: it was planned before.
pub async fn plan(db: &impl ConnectionTrait, ctx: &Context, notice: &NewNotice, to: &person::Model) -> Result<bool> {
    Ok(plan_all(db, vec![row(ctx, notice, to)]).await? > 0)
}

/// A notice for a person, as it will be written.
pub fn row(ctx: &Context, notice: &NewNotice, to: &person::Model) -> notice::ActiveModel {
    notice::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(notice.kind),
        subject_id: Set(notice.about.id()),
        step: Set(notice.step.clone()),
        window_id: Set(if let About::Window(id) = notice.about { Some(id) } else { None }),
        hazard_id: Set(if let About::Hazard(id) = notice.about { Some(id) } else { None }),
        organization_id: Set(notice.organization),
        person_id: Set(to.id),
        audience: Set(notice.audience),
        proposes: Set(notice.proposes),
        alone: Set(notice.alone),
        state: Set(NoticeState::Pending),
        send_after: Set(send_after(ctx, notice.when, to)),
        mail_id: Set(None),
        subject_kind: Set(subject_kind(notice.about)),
        tale: Set(notice.tale.clone().map(Told)),
        true_at: Set(notice.true_at),
        noticed_at: Set(ctx.now),
        cancelled_reason: Set(None),
    }
}

/// Plans many notices by few statements, and answers how many of them are new.
pub async fn plan_all(db: &impl ConnectionTrait, rows: Vec<notice::ActiveModel>) -> Result<u64> {
    let mut planned = 0;
    for rows in rows.chunks(NOTICES) {
        let inserted = notice::Entity::insert_many(rows.to_vec())
            .on_conflict_do_nothing_on([notice::Column::SubjectId, notice::Column::Step, notice::Column::PersonId])
            .exec_without_returning(db)
            .await?;
        if let TryInsertResult::Inserted(new) = inserted {
            planned += new;
        }
    }
    Ok(planned)
}

/// Tells of something in its own words: in their next morning, the first of each body that the audiences of an organization name.
/// `step` names the event, so that nobody is told of it twice.
pub async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (kind, about, step): (NoticeKind, About, &str),
    organization: &organization::Model,
    audiences: &[Audience],
    tale: &Tale,
) -> Result<()> {
    tell_but(db, ctx, (kind, about, step), organization, audiences, tale, &[]).await
}

/// Tells as [`tell`] does, but none of those people: the next one of their body is told.
pub async fn tell_but(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (kind, about, step): (NoticeKind, About, &str),
    organization: &organization::Model,
    audiences: &[Audience],
    tale: &Tale,
    but: &[Uuid],
) -> Result<()> {
    for &audience in audiences {
        for list in resolve(db, audience, organization, None, ctx.today()).await? {
            let Some(person) = list.iter().find(|person| !but.contains(&person.id)) else { continue };
            let notice = NewNotice {
                kind,
                about,
                step: step.to_owned(),
                organization: organization.id,
                audience: Some(audience),
                proposes: None,
                alone: false,
                true_at: ctx.now,
                when: When::NextMorning,
                tale: Some(tale.clone()),
            };
            plan(db, ctx, &notice, person).await?;
        }
    }
    Ok(())
}

/// What kind of thing a notice is about, where the row does not say it by its column.
pub(crate) fn subject_kind(about: About) -> Option<String> {
    if let About::Thing(noun, _) = about { Some(noun.to_string()) } else { None }
}

/// When a notice goes out to a person.
pub(crate) fn send_after(ctx: &Context, when: When, to: &person::Model) -> DateTime<Utc> {
    let hour = to.morning_hour.and_then(|hour| u32::try_from(hour).ok()).unwrap_or(ctx.site.rulebook.settings.morning_hour);
    match when {
        When::Now => ctx.now,
        When::Morning(day) => ctx.site.zone.at(day, hour),
        When::NextMorning => {
            let today = ctx.today();
            let first = if ctx.site.zone.at(today, hour) >= ctx.now { today } else { today.succ_opt().unwrap_or(today) };
            ctx.site.zone.at(ctx.site.workdays.on_or_after(first), hour)
        }
    }
}

/// Cancels what was not yet sent about a window or hazard. A mail that waits in the outbox is taken back: what else it would
/// have told is gathered anew.
pub async fn cancel(db: &impl ConnectionTrait, about: About, reason: &str) -> Result<u64> {
    cancel_where(db, Condition::all().add(notice::Column::SubjectId.eq(about.id())), reason).await
}

/// Cancels those notices of a condition that were not yet sent.
pub async fn cancel_where(db: &impl ConnectionTrait, which: Condition, reason: &str) -> Result<u64> {
    let mails: Vec<Uuid> = notice::Entity::find()
        .select_only()
        .column(notice::Column::MailId)
        .distinct()
        .filter(which.clone())
        .filter(notice::Column::State.eq(NoticeState::Gathered))
        .filter(notice::Column::MailId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    for id in mails {
        // Only a mail that nobody is sending can be taken back.
        let taken = mail::Entity::update_many()
            .col_expr(mail::Column::State, Expr::value(MailState::Cancelled.to_value()))
            .filter(mail::Column::Id.eq(id))
            .filter(mail::Column::State.eq(MailState::Queued))
            .exec(db)
            .await?;
        if taken.rows_affected > 0 {
            notice::Entity::update_many()
                .col_expr(notice::Column::State, Expr::value(NoticeState::Pending.to_value()))
                .col_expr(notice::Column::MailId, Expr::value(Option::<Uuid>::None))
                .filter(notice::Column::MailId.eq(id))
                .exec(db)
                .await?;
        }
    }
    let cancelled = notice::Entity::update_many()
        .col_expr(notice::Column::State, Expr::value(NoticeState::Cancelled.to_value()))
        .col_expr(notice::Column::CancelledReason, Expr::value(reason))
        .filter(which)
        .filter(notice::Column::State.eq(NoticeState::Pending))
        .exec(db)
        .await?;
    Ok(cancelled.rows_affected)
}
