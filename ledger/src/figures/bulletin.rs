//! The weekly statistics (周统计) and the monthly bulletin (月通报), clauses 2.3.5 and 4.3.

use redline_domain::{
    OrganizationKind, OrganizationState, Period,
    figures::{Bulletin, Span, Statistics},
};
use redline_entity::{organization, scoped};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    View, enforcement, named,
    progress::{self, Rows},
    roster,
    tallies::Tallies,
};
use crate::{Context, Result};

/// The statistics of the week that has a day, of what is in view.
///
/// # Errors
/// As [`super::span`].
pub async fn statistics(db: &impl ConnectionTrait, ctx: &Context, day: chrono::NaiveDate, view: &View) -> Result<Statistics> {
    let span = super::span(ctx, Period::Week, day)?;
    let rows = rows(db, ctx, view, span).await?;
    let (period, cumulative) = rows.totals();
    let statistics = Statistics {
        span,
        since: ctx.site.rulebook.begins_on,
        period,
        cumulative,
        villages: rows.of_kind(OrganizationKind::Village),
        units: rows.of_kind(OrganizationKind::Unit),
    };
    Ok(if view.tips { statistics } else { statistics.without_tips() })
}

/// The bulletin of the month that has a day, of what is in view.
///
/// # Errors
/// As [`super::span`].
pub async fn bulletin(db: &impl ConnectionTrait, ctx: &Context, day: chrono::NaiveDate, view: &View) -> Result<Bulletin> {
    let begins_on = ctx.site.rulebook.begins_on;
    let span = super::span(ctx, Period::Month, day)?;
    let rows = rows(db, ctx, view, span).await?;
    let (period, cumulative) = rows.totals();
    // The first month begins with the action, but its month before is the calendar's.
    let before = match Period::Month.first_day(day).pred_opt().and_then(|day| Span::of(Period::Month, day, begins_on)) {
        Some(before) => {
            let tallies = Tallies::read(db, ctx, &roster::enterprise_ids(&view.counted), before).await?;
            Some(rows.total_of(&tallies, before))
        }
        None => None,
    };
    let bulletin = Bulletin {
        span,
        since: begins_on,
        period,
        cumulative,
        before,
        villages: rows.of_kind(OrganizationKind::Village),
        units: rows.of_kind(OrganizationKind::Unit),
        sectors: rows.sectors(),
        overdue_windows: named::overdue_windows(db, ctx, &view.counted, span).await?,
        overdue_hazards: named::overdue_hazards(db, ctx, &view.named, span).await?,
        listed: named::listed(db, &view.named, span).await?,
        closed: named::closed(db, &view.named, span).await?,
        extended: named::extended(db, ctx, &view.named, span).await?,
        namings: enforcement::namings(db, &view.counted, span).await?,
    };
    Ok(if view.tips { bulletin } else { bulletin.without_tips() })
}

async fn rows(db: &impl ConnectionTrait, ctx: &Context, view: &View, span: Span) -> Result<Rows> {
    let organs = organization::Entity::find()
        .filter(organization::Column::Kind.is_in([OrganizationKind::Village, OrganizationKind::Unit]))
        .filter(organization::Column::State.ne(OrganizationState::Closed))
        .filter(organization::Column::JoinedOn.lte(span.until))
        .filter(scoped::organizations(&view.counted))
        .order_by_asc(organization::Column::Name)
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?;
    progress::rows(db, ctx, (&view.counted, view.is_township()), organs, span).await
}
