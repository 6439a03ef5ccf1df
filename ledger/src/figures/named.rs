//! What the bulletin names (点名): overdue duties and hazards, and what changed with major hazards in the month. By when things
//! happened: what was done in time and recorded afterwards is not named.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redline_domain::{
    HazardGrade, Word,
    figures::{Listed, NamedHazard, OverdueWindow, Span},
    ids::Noun,
    permission::Scope,
    rulebook::Text,
};
use redline_entity::{hazard, ledger_event, organization, scoped, supervision, window};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, Func, Order},
};
use uuid::Uuid;

use crate::{Context, Result};

/// How many of a list are named.
pub(super) const NAMED: u64 = 100;

/// The rows of organizations of a scope.
pub(super) fn within<E: EntityTrait>(select: Select<E>, scope: &Scope, organization: E::Column) -> Select<E> {
    match scoped::organization_ids(scope, None) {
        Some(ids) => select.filter(organization.in_subquery(ids)),
        None => select,
    }
}

/// The first rows of a list and how many there are.
pub(super) async fn first<E>(db: &impl ConnectionTrait, select: Select<E>) -> Result<(u64, Vec<E::Model>)>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let rows = select.clone().limit(NAMED + 1).all(db).await?;
    let listed = rows.len() as u64;
    let total = if listed > NAMED { select.count(db).await? } else { listed };
    Ok((total, rows.into_iter().take(usize::try_from(NAMED).unwrap_or(usize::MAX)).collect()))
}

