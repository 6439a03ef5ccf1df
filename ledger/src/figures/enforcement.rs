//! Enforcement actions (执法措施) as annex 2 and the bulletin count them: by the day of the decision, those withdrawn left out.

use std::collections::BTreeSet;

use redline_domain::{
    EnforcementKind, EnforcementState,
    figures::{EnforcementCounts, Listed, NamedOrganization, Span},
    permission::Scope,
};
use redline_entity::{enforcement, scoped};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::named::{first, names, within};
use crate::Result;

/// The measures that were decided on in a span: by some organs, and against whoever is in view.
pub(super) struct Measures(Vec<enforcement::Model>);

impl Measures {
    /// Reads them, by one statement.
    pub(super) async fn read(db: &impl ConnectionTrait, organs: &[Uuid], against: Option<&Scope>, span: Span) -> Result<Self> {
        use enforcement::Column;
        let mut whose = Condition::any().add(Column::AuthorityId.is_in(organs.iter().copied()));
        if let Some(scope) = against {
            whose = match scoped::organization_ids(scope, None) {
                Some(ids) => whose.add(Column::OrganizationId.in_subquery(ids)),
                None => Condition::all(),
            };
        }
        let rows = enforcement::Entity::find()
            .filter(whose)
            .filter(Column::State.eq(EnforcementState::InForce))
            .filter(Column::DecidedOn.between(span.from, span.until))
            .all(db)
            .await?;
        Ok(Self(rows))
    }

    /// What one organ decided on in a span.
    pub(super) fn of(&self, organ: Uuid, span: Span) -> EnforcementCounts {
        counts(self.0.iter().filter(|row| row.authority_id == organ && span.contains(row.decided_on)))
    }

    /// What all decided on in a span, the offices' interviews and namings included.
    pub(super) fn all(&self, span: Span) -> EnforcementCounts {
        counts(self.0.iter().filter(|row| span.contains(row.decided_on)))
    }
}

fn counts<'a>(rows: impl Iterator<Item = &'a enforcement::Model>) -> EnforcementCounts {
    let mut counts = EnforcementCounts::default();
    let mut paired = BTreeSet::new();
    let mut accountable = BTreeSet::new();
    for row in rows {
        let count = match row.kind {
            EnforcementKind::Warning => &mut counts.warnings,
            EnforcementKind::CorrectionOrder => &mut counts.correction_orders,
            EnforcementKind::Suspension => &mut counts.suspensions,
            EnforcementKind::Licence => &mut counts.licences,
            EnforcementKind::ClosureReferral => &mut counts.closure_proposals,
            EnforcementKind::JudicialReferral => &mut counts.judicial,
            EnforcementKind::Interview => &mut counts.interviews,
            EnforcementKind::BulletinNaming => &mut counts.namings,
            EnforcementKind::Accountability => {
                let nobody = (!row.is_of_head()).then_some(row.id);
                accountable.insert((row.person_id, row.person_name.as_deref(), nobody));
                continue;
            }
            EnforcementKind::Fine => {
                counts.fines_fen = counts.fines_fen.saturating_add(row.amount_fen.unwrap_or(0));
                &mut counts.fines
            }
        };
        *count += 1;
        if row.pair_id.is_some() {
            if row.is_of_head() {
                counts.paired_persons += 1;
            } else {
                paired.insert(row.organization_id);
            }
        }
    }
    counts.paired_enterprises = paired.len() as u64;
    counts.accountability = accountable.len() as u64;
    counts
}

/// The organizations that were named in public in a span.
pub(super) async fn namings(db: &impl ConnectionTrait, scope: &Scope, span: Span) -> Result<Listed<NamedOrganization>> {
    use enforcement::Column;
    let select = enforcement::Entity::find()
        .filter(Column::Kind.eq(EnforcementKind::BulletinNaming))
        .filter(Column::State.eq(EnforcementState::InForce))
        .filter(Column::DecidedOn.between(span.from, span.until))
        .order_by_asc(Column::DecidedOn)
        .order_by_asc(Column::Id);
    let (total, rows) = first(db, within(select, scope, Column::OrganizationId)).await?;
    let names = names(db, rows.iter().map(|row| row.organization_id)).await?;
    let rows = rows.into_iter().map(|row| NamedOrganization {
        organization: row.organization_id,
        name: names.get(&row.organization_id).cloned().unwrap_or_default(),
        reason: row.reason,
        on: row.decided_on,
    });
    Ok(Listed { total, rows: rows.collect() })
}
