//! The rows of annexes 1 and 2 (进展情况调度表), and the totals.

use redline_domain::{
    OrganizationKind, Sector,
    figures::{Counts, Progress, SectorProgress, Span, UnitCounts},
    permission::Scope,
};
use redline_entity::organization;
use sea_orm::ConnectionTrait;

use super::{
    organs::Deeds,
    roster::{self, Enterprise},
    tallies::Tallies,
};
use crate::{Context, Result};

/// Figures of many at once, from the same reading.
pub(super) struct Rows {
    pub organs: Vec<Progress>,
    enterprises: Vec<Enterprise>,
    period: Tallies,
    cumulative: Tallies,
    deeds: Deeds,
    bodies: Vec<organization::Model>,
    spans: (Span, Span),
    township: bool,
}

/// Reads the figures of organs over the enterprises of a scope.
pub(super) async fn rows(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (scope, township): (&Scope, bool),
    organs: Vec<organization::Model>,
    span: Span,
) -> Result<Rows> {
    let since = ctx.site.rulebook.begins_on;
    let all = span.since(since);
    let ids = roster::enterprise_ids(scope);
    let mut rows = Rows {
        organs: Vec::new(),
        enterprises: roster::read(db, scope).await?,
        period: Tallies::read(db, ctx, &ids, span).await?,
        cumulative: Tallies::read(db, ctx, &ids, all).await?,
        deeds: Deeds::read(db, &organs, township.then_some(scope), all).await?,
        bodies: organs,
        spans: (span, all),
        township,
    };
    rows.organs = rows.bodies.iter().map(|organ| rows.row(organ, since)).collect();
    Ok(rows)
}

impl Rows {
    fn row(&self, organ: &organization::Model, since: chrono::NaiveDate) -> Progress {
        let (period, all) = self.spans;
        let counts = |tallies: &Tallies, span: Span| {
            let enterprises = || self.enterprises.iter().filter(|it| is_of(it, organ));
            let mut counts = tallies.sum(enterprises());
            self.deeds.add(&mut counts, organ, span);
            if let Some(unit) = &mut counts.unit {
                tallies.add_outcomes(&mut unit.enforcement, enterprises());
            }
            counts
        };
        Progress {
            organization: organ.id,
            name: organ.name.clone(),
            kind: organ.kind,
            sectors: organ.sectors.0.clone(),
            span: period,
            since,
            mobilised_on: self.deeds.mobilised_on(organ.id),
            period: counts(&self.period, period),
            cumulative: counts(&self.cumulative, all),
            coordination: None,
        }
    }

    /// The enterprises' figures of another span, from the same roster.
    pub(super) fn total_of(&self, tallies: &Tallies, span: Span) -> Counts {
        let mut counts = tallies.sum(self.enterprises.iter());
        let mut units: Option<UnitCounts> = None;
        for organ in &self.bodies {
            let mut own = Counts::default();
            self.deeds.add(&mut own, organ, span);
            counts.led_by_head += own.led_by_head;
            counts.led_by_deputy += own.led_by_deputy;
            if let Some(unit) = own.unit {
                units = Some(units.map_or_else(|| unit.clone(), |sum| sum.plus(&unit)));
            }
        }
        if self.township {
            counts.tips = Some(counts.tips.unwrap_or(0) + tallies.tips_of_nobody());
            units.get_or_insert_default().enforcement = self.deeds.measures(span);
        }
        if let Some(unit) = &mut units {
            tallies.add_outcomes(&mut unit.enforcement, self.enterprises.iter());
        }
        counts.unit = units;
        counts
    }

    /// The totals of the period and since the action began. Each enterprise counts once, whatever regulators it has.
    pub(super) fn totals(&self) -> (Counts, Counts) {
        let (period, all) = self.spans;
        (self.total_of(&self.period, period), self.total_of(&self.cumulative, all))
    }

    /// The figures of each sector that has an enterprise.
    pub(super) fn sectors(&self) -> Vec<SectorProgress> {
        let mut sectors: Vec<Sector> = self.enterprises.iter().flat_map(|it| it.sectors.iter().copied()).collect();
        sectors.sort_unstable();
        sectors.dedup();
        let sum = |tallies: &Tallies, sector: Sector| tallies.sum(self.enterprises.iter().filter(|it| it.sectors.contains(&sector)));
        sectors.into_iter().map(|sector| SectorProgress { sector, period: sum(&self.period, sector), cumulative: sum(&self.cumulative, sector) }).collect()
    }

    /// The rows of the organs of one kind.
    pub(super) fn of_kind(&self, kind: OrganizationKind) -> Vec<Progress> {
        self.organs.iter().filter(|row| row.kind == kind).cloned().collect()
    }
}

/// Whether an enterprise is counted for an organ: for its village, and for each regulator of one of its sectors above it.
fn is_of(enterprise: &Enterprise, organ: &organization::Model) -> bool {
    match organ.kind {
        OrganizationKind::Village => enterprise.village == Some(organ.id),
        _ => enterprise.path.starts_with(&organ.jurisdiction_path) && enterprise.sectors.iter().any(|sector| organ.sectors.0.contains(sector)),
    }
}
