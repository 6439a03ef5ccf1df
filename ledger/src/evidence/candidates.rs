//! Which records of an organization may count for a rule, and for which of its requirements.

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{
    RecordKind,
    evidence::Candidate,
    rulebook::{Evidence, Rule},
};
use redline_entity::{activity, alert, drill, inspection, membership, on_duty, organization, report, responsibility_list, window};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    contracts,
    deputies::{self, Complete},
    judge::{self, Positions},
    publicity,
};
use crate::{Context, Result, responsibility};

/// A record that may count.
pub(super) struct Found {
    pub candidate: Candidate,
    pub kind: RecordKind,
    pub recorded_at: DateTime<Utc>,
}

/// The kind of record that a requirement asks for; none for what is not matched by organization.
pub(crate) fn record_kind(evidence: &Evidence) -> Option<RecordKind> {
    match evidence {
        Evidence::Inspection { .. } => Some(RecordKind::Inspection),
        Evidence::Drill {} => Some(RecordKind::Drill),
        Evidence::Activity { .. } => Some(RecordKind::Activity),
        Evidence::Report { .. } => Some(RecordKind::Report),
        Evidence::ResponsibilityList { .. } => Some(RecordKind::ResponsibilityList),
        Evidence::OnDuty {} => Some(RecordKind::OnDuty),
        Evidence::HazardPlan {} | Evidence::HazardReport {} => None,
    }
}

/// The records of one organization, read once for all its rules.
pub(super) struct Records<'a> {
    organization: &'a organization::Model,
    ctx: &'a Context,
    inspections: Option<Vec<inspection::Model>>,
    drills: Option<Vec<drill::Model>>,
    activities: Option<Vec<activity::Model>>,
    reports: Option<Vec<report::Model>>,
    lists: Option<Vec<responsibility_list::Model>>,
    on_duty: Option<Vec<on_duty::Model>>,
    positions: Option<Vec<membership::Model>>,
}

/// Reads a kind of record of the organization the first time that it is asked for.
macro_rules! once {
    ($slot:expr, $db:expr, $table:ident, $column:ident, $id:expr) => {
        if $slot.is_none() {
            $slot = Some($table::Entity::find().filter($table::Column::$column.eq($id)).order_by_asc($table::Column::Id).all($db).await?);
        }
    };
}

impl<'a> Records<'a> {
    pub(super) fn of(organization: &'a organization::Model, ctx: &'a Context) -> Self {
        Self { organization, ctx, inspections: None, drills: None, activities: None, reports: None, lists: None, on_duty: None, positions: None }
    }

    /// Every record that meets a requirement of a rule.
    pub(super) async fn candidates(&mut self, db: &impl ConnectionTrait, rule: &Rule) -> Result<Vec<Found>> {
        let mut all = Vec::new();
        for (requirement, evidence) in rule.evidence.iter().enumerate() {
            let mut found = self.meeting(db, evidence).await?;
            found.iter_mut().for_each(|found| found.candidate.requirement = requirement);
            all.append(&mut found);
        }
        Ok(all)
    }

    /// Every record that meets a requirement of a rule for a window that an alert or a key period set off.
    pub(super) async fn set_off(&mut self, db: &impl ConnectionTrait, rule: &Rule, window: &window::Model) -> Result<Vec<Found>> {
        let Some(cause) = window.cause_id else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        for (requirement, evidence) in rule.evidence.iter().enumerate() {
            let mut found = match evidence {
                Evidence::Inspection { cites_alert: true, .. } => self.answering(db, evidence, cause, window.opens_on).await?,
                Evidence::OnDuty {} => self.on_duty(db, cause).await?,
                _ => self.meeting(db, evidence).await?,
            };
            found.iter_mut().for_each(|found| found.candidate.requirement = requirement);
            all.append(&mut found);
        }
        Ok(all)
    }

    async fn meeting(&mut self, db: &impl ConnectionTrait, evidence: &Evidence) -> Result<Vec<Found>> {
        match evidence {
            Evidence::Inspection { .. } => self.inspections(db, evidence).await,
            Evidence::Drill {} => self.drills(db).await,
            Evidence::Activity { .. } => self.activities(db, evidence).await,
            Evidence::Report { .. } => self.reports(db, evidence).await,
            Evidence::ResponsibilityList { .. } => self.lists(db, evidence).await,
            Evidence::HazardPlan {} | Evidence::HazardReport {} | Evidence::OnDuty {} => Ok(Vec::new()),
        }
    }

    fn found(&self, kind: RecordKind, record: Uuid, done_on: NaiveDate, recorded_at: DateTime<Utc>) -> Found {
        let candidate = Candidate { record, counts_on: done_on, done_on, recorded_on: self.ctx.site.zone.date(recorded_at), requirement: 0, by_period: false };
        Found { candidate, kind, recorded_at }
    }

    async fn positions(&mut self, db: &impl ConnectionTrait) -> Result<()> {
        once!(self.positions, db, membership, OrganizationId, self.organization.id);
        Ok(())
    }

