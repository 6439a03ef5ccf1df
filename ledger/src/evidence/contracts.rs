//! Whether every contract with a contractor or tenant was checked (外包外租排查覆盖), clause 2.1.4.

use std::collections::{BTreeMap, BTreeSet};

use redline_entity::{contract, inspection, inspection_contract};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::Result;

/// Those inspections, in the order in which they were held, by each of which, together with those before it, every contract that
/// was in force on its day was named. Where no contract was in force, there was nothing to check: none completes it.
pub(super) async fn naming_all<'a>(db: &impl ConnectionTrait, organization: Uuid, mut rows: Vec<&'a inspection::Model>) -> Result<Vec<&'a inspection::Model>> {
    if rows.is_empty() {
        return Ok(rows);
    }
    rows.sort_by_key(|row| (row.occurred_on, row.id));
    let mut named = named(db, rows.iter().map(|row| row.id)).await?;
    let contracts = contract::Entity::find().filter(contract::Column::OrganizationId.eq(organization)).all(db).await?;
    let mut seen = BTreeSet::new();
    let mut complete = Vec::new();
    for row in rows {
        seen.extend(named.remove(&row.id).unwrap_or_default());
        let mut in_force = contracts.iter().filter(|contract| contract.span().in_force(row.occurred_on)).peekable();
        if in_force.peek().is_some() && in_force.all(|contract| seen.contains(&contract.id)) {
            complete.push(row);
        }
    }
    Ok(complete)
}

/// The contracts that each inspection names.
pub(crate) async fn named(db: &impl ConnectionTrait, inspections: impl Iterator<Item = Uuid>) -> Result<BTreeMap<Uuid, Vec<Uuid>>> {
    let mut named: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    let rows = inspection_contract::Entity::find().filter(inspection_contract::Column::InspectionId.is_in(inspections));
    for row in rows.order_by_asc(inspection_contract::Column::ContractId).all(db).await? {
        named.entry(row.inspection_id).or_default().push(row.contract_id);
    }
    Ok(named)
}
