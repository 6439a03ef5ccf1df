//! Gathering the notices of some people into mails, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use redline_domain::{
    AddressState, HazardState, NoticeKind, NoticeState,
    ids::{self, Noun},
    pace,
};
use redline_entity::{mail, mail_body, notice, person};
use redline_ledger::{Context, Error, Result};
use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Asterisk, Expr, ExprTrait, IntoIden, LockBehavior, LockType, Query, TableRef},
};
use uuid::Uuid;

use super::{Waiting, departures, load::Loaded};
use crate::{
    engine::{Engine, SweepReport, handing},
    templates::{self, About, Matter, Occasion},
};

/// How many rows are written by one statement.
const ROWS: usize = 500;

/// How many mails are made for a person at once: as many as may leave within twenty minutes.
const MAILS_AT_ONCE: usize = pace::LIMITS[1].0;

/// What is to be written once all people of a batch are gone through.
#[derive(Default)]
struct Pile {
    mails: Vec<mail::ActiveModel>,
    bodies: Vec<mail_body::ActiveModel>,
    /// The notices that a mail carries.
    carried: Vec<(Uuid, Vec<Uuid>)>,
    /// The notices that are not worth telling any more, by reason.
    cancelled: BTreeMap<&'static str, Vec<Uuid>>,
    /// The notices of people who got enough mail for now, by the moment at which they may get the next one.
    held: BTreeMap<DateTime<Utc>, Vec<Uuid>>,
}

/// Gathers these notices into mails, as far as they still wait.
pub(super) async fn run(engine: &Engine, ctx: &Context, batch: &[Waiting]) -> Result<SweepReport> {
    let txn = engine.db.begin().await?;
    match within(&txn, engine, ctx, batch).await {
        Ok(report) => txn.commit().await.map(|()| report).map_err(Error::from),
        Err(error) => {
            // Now, and not when the pool comes to it: whoever takes the people one by one would find their notices locked.
            drop(txn.rollback().await);
            Err(error)
        }
    }
}

async fn within(txn: &DatabaseTransaction, engine: &Engine, ctx: &Context, batch: &[Waiting]) -> Result<SweepReport> {
    let people = take(txn, engine, batch).await?;
    let batch = batch.iter().filter(|waiting| people.contains(&waiting.0));
    let mut waiting = notice::Entity::find()
        .filter(notice::Column::Id.is_in(batch.map(|waiting| waiting.1)))
        .order_by_asc(notice::Column::PersonId)
        .order_by_asc(notice::Column::SendAfter)
        .order_by_asc(notice::Column::Id);
    if engine.db.backend() == DbBackend::Postgres {
        waiting = waiting.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let mut waiting = waiting.all(txn).await?;
    // Asked here and not of the database, which might then go through all that wait instead of fetching these.
    waiting.retain(|notice| notice.state == NoticeState::Pending);
    if waiting.is_empty() {
        return Ok(SweepReport::default());
    }
    let loaded = Loaded::of(txn, &waiting).await?;
    let mut departures = departures::of(txn, ctx, loaded.people.keys().copied()).await?;
    let mut report = SweepReport::default();
    let mut pile = Pile::default();
    for notices in waiting.chunk_by(|a, b| a.person_id == b.person_id) {
        let left = departures.remove(&notices[0].person_id).unwrap_or_default();
        report += of_person(txn, ctx, &loaded, notices, left, &mut pile).await?;
    }
    pile.write(txn).await?;
    Ok(report)
}

/// Takes these people, as far as no other worker is making a mail for them: what one does not see of the other's mails would come to
/// one person twice in a minute.
async fn take(txn: &DatabaseTransaction, engine: &Engine, batch: &[Waiting]) -> Result<BTreeSet<Uuid>> {
    let all: BTreeSet<Uuid> = batch.iter().map(|waiting| waiting.0).collect();
    // SQLite has one writer.
    if engine.db.backend() == DbBackend::Sqlite {
        return Ok(all);
    }
    let free = person::Entity::find().select_only().column(person::Column::Id).filter(person::Column::Id.is_in(all)).order_by_asc(person::Column::Id);
    let free: Vec<Uuid> = free.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked).into_tuple().all(txn).await?;
    Ok(free.into_iter().collect())
}

async fn of_person(
    db: &impl ConnectionTrait,
    ctx: &Context,
    loaded: &Loaded,
    notices: &[notice::Model],
    mut left: Vec<DateTime<Utc>>,
    pile: &mut Pile,
) -> Result<SweepReport> {
    let person = loaded.people.get(&notices[0].person_id).ok_or(Error::NotFound)?;
    let mut report = SweepReport::default();
    let mut live = Vec::new();
    for notice in notices {
        match reason_not_to_tell(ctx, loaded, notice) {
            Some(reason) => {
                pile.cancelled.entry(reason).or_default().push(notice.id);
                report.done += 1;
            }
            None => live.push(notice),
        }
    }
    report.notices = live.len() as u64;
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
        report.done += report.notices;
        return Ok(report);
    }
    // Who was just given an account, or whose account was changed, is told of it whatever else came today.
    let next = pace::next(&left, ctx.now);
    let (now, later): (Vec<&notice::Model>, Vec<&notice::Model>) = live.into_iter().partition(|notice| next <= ctx.now || notice.kind.is_of_account());
    if !later.is_empty() {
        report.notices -= later.len() as u64;
        pile.held.entry(next).or_default().extend(later.iter().map(|notice| notice.id));
    }
    for notices in mails(&now) {
        // Who asked for a link waits for it, and it works for half an hour only.
        let waited_for = notices.iter().any(|notice| notice.kind == NoticeKind::PasswordReset);
        let at = if waited_for { ctx.now } else { pace::next(&left, ctx.now) };
        left.push(at);
        pile.compose(ctx, loaded, person, &notices, at)?;
        report.done += 1;
    }
    Ok(report)
}