    fn held(&self) -> Positions<'_> {
        Positions(self.positions.as_deref().unwrap_or_default())
    }

    /// An enterprise's own inspections are of itself; a supervisor's are those that it made.
    async fn inspections(&mut self, db: &impl ConnectionTrait, asked: &Evidence) -> Result<Vec<Found>> {
        once!(self.inspections, db, inspection, InspectorId, self.organization.id);
        self.positions(db).await?;
        let mut rows: Vec<&inspection::Model> = self.inspections.iter().flatten().filter(|row| judge::inspection(asked, row, self.held()).is_none()).collect();
        if matches!(asked, Evidence::Inspection { covers_every_contract: true, .. }) {
            rows = contracts::naming_all(db, self.organization.id, rows).await?;
        }
        // A correction is as timely as the first version.
        let recorded_at = |row: &inspection::Model| row.first_signed_at.or(row.signed_at).unwrap_or(row.recorded_at);
        Ok(rows.into_iter().map(|row| self.found(RecordKind::Inspection, row.id, row.occurred_on, recorded_at(row))).collect())
    }

    /// The inspections that answer an alert. One between the accident and the alert answers it from the first day on.
    async fn answering(&mut self, db: &impl ConnectionTrait, asked: &Evidence, alert: Uuid, opens_on: NaiveDate) -> Result<Vec<Found>> {
        let Some(alert) = alert::Entity::find_by_id(alert).one(db).await? else { return Ok(Vec::new()) };
        let mut found = self.inspections(db, asked).await?;
        let answers = |id: Uuid| self.inspections.iter().flatten().any(|row| row.id == id && judge::answers(row, &alert).is_none());
        found.retain(|found| answers(found.candidate.record));
        found.iter_mut().for_each(|found| found.candidate.counts_on = found.candidate.counts_on.max(opens_on));
        Ok(found)
    }

    /// The days of a key period on which the head was on duty, each by the record that was made first.
    async fn on_duty(&mut self, db: &impl ConnectionTrait, key_period: Uuid) -> Result<Vec<Found>> {
        once!(self.on_duty, db, on_duty, OrganizationId, self.organization.id);
        self.positions(db).await?;
        let mut rows: Vec<(&on_duty::Model, DateTime<Utc>)> = self
            .on_duty
            .iter()
            .flatten()
            .filter(|row| row.key_period_id == key_period && judge::on_duty(row, self.held()).is_none())
            .filter_map(|row| Some((row, row.recorded_at?)))
            .collect();
        rows.sort_by_key(|(row, recorded_at)| (row.day, *recorded_at, row.id));
        rows.dedup_by_key(|(row, _)| row.day);
        Ok(rows.into_iter().map(|(row, recorded_at)| self.found(RecordKind::OnDuty, row.id, row.day, recorded_at)).collect())
    }

    async fn drills(&mut self, db: &impl ConnectionTrait) -> Result<Vec<Found>> {
        once!(self.drills, db, drill, OrganizationId, self.organization.id);
        let rows = self.drills.iter().flatten().filter(|row| judge::drill(row).is_none());
        Ok(rows.map(|row| self.found(RecordKind::Drill, row.id, row.occurred_on, row.reviewed_at.unwrap_or(row.recorded_at))).collect())
    }

    async fn activities(&mut self, db: &impl ConnectionTrait, asked: &Evidence) -> Result<Vec<Found>> {
        once!(self.activities, db, activity, OrganizationId, self.organization.id);
        self.positions(db).await?;
        let mut rows: Vec<&activity::Model> = self.activities.iter().flatten().filter(|row| judge::activity(asked, row, self.held()).is_none()).collect();
        rows.sort_by_key(|row| (row.occurred_on, row.id));
        if matches!(asked, Evidence::Activity { names_every_enterprise: true, .. }) {
            rows = publicity::naming_all(db, self.organization, rows).await?;
        }
        Ok(rows.into_iter().map(|row| self.found(RecordKind::Activity, row.id, row.occurred_on, row.recorded_at)).collect())
    }

    async fn reports(&mut self, db: &impl ConnectionTrait, asked: &Evidence) -> Result<Vec<Found>> {
        once!(self.reports, db, report, OrganizationId, self.organization.id);
        let rows = self.reports.iter().flatten().filter(|row| judge::report(asked, row).is_none());
        let found = rows.map(|row| {
            // A correction is about the same period as the first version, and as timely.
            let first = row.first_submitted_at.unwrap_or(row.recorded_at);
            let done_on = row.first_submitted_at.map_or(row.submitted_on, |at| self.ctx.site.zone.date(at));
            let mut found = self.found(RecordKind::Report, row.id, done_on, first);
            found.candidate.counts_on = row.period_on;
            found.candidate.by_period = true;
            found
        });
        Ok(found.collect())
    }

    async fn lists(&mut self, db: &impl ConnectionTrait, asked: &Evidence) -> Result<Vec<Found>> {
        once!(self.lists, db, responsibility_list, OrganizationId, self.organization.id);
        self.positions(db).await?;
        let lists: Vec<Uuid> = self.lists.iter().flatten().map(|row| row.id).collect();
        let coverage = responsibility::coverage(db, &lists).await?;
        let complete: Vec<Complete> = self
            .lists
            .iter()
            .flatten()
            .filter(|row| judge::list(asked, row, coverage.get(&row.id).copied().unwrap_or_default()).is_none())
            .filter_map(|row| Some(Complete { list: row.id, deputy: row.deputy_id, on: row.complete_on?, recorded_at: row.complete_recorded_at? }))
            .collect();
        let complete = if matches!(asked, Evidence::ResponsibilityList { per_deputy: true, .. }) {
            deputies::all_have_one(self.held(), &complete).into_iter().collect()
        } else {
            complete
        };
        Ok(complete.into_iter().map(|it| self.found(RecordKind::ResponsibilityList, it.list, it.on, it.recorded_at)).collect())
    }
}
