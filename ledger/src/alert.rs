//! Accident alerts (事故警示): after a typical accident the enterprises of some sectors check themselves for the same hazard
//! (clause 2.1.1).

use chrono::NaiveDate;
use redline_domain::{
    NoticeKind, OrganizationKind, Refusal, Sector, Tale, Word,
    ids::Noun,
    permission::{Action, decide_sitewide},
    rulebook::Trigger,
};
use redline_entity::{alert, organization};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, broadcast,
    cause::{self, Cause, Span},
    checks::{self, Checks},
    event::{self, NewEvent},
    notice::{self, About},
};

/// An accident alert before being issued.
#[derive(Clone, Debug)]
pub struct NewAlert {
    /// The accident in a few words.
    pub title: String,
    /// The day of the accident.
    pub happened_on: NaiveDate,
    /// Where it happened.
    pub place: String,
    /// What happened.
    pub summary: String,
    /// What is to be learnt from it.
    pub lessons: String,
    /// The sectors whose enterprises are to check themselves.
    pub sectors: Vec<Sector>,
    /// The number of the document (文号).
    pub number: Option<String>,
}

/// Whether there is such an alert, withdrawn or not: an inspection may cite it.
pub async fn exists(db: &impl ConnectionTrait, id: Uuid) -> Result<bool> {
    Ok(alert::Entity::find_by_id(id).count(db).await? > 0)
}

/// Issues an alert (发布事故警示): every enterprise of those sectors that takes part today owes a check for the same hazard, and its
/// responsible person and head are told. Who is registered or gets one of the sectors afterwards does not owe it; who loses the
/// sector afterwards still does.
///
/// # Errors
/// `FORBIDDEN`, `SECTOR_MISSING`, a text missing, a day in the future.
pub async fn issue(db: &impl ConnectionTrait, ctx: &Context, new: NewAlert) -> Result<alert::Model> {
    decide_sitewide(&ctx.actor, Action::IssueAlert).or_refuse()?;
    let mut checks = Checks::default();
    let title = checks.text("title", &new.title, checks::TITLE);
    checks.day(ctx, "happenedOn", new.happened_on);
    let place = checks.text("place", &new.place, checks::TITLE);
    let summary = checks.text("summary", &new.summary, checks::TEXT);
    let lessons = checks.text("lessons", &new.lessons, checks::TEXT);
    let number = checks.optional("number", new.number.as_deref(), checks::TITLE);
    let mut sectors = new.sectors;
    sectors.sort_unstable();
    sectors.dedup();
    if sectors.is_empty() {
        checks.refuse(Refusal::new("SECTOR_MISSING", "请至少选择一个行业领域。", "Choose at least one sector.").field("sectors"));
    }
    checks.finish()?;
    let today = ctx.today();
    let due_on = cause::rules(ctx, Trigger::AccidentAlert).map(|(_, days)| cause::days_after(today, days.unwrap_or(0))).max();
    let row = alert::ActiveModel {
        id: Set(ctx.id()),
        title: Set(title),
        happened_on: Set(new.happened_on),
        place: Set(place),
        summary: Set(summary),
        lessons: Set(lessons),
        sectors: Set(sectors.clone().into()),
        number: Set(number),
        issued_by_organization: Set(office(ctx)),
        issued_by: Set(ctx.actor.person),
        issued_on: Set(today),
        issued_at: Set(ctx.now),
        due_on: Set(due_on),
        withdrawn_on: Set(None),
        withdrawn_reason: Set(None),
    };
    let alert = row.insert(db).await?;
    let mut enterprises = cause::enterprises(db, ctx).await?;
    enterprises.retain(|enterprise| enterprise.sectors.0.iter().any(|sector| sectors.contains(sector)));
    let cause = Cause { noun: Noun::Alert, id: alert.id, trigger: Trigger::AccidentAlert };
    let span = |days: Option<u32>| Span { opens_on: today, due_on: cause::days_after(today, days.unwrap_or(0)), required: 1 };
    let owing = cause::open(db, ctx, cause, &enterprises, span).await?;
    let data = json!({
        "title": alert.title, "happenedOn": alert.happened_on, "place": alert.place, "sectors": alert.sectors, "number": alert.number,
        "dueOn": alert.due_on, "enterprises": owing.len(),
    });
    event::append(db, ctx, NewEvent::new(alert.issued_by_organization, Noun::Alert, alert.id, "ALERT_ISSUED", data)).await?;
    enterprises.retain(|enterprise| owing.binary_search(&enterprise.id).is_ok());
    broadcast::tell(db, ctx, (NoticeKind::AlertIssued, About::Thing(Noun::Alert, alert.id), "ISSUED"), &enterprises, &tale(&alert)).await?;
    Ok(alert)
}

