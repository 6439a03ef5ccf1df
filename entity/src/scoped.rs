//! Finders scoped by who asks (查询范围): the one place where a [`Scope`] becomes a condition, so that no list can forget it.

use redline_domain::{OrganizationKind, permission::Scope};
use sea_orm::{ColumnTrait, Condition, QuerySelect, QueryTrait, entity::prelude::*, sea_query::SelectStatement};

use crate::{organization, organization_sector};

/// The organizations within a scope.
pub fn organizations(scope: &Scope) -> Condition {
    if scope.everything {
        return Condition::all();
    }
    let mut any = Condition::any().add(organization::Column::Id.is_in(scope.organizations.iter().copied()));
    if !scope.villages.is_empty() {
        any = any.add(organization::Column::VillageId.is_in(scope.villages.iter().copied()));
    }
    for path in &scope.subtrees {
        any = any.add(organization::Column::JurisdictionPath.starts_with(path));
    }
    for (path, sectors) in &scope.sectors {
        let with_sector = organization_sector::Entity::find()
            .select_only()
            .column(organization_sector::Column::OrganizationId)
            .filter(organization_sector::Column::Sector.is_in(sectors.iter().copied()))
            .into_query();
        any = any.add(
            Condition::all()
                .add(organization::Column::Kind.eq(OrganizationKind::Enterprise))
                .add(organization::Column::JurisdictionPath.starts_with(path))
                .add(organization::Column::Id.in_subquery(with_sector)),
        );
    }
    if scope.except.is_empty() {
        return any;
    }
    // One's own organizations are not acted on from outside, save where the scope names them.
    Condition::any()
        .add(organization::Column::Id.is_in(scope.organizations.iter().copied()))
        .add(Condition::all().add(any).add(organization::Column::Id.is_not_in(scope.except.iter().copied())))
}

/// The keys of the organizations within a scope that meet a further condition, as a subquery; none if the scope and the
/// condition leave out nothing.
pub fn organization_ids(scope: &Scope, further: Option<Condition>) -> Option<SelectStatement> {
    if scope.everything && further.is_none() {
        return None;
    }
    let mut select = organization::Entity::find().select_only().column(organization::Column::Id).filter(organizations(scope));
    if let Some(further) = further {
        select = select.filter(further);
    }
    Some(select.into_query())
}
