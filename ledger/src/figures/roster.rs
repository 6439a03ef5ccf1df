//! The enterprises that are counted (企业名册).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redline_domain::{EnforcementKind, EnforcementState, OrganizationKind, OrganizationState, Sector, permission::Scope};
use redline_entity::{classification, enforcement, organization, scoped};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::SelectStatement};
use uuid::Uuid;

use crate::Result;

/// An enterprise, as far as it is counted.
pub(super) struct Enterprise {
    pub id: Uuid,
    pub village: Option<Uuid>,
    pub path: String,
    pub sectors: Vec<Sector>,
    state: OrganizationState,
    known_since: NaiveDate,
    left_on: Option<NaiveDate>,
    /// Since when its closure is proposed, as far as that stands.
    referred_on: Option<NaiveDate>,
}

impl Enterprise {
    /// Whether it was on the rolls at the end of a day, suspended or not (辖区企业).
    pub(super) fn is_on_rolls(&self, on: NaiveDate) -> bool {
        self.known_since <= on && (self.state != OrganizationState::Closed || self.stayed(on))
    }

    /// Whether it had to check itself: on the rolls and not suspended at the end of a day (应排查企业). What it was before it
    /// resumed production is not looked at any more.
    pub(super) fn is_to_check(&self, on: NaiveDate) -> bool {
        self.known_since <= on && self.stayed(on)
    }

    /// The day on which it was closed, if it was after a proposal to close it (提请关闭).
    pub(super) fn closed_by_enforcement_on(&self) -> Option<NaiveDate> {
        let follows = |left: &NaiveDate| self.referred_on.is_some_and(|referred| referred <= *left);
        self.left_on.filter(|_| self.state == OrganizationState::Closed).filter(follows)
    }

    fn stayed(&self, on: NaiveDate) -> bool {
        self.left_on.is_none_or(|left| on < left)
    }
}

/// The keys of the enterprises of a scope.
pub(super) fn enterprise_ids(scope: &Scope) -> SelectStatement {
    organization::Entity::find().select_only().column(organization::Column::Id).filter(enterprises(scope)).into_query()
}

fn enterprises(scope: &Scope) -> Condition {
    Condition::all().add(organization::Column::Kind.eq(OrganizationKind::Enterprise)).add(scoped::organizations(scope))
}

/// Reads the enterprises of a scope, by three statements.
pub(super) async fn read(db: &impl ConnectionTrait, scope: &Scope) -> Result<Vec<Enterprise>> {
    let rows = organization::Entity::find().filter(enterprises(scope)).order_by_asc(organization::Column::Id).all(db).await?;
    // A suspended enterprise that resumed has the later day in its own row.
    let joined: Vec<(Uuid, NaiveDate)> = classification::Entity::find()
        .select_only()
        .column(classification::Column::OrganizationId)
        .column_as(classification::Column::EffectiveOn.min(), "first")
        .filter(classification::Column::OrganizationId.in_subquery(enterprise_ids(scope)))
        .group_by(classification::Column::OrganizationId)
        .into_tuple()
        .all(db)
        .await?;
    let joined: BTreeMap<Uuid, NaiveDate> = joined.into_iter().collect();
    let referred: Vec<(Uuid, NaiveDate)> = enforcement::Entity::find()
        .select_only()
        .column(enforcement::Column::OrganizationId)
        .column_as(enforcement::Column::DecidedOn.min(), "first")
        .filter(enforcement::Column::OrganizationId.in_subquery(enterprise_ids(scope)))
        .filter(enforcement::Column::Kind.eq(EnforcementKind::ClosureReferral))
        .filter(enforcement::Column::State.eq(EnforcementState::InForce))
        .group_by(enforcement::Column::OrganizationId)
        .into_tuple()
        .all(db)
        .await?;
    let referred: BTreeMap<Uuid, NaiveDate> = referred.into_iter().collect();
    let enterprise = |row: organization::Model| Enterprise {
        id: row.id,
        village: row.village_id,
        known_since: joined.get(&row.id).map_or(row.joined_on, |first| row.joined_on.min(*first)),
        path: row.jurisdiction_path,
        sectors: row.sectors.0,
        state: row.state,
        left_on: row.left_on,
        referred_on: referred.get(&row.id).copied(),
    };
    Ok(rows.into_iter().map(enterprise).collect())
}