/// Which notices go into one mail: those that are told alone, and then all others together. If that were more mails than a person gets
/// in a while, all of them together.
fn mails<'a>(notices: &[&'a notice::Model]) -> Vec<Vec<&'a notice::Model>> {
    let (alone, together): (Vec<&notice::Model>, Vec<&notice::Model>) = notices.iter().partition(|notice| notice.alone);
    let mut mails: Vec<Vec<&notice::Model>> = alone.into_iter().map(|notice| vec![notice]).collect();
    mails.extend(Some(together).filter(|together| !together.is_empty()));
    if mails.len() <= MAILS_AT_ONCE {
        return mails;
    }
    // But what concerns the account stays by itself: a link has no place among other matters.
    let (of_account, others): (Vec<_>, Vec<_>) = notices.iter().partition(|notice| notice.kind.is_of_account());
    let others = Some(others).filter(|others| !others.is_empty());
    of_account.into_iter().map(|notice| vec![notice]).chain(others).collect()
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

impl Pile {
    /// Adds one mail that carries these notices and leaves at that moment. It is put into words now, and stays as it is.
    fn compose(&mut self, ctx: &Context, loaded: &Loaded, person: &person::Model, notices: &[&notice::Model], at: DateTime<Utc>) -> Result<()> {
        let occasion = Occasion { site: &ctx.site, today: ctx.today(), language: person.language, name: &person.name };
        let matters: Vec<Matter> = notices
            .iter()
            .filter_map(|notice| Matter::new(&occasion, notice, loaded.organizations.get(&notice.organization_id)?, loaded.about(notice)?))
            .collect();
        if matters.len() != notices.len() {
            return Err(Error::Inconsistent(format!("what person {} is to be told is not all there", person.id)));
        }
        let worded = match matters.as_slice() {
            [one] => templates::single(&occasion, one),
            all => templates::digest(&occasion, all),
        };
        let worded = worded.map_err(|error| Error::Inconsistent(format!("a template is at fault: {error}")))?;
        let id = ctx.id();
        self.bodies.push(mail_body::ActiveModel { mail_id: Set(id), text: Set(worded.text), html: Set(worded.html) });
        self.mails.push(mail::ActiveModel {
            id: Set(id),
            person_id: Set(person.id),
            address: Set(person.email.clone().unwrap_or_default()),
            template: Set(worded.template),
            language: Set(person.language),
            subject: Set(worded.subject),
            message_id: Set(format!("<{}@{}>", ids::encode(Noun::Mail, id), host(&ctx.site.base_url))),
            created_at: Set(ctx.now),
            ..mail::new(at)
        });
        self.carried.push((id, notices.iter().map(|notice| notice.id).collect()));
        Ok(())
    }

    /// Writes the mails into the outbox, and on each notice what became of it.
    async fn write(self, db: &impl ConnectionTrait) -> Result<()> {
        for mails in self.mails.chunks(ROWS) {
            mail::Entity::insert_many(mails.to_vec()).exec_without_returning(db).await?;
        }
        for bodies in self.bodies.chunks(ROWS) {
            mail_body::Entity::insert_many(bodies.to_vec()).exec_without_returning(db).await?;
        }
        let gathered: Vec<(Uuid, Uuid)> = self.carried.iter().flat_map(|(mail, notices)| notices.iter().map(|&notice| (notice, *mail))).collect();
        for gathered in gathered.chunks(ROWS) {
            gather(db, gathered).await?;
        }
        for (moment, ids) in self.held {
            for ids in ids.chunks(ROWS) {
                let held = notice::Entity::update_many().col_expr(notice::Column::SendAfter, Expr::value(moment));
                held.filter(notice::Column::Id.is_in(ids.iter().copied())).exec(db).await?;
            }
        }
        for (reason, ids) in self.cancelled {
            for ids in ids.chunks(ROWS) {
                notice::Entity::update_many()
                    .col_expr(notice::Column::State, Expr::value(NoticeState::Cancelled.to_value()))
                    .col_expr(notice::Column::CancelledReason, Expr::value(reason))
                    .filter(notice::Column::Id.is_in(ids.iter().copied()))
                    .exec(db)
                    .await?;
            }
        }
        Ok(())
    }
}

/// Notes of some notices which mail carries each, by one statement.
async fn gather(db: &impl ConnectionTrait, gathered: &[(Uuid, Uuid)]) -> Result<()> {
    // Both databases call the columns of a list of values so.
    let (notice, mail) = (("carried", "column1"), ("carried", "column2"));
    let mut carried = Query::select();
    carried.expr(Expr::col(Asterisk)).from_values(gathered.iter().copied(), "listed");
    let update = Query::update()
        .table(notice::Entity)
        .value(notice::Column::State, NoticeState::Gathered.to_value())
        .value(notice::Column::MailId, Expr::col(mail))
        .from(TableRef::SubQuery(Box::new(carried), "carried".into_iden()))
        .and_where(Expr::col((notice::Entity, notice::Column::Id)).equals(notice))
        .to_owned();
    db.execute(&update).await?;
    Ok(())
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