/// Withdraws an alert (撤销事故警示): what is still owed for it ends as superseded, and those enterprises are told. What was done
/// stays done.
///
/// # Errors
/// `FORBIDDEN`, `ALREADY_WITHDRAWN`, `REASON_MISSING`.
pub async fn withdraw(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<alert::Model> {
    decide_sitewide(&ctx.actor, Action::IssueAlert).or_refuse()?;
    let alert = alert::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if let Some(on) = alert.withdrawn_on {
        return Err(already_withdrawn(on).into());
    }
    let reason = checks::reason(reason)?;
    let mut row = alert.into_active_model();
    row.withdrawn_on = Set(Some(ctx.today()));
    row.withdrawn_reason = Set(Some(reason.clone()));
    let alert = row.update(db).await?;
    let about = About::Thing(Noun::Alert, id);
    notice::cancel(db, about, "WITHDRAWN").await?;
    let freed = cause::supersede(db, ctx, id, &reason).await?;
    let data = json!({ "reason": reason, "enterprises": freed.len() });
    event::append(db, ctx, NewEvent::new(alert.issued_by_organization, Noun::Alert, id, "ALERT_WITHDRAWN", data)).await?;
    let tale = Tale::new(format!("事故警示已撤销：{}", alert.title), format!("Accident alert withdrawn: {}", alert.title))
        .says("不再要求按该警示排查同类隐患。", "A check for the same hazard is no longer asked for.")
        .fact("原因", "Reason", reason);
    broadcast::tell(db, ctx, (NoticeKind::AlertIssued, about, "WITHDRAWN"), &organizations(db, freed).await?, &tale).await?;
    Ok(alert)
}

/// What is told of an alert: what happened, what is to be learnt, by when.
fn tale(alert: &alert::Model) -> Tale {
    let (title, on, place) = (&alert.title, alert.happened_on, &alert.place);
    let mut tale = Tale::new(title, title)
        .says(format!("{on}，{place}：{}", alert.summary), format!("{on}, {place}: {}", alert.summary))
        .says(format!("教训：{}", alert.lessons), format!("Lessons: {}", alert.lessons))
        .clause("2.1.1");
    if let Some(due_on) = alert.due_on {
        tale = tale
            .says(
                format!("请在 {due_on} 前排查本企业同类隐患，检查记录须引用本警示并签名。"),
                format!("Check your enterprise for the same hazard by {due_on}; the inspection has to cite this alert and be signed."),
            )
            .fact("截止日期", "Due", due_on.to_string());
    }
    if let Some(number) = &alert.number {
        tale = tale.fact("文号", "Document", number);
    }
    let words = |separator: &str, word: fn(Sector) -> &'static str| alert.sectors.0.iter().map(|&sector| word(sector)).collect::<Vec<_>>().join(separator);
    tale.fact_in_words("行业领域", "Sectors", words("、", Word::zh), words("; ", Word::en))
}

/// The office as which the actor issues and declares; none for the program itself.
pub(crate) fn office(ctx: &Context) -> Option<Uuid> {
    ctx.actor.seats.iter().find(|seat| seat.kind == OrganizationKind::SafetyOffice).map(|seat| seat.organization)
}

/// The rows of organizations, in the order of their registration.
pub(crate) async fn organizations(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<organization::Model>> {
    let mut rows = Vec::new();
    for chunk in ids.chunks(500) {
        let some = organization::Entity::find().filter(organization::Column::Id.is_in(chunk.iter().copied())).order_by_asc(organization::Column::Id);
        rows.extend(some.all(db).await?);
    }
    Ok(rows)
}

/// What is withdrawn already is not withdrawn again.
pub(crate) fn already_withdrawn(on: NaiveDate) -> Refusal {
    Refusal::new("ALREADY_WITHDRAWN", format!("已于 {on} 撤销。"), format!("This was withdrawn on {on}."))
}