/// The names of organizations.
pub(super) async fn names(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>) -> Result<BTreeMap<Uuid, String>> {
    let rows: Vec<(Uuid, String)> = organization::Entity::find()
        .select_only()
        .columns([organization::Column::Id, organization::Column::Name])
        .filter(organization::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The duties that were overdue at the end of a span.
pub(super) async fn overdue_windows(db: &impl ConnectionTrait, ctx: &Context, scope: &Scope, span: Span) -> Result<Listed<OverdueWindow>> {
    use window::Column;
    // What is due on a day is overdue from the next one on; the span may still run.
    let last = span.until.min(ctx.today().pred_opt().unwrap_or(span.until));
    let select = window::Entity::find()
        .filter(Column::StartsOn.lte(last))
        .filter(Column::DueOn.lte(last))
        .filter(Condition::any().add(Column::FulfilledOn.is_null()).add(Column::FulfilledOn.gt(last)))
        .filter(Condition::any().add(Column::EndedOn.is_null()).add(Column::EndedOn.gt(last)))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::RuleCode)
        .order_by_asc(Column::Id);
    let (total, rows) = first(db, within(select, scope, Column::OrganizationId)).await?;
    let names = names(db, rows.iter().map(|row| row.organization_id)).await?;
    let title = |code: &str| {
        let rule = ctx.site.rulebook.rules.iter().find(|rule| rule.code == code);
        rule.map_or_else(|| Text { zh: code.to_owned(), en: code.to_owned() }, |rule| rule.title.clone())
    };
    let rows = rows.into_iter().map(|row| OverdueWindow {
        window: row.id,
        organization: row.organization_id,
        name: names.get(&row.organization_id).cloned().unwrap_or_default(),
        title: title(&row.rule_code),
        rule: row.rule_code,
        due_on: row.due_on,
    });
    Ok(Listed { total, rows: rows.collect() })
}

/// The hazards whose rectification or acceptance was overdue at the end of a span.
pub(super) async fn overdue_hazards(db: &impl ConnectionTrait, ctx: &Context, scope: &Scope, span: Span) -> Result<Listed<NamedHazard>> {
    use hazard::Column;
    let last = span.until.min(ctx.today().pred_opt().unwrap_or(span.until));
    let not_by = |column: Column| Condition::any().add(column.is_null()).add(column.gt(last));
    let rectification = Condition::all().add(Column::DeadlineOn.lte(last)).add(not_by(Column::RectifiedOn));
    let acceptance = Condition::all().add(Column::AcceptanceDueOn.lte(last));
    let select = hazard::Entity::find()
        .filter(Column::FoundOn.lte(last))
        .filter(not_by(Column::ClosedOn))
        .filter(Condition::any().add(rectification).add(acceptance))
        .order_by(Expr::from(Func::coalesce([Expr::col(Column::DeadlineOn), Expr::col(Column::AcceptanceDueOn)])), Order::Asc)
        .order_by_asc(Column::Id);
    let (total, rows) = first(db, within(select, scope, Column::OrganizationId)).await?;
    let day = |row: &hazard::Model| match row.rectified_on.filter(|on| *on <= last) {
        Some(_) => row.acceptance_due_on.or(row.deadline_on),
        None => row.deadline_on.or(row.acceptance_due_on),
    };
    named(db, total, rows.into_iter().map(|row| (day(&row).unwrap_or(row.found_on), row)).collect()).await
}

/// The major hazards that were closed in a span.
pub(super) async fn closed(db: &impl ConnectionTrait, scope: &Scope, span: Span) -> Result<Listed<NamedHazard>> {
    let select = hazard::Entity::find()
        .filter(hazard::Column::Grade.eq(HazardGrade::Major))
        .filter(hazard::Column::ClosedOn.between(span.from, span.until))
        .order_by_asc(hazard::Column::ClosedOn)
        .order_by_asc(hazard::Column::Id);
    let (total, rows) = first(db, within(select, scope, hazard::Column::OrganizationId)).await?;
    named(db, total, rows.into_iter().map(|row| (row.closed_on.unwrap_or(row.found_on), row)).collect()).await
}

/// The hazards that were listed for supervision in a span.
pub(super) async fn listed(db: &impl ConnectionTrait, scope: &Scope, span: Span) -> Result<Listed<NamedHazard>> {
    use supervision::Column;
    let select = supervision::Entity::find().filter(Column::ListedOn.between(span.from, span.until)).order_by_asc(Column::ListedOn).order_by_asc(Column::Id);
    let (total, rows) = first(db, within(select, scope, Column::OrganizationId)).await?;
    of_hazards(db, total, rows.into_iter().map(|row| (row.listed_on, row.hazard_id)).collect()).await
}

/// The hazards whose deadline was extended in a span, on request or without one.
pub(super) async fn extended(db: &impl ConnectionTrait, ctx: &Context, scope: &Scope, span: Span) -> Result<Listed<NamedHazard>> {
    use ledger_event::Column;
    let zone = ctx.site.zone;
    let select = ledger_event::Entity::find()
        .filter(Column::SubjectKind.eq(Noun::Hazard.code()))
        .filter(Column::Action.eq("HAZARD_EXTENDED"))
        .filter(Column::TrueAt.gte(zone.start_of(span.from)))
        .filter(Column::TrueAt.lt(zone.start_of(span.until.succ_opt().unwrap_or(span.until))))
        .order_by_asc(Column::TrueAt)
        .order_by_asc(Column::Id);
    let (total, rows) = first(db, within(select, scope, Column::OrganizationId)).await?;
    of_hazards(db, total, rows.into_iter().map(|row| (zone.date(row.true_at), row.subject_id)).collect()).await
}

async fn of_hazards(db: &impl ConnectionTrait, total: u64, days: Vec<(NaiveDate, Uuid)>) -> Result<Listed<NamedHazard>> {
    let rows = hazard::Entity::find().filter(hazard::Column::Id.is_in(days.iter().map(|(_, id)| *id))).all(db).await?;
    let rows: BTreeMap<Uuid, hazard::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    named(db, total, days.into_iter().filter_map(|(on, id)| Some((on, rows.get(&id)?.clone()))).collect()).await
}

async fn named(db: &impl ConnectionTrait, total: u64, rows: Vec<(NaiveDate, hazard::Model)>) -> Result<Listed<NamedHazard>> {
    let names = names(db, rows.iter().map(|(_, row)| row.organization_id)).await?;
    let rows = rows.into_iter().map(|(on, row)| NamedHazard {
        hazard: row.id,
        organization: row.organization_id,
        name: names.get(&row.organization_id).cloned().unwrap_or_default(),
        description: row.description,
        grade: row.grade,
        on,
    });
    Ok(Listed { total, rows: rows.collect() })
}
